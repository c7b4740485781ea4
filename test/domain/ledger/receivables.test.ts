import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { countsOf, netSales, read } from './told-rows.ts';

/** Lists in which what is owed and what came in stand on rows of their own. */
const list = (owed: string, paid: string, ...more: Cell[][]): Cell[][] => [
  ['单据编号', '客户', '类别', '日期', owed, paid],
  ['XS001', '甲公司', '基础', '2025-01-06', 100_000, null],
  ['SK001', '甲公司', '基础', '2025-01-16', null, 100_000],
  ['XS002', '乙公司', '安全', '2025-02-07', 20_000, null],
  ['SK002', '乙公司', '安全', '2025-02-17', null, 20_000],
  ['XS003', '丙公司', '安全', '2025-02-18', 7_000, null],
  ...more,
];

test.each([
  ['应收金额', '实收金额'],
  ['应付金额', '实付金额'],
  ['Amount due', 'Amount paid'],
])('%s and %s on rows of their own: one question settles all', (owed, paid) => {
  const rows = list(owed, paid);
  const open = read([sheetOf(rows)]);
  expect(netSales(open)).toBe('120000.00');
  expect(open.questions.map(({ indices }) => indices.length)).toEqual([3]);
  expect(open.questions[0]?.fact).toEqual({
    code: 'ledger.receivable-only',
    header: owed,
    paid,
  });
  const key = open.questions[0]!.key;
  const without = read([sheetOf(rows)], { answers: { [key]: 'leave-out' } });
  expect(without.questions).toEqual([]);
  expect(netSales(without)).toBe('120000.00');
  const counted = read([sheetOf(rows)], { answers: { [key]: 'keep' } });
  expect(counted.questions).toEqual([]);
  expect(netSales(counted)).toBe('247000.00');
});

test('a typed zero stands for nothing on either side', () => {
  const rows = list('应收金额', '实收金额').map((row) =>
    row.map((cell) => (cell === null ? 0 : cell)),
  );
  const ledger = read([sheetOf(rows)]);
  expect(netSales(ledger)).toBe('120000.00');
  expect(countsOf(ledger)).toEqual({ header: 1, order: 2, question: 3 });
});

test('one order that is not paid yet among paid ones is asked by itself', () => {
  const ledger = read([
    sheetOf([
      ['订单号', '类别', '日期', '应收金额', '实收金额'],
      ['A1', '基础', '2025-01-06', 1000, 1000],
      ['A2', '基础', '2025-01-07', 500, null],
      ['A3', '基础', '2025-01-08', 700, null],
    ]),
  ]);
  expect(ledger.questions.map(({ choices }) => choices[0]?.id)).toEqual([
    'as-ordered',
    'as-ordered',
  ]);
});
