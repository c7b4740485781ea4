import { isoDate } from '#domain/calendar/local-date.ts';
import { type Ledger, kindOf } from '#domain/ledger/ledger.ts';
import { lastDay } from '#domain/rebate/last-day.ts';
import { orderBook } from '#domain/rebate/order-book.ts';
import type { Cell } from '#domain/sheet.ts';
import { say } from '#i18n/say/say.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const order = (id: string, ...more: Cell[]): Cell[] => [id, '甲', '基础', '2025-01-05', ...more];
const kinds = (ledger: Ledger): string[] =>
  [...ledger.kind.keys()].map((row) => kindOf(ledger, row)).filter((kind) => kind !== 'header');
const codes = (ledger: Ledger): string[] => ledger.report.map(({ code }) => code);

describe('a column about refunds alone', () => {
  it.each([
    ['退款状态', '已退款', 'void'],
    ['售后状态', '部分退款', 'question'],
    ['退款状态', '退款中', 'question'],
    ['是否退款', '是', 'void'],
    ['是否退款', '否', 'order'],
    ['退款状态', '无退款', 'order'],
    ['退款状态', '退款关闭', 'order'],
    ['退款状态', '红色', 'question'],
    ['Refund status', 'Refunded', 'void'],
    ['Refunded?', 'No', 'order'],
  ])('%s: %s is %s', (header, word, kind) => {
    const ledger = read([
      sheetOf([[...HEAD, header], order('A1', 100, word), order('A2', 50, null)]),
    ]);
    expect(kinds(ledger)).toEqual([kind, 'order']);
  });
  it('stands beside another status', () => {
    const ledger = read([
      sheetOf([[...HEAD, '状态', '退款状态'], order('A1', 100, '已支付', '已退款')]),
    ]);
    expect(kinds(ledger)).toEqual(['void']);
  });
});

describe('a column of statuses under a name of the house', () => {
  it('is the status where one of its words speaks against an order', () => {
    const ledger = read([
      sheetOf([[...HEAD, '财务标识'], order('A1', 100, '已支付'), order('A2', 50, '已取消')]),
    ]);
    expect(kinds(ledger)).toEqual(['order', 'void']);
    expect(codes(ledger)).not.toContain('ledger.columns-unread');
  });
  it('is none where it holds any other word', () => {
    const ledger = read([
      sheetOf([[...HEAD, '财务标识'], order('A1', 100, '甲类'), order('A2', 50, '已取消')]),
    ]);
    expect(kinds(ledger)).toEqual(['order', 'order']);
    expect(codes(ledger)).toContain('ledger.columns-unread');
  });
});

it.each(['支付超时', '超时未付', 'Payment timed out', 'Insufficient funds'])(
  'nothing was paid: %s',
  (word) => {
    const ledger = read([sheetOf([[...HEAD, '状态'], order('A1', 100, word)])]);
    expect(kinds(ledger)).toEqual(['void']);
  },
);

it.each(['冲销金额', '追回金额', '扣减金额'])('%s beside the amount is taken off it', (header) => {
  const ledger = read([
    sheetOf([[...HEAD, header], order('A1', 1500, 200), order('A2', 100, null)]),
  ]);
  expect(netSales(ledger)).toBe('1400.00');
});

it('扣款 as a type is asked', () =>
  expect(kinds(read([sheetOf([[...HEAD, '订单类型'], order('A1', 100, '扣款')])]))).toEqual([
    'question',
  ]));

describe('sheets from which nothing is read say why', () => {
  const why = (rows: Cell[][]): string[] => codes(read([sheetOf(rows)]));
  it('months across, with a total beside them', () =>
    expect(
      why([
        ['Customer', 'Category', 'Jan-25', 'Feb-25', 'Mar-25', 'Total'],
        ['A', 'Base', 1, 2, 3, 6],
      ]),
    ).toContain('ledger.crosstab'));
  it('a cash book without any other header that we know', () =>
    expect(
      why([
        ['日期', '凭证字号', '借方金额', '贷方金额', '余额'],
        ['2025-01-05', '记-1', null, 6000, 6000],
      ]),
    ).toContain('ledger.debit-credit'));
  it('headers of another world are named', () => {
    const { report } = read([
      sheetOf([
        ['Konto', 'Buchung', 'Betrag', 'Saldo'],
        ['x', 'y', 5, 6],
      ]),
    ]);
    const fact = report.find(({ code }) => code === 'ledger.no-amount-column');
    expect(fact && say(fact, 'zh-CN')).toContain('Betrag');
    expect(fact && say(fact, 'en-US')).toContain('Betrag');
  });
});

it('an expected amount is a deal’s size, and no payment', () => {
  const ledger = read([
    sheetOf([
      ['商机编号', '客户', '类别', '预计金额', '预计签约时间', '阶段'],
      ['O1', '甲', '基础', '10万', '2025-03-10', '谈判'],
      ['O2', '乙', '基础', '20万', '2025-02-10', '赢单'],
    ]),
  ]);
  expect(kinds(ledger)).toEqual(['pending', 'question']);
});

it.each([
  ['订单号/账单号', '产品', '支付时间', '现金支付'],
  ['Invoice #', 'Description', 'Invoice Date', 'Ext. Price'],
  ['订单ID', '产品名称', '扣费时间', '现金账户支付(元)'],
])('the headers %s, %s, %s, %s are known', (...headers) => {
  const ledger = read([sheetOf([headers, ['A1', 'ECS', '2025-01-05', 100]])]);
  expect(netSales(ledger)).toBe('100.00');
  expect(ledger.orderId[1]).toBe('A1');
  expect(codes(ledger)).not.toContain('ledger.columns-unread');
});

it('hidden rows count and are named', () => {
  const ledger = read([sheetOf([HEAD, order('A1', 100), order('A2', 50)], { hiddenRows: [2] })]);
  expect(netSales(ledger)).toBe('150.00');
  expect(ledger.report).toContainEqual({
    code: 'ledger.rows-hidden',
    sheet: '订单',
    count: 1,
    rows: [3],
    amount: 50_00,
  });
});

describe('a column of paid amounts whose formulas have come to nothing', () => {
  const head = ['订单号', '类别', '日期', '订单金额', '实付'];
  const row = (id: string, ordered: number, paid: Cell): Cell[] => [
    id,
    '基础',
    '2025-01-05',
    ordered,
    paid,
  ];
  it('is asked about cell by cell: what was ordered does not stand in for it', () => {
    const open = { fault: '#CALC!' };
    const rows = [row('A1', 100, open), row('A2', 200, open), row('A3', 300, 290)];
    const ledger = read([sheetOf([head, ...rows])]);
    expect(kinds(ledger)).toEqual(['question', 'question', 'order']);
    expect(ledger.questions.map(({ typed }) => typed)).toEqual(['#CALC!', '#CALC!']);
    expect(ledger.questions.map(({ fact }) => fact.code)).toEqual([
      'ledger.amount-uncalculated',
      'ledger.amount-uncalculated',
    ]);
    expect(netSales(ledger)).toBe('290.00');
  });

  it('keeps the day of its orders for the day of all figures, not that of a hoped-for deal', () => {
    const open = { fault: '#CALC!' };
    const ledger = read([
      sheetOf([
        [...head, '状态'],
        [...row('A1', 100, open), '已结算'],
        ['A2', '基础', '2025-11-05', 100, 100, '跟进中'],
      ]),
    ]);
    expect(isoDate(lastDay(ledger, orderBook(ledger)))).toBe('2025-01-05');
  });
});

describe('a header that is an error', () => {
  const errors = [[...HEAD, { fault: '#NAME?' }, { fault: '#NAME?' }], order('A1', 100)] as const;
  it('over errors alone names nothing that could be read', () => {
    const ledger = read([sheetOf([errors[0], [...errors[1], { fault: '#NAME?' }]])]);
    expect(codes(ledger)).not.toContain('ledger.columns-unread');
  });
  it('over figures is told of', () => {
    const ledger = read([sheetOf([errors[0], [...errors[1], 5]])]);
    expect(codes(ledger)).toContain('ledger.columns-unread');
  });
});
