import { type Answers, kindOf } from '#domain/ledger/ledger.ts';
import { leftOutKey, leftOutRows } from '#domain/ledger/left-out-rows.ts';
import type { Cell } from '#domain/sheet.ts';
import { netSales, read } from './told-rows.ts';
import { sheetOf } from './sheet-of.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const order = (id: string, amount: Cell, ...more: Cell[]): Cell[] => [
  id,
  '甲',
  '基础',
  '2025-01-05',
  amount,
  ...more,
];

/** "order 36.00", "question columns", … of the last row, and the net sales of all. */
function told(rows: Cell[][], more: Parameters<typeof sheetOf>[1] = {}, answers: Answers = {}) {
  const ledger = read([sheetOf(rows, more)], { answers });
  const last = ledger.size - 1;
  const kind = kindOf(ledger, last);
  const reason = ledger.questions.find(({ indices }) => indices.includes(last))?.reason;
  return [kind, ...(reason === undefined ? [] : [reason]), netSales(ledger)].join(' ');
}

describe('an amount cut by a thousands comma', () => {
  const csv = { delimited: true } as const;
  it.each([
    [[HEAD, order('A1', '540.00'), order('A2', '36', '000.00')], 'question columns 540.00'],
    [[HEAD, order('A1', '540.00'), order('A2', '1', '200', '000.00')], 'question columns 540.00'],
    [
      [[...HEAD, '备注'], order('A1', '540.00', '尾款'), order('A2', '72', '500.00', '首付')],
      'question columns 540.00',
    ],
    [
      [[...HEAD, '备注'], order('A1', '540.00', '尾款'), order('A2', '72', '500.00')],
      'question columns 540.00',
    ],
    [[[...HEAD, '数量'], order('A1', '540', '100'), order('A2', '72', '500')], 'order 612.00'],
  ])('%j', (rows, expected) => expect(told(rows, csv)).toBe(expected));

  it('offers the number put together again', () => {
    const { questions } = read([sheetOf([HEAD, order('A2', '36', '000.00')], csv)]);
    expect(questions[0]?.choices[0]).toEqual({ id: 'joined', kind: 'amount', amount: 3_600_000 });
  });
});

describe('refunds', () => {
  it.each([
    [[[...HEAD, '退款金额'], order('A1', 20000, 7500)], 'order 12500.00'],
    [[[...HEAD, '已退金额', '实付金额'], order('A1', 15000, 5000, 10000)], 'order 10000.00'],
    [
      [[...HEAD.slice(0, 4), '实付金额', '已退金额'], order('A1', 15000, 5000)],
      'question refund 0.00',
    ],
    [[HEAD, order('A1', 1500), ['退款：'], order('T1', 400)], 'question refund 1500.00'],
    [[HEAD, order('A1', 1500), ['退款明细'], HEAD, order('A1', 400)], 'refund 1100.00'],
    [
      [
        HEAD,
        order('A1', 1500),
        ['退款单号', '客户', '类别', '退款日期', '退款金额'],
        order('T1', 400),
      ],
      'refund 1100.00',
    ],
    [
      [[...HEAD, '订单类型'], order('A1', 1500), order('A2', 400, '降配')],
      'question refund 1500.00',
    ],
    [
      [[...HEAD, '状态'], order('A1', 1500), order('A2', 400, '部分退款')],
      'question refund 1500.00',
    ],
    [
      [[...HEAD.slice(0, 4), '收入', '支出'], order('A1', 1500), order('A2', null, 400)],
      'question refund 1500.00',
    ],
  ])('%j', (rows, expected) => expect(told(rows)).toBe(expected));

  it('on a sheet of their own are one question', () => {
    const refunds = sheetOf([HEAD, order('T1', 400), order('T2', 300)], { name: '退款' });
    const ask = (answers: Answers) =>
      read([sheetOf([HEAD, order('A1', 1500)]), refunds], { answers });
    const [question] = ask({}).questions;
    expect(question).toMatchObject({ reason: 'refund', indices: [4, 5].map((row) => row - 1) });
    const taken = ask({ [question?.key ?? '']: 'taken-back' });
    expect([netSales(taken), taken.questions]).toEqual(['800.00', []]);
  });
});

describe('tables', () => {
  const wide = (left: Cell[], right: Cell[]): Cell[] => [...left, null, ...right];
  it('side by side both count', () => {
    const ledger = read([
      sheetOf([
        wide(HEAD, HEAD),
        wide(order('A1', 1100), order('B1', 4400)),
        wide(Array<Cell>(5).fill(null), order('B2', 660)),
      ]),
    ]);
    expect(netSales(ledger)).toBe('6160.00');
  });

  it('two halves of one table are one table', () =>
    expect(
      told([
        ['订单号', '客户', '类别', null, '付款日期', '实付金额'],
        ['A1', '甲', '基础', null, '2025-01-05', 500],
      ]),
    ).toBe('order 500.00'));

  it.each([
    [
      'ledger.crosstab',
      [
        ['客户', '类别', '1月', '2月'],
        ['甲', '基础', 1, 2],
      ],
    ],
    ['ledger.amount-empty', [HEAD, order('A1', null), order('A2', null)]],
    [
      'ledger.debit-credit',
      [
        ['订单号', '客户', '日期', '借方', '贷方'],
        ['A1', '甲', '2025-01-05', 1, 2],
      ],
    ],
  ])('%s is named', (code, rows) => {
    const ledger = read([sheetOf(rows as Cell[][])]);
    expect(ledger.sheets).toEqual([]);
    expect(ledger.report.map((fact) => fact.code)).toContain(code);
  });

  it('two amounts under one header are asked about and told apart by letter', () => {
    const ledger = read([sheetOf([[...HEAD, '金额'], order('A1', 100, 80)])]);
    expect(ledger.questions.map(({ fact }) => fact.code)).toEqual(['ledger.amount-rival']);
    expect(ledger.report).toContainEqual(
      expect.objectContaining({ header: '金额 (E)', passedOver: ['金额 (F)'] }),
    );
  });
});

describe('a row that was left out', () => {
  const head = [...HEAD, '状态'];
  const rows = [
    head,
    order('A1', 100, '已付款'),
    order('A1', 100, '已付款'),
    order('A2', 200, '已取消'),
    order('A3', 300, '跟进中'),
  ];

  it('is listed by kind and can be counted after all', () => {
    const sheet = sheetOf(rows);
    const ledger = read([sheet]);
    expect(leftOutRows(ledger).map(({ kind, indices }) => [kind, indices])).toEqual([
      ['duplicate', [2]],
      ['void', [3]],
      ['pending', [4]],
    ]);
    const counting = (...at: number[]) =>
      netSales(
        read([sheet], {
          answers: Object.fromEntries(at.map((row) => [leftOutKey('订单', row), 'count'])),
        }),
      );
    expect([counting(), counting(3), counting(3, 4), counting(3, 4, 5)]).toEqual([
      '100.00',
      '200.00',
      '400.00',
      '700.00',
    ]);
  });
});

test('parts of a fen are added exactly and rounded once', () => {
  const fine = (...amounts: Cell[]) =>
    netSales(read([sheetOf([HEAD, ...amounts.map((amount, at) => order(`A${at}`, amount))])]));
  expect(fine('0.62812345', '0.06412345', '7.14499999', '12.34967890')).toBe('20.19');
  expect(fine(...Array<Cell>(1000).fill('0.00412345'))).toBe('4.12');
  expect(fine(100 / 3, 100 / 3, 100 / 3)).toBe('100.00');
});
