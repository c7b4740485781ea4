import { readOrders } from '#application/read/read-orders.ts';
import { type TypedKind, typedAnswer, typedKind } from '#domain/ledger/typed-answer.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';

const HEAD: Cell[] = ['订单号', '客户', '类别', '付款日期', '实付金额', '状态', '备注'];
const order = (month: number): Cell[] => [
  `S20250${month}001`,
  '甲',
  '基础',
  `2025-0${month}-05`,
  120_000 + month,
  '已付款',
  '',
];
/** Clean orders and one in which a cell is open. */
const orders = (open: { readonly [column: number]: Cell }): Cell[][] => {
  const row: Cell[] = ['S9', '乙', '基础', '2025-03-01', 5000, '已付款', ''];
  return [HEAD, ...[1, 2, 3, 4].map(order), row.map((cell, at) => (at in open ? open[at]! : cell))];
};
const few = (head: Cell[], ...rows: Cell[][]): Cell[][] => [head, ...rows];

/** A ledger each in which something is open, and what it is asked as. */
const ASKED: readonly (readonly [string, Cell[][]])[] = [
  ['ledger.date-unreadable', orders({ 3: '下周' })],
  ['ledger.date-impossible', orders({ 3: '2025-06-31' })],
  ['ledger.date-ambiguous', [HEAD, ['S9', '乙', '基础', '03/04/2025', 5000, '已付款', '']]],
  ['ledger.date-no-year', [HEAD, ['S9', '乙', '基础', '3-14', 5000, '已付款', '']]],
  ['ledger.date-far', orders({ 3: '2125-06-30' })],
  ['ledger.date-apart', orders({ 3: '2015-06-30' })],
  ['ledger.date-month', orders({ 3: '2025年3月' })],
  ['ledger.date-part', orders({ 3: '2025Q4' })],
  ['ledger.date-part-of-month', orders({ 3: '2025年3月上旬' })],
  ['ledger.date-day-or-year', orders({ 3: 'Jan-25' })],
  ['ledger.date-midnight', orders({ 3: '2025-03-01 00:00 - 2025-03-31 00:00' })],
  ['ledger.status-unknown', orders({ 5: '蓝色' })],
  ['ledger.refund-partial', orders({ 5: '部分退款' })],
  ['ledger.row-doubted', orders({ 6: '算4月业绩' })],
  ['ledger.currency-foreign', orders({ 4: '$3,200' })],
  ['ledger.amount-missing', orders({ 4: null })],
  ['ledger.amount-unreadable', orders({ 4: '面议' })],
  ['ledger.amount-loose', orders({ 4: '约3200' })],
  ['ledger.amount-mark', [HEAD, ['S1', '甲', '基础', '2025-01-05', '17.500', '已付款', '']]],
  ['ledger.category-missing', orders({ 2: null })],
  ['ledger.category-several', orders({ 2: '基础、安全' })],
  ['ledger.id-damaged', orders({ 0: '2.50105E+17' })],
  ['ledger.id-other-amount', orders({ 0: 'S202501001', 1: '甲', 3: '2025-01-05' })],
  ['ledger.id-other-customer', orders({ 0: 'S202501001', 3: '2025-01-05', 4: 120_001 })],
  ['ledger.id-other-day', orders({ 0: 'S202501001', 1: '甲', 3: '2025-02-08', 4: 120_001 })],
  [
    'ledger.unit-open',
    few(
      ['订单号', '类别', '付款日期', '实付金额'],
      ['A1', '基础', '2025-01-05', '12.5万'],
      ['A2', '基础', '2025-01-06', '30万'],
      ['A3', '基础', '2025-01-07', 9.8],
    ),
  ],
  [
    'ledger.refund-sign',
    few(
      ['订单号', '类型', '类别', '付款日期', '实付金额'],
      ['A1', '新购', '基础', '2025-01-05', 500],
      ['A2', '降配', '基础', '2025-01-06', 200],
    ),
  ],
  [
    'ledger.refund-beside',
    few(
      ['订单号', '类别', '付款日期', '实付金额', '退款金额'],
      ['A1', '基础', '2025-01-05', 500, 0],
      ['A2', '基础', '2025-01-06', 200, 50],
    ),
  ],
  [
    'ledger.amount-list-only',
    few(['订单号', '类别', '付款日期', '目录价'], ['A1', '基础', '2025-01-05', 500]),
  ],
  [
    'ledger.amount-voucher',
    few(
      ['订单号', '类别', '付款日期', '订单金额', '代金券'],
      ['A1', '基础', '2025-01-05', 500, 100],
    ),
  ],
  [
    'ledger.money-out',
    few(
      ['日期', '订单号', '类别', '收入', '支出'],
      ['2025-01-05', 'A1', '基础', 500, null],
      ['2025-01-06', 'A2', '基础', null, 80],
    ),
  ],
];

const TYPED: { readonly [K in TypedKind]: string } = {
  amount: '1234.50',
  date: '2025-03-31',
  category: '安全',
  status: '已付款',
  id: 'REAL-1',
};

describe('every question', () => {
  it.each(ASKED)('%s is settled by each of its choices and by a typed value', (code, rows) => {
    const read = (answers: { readonly [key: string]: string }) =>
      readOrders([sheetOf(rows)], { policy: null, answers });
    const question = read({}).questions.find(({ fact }) => fact.code === code);
    if (question === undefined)
      throw new Error(
        read({})
          .questions.map((q) => q.fact.code)
          .join(),
      );
    const { key, choices, reason } = question;
    const typed = typedAnswer(typedKind(reason), TYPED[typedKind(reason)]);
    const answers = [...choices.map(({ id }) => id), typed ?? 'nothing'];
    const settles = (id: string): boolean =>
      read({ [key]: id }).questions.every((other) => other.key !== key);
    expect(answers.map(settles)).toEqual(answers.map(() => true));
    expect(choices.at(-1)?.kind).toBe('leave-out');
    expect(settles('nothing of the kind')).toBe(false);
  });
});
