import { analyze } from '#application/analyze/analyze.ts';
import { readPolicySheet } from '#application/read/workbook-policy.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import type { Language } from '#domain/language.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { detailsPage } from '#pages/review/page/review-page.ts';
import { numbersIn, sectionRows, textOf } from './read-page.ts';

const sheet = (name: string, rows: readonly (readonly Cell[])[]): Sheet => ({
  name,
  rowCount: rows.length,
  columns: (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null)),
});

/** Serial numbers of days in February, May and November 2025. */
const ORDERS = sheet('订单', [
  ['订单号', '签约日期', '产品类别', '实付金额', '状态'],
  ['D1001', 45700, '基础', 120_000, '已签'],
  ['D1002', 45790, '基础', 250_000.5, '已签'],
  ['D1003', 45970, '安全', 90_000, '已签'],
]);
const POLICY = sheet('返点政策', [
  ['返点项', '适用类别', '门槛', '比例', '累计周期', '计算方式'],
  ['季返', '全部', 50_000, 0.03, '季', '全额'],
  ['年返', '全部', 100_000, 0.01, '年', '超额'],
]);

function detailsOf(language: Language) {
  const policy = readPolicySheet(POLICY);
  const result = analyze({
    ledger: readOrders([ORDERS], { policy: policy.policy }),
    policy,
    asOf: dateOf(2025, 11, 30),
    yearStart: null,
    nearShare: 0.1,
  });
  if (!result.ok) throw new Error(result.error.code);
  const input = { ...result.value, title: 'a.xlsx', advised: [], restatements: [] };
  return {
    page: detailsPage(input, { language, sheets: [ORDERS] }).page,
    total: result.value.rebate.total / 100,
  };
}

const WORDS = {
  'zh-CN': {
    progress: '各返点项进度',
    total: '页首的累计返点',
    others: '其他周期的返点',
    column: '本周期返点',
    workings: '数字的由来',
    component: '返点项',
  },
  'en-US': {
    progress: 'Progress by component',
    total: 'Rebate to date as shown at the top',
    others: 'Windows of other periods',
    column: 'Rebate of the window',
    workings: 'How each figure came about',
    component: 'Component',
  },
} as const;

describe.each(['zh-CN', 'en-US'] as const)('windows of a quarter beside a year, %s', (language) => {
  const { page, total } = detailsOf(language);
  const words = WORDS[language];
  const rows = sectionRows(page, words.progress);
  const rowOf = (label: string) => rows.find((cells) => textOf(cells[1]) === label) ?? [];

  test('the progress adds up to the rebate to date, closed windows included', () => {
    const sum = rowOf(words.total)[10];
    expect(sum?.value).toBe(total);
    const range = /SUM\(([A-Z\d:]+)\)/.exec(sum?.formula ?? '')?.[1] ?? '';
    const parts = numbersIn(page, range);
    expect(parts).toEqual([2_700, 3_600.01, 11_100.02]);
    expect(rowOf(words.others)[10]?.value).toBe(11_100.02);
  });

  test('what a row shows is called the rebate of its window, not the rebate to date', () =>
    expect(textOf(rows[0]?.[10])).toBe(words.column));

  test('the sum at the end of the workings has a head of its own', () => {
    const all = sectionRows(page, words.workings);
    const last = all.findIndex((cells) => textOf(cells[1]) === words.total);
    const head = all.findLastIndex(
      (cells, at) => at < last && textOf(cells[1]) === words.component,
    );
    expect([textOf(all[head]?.[8]), last - head]).toEqual([words.column, 4]);
  });
});
