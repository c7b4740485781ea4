/** @jest-environment jsdom */
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { fenFromYuan } from '#domain/money/fen.ts';
import { Decimal } from '#domain/money/decimal.ts';
import type { Language } from '#domain/language.ts';
import { percent, yuan } from '#i18n/format.ts';
import { pane as english } from '#i18n/en-US/pane.ts';
import { pane as chinese } from '#i18n/zh-CN/pane.ts';
import type { Page, PageCell } from '#pages/page.ts';
import { reviewLanguage } from '#pages/review/review-language.ts';
import { reviewPages } from '#pages/review/page/review-page.ts';
import { Overview } from '#taskpane/overview/Overview.tsx';
import { sectionRows, textOf } from '../pages/review/read-page.ts';
import { Rendered } from './rendered.tsx';
import { analysisOfRows, type Rows, sheetOf } from './view-of-rows.ts';

const ORDERS: Rows = [
  ['订单号', '客户', '产品类别', '签约日期', '实付金额', '状态', '概率', '实返'],
  ['A1', '甲公司', '基础', '2025-01-10', 600_000.37, '已签', '', 1_000.05],
  ['A2', '乙公司', '安全', '2025-04-10', 520_000, '已签', '', ''],
  ['A3', '丙公司', '基础', '2025-07-01', 333_333.33, '已签', '', 200],
  ['T3', '丙公司', '安全', '2025-07-02', -12_345.67, '退款', '', ''],
  ['P1', '丁公司', '基础', '2025-08-01', 250_000, '跟进中', '60%', ''],
  ['P2', '甲公司', '安全', '2025-09-01', 410_000, '跟进中', '50%', ''],
];
const HEAD = ['返点项', '适用类别', '定档口径', '门槛', '比例', '计算方式', '累计周期'] as const;
type Terms = Readonly<Record<string, string | number>>;

/** Two components of three tiers, and the terms that both have. */
function policyOf(scheme: string, period: string, more: Terms = {}): Rows {
  const tiers = [
    [200_000, '3%'],
    [700_000, '5%'],
    [1_500_000, '8%'],
  ] as const;
  return [
    [...HEAD, ...Object.keys(more)],
    ...['基础', '安全'].flatMap((name) =>
      tiers.map(([from, rate]) => [
        ...[name, name, '全部', from, rate, scheme, period],
        ...Object.values(more),
      ]),
    ),
  ];
}

const POLICIES: readonly (readonly [words: string, policy: Rows])[] = [
  ['whole, by the year', policyOf('全额', '年')],
  ['marginal, by the year', policyOf('超额', '年')],
  ['whole, by the quarter', policyOf('全额', '季')],
  ['marginal, net of tax', policyOf('超额', '半年', { 计佣口径: '不含税', 税率: 0.06 })],
  ['above the line, with a bonus', policyOf('全额', '季', { 达线归属: '超过', 奖励: 1_000.55 })],
  ['capped', policyOf('全额', '年', { 封顶: 20_000 })],
  ['not trued up', policyOf('全额', '年', { 补差: '否' })],
  ['rolling', policyOf('滚动', '年')],
  ['for each customer', policyOf('全额', '年', { 累计对象: '客户' })],
];
const CASES = POLICIES.flatMap(([words, policy]) =>
  (['zh-CN', 'en-US'] as const).map((language) => [words, language, policy] as const),
);

let pane: Rendered;
afterEach(() => pane.close());

test.each(CASES)(
  'the overview has the figures of the review: %s, %s',
  async (_, language, rows) => {
    const analysis = analysisOfRows(ORDERS, rows);
    const input = { ...analysis, title: '台账.xlsx', advised: [], restatements: [] };
    const sheets = [sheetOf('订单', ORDERS)];
    const [front, details] = reviewPages(input, { language, sheets });
    const words = language === 'zh-CN' ? chinese : english;
    pane = await Rendered.of(
      <Overview
        view={viewOf(analysis, '台账.xlsx', null)}
        answered={[]}
        settings={DEFAULT_SETTINGS}
        stale={false}
        pane={{ analyze: () => {}, answer: () => {}, answerGroup: () => {}, mapHeader: () => {} }}
        onShow={() => {}}
        goTo={() => {}}
        onRowSelected={undefined}
        rowMeaning={() => Promise.resolve(null)}
      />,
      language,
    );
    const totals = figuresOf(pane.box.querySelector('dl'));
    for (const label of [words.figures.rebate, words.figures.received, words.figures.outstanding])
      expect([label, totals.get(label)]).toEqual([label, moneyText(tile(front, label))]);
    for (const amount of headline(front).match(/¥[\d,]+\.\d\d/g) ?? [])
      expect(pane.text).toContain(amount);

    const reviewed = progressOf(details, language);
    const cards = [...pane.box.querySelectorAll('article')];
    expect(cards.length).toBeGreaterThan(0);
    for (const card of cards) {
      const row = reviewed.get(card.getAttribute('aria-label') ?? '');
      const { columns } = reviewLanguage(language);
      expect(card.textContent).toContain(moneyText(row?.get(columns.windowRebate)));
      const shown = figuresOf(card.querySelector('dl:last-of-type'));
      const both = [...(row ?? [])].filter(([label]) => shown.has(label));
      expect(both.map(([label]) => [label, shown.get(label)])).toEqual(
        both.map(([label, cell]) => [label, textIn(cell)]),
      );
      // A component that keeps customers apart shows them instead of its own standing.
      expect(both.length >= 3).toBe(shown.size > 0);
    }
  },
);

/** Labels and figures of a list. */
function figuresOf(list: Element | null): ReadonlyMap<string, string> {
  return new Map(
    [...(list?.querySelectorAll('dt') ?? [])].map((label) => [
      (label.querySelector('button') ?? label).textContent ?? '',
      label.nextElementSibling?.textContent ?? '',
    ]),
  );
}

const moneyText = (cell: PageCell | null | undefined): string =>
  typeof cell?.value === 'number' ? yuan(fenFromYuan(new Decimal(cell.value)) as never) : '–';

/** As the pane writes it: money, a share to a tenth of a percent, or nothing. */
const textIn = (cell: PageCell | null): string =>
  cell?.style?.startsWith('rate') === true && typeof cell.value === 'number'
    ? percent(new Decimal(cell.value).toDecimalPlaces(3))
    : moneyText(cell);

/** The figure under a label of page one. */
function tile({ rows }: Page, label: string): PageCell | null {
  const at = rows.findIndex(({ cells }) => cells.some((cell) => textOf(cell) === label));
  const column = rows[at]?.cells.findIndex((cell) => textOf(cell) === label) ?? -1;
  return rows[at + 1]?.cells[column] ?? null;
}

const headline = ({ rows }: Page): string =>
  textOf(rows.flatMap(({ cells }) => cells).find((cell) => cell?.style === 'headline'));

/** What the two tables of the appendix say of a component's window, by column head. */
function progressOf(
  details: Page,
  language: Language,
): ReadonlyMap<string, ReadonlyMap<string, PageCell | null>> {
  const found = new Map<string, Map<string, PageCell | null>>();
  let head: readonly (PageCell | null)[] = [];
  for (const cells of sectionRows(details, reviewLanguage(language).sections.progress)) {
    if (cells[1]?.style?.startsWith('header') === true) head = cells;
    else if (cells[1]?.style?.startsWith('label') === true) {
      const name = `${textOf(cells[1])} ${textOf(cells[2])}`;
      const own = found.get(name) ?? new Map<string, PageCell | null>();
      cells.forEach((cell, column) => own.set(textOf(head[column]), cell));
      found.set(name, own);
    }
  }
  return found;
}
