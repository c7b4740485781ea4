import { readStatement } from '#domain/settlement/read-statement.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { type Ledger, kindOf } from '#domain/ledger/ledger.ts';
import { netSales, read } from './told-rows.ts';

const marked = (row: readonly string[]): Cell[] => row.map((cell) => `\`${cell}`);
const rowsOf = (text: string): string[][] => text.split('\n').map((line) => line.split(','));

/** A day's bill of WeChat Pay: two sales, a refund in a row of its own, and two lines of totals. */
const HEAD =
  '交易时间,公众账号ID,微信订单号,商户订单号,交易类型,交易状态,应结订单金额,代金券金额,' +
  '商户退款单号,退款金额,充值券退款金额,商品类别,手续费,费率,订单金额,申请退款金额,费率备注';
const LINES = rowsOf(
  '2025-02-01 10:01:22,wx24,42001,HT01,NATIVE,SUCCESS,1200.00,' +
    '0.00,0,0.00,0.00,基础,7.2,0.60%,1200.00,0.00,\n' +
    '2025-02-01 11:31:02,wx24,42002,HT02,JSAPI,SUCCESS,58000.00,' +
    '0.00,0,0.00,0.00,基础,348,0.60%,58000.00,0.00,\n' +
    '2025-02-03 09:12:45,wx24,42001,HT01,NATIVE,REFUND,0.00,' +
    '0.00,TK01,200.00,0.00,基础,-1.2,0.60%,0.00,200.00,',
);
const TOTALS = rowsOf(
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n' +
    '3,59200.00,200.00,0.00,354.00000,59200.00,200.00',
);
const bill = (heads: (row: string[]) => Cell[]): Ledger =>
  read([
    sheetOf([
      ...rowsOf(HEAD).map(heads),
      ...LINES.map(marked),
      ...TOTALS.slice(0, 1).map(heads),
      ...TOTALS.slice(1).map(marked),
    ]),
  ]);

describe('a bill of a payment platform', () => {
  it.each([
    ['the headers plain', (row: string[]) => row],
    ['everywhere', marked],
  ])('is read with a backtick before each cell, %s', (_, heads) => {
    const ledger = bill(heads);
    expect(ledger.questions).toEqual([]);
    const kinds = Array.from({ length: ledger.size }, (_, at) => kindOf(ledger, at));
    expect(kinds).toEqual(['header', 'order', 'order', 'refund', 'header', 'subtotal']);
    expect(netSales(ledger)).toBe('59000.00');
    expect(ledger.orderId[1]).toBe('HT01');
  });

  it('is read the same without what was made of its bytes', () => {
    const rows = [...rowsOf(HEAD), ...LINES.map(marked)];
    const none = rows.map(() => NaN);
    const sheet = sheetOf(rows);
    const { fen } = { fen: sheet.columns.map(() => Float64Array.from(none)) };
    expect(netSales(read([{ ...sheet, fen }]))).toBe('59000.00');
  });

  it('leaves a single mark among plain figures to be asked about', () => {
    const order = (amount: string): Cell[] => ['A1', '基础', '2025-01-05', amount];
    const rows = [
      ['订单号', '类别', '日期', '金额'],
      order('100'),
      ['A2', '基础', '2025-01-06', '`50'],
    ];
    const ledger = read([sheetOf(rows)]);
    expect(netSales(ledger)).toBe('100.00');
    expect(ledger.questions).toHaveLength(1);
  });

  it('is read so as a statement too', () => {
    const rows = rowsOf('订单号,佣金金额\nA1,100.00\nA2,58.50');
    const { lines, total } = readStatement([sheetOf(rows.map(marked))]);
    expect(lines.map(({ orderId }) => orderId)).toEqual(['A1', 'A2']);
    expect(total).toBe(158_50);
  });
});

describe('a refund that went through', () => {
  const HEADS: Cell[] = ['订单号', '类型', '状态', '类别', '日期', '实付金额'];
  const sales: Cell[][] = [
    ['A1', '新购', '支付成功', '基础', '2025-01-05', 1000],
    ['A2', '新购', '支付成功', '基础', '2025-01-06', 2000],
  ];
  it.each([
    ['退款', '退款成功'],
    ['退订', '已退款'],
    ['Refund', 'Refunded'],
  ])('is a refund and no order given back: %s, %s', (type, status) => {
    const row: Cell[] = ['T1', type, status, '基础', '2025-01-07', 300];
    const ledger = read([sheetOf([HEADS, ...sales, row])]);
    expect(ledger.questions.map(({ fact }) => fact.code)).toEqual(['ledger.refund-sign']);
    const [question] = ledger.questions;
    const answers = { [question?.key ?? '']: 'taken-back' };
    expect(netSales(read([sheetOf([HEADS, ...sales, row])], { answers }))).toBe('2700.00');
  });
  it('leaves out an order of which the status says that it was given back', () => {
    const row: Cell[] = ['A3', '新购', '退款成功', '基础', '2025-01-07', 300];
    const ledger = read([sheetOf([HEADS, ...sales, row])]);
    expect(ledger.questions).toEqual([]);
    expect(netSales(ledger)).toBe('3000.00');
  });
});
