import { type Ledger, kindOf } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { countsOf, netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const order = (id: string, ...more: Cell[]): Cell[] => [id, '甲', '基础', '2025-01-05', ...more];
const ledgerOf = (...rows: Cell[][]): Ledger => read([sheetOf(rows)]);
const kinds = (ledger: Ledger): string =>
  [...ledger.kind.keys()]
    .map((row) => kindOf(ledger, row))
    .filter((kind) => kind !== 'header')
    .join(' ');
const asked = (ledger: Ledger): string[] => ledger.questions.map(({ fact }) => fact.code);

describe('columns that are no status and speak against a row', () => {
  it.each([
    ['退款日期', '2025-01-20', 'ledger.refund-partial'],
    ['Refunded at', '2025-01-20', 'ledger.refund-partial'],
    ['数量', -1, 'ledger.refund-sign'],
    ['Qty', '(2)', 'ledger.refund-sign'],
    ['备注', '2月已全额退款', 'ledger.refund-partial'],
    ['备注', '客户要求退款，处理中', 'ledger.refund-partial'],
    ['备注', '财务说明：3月已作废', 'ledger.refund-partial'],
    ['Remark', 'customer was refunded in May', 'ledger.refund-partial'],
    ['备注', '客户已退', 'ledger.refund-partial'],
    ['备注', '退了', 'ledger.refund-partial'],
    ['备注', '退款流程中', 'ledger.refund-partial'],
    ['备注', '作废重开', 'ledger.refund-partial'],
    ['备注', '后来客户又取消了', 'ledger.refund-partial'],
    ['备注', '客户不要了', 'ledger.refund-partial'],
    ['Remark', 'order was returned', 'ledger.refund-partial'],
    ['Remark', 'customer cancelled', 'ledger.refund-partial'],
    ['备注', '测试单', 'ledger.row-doubted'],
    ['备注', '内部测试', 'ledger.row-doubted'],
    ['备注', '不算业绩', 'ledger.status-unknown'],
    ['备注', '不计返点', 'ledger.status-unknown'],
    ['备注', '此单不参与返利', 'ledger.status-unknown'],
    ['备注', '金额有误', 'ledger.row-doubted'],
    ['备注', '实付800', 'ledger.row-doubted'],
    ['备注', '金额应为 1,200.50', 'ledger.row-doubted'],
    ['备注', '单位万元', 'ledger.row-doubted'],
    ['备注', '含代金券200', 'ledger.row-doubted'],
    ['备注', '美元', 'ledger.row-doubted'],
    ['备注', '客户还没付', 'ledger.row-doubted'],
    ['备注', '算4月业绩', 'ledger.row-doubted'],
    ['备注', '转给乙公司做', 'ledger.row-doubted'],
    ['备注', '单子归上海分公司', 'ledger.row-doubted'],
    ['备注', '归入二季度', 'ledger.row-doubted'],
    ['Remark', 'not eligible', 'ledger.status-unknown'],
    ['Remark', 'Test order', 'ledger.row-doubted'],
    ['Remark', "customer hasn't paid", 'ledger.row-doubted'],
    ['备注', 'Credit memo for I1', 'ledger.refund-sign'],
    ['Memo', 'Credit note', 'ledger.refund-sign'],
    ['类型', '赔付', 'ledger.refund-sign'],
    ['Type', 'Discount', 'ledger.refund-sign'],
    ['Type', 'Chargeback', 'ledger.refund-sign'],
    ['Transaction type', 'Reversal', 'ledger.refund-sign'],
    ['Returned?', 'Partially', 'ledger.refund-partial'],
    ['折扣金额', 100, 'ledger.amount-voucher'],
    ['发票状态', '已作废', 'ledger.refund-sign'],
    ['开票状态', '已红冲', 'ledger.refund-sign'],
    ['Invoice status', 'Voided', 'ledger.refund-sign'],
  ])('%s %s is asked about', (header, said, code) => {
    const ledger = ledgerOf([...HEAD, header], order('A1', 1000, null), order('A2', 500, said));
    expect(asked(ledger)).toEqual([code]);
    expect(netSales(ledger)).toBe('1000.00');
  });
  it.each([
    ['取消时间', '2025-01-20 10:00'],
    ['canceled_at', 45677],
    ['作废日期', '2025/1/20'],
    ['是否计佣', '否'],
    ['是否参与返点', '×'],
    ['Commissionable', 'No'],
    ['是否测试', '是'],
    ['备注', '取消了'],
    ['备注', '客户取消了，改下季度'],
  ])('%s %s: the order is void', (header, said) =>
    expect(kinds(ledgerOf([...HEAD, header], order('A1', 1), order('A2', 5, said)))).toBe(
      'order void',
    ),
  );
  it.each([
    ['数量', 3],
    ['备注', '客户没有申请退款'],
    ['备注', '退款申请已驳回'],
    ['备注', '已退回合同，待重签'],
    ['备注', '取消了优惠券'],
    ['备注', '不退不换'],
    ['备注', '实付500'],
    ['备注', '实付 ¥500.00'],
    ['备注', '返点还没付'],
    ['备注', '实付日2月3日'],
    ['备注', '客户要测试环境两台'],
    ['备注', '3月续费'],
    ['备注', '合计3台'],
    ['备注', '金额待核对'],
    ['备注', '客户未开票'],
    ['Remark', 'tested by customer'],
    ['Remark', 'invoice not paid by vendor'],
    ['Remark', 'cannot be returned'],
    ['备注', '如未续费可退款'],
    ['取消时间', '-'],
    ['退款日期', '无'],
  ])('%s %s says nothing against it', (header, said) =>
    expect(kinds(ledgerOf([...HEAD, header], order('A1', 500, said)))).toBe('order'),
  );
});

describe('columns of yes and no', () => {
  it.each([
    ['是否自用', '是', 'own-service'],
    ['Internal use?', 'Y', 'own-service'],
    ['审核', '×', 'pending'],
    ['审批通过', '否', 'pending'],
    ['Approved', 'no', 'pending'],
  ])('%s %s: %s', (header, said, kind) => {
    const ledger = ledgerOf([...HEAD, header], order('A1', 1), order('A2', 5, said));
    expect(kinds(ledger)).toBe(`order ${kind}`);
    expect(ledger.sheets.flatMap(({ unknownHeaders }) => unknownHeaders)).toEqual([]);
  });
  it.each([
    ['审核', '张三'],
    ['是否计佣', '是'],
    ['是否自用', '否'],
    ['发票状态', '未开票'],
  ])('%s %s says nothing against it', (header, said) =>
    expect(kinds(ledgerOf([...HEAD, header], order('A1', 1, said)))).toBe('order'),
  );
});

describe('what was given back', () => {
  it.each(['成功退款（元）', '累计退款', '已退款合计', 'Refund total'])(
    '%s is taken off',
    (header) =>
      expect(
        netSales(ledgerOf([...HEAD, header], order('A1', 1000, 0), order('A2', 2000, 500))),
      ).toBe('2500.00'),
  );
  it.each(['其中退款：', '其中：退款', 'Of which refunds:'])(
    '%s above rows without a header',
    (title) =>
      expect(
        kinds(ledgerOf(HEAD, order('A1', 1000), order('A2', 9), [title], order('A1', 400))),
      ).toMatch(/^order order (?:note|subtotal) refund$/),
  );
});

it('names the word that says that an order was given back', () => {
  const head = [...HEAD, 'Order status', 'Payment status'];
  const rows = [order('A1', 1, 'Confirmed', 'Refunded'), order('A2', 1, 'Confirmed', 'Overdue')];
  const ledger = ledgerOf(head, ...rows);
  expect(kinds(ledger)).toBe('void pending');
  expect([...ledger.remarks].sort(([a], [b]) => a - b).map(([, fact]) => fact)).toMatchObject([
    { code: 'ledger.void', word: 'Refunded' },
    { code: 'ledger.pending', word: 'Overdue' },
  ]);
});

it.each([
  ['Amount excl. VAT', 'Amount incl. VAT'],
  ['Total excl. tax', 'Total incl. tax'],
])('%s beside %s: what the customer pays counts', (without, including) => {
  const head = ['Order', 'Customer', 'Category', 'Date', without, including];
  expect(netSales(ledgerOf(head, order('A1', 1000, 1060)))).toBe('1060.00');
});

it.each(['1.2 million', '1.2mn', '¥1.2mln'])('%s is an amount', (amount) =>
  expect(netSales(ledgerOf(HEAD, order('A1', amount)))).toBe('1200000.00'),
);

describe('what a sheet is called', () => {
  const named = (name: string, ...rows: Cell[][]): string =>
    kinds(read([sheetOf([HEAD, ...rows], { name })]));
  it.each([
    ['作废', 'void'],
    ['2025年已取消订单', 'void'],
    ['Cancelled orders', 'void'],
    ['报价单', 'pending'],
    ['3月意向客户', 'pending'],
    ['Pipeline', 'pending'],
    ['Quotes 2025', 'pending'],
    ['订单', 'order'],
    ['报价后成交', 'order'],
    ['Void Ltd', 'order'],
  ])('%s: its rows are %s', (name, kind) => expect(named(name, order('A1', 1))).toBe(kind));
  it('says nothing of what was won', () => {
    const head = [...HEAD, '状态'];
    const rows = [head, order('A1', 1, '已签约'), order('A2', 1, ''), order('A3', 1, '已取消')];
    expect(kinds(read([sheetOf(rows, { name: '商机' })]))).toBe('order pending void');
  });
});

describe('what has come in', () => {
  it.each(['已回款', '累计回款', '已收款'])('%s is what counts beside a contract', (header) => {
    const head = ['合同编号', '客户', '类别', '签约日期', '合同金额', header];
    expect(netSales(ledgerOf(head, order('A1', 1000, 400)))).toBe('400.00');
  });
  it('or says that it has not', () =>
    expect(kinds(ledgerOf([...HEAD, '已回款'], order('A1', 1, '是'), order('A2', 5, '否')))).toBe(
      'order pending',
    ));
});

it('an amount that is shown as a percentage is asked about', () => {
  const rows = [HEAD, order('A1', 0.5), order('A2', 1000)];
  const formats = HEAD.map((_, column) => (column === 4 ? [null, '0.0%', null] : []));
  const ledger = read([sheetOf(rows, { formats })]);
  expect(kinds(ledger)).toBe('question order');
});

describe('amounts in two currencies', () => {
  it.each([
    ['Amount (USD)', 'Amount (CNY)'],
    ['金额（美元）', '金额（人民币）'],
    ['合同金额(USD)', '金额'],
  ])('%s beside %s: yuan count', (foreign, yuan) => {
    const head = ['订单号', '客户', '类别', '日期', foreign, yuan];
    expect(netSales(ledgerOf(head, order('A1', 100, 720)))).toBe('720.00');
  });
});

describe('what is added in brackets', () => {
  it.each(['作废：A2', '作废-A2', '删A2', '已取消A2', 'deleted-A2', 'A2-作废', 'VOID-A2'])(
    '%s as a number is no order',
    (id) => expect(kinds(ledgerOf(HEAD, order('A1', 1), order(id, 5)))).toBe('order void'),
  );
  it.each(['A2（作废）', '[已取消]A2', 'A2 (void)'])('%s is no order', (id) =>
    expect(kinds(ledgerOf(HEAD, order('A1', 1), order(id, 5)))).toBe('order void'),
  );
  it.each(['甲公司(已取消)', '甲公司【已退款】', 'X Ltd (cancelled)'])('%s neither', (customer) =>
    expect(kinds(ledgerOf(HEAD, order('A1', 1), ['A2', customer, '基础', '2025-01-05', 5]))).toBe(
      'order void',
    ),
  );
  it('a place or a kind in brackets is one', () =>
    expect(
      kinds(ledgerOf(HEAD, ['A2', '甲公司（北京）', '基础', '2025-01-05', 5], order('A3(续)', 1))),
    ).toBe('order order'));
});

it('what is left out in another currency is not told in yuan', () => {
  const ledger = ledgerOf(
    [...HEAD, '币种', '状态'],
    order('A1', 1000, 'CNY', '已完成'),
    order('A2', 800, 'USD', '已取消'),
    order('A3', 700, 'CNY', '已取消'),
  );
  expect(kinds(ledger)).toBe('order void void');
  expect(ledger.report).toContainEqual(
    expect.objectContaining({ code: 'ledger.rows-left-out', count: 2, amount: 70000 }),
  );
});

it.each(['回款情况', '付款情况'])(
  '%s tells who has paid; a sum in it is no cut amount',
  (header) => {
    const ledger = read([
      sheetOf(
        [
          ['下单日期', '客户', '类别', '金额', '折后金额', header],
          ['2025-01-05', '甲公司', '基础', '1200', '1000', '已回款'],
          ['2025-01-06', '乙公司', '基础', '600', '500', '回款500'],
          ['2025-01-07', '丙公司', '基础', '600', '500', '未回'],
          ['2025-01-08', '丁公司', '基础', '600', '500', '未回款'],
        ],
        { delimited: true },
      ),
    ]);
    expect(ledger.questions.map(({ fact }) => fact.code)).toEqual([
      'ledger.status-unknown',
      'ledger.status-unknown',
    ]);
    expect(countsOf(ledger)).toEqual({ header: 1, order: 1, question: 2, pending: 1 });
  },
);

it.each(['测试001', 'TEST-1', 'test 7'])('%s as a number is asked about', (id) => {
  const ledger = ledgerOf(HEAD, order('A1', 1000), order(id, 500));
  expect(asked(ledger)).toEqual(['ledger.row-doubted']);
  expect(netSales(ledger)).toBe('1000.00');
});

it.each([
  ['Yes', '1799.00'],
  ['部分', '1799.00'],
  ['全退', '1799.00'],
  ['No', '2299.00'],
  ['无', '2299.00'],
  ['-', '2299.00'],
])('a column of sums given back that says %s of one row', (said, net) => {
  const ledger = ledgerOf(
    [...HEAD, '退款金额'],
    order('A1', 1000, 200),
    order('A2', 500, said),
    order('A3', 1000, 1),
  );
  expect(netSales(ledger)).toBe(net);
  expect(asked(ledger)).toEqual(said === '部分' ? ['ledger.refund-partial'] : []);
});

it('an amount that was said is not doubted again', () => {
  const sheet = sheetOf([[...HEAD, '备注'], order('A1', '约500', '金额有误'), order('A2', 800)]);
  const [asked] = read([sheet]).questions;
  const answered = read([sheet], { answers: { [asked?.key ?? '']: 'amount:60000' } });
  expect(answered.questions).toEqual([]);
  expect(netSales(answered)).toBe('1400.00');
});
