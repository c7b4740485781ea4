import { analyze } from '#application/analyze/analyze.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { advise } from '#domain/decision/advise.ts';
import type { Language } from '#domain/language.ts';
import { nothingSupposed } from '#domain/pipeline/suppositions.ts';
import type { Page } from '#pages/page.ts';
import { reviewPages } from '#pages/review/page/review-page.ts';
import { type Row, makeLedger, makeSheet } from './make-ledger.ts';
import { orders2025 } from './orders-2025.ts';

const NAMES: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['某某（上海）跨境电商科技服务有限责任公司', '西部能源', '华北教育信息技术股份公司'],
  'en-US': ['Tailspin Cross-Border Commerce Services Ltd', 'Wingtip', 'Southern WAN Group'],
};

function rowsIn(language: Language): readonly Row[] {
  const names = NAMES[language];
  const named = (at: number): string => names[at % names.length] as string;
  const deals = [3, 9, 17, 21, 24].map((day, at): Row => ({
    day: `2025-12-${String(day + 5)}`,
    amount: `${60_000 + at * 7_000}.00`,
    category: (language === 'zh-CN' ? ['基础', '安全'] : ['Base', 'Security'])[at % 2] as string,
    customer: named(at),
    kind: 'pending',
    probability: 0.3 + at / 10,
    id: `P-${at}`,
  }));
  const signed = orders2025.map(([day, amount, category, , product, received], at): Row => ({
    day,
    amount,
    category,
    customer: named(at),
    product,
    received,
  }));
  return [...signed, ...deals];
}

/** Both pages of a review with deals, long names and customers who bought base products alone. */
export function pagesIn(language: Language): readonly [front: Page, details: Page] {
  const rows = rowsIn(language);
  const result = analyze({
    ledger: makeLedger(rows),
    policy: undefined,
    asOf: dateOf(2025, 12, 5),
    yearStart: null,
    nearShare: 0.1,
  });
  if (!result.ok) throw new Error(result.error.code);
  const advice = advise({ ...result.value, supposed: nothingSupposed });
  return reviewPages(
    { ...result.value, advice, title: 'year.xlsx', advised: [], restatements: [] },
    { language, sheets: [makeSheet(rows)] },
  );
}
