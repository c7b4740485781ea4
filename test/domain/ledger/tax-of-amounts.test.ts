import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const order = (id: string, ...more: Cell[]): Cell[] => [id, '甲', '基础', '2025-01-05', ...more];
const ledgerOf = (...rows: Cell[][]): Ledger => read([sheetOf(rows)]);
const asked = (ledger: Ledger): string[] => ledger.questions.map(({ fact }) => fact.code);
const told = (ledger: Ledger): string[] => ledger.report.map(({ code }) => code);

const FLAGS = [
  ['是否含税', '是', '否'],
  ['含税?', '√', '×'],
  ['价税', '含税', '不含税'],
  ['Tax included', 'Y', 'N'],
  ['Tax type', 'inclusive', 'exclusive'],
] as const;

describe('a column that says whether amounts are with tax', () => {
  it.each(FLAGS)('%s: rows that are not are asked about among others', (header, gross, net) => {
    const ledger = ledgerOf([...HEAD, header], order('A1', 1000, gross), order('A2', 500, net));
    expect([asked(ledger), netSales(ledger)]).toEqual([['ledger.amount-net'], '1000.00']);
    expect(told(ledger)).not.toContain('ledger.columns-unread');
  });
  it.each(FLAGS)('%s: where none is, that is named', (header, _gross, net) => {
    const ledger = ledgerOf([...HEAD, header], order('A1', 1000, net), order('A2', 500, net));
    expect([asked(ledger), netSales(ledger)]).toEqual([[], '1500.00']);
    expect(told(ledger)).toContain('ledger.net-amount-column');
  });
  it.each(FLAGS)('%s: where all are, there is nothing to say', (header, gross) => {
    const ledger = ledgerOf([...HEAD, header], order('A1', 1000, gross), order('A2', 500, gross));
    expect([asked(ledger), netSales(ledger)]).toEqual([[], '1500.00']);
    expect(told(ledger)).not.toContain('ledger.net-amount-column');
  });
  it('the tax beside such a row is offered on top', () => {
    const ledger = ledgerOf(
      [...HEAD, '税额', '是否含税'],
      order('A1', 1000, 56.6, '是'),
      order('A2', 500, 30, '否'),
    );
    const [{ choices = [] } = {}] = ledger.questions;
    expect(choices.flatMap((choice) => (choice.kind === 'amount' ? [choice.amount] : []))).toEqual([
      530_00, 500_00,
    ]);
  });
});

describe('amounts beside their tax', () => {
  it.each([
    ['6 of a hundred', 60, true],
    ['13 of a hundred', 130, true],
    ['6 of a hundred and six', 56.6, false],
  ])('%s: without it? %s %s', (_what, tax, isNet) => {
    const ledger = ledgerOf([...HEAD, '税额'], order('A1', 1000, tax), order('A2', 500, tax / 2));
    expect(told(ledger).includes('ledger.net-amount-column')).toBe(isNet);
  });
  it('价税合计 goes before the 金额 beside it', () => {
    const ledger = ledgerOf([...HEAD, '税额', '价税合计'], order('A1', 1000, 60, 1060));
    expect(netSales(ledger)).toBe('1060.00');
    expect(told(ledger)).not.toContain('ledger.net-amount-column');
  });
});

describe('other columns beside the amount that could change it', () => {
  it.each(['汇率', 'Exchange rate'])('%s of 7.2: the amount may be in other money', (header) => {
    const ledger = ledgerOf([...HEAD, header], order('A1', 1000, 7.2), order('A2', 500, 1));
    expect([asked(ledger), netSales(ledger)]).toEqual([['ledger.currency-foreign'], '500.00']);
  });
  it('a rate beside 人民币金额 says nothing', () => {
    const head = HEAD.with(4, '人民币金额');
    expect(netSales(ledgerOf([...head, '汇率'], order('A1', 1000, 7.2)))).toBe('1000.00');
  });
  it.each([
    [500, ['ledger.amount-voucher']],
    [0.9, []],
    [95, []],
  ])('折扣 %s', (discount, codes) =>
    expect(asked(ledgerOf([...HEAD, '折扣'], order('A1', 1000, discount)))).toEqual(codes),
  );
  it('a discount that is off already, by the price before it, says nothing', () => {
    const head = ['订单号', '客户', '类别', '日期', '原价', '应付金额', '优惠金额'];
    const ledger = ledgerOf(head, order('A1', 1000, 800, 200), order('A2', 1000, 900, 50));
    expect([asked(ledger), netSales(ledger)]).toEqual([['ledger.amount-voucher'], '800.00']);
  });
  it.each([
    ['代金券', '优惠券'],
    ['礼品卡抵扣', '积分抵扣'],
    ['Credits applied', 'Coupons'],
  ])('%s and %s are taken off together', (...headers) => {
    const [question] = ledgerOf([...HEAD, ...headers], order('A1', 1000, 100, 50)).questions;
    expect(question?.choices).toMatchObject([{ amount: 1000_00 }, { amount: 850_00 }, {}]);
  });
  it('a voucher beside a refund is not passed over', () => {
    const rows = [order('A1', 1000, 100, 50)];
    const [question] = ledgerOf([...HEAD, '销售退回', '折让'], ...rows).questions;
    expect(question?.choices).toMatchObject([{ amount: 900_00 }, { amount: 850_00 }, {}]);
  });
  it('nor is the refund, where the voucher is off already', () => {
    const head = ['订单号', '客户', '类别', '日期', '原价', '应付金额', '优惠金额', '退款金额'];
    const ledger = ledgerOf(head, order('A1', 1000, 800, 200, 100));
    expect([asked(ledger), netSales(ledger)]).toEqual([[], '700.00']);
  });
  it.each(['返点基数', 'Eligible amount'])('%s that is another amount is asked about', (header) => {
    const rows = [order('A1', 1000, 1000), order('A2', 500, 0), order('A3', 300, 200)];
    const ledger = ledgerOf([...HEAD, header], ...rows);
    expect(asked(ledger)).toEqual(['ledger.amount-eligible', 'ledger.amount-eligible']);
  });
  it.each(['金额($K)', "Amount (US$'000)", '金额（万美元）', 'ACV (€k)', 'Amount (m USD)'])(
    '%s is other money',
    (header) => {
      const ledger = ledgerOf(HEAD.with(4, header), order('A1', 12));
      expect([asked(ledger), netSales(ledger)]).toEqual([['ledger.currency-foreign'], '0.00']);
    },
  );
  it('merged groups above say with the row below what each column is', () => {
    const ledger = ledgerOf(
      ['订单', null, '客户', '金额', null, '日期'],
      ['编号', '类别', '名称', '合同', '实付', '付款'],
      ['A1', '基础', '甲', 1200, 1000, '2025-01-05'],
    );
    expect([asked(ledger), netSales(ledger)]).toEqual([[], '1000.00']);
  });
  it.each([
    ['折扣后总价', '500.00'],
    ['含税成交额', '500.00'],
    ['未税收入', '500.00'],
  ])('%s is an amount', (header, net) =>
    expect(netSales(ledgerOf(HEAD.with(4, header), order('A1', 500)))).toBe(net),
  );
});
