import type { Cell } from '#domain/sheet.ts';
import { QUESTION_REASONS } from '#domain/ledger/ledger.ts';
import { typedAnswer, typedKind } from '#domain/ledger/typed-answer.ts';
import { sheetOf } from './sheet-of.ts';
import { countsOf, netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '产品', '类别', '日期', '金额', '状态'];
const line = (id: Cell, day: string, amount: number, status = '已签'): Cell[] => [
  id,
  '甲公司',
  'ECS',
  '基础',
  day,
  amount,
  status,
];
const sheet = (...rows: Cell[][]): ReturnType<typeof sheetOf> => sheetOf([HEAD, ...rows]);

test('every kind of question takes a typed value', () =>
  expect(QUESTION_REASONS.map((reason) => [reason, typedKind(reason)])).toEqual([
    ['date', 'date'],
    ['unit', 'amount'],
    ['currency', 'amount'],
    ['amount', 'amount'],
    ['category', 'category'],
    ['id', 'id'],
    ['status', 'status'],
    ['columns', 'amount'],
    ['refund', 'amount'],
  ]));

test.each([
  ['won', 'status:won'],
  ['已付款', 'status:won'],
  ['Closed Won', 'status:won'],
  ['跟进中', 'status:pending'],
  ['还没付款', 'status:pending'],
  ['作废', 'status:void'],
  ['cancelled', 'status:void'],
  ['退款', 'status:refund'],
  ['已退款', 'status:refund'],
  ['紫色', undefined],
  ['', undefined],
])('the status %s', (text, id) => expect(typedAnswer('status', text)).toBe(id));

test.each([
  ['2025010612345678901', 'id:2025010612345678901'],
  [' A-17 ', 'id:A-17'],
  ['9.25E+14', undefined],
  ['待补', undefined],
])('the number %s', (text, id) => expect(typedAnswer('id', text)).toBe(id));

/** The ledger once its only question is answered so. */
function answered(rows: readonly Cell[][], answer: string): ReturnType<typeof read> {
  const open = read([sheet(...rows)]);
  expect(open.questions).toHaveLength(1);
  return read([sheet(...rows)], { answers: { [open.questions[0]!.key]: answer } });
}

test('a number that Excel damaged counts under the one typed', () => {
  const rows = [line('A1', '2025-01-06', 100), line(1.2345678901234568e18, '2025-01-07', 50)];
  const ledger = answered(rows, 'id:1234567890123456789');
  expect(ledger.questions).toEqual([]);
  expect(netSales(ledger)).toBe('150.00');
  expect(ledger.orderId[2]).toBe('1234567890123456789');
});

test('a damaged number typed as that of a line that is there is the same line', () => {
  const rows = [
    line('1234567890123456789', '2025-01-07', 50),
    line(1.2345678901234568e18, '2025-01-07', 50),
  ];
  const ledger = answered(rows, 'id:1234567890123456789');
  expect(countsOf(ledger)).toEqual({ header: 1, order: 1, duplicate: 1 });
});

test('a number on two orders: the second counts under its own', () => {
  const rows = [line('A1', '2025-01-06', 100), line('A1', '2025-01-07', 50)];
  const ledger = answered(rows, 'id:A2');
  expect(netSales(ledger)).toBe('150.00');
  expect([ledger.orderId[1], ledger.orderId[2]]).toEqual(['A1', 'A2']);
});

test('renumbered as a line that is there already it counts once', () => {
  const rows = [
    line('A1', '2025-01-06', 100),
    line('A1', '2025-01-07', 50),
    line('A2', '2025-01-07', 50),
  ];
  const ledger = answered(rows, 'id:A2');
  expect(netSales(ledger)).toBe('150.00');
  expect(countsOf(ledger)).toEqual({ header: 1, order: 2, duplicate: 1 });
});
