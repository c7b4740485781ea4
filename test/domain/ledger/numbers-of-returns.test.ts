import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const order = (id: string, amount: Cell): Cell[] => [id, '甲', '基础', '2025-01-05', amount];
const ledgerOf = (...ids: string[]): Ledger =>
  read([sheetOf([HEAD, ...ids.map((id, at) => order(id, at === 0 ? 1000 : 300))])]);
const asked = (ledger: Ledger): unknown[] => ledger.questions.map(({ fact }) => fact);

describe('order numbers that begin as those of returns and credit notes do', () => {
  it.each([
    ['RMA-A1', 'RMA-'],
    ['RMA7001', 'RMA'],
    ['CN-1001', 'CN-'],
    ['CM2002', 'CM'],
    ['Refund-77', 'Refund-'],
    ['credit-memo-3', 'credit-'],
  ])('%s is asked about', (id, beginning) => {
    const ledger = ledgerOf('A1', 'A2', id);
    expect(asked(ledger)).toEqual([{ code: 'ledger.refund-beginning', beginning }]);
    expect(netSales(ledger)).toBe('1300.00');
  });
  it('one answer takes all of them back', () => {
    const rows = [HEAD, order('A1', 1000), order('CN-1', 300), order('CN-2', 200), order('A2', 1)];
    const { questions } = read([sheetOf(rows)]);
    const answers = Object.fromEntries(questions.map(({ key }) => [key, 'taken-back']));
    expect(netSales(read([sheetOf(rows)], { answers }))).toBe('501.00');
  });
  it.each([
    ['the beginning that most numbers have', ['CN-1001', 'CN-1002', 'CN-1003']],
    ['words', ['CNOOC-1', 'CRM', 'RETAIL']],
  ])('%s says nothing', (_what, ids) => {
    expect(asked(ledgerOf(...ids))).toEqual([]);
  });
  it('returns alone are asked about, however many', () => {
    expect(asked(ledgerOf('RMA-1', 'RMA-2'))).toHaveLength(1);
  });
  it.each(['红字-A1', '冲销A1', '退-A1', '（退款）A1'])('%s takes back of A1', (id) => {
    expect(netSales(ledgerOf('A1', id))).toBe('700.00');
  });
  it('numbers as the bytes of a file tell them are looked at alike', () => {
    const rows = ['A1001', 'CN-1001', 'A1002'].map((id) => order(id, 300));
    const sheet = sheetOf([HEAD, ...rows]);
    expect(asked(read([{ ...sheet, delimited: true }]))).toHaveLength(1);
  });
});
