import type { Analysis } from '#domain/review/analysis.ts';
import { analyze } from '#application/analyze/analyze.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { fen } from '#domain/money/fen.ts';
import type { Language } from '#domain/language.ts';
import type { Page } from '#pages/page.ts';
import { detailsPage, reviewSnapshot } from '#pages/review/page/review-page.ts';
import type { ReviewInput, ReviewOptions } from '#pages/review/review-input.ts';
import { type Row, makeLedger, makeSheet } from './make-ledger.ts';
import { orders2025 } from './orders-2025.ts';
import { numbersIn, rowStarting, sectionRows, textOf } from './read-page.ts';

const year: readonly Row[] = orders2025.map(
  ([day, amount, category, customer, product, received]) => ({
    day,
    amount,
    category,
    customer,
    product,
    received,
  }),
);
const deals: readonly Row[] = [
  {
    day: '2025-12-28',
    amount: '90000.00',
    category: '基础',
    customer: '甲',
    kind: 'pending',
    probability: 0.5,
    id: 'P1',
  },
  {
    day: '2025-12-29',
    amount: '60000.00',
    category: '安全',
    customer: '乙',
    kind: 'pending',
    probability: 0.5,
    id: 'P2',
  },
];

function analysisOf(rows: readonly Row[], yearStart: number | null = null): Analysis {
  const result = analyze({
    ledger: makeLedger(rows),
    policy: undefined,
    asOf: dateOf(2025, 12, 25),
    yearStart,
    nearShare: 0.1,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const inputOf = (analysis: Analysis, more: Partial<ReviewInput> = {}): ReviewInput => ({
  ...analysis,
  title: 'year.xlsx',
  advised: [],
  restatements: [],
  ...more,
});

const pageOf = (
  rows: readonly Row[],
  options: Partial<ReviewOptions> = {},
  yearStart: number | null = null,
): Page =>
  detailsPage(inputOf(analysisOf(rows, yearStart)), {
    language: 'en-US',
    sheets: [makeSheet(rows)],
    ...options,
  }).page;

const calendar = pageOf(year, { period: '2025Q4' });
const fiscal = pageOf(year, { period: 'FY2026Q3' }, 4);

describe('the year of forty orders, read as whole, as of 25 December', () => {
  test('sheet, mark and title carry the period with its months', () => {
    expect([calendar.name, calendar.mark, textOf(calendar.rows[1]?.cells[1])]).toEqual([
      'Rebate review 2025Q4 details',
      'review-details:2025Q4',
      'Rebate review 2025Q4 (2025-10~2025-12)',
    ]);
    expect([fiscal.name, textOf(fiscal.rows[1]?.cells[1])]).toEqual([
      'Rebate review FY2026Q3 details',
      'Rebate review FY2026Q3 (2025-10~2025-12)',
    ]);
    expect(pageOf(year, { language: 'zh-CN' }).name).toBe('返点复盘附录 2025Q4');
  });

  test('calendar and fiscal quarter: the same sales, another place on the way to the tiers', () => {
    // Window, quarter, earning, tier sales, tier rate.
    expect(rowStarting(calendar, 'Progress by component', '基础').slice(1, 7)).toEqual([
      '2025',
      1042500,
      3040652.25,
      4865454.55,
      2,
      0.06,
    ]);
    expect(rowStarting(fiscal, 'Progress by component', '基础').slice(1, 7)).toEqual([
      'FY2026',
      1042500,
      2466551.25,
      3828452.05,
      2,
      0.06,
    ]);
  });

  test('gap, gain and cushion of both years', () => {
    const reach = (page: Page) =>
      sectionRows(page, 'Progress by component')
        .filter((cells) => textOf(cells[1]) === '安全')
        .map((cells) => cells.map((cell) => cell?.value ?? null))[1]
        ?.slice(3, 8);
    expect(reach(calendar)).toEqual([
      5000000,
      134545.45,
      113454.54,
      expect.any(Number),
      2865454.55,
    ]);
    expect(reach(fiscal)).toEqual([
      5000000,
      1171547.95,
      expect.any(Number),
      expect.any(Number),
      1828452.05,
    ]);
  });

  test('payouts and true-up add up to the year', () => {
    expect(rowStarting(calendar, 'Payouts and true-up', 'Total').slice(2, 5)).toEqual([
      318436.3, 46483.07, 364919.37,
    ]);
    expect(rowStarting(fiscal, 'Payouts and true-up', 'Total')[4]).toBe(339550.31);
  });

  test('settlement: expected less received is what is outstanding', () => {
    expect(rowStarting(calendar, 'Settlement', 'Total').slice(2, 6)).toEqual([
      364919.37,
      null,
      151439.13,
      213480.24,
    ]);
  });

  test('the workings lead to the rebate to date shown at the top', () => {
    expect(rowStarting(calendar, 'How each figure came about', 'Rebate to date')[7]).toBe(
      364919.37,
    );
    expect(rowStarting(fiscal, 'How each figure came about', 'Rebate to date')[7]).toBe(339550.31);
  });

  test('every edge order leads to its row', () => {
    const links = sectionRows(calendar, 'Edge orders').flatMap((cells) =>
      cells[1]?.link === undefined ? [] : [[textOf(cells[1]), cells[1].link]],
    );
    expect(links).toContainEqual(['R250022', "'订单'!A23"]);
    expect(links).toHaveLength(analysisOf(year).edges.length);
  });
});

describe.each<[string, Page]>([
  ['calendar', calendar],
  ['fiscal', fiscal],
  ['Chinese', pageOf(year, { language: 'zh-CN' })],
  ['with pipeline', pageOf([...year, ...deals])],
  ['without the sheets', detailsPage(inputOf(analysisOf(year)), { language: 'en-US' }).page],
])('every page adds up: %s', (_, page) => {
  const formulas = page.rows.flatMap((row, index) =>
    row.cells.flatMap((cell, column) =>
      cell?.formula === undefined ? [] : [{ index, column, cell, formula: cell.formula }],
    ),
  );

  test('a total is the sum of the rows shown for it, to the fen', () => {
    const totals = formulas.filter(({ formula }) =>
      /^ROUND\(SUM\([A-Z]+\d+:[A-Z]+\d+\),2\)$/.test(formula),
    );
    expect(totals.length).toBeGreaterThan(10);
    for (const { cell, formula } of totals) {
      const range = /SUM\((.*?)\)/.exec(formula)?.[1] ?? '';
      const sum = numbersIn(page, range).reduce(
        (total, value) => total + Math.round(value * 100),
        0,
      );
      expect([formula, sum]).toEqual([formula, Math.round(Number(cell.value) * 100)]);
    }
  });

  test('every total-money cell is a formula', () => {
    const totals = page.rows
      .flatMap((row) => row.cells)
      .filter((cell) => cell?.style === 'total-money');
    expect(totals.filter((cell) => cell?.formula === undefined).map((cell) => cell?.value)).toEqual(
      [],
    );
  });

  test('only functions that every spreadsheet has', () => {
    const used = new Set(
      formulas.flatMap(({ formula }) =>
        [...formula.matchAll(/([A-Z][A-Z.]*)\(/g)].map((match) => match[1]),
      ),
    );
    expect(
      [...used]
        .sort()
        .filter(
          (name) =>
            ![
              'COUNT',
              'COUNTIF',
              'ISERROR',
              'DATE',
              'IF',
              'INDEX',
              'MAX',
              'MIN',
              'ROUND',
              'SUM',
              'SUMIFS',
              'SUMPRODUCT',
            ].includes(String(name)),
        ),
    ).toEqual([]);
  });

  test('formulas point at cells of the page that hold a figure', () => {
    for (const { formula } of formulas) {
      for (const [address] of formula
        .replace(/'[^']*'!\S+?,/g, '')
        .matchAll(/\$?\b[A-K]\$?\d+\b/g)) {
        expect(Number(address.replace(/\D/g, ''))).toBeLessThanOrEqual(page.rows.length);
      }
    }
  });

  test('merged cells do not overlap and cover nothing that is shown', () => {
    const covered = new Set<string>();
    for (const { row, column, columns } of page.merges ?? []) {
      for (let at = column; at < column + columns; at += 1) {
        expect(covered.has(`${row} ${at}`)).toBe(false);
        covered.add(`${row} ${at}`);
        const hidden = at > column ? page.rows[row]?.cells[at]?.value : null;
        expect(hidden ?? null).toBeNull();
      }
    }
    expect(covered.size).toBeGreaterThan(0);
  });

  test('charts draw from rows that exist and hold numbers', () => {
    for (const chart of page.charts) {
      for (const series of chart.series) {
        const values = Array.from(
          { length: series.rows },
          (_, index) => page.rows[series.row + index]?.cells[series.column]?.value,
        );
        expect(values.some((value) => typeof value === 'number')).toBe(true);
        expect(series.rows).toBe(chart.categories.rows);
      }
    }
  });
});

describe('sales as formulas over the order sheet', () => {
  const salesCells = (page: Page) =>
    sectionRows(page, 'Net sales by month and category')
      .filter((cells) => /^\d{4}-\d{2}$/.test(textOf(cells[1])))
      .flatMap((cells) => [cells[3], cells[4]]);

  test('plain numbers and dates: every month adds up the orders’ own cells', () => {
    expect(
      salesCells(calendar).every(
        (cell) => cell?.formula?.startsWith("ROUND(SUMIFS('订单'!$F:$F") ?? false,
      ),
    ).toBe(true);
  });

  test.each<[string, Row]>([
    [
      'a duplicate in the sheet',
      { day: '2025-10-10', amount: '66000.00', category: '安全', kind: 'duplicate' },
    ],
    [
      'a subtotal that carries a category',
      { day: '2025-11-30', amount: '500000.00', category: '基础', kind: 'subtotal' },
    ],
  ])('%s: no formula would be right, so that month stands as a value over the list', (_, extra) => {
    const page = pageOf([...year, extra], { period: '2025Q4' });
    const cells = salesCells(page);
    expect(cells.some((cell) => cell?.formula?.includes("'订单'!") ?? false)).toBe(true);
    const month = sectionRows(page, 'Net sales by month and category').find(
      (row) => textOf(row[1]) === extra.day.slice(0, 7),
    );
    const cell = extra.category === '基础' ? month?.[3] : month?.[4];
    expect(cell?.formula).not.toContain("'订单'!");
    expect(rowStarting(page, 'Net sales by month and category', 'Total')[4]).toBe(4865454.55);
  });

  test('text dates: the quarter adds up the orders listed on the page', () => {
    const sheet = makeSheet(year);
    const asText = {
      ...sheet,
      columns: sheet.columns.map((column, index) =>
        index === 4 ? column.map((cell) => (typeof cell === 'number' ? `d${cell}` : cell)) : column,
      ),
    };
    const page = pageOf(year, { period: '2025Q4', sheets: [asText] });
    const formulas = salesCells(page).flatMap((cell) => cell?.formula ?? []);
    expect(formulas).toHaveLength(6);
    expect(formulas.filter((formula) => !formula.startsWith('ROUND(SUMIFS($I$'))).toEqual([]);
  });
});

describe('since the last review', () => {
  const now = inputOf(analysisOf(year));
  const last = {
    ...reviewSnapshot(now, { language: 'en-US', period: '2025Q3' }),
    asOf: dateOf(2025, 9, 26),
    period: '2025Q3',
  };
  const before = { ...last, figures: { ...last.figures, rebate: fen(2_532_89_35) } };

  test('shows before, now and change', () => {
    const page = detailsPage(now, { language: 'en-US', lastReview: before }).page;
    expect(rowStarting(page, 'Since the last review', 'Rebate to date').slice(2, 5)).toEqual([
      253289.35, 364919.37, 111630.02,
    ]);
  });
  test('is not there without an earlier one', () =>
    expect(() => sectionRows(calendar, 'Since the last review')).toThrow('no section'));
});

describe('sections without content say so in one line', () => {
  const empty = pageOf([]);
  test.each([
    ['What to do now', 'Nothing to do: no tier is within reach and none is at risk.'],
    ['Edge orders', 'No order decides a tier at the moment.'],
    ['Pipeline', 'The order sheet holds no deals that are still open.'],
    ['Questions left open', 'No questions: every row is understood.'],
    ['Settlement', 'Nothing has been earned and nothing received.'],
  ])('%s', (title, line) =>
    expect(sectionRows(empty, title).map((cells) => textOf(cells[1]))).toContain(line),
  );
});

test.each<Language>(['zh-CN', 'en-US'])('no word is missing in %s', (language) => {
  const shown = pageOf([...year, ...deals], { language })
    .rows.flatMap((row) => row.cells.map(textOf))
    .join('\n');
  expect(shown).not.toMatch(/undefined|NaN|\[object|null/);
});
