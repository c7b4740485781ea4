import type { Cell } from '#domain/sheet.ts';
import { sayIn } from '#i18n/say/say.ts';
import { sheetOf } from './sheet-of.ts';
import { countsOf, netSales, read } from './told-rows.ts';

/** One category or product a column: no row is one order, so nothing is asked row by row. */
const across: readonly (readonly [string, Cell[][], string])[] = [
  [
    'months down and a total',
    [
      ['月份', '基础', '安全', '合计'],
      ['1月', 100_000, 20_000, 120_000],
      ['2月', 50_000, null, 50_000],
    ],
    'B1',
  ],
  [
    'categories in words with "amount"',
    [
      ['月份', '基础产品金额', '安全产品金额', '总金额'],
      ['2025-01', '100,000.00', '20,000.00', '120,000.00'],
    ],
    'B1',
  ],
  [
    'families of products',
    [
      ['Month', 'Compute', 'Storage', 'Security', 'Total'],
      ['Jan 2025', 100_000, 20_000, 0, 120_000],
    ],
    'B1',
  ],
  [
    'words that no catalog knows, which add up to the total',
    [
      ['2025 年各组业绩'],
      ['销售', '硬件', '软件', '维保', '合计'],
      ['张三', 100_000, 20_000, 0, 120_000],
      ['李四', 50_000, 0, 10, 50_010],
      ['合计', 150_000, 20_000, 10, 170_010],
    ],
    'B2',
  ],
  [
    'products and no total',
    [
      ['客户', 'ECS', 'RDS', 'WAF'],
      ['甲公司', 100_000, 20_000, 0],
    ],
    'B1',
  ],
  [
    'months down, categories across and no total',
    [
      ['月份', '基础', '安全'],
      ['2025-01', 100_000, 20_000],
    ],
    'B1',
  ],
];
test.each(across)('%s', (_name, rows, cell) => {
  const ledger = read([sheetOf(rows)]);
  expect(ledger.questions).toEqual([]);
  expect(ledger.report).toContainEqual(
    expect.objectContaining({ code: 'ledger.crosstab', cell }) as unknown,
  );
});

test('says what it is', () => {
  const [, rows] = across[0]!;
  const fact = read([sheetOf(rows)]).report.find(({ code }) => code === 'ledger.crosstab')!;
  expect(sayIn('zh-CN')(fact)).toBe(
    '“订单”是交叉表（B1“基础”起，每列一个月份、季度或类别），未读取：请改成每行一单，' +
      '日期、类别和金额各一列。',
  );
  expect(sayIn('en-US')(fact)).toBe(
    '"订单" is a crosstab (from B1 "基础", one month, quarter or category a column), so it was ' +
      'not read: give each order a row with one date, one category and one amount.',
  );
});

const ORDERS: Cell[][] = [
  ['订单号', '类别', '付款日期', '实付金额'],
  ['A1', '基础', '2025-01-06', 1000],
  ['A2', '安全', '2025-01-07', 500],
];

test('a summary below the orders costs none of them', () => {
  const ledger = read([
    sheetOf([...ORDERS, [], ['月份', '基础', '安全', '合计'], ['1月', 1000, 500, 1500]]),
  ]);
  expect(netSales(ledger)).toBe('1500.00');
  expect(ledger.questions).toEqual([]);
  expect(ledger.report.map(({ code }) => code)).toContain('ledger.crosstab');
});

const orders: readonly (readonly [string, Cell[][]])[] = [
  [
    'an order a row with its parts beside the total',
    [
      ['订单号', '类别', '付款日期', '软件', '硬件', '合计'],
      ['A1', '基础', '2025-01-06', 400, 600, 1000],
    ],
  ],
  [
    'figures that do not add up to the amount',
    [
      ['客户', '类别', '月份', '人数', '折扣', '实付金额'],
      ['甲公司', '基础', '2025-01', 3, 9, 1000],
    ],
  ],
];
test.each(orders)('%s is read', (_name, rows) =>
  expect(countsOf(read([sheetOf(rows)]))['order']).toBe(1),
);
