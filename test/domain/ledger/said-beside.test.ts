import { type Ledger, kindOf } from '#domain/ledger/ledger.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const order = (id: string, ...more: Cell[]): Cell[] => [id, '甲', '基础', '2025-01-05', ...more];
const ledgerOf = (rows: Cell[][], more: Partial<Sheet> = {}): Ledger => read([sheetOf(rows, more)]);
const kinds = (ledger: Ledger): string[] =>
  [...ledger.kind.keys()].map((row) => kindOf(ledger, row)).filter((kind) => kind !== 'header');
const asked = (ledger: Ledger): string[] => ledger.questions.map(({ fact }) => fact.code);
const answered = (rows: Cell[][], id: string): Ledger => {
  const { questions } = ledgerOf(rows);
  return read([sheetOf(rows)], {
    answers: Object.fromEntries(questions.map(({ key }) => [key, id])),
  });
};

describe('the unit of all amounts', () => {
  const rows = [HEAD, order('A1', 12.5), order('A2', 8)];
  it.each([
    ['name', rows, '订单(万元)'],
    ['name', rows, 'Orders (RMB 10,000)'],
    ['below', [...rows, ['注：金额单位为万元']], '订单'],
    ['below', [...rows, [], ['单位：万元']], '订单'],
    ['above', [['单位：万元'], ...rows], '订单'],
  ] as const)('may stand %s', (place, said, name) => {
    const ledger = ledgerOf(said as Cell[][], { name });
    expect(netSales(ledger)).toBe('205000.00');
    expect(ledger.report).toContainEqual({
      code: 'ledger.unit-beside-table',
      sheet: name,
      unit: 'wan',
      place,
    });
  });

  it('is fen in a list of deals, and yuan in a bill under the same name', () => {
    const head = ['客户', '类别', 'createTime', 'realTotalCost'];
    const row = (cost: string): Cell[] => ['1', '甲', '基础', '2025-01-05', cost];
    expect(netSales(ledgerOf([['dealId', ...head], row('187500')]))).toBe('1875.00');
    expect(netSales(ledgerOf([['orderId', ...head], row('187500')]))).toBe('187500.00');
    expect(netSales(ledgerOf([['dealId', ...head], row('1875.00')]))).toBe('1875.00');
  });
});

describe('a number that is another order’s with an ending', () => {
  it.each(['A1001-T', 'A1001-R', 'A1001_TK2', 'a1001-refund', 'A1001-CN01'])(
    '%s is asked about, and counts either way',
    (id) => {
      const rows = [HEAD, order('A1001', 1000), order(id, 300)];
      expect(asked(ledgerOf(rows))).toEqual(['ledger.refund-number']);
      expect(netSales(answered(rows, 'taken-back'))).toBe('700.00');
      expect(netSales(answered(rows, 'as-written'))).toBe('1300.00');
    },
  );
  it('is one question for all with the same ending', () => {
    const rows = ['A1001', 'A1002'].flatMap((id) => [order(id, 1000), order(`${id}-T`, 300)]);
    expect(ledgerOf([HEAD, ...rows]).questions.map(({ indices }) => indices.length)).toEqual([2]);
  });
  it('is a number like any other where the order is not there, or the amount has its minus', () => {
    expect(netSales(ledgerOf([HEAD, order('A1001-T', 300), order('B1-R', 200)]))).toBe('500.00');
    expect(netSales(ledgerOf([HEAD, order('A1001', 300), order('A1001-T', -200)]))).toBe('100.00');
  });
});

describe('a column that calls orders off, beside their status', () => {
  it.each([
    ['作废状态', '未作废', '已作废'],
    ['关闭状态', '未关闭', '已关闭'],
    ['取消状态', '正常', '已取消'],
    ['Cancellation status', 'Not cancelled', 'Cancelled'],
  ])('%s: %s counts, %s does not', (header, fine, off) => {
    const head = [...HEAD, '单据状态', header];
    const ledger = ledgerOf([
      head,
      order('A1', 1000, '已审核', fine),
      order('A2', 2000, '已审核', off),
      order('A3', 4000, '紫色', fine),
    ]);
    expect(kinds(ledger)).toEqual(['order', 'void', 'question']);
    expect(netSales(ledger)).toBe('1000.00');
  });
});

describe('cells that only look like words', () => {
  it.each(['#REF!', '#N/A', '#VALUE!'])('%s is no category and no status', (fault) => {
    const head = [...HEAD, '状态'];
    const ledger = ledgerOf([
      head,
      ['A1', '甲', { fault }, '2025-01-05', 300, '已付款'],
      ['A2', '甲', '基础', '2025-01-05', 400, { fault }],
    ]);
    expect(asked(ledger)).toEqual(['ledger.category-missing', 'ledger.status-unknown']);
  });
  it.each(['三千二', '壹万元整', '两万多', '约三万'])('%s is asked about, and no note', (text) => {
    const ledger = ledgerOf([HEAD, order('A1', 100), [null, '乙', null, null, text]]);
    expect(kinds(ledger)).toEqual(['order', 'question']);
    expect(kinds(ledgerOf([HEAD, order('A1', 100), [null, null, null, null, text]]))[1]).toBe(
      'question',
    );
  });
  it('curly marks between thousands are read', () => {
    expect(netSales(ledgerOf([HEAD, order('A1', '12’000.50'), order('A2', "1'000'000")]))).toBe(
      '1012000.50',
    );
  });
  it('返还 takes back', () => {
    const ledger = ledgerOf([
      [...HEAD, '业务类型'],
      order('A1', 100, '新购'),
      order('A2', 60, '返还'),
    ]);
    expect(asked(ledger)).toEqual(['ledger.refund-sign']);
  });
});

describe('headers of other systems', () => {
  it.each([
    ['Sales Document', 'Sold-to party', 'Material group', 'Document Date', 'Net Value'],
    ['Sales Doc.', 'Sold-to pt', 'Category', 'Created on', 'Net value'],
    ['单据编号', '客户简称', '物料分类', '单据日期', '价税合计'],
    ['单据编号', '往来单位', '存货分类', '单据日期', '本币价税合计'],
    ['审批编号', '客户名称', '类别', '完成时间', '合同金额(元)'],
  ])('%s, %s, %s, %s, %s', (...head) => {
    expect(netSales(ledgerOf([head, order('4711', '1234.56')]))).toBe('1234.56');
  });
  it('the amount in one’s own currency counts beside the other', () => {
    const head = [...HEAD.slice(0, 4), '原币价税合计', '本币价税合计', '币种'];
    expect(netSales(ledgerOf([head, order('A1', 100, 720, '美元')]))).toBe('720.00');
  });
  it('a day that only begins is the day where none ends', () => {
    const head = ['lineItem/UsageStartDate', 'lineItem/ProductCode', 'lineItem/UnblendedCost'];
    const [ask] = ledgerOf([head, ['2025-01-03T00:00:00Z', 'AmazonEC2', '12.34']]).questions;
    expect(ask?.fact.code ?? '').not.toMatch(/date/);
  });
});
