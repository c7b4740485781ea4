import { fieldOfHeader, headerMeaning } from '#domain/reading/headers.ts';

const known: readonly (readonly [string, string, string?])[] = [
  ['订单号', 'orderId'],
  ['订单编号', 'orderId'],
  ['订单号/交易号', 'orderId'],
  ['OrderId', 'orderId'],
  ['Order ID', 'orderId'],
  ['RecordID', 'orderId'],
  ['ＯＲＤＥＲ　ＩＤ', 'orderId'],
  ['order_id', 'orderId'],
  ['*订单号：', 'orderId'],
  ['原订单号', 'relatedId'],
  ['RelatedRecordID', 'relatedId'],
  ['Linked Order ID', 'relatedId'],
  ['客户名称', 'customer'],
  ['客户\n名称', 'customer'],
  ['CustomerAccount', 'customer'],
  ['代客备注名称', 'customer'],
  ['CustomerUid', 'customerId'],
  ['客户ID', 'customerId'],
  ['ClientUin', 'customerId'],
  ['产品名称', 'product'],
  ['ProductName', 'product'],
  ['GoodsType', 'product'],
  ['云产品名称', 'product'],
  ['产品类别', 'category'],
  ['类 别', 'category'],
  ['OrderType', 'orderType'],
  ['账单类型', 'orderType'],
  ['新购/续费', 'orderType'],
  ['PaidAt', 'paidOn'],
  ['Pay Time', 'paidOn'],
  ['支付时间', 'paidOn'],
  ['消费/退订时间', 'paidOn'],
  ['客户交易时间', 'paidOn'],
  ['付款日期', 'paidOn'],
  ['签约日期', 'signedOn'],
  ['下单时间', 'signedOn'],
  ['日期', 'signedOn'],
  ['CreatedAt', 'signedOn'],
  ['BillMonth', 'period'],
  ['账期', 'period'],
  ['原价', 'listAmount'],
  ['官网价总金额', 'listAmount'],
  ['PretaxGrossAmount', 'listAmount'],
  ['订单金额(元)', 'listAmount', 'yuan'],
  ['代金券抵扣', 'voucher'],
  ['DeductedByCashCoupons', 'voucher'],
  ['优惠券', 'voucher'],
  ['AmountDue', 'amount'],
  ['PaymentAmount', 'amount'],
  ['实付金额', 'amount'],
  ['实付金额(元)', 'amount', 'yuan'],
  ['实付金额（万元）', 'amount', 'wan'],
  ['现金支付/万元', 'amount', 'wan'],
  ['金额(实付)', 'amount'],
  ['应付金额', 'amount'],
  ['PretaxAmount', 'amount'],
  ['Paid Amount (CNY)', 'amount', 'yuan'],
  ['Paid (RMB 10,000)', 'amount', 'wan'],
  ['实付金额(含税)', 'amount'],
  ['返点比例', 'rate'],
  ['佣金比例', 'rate'],
  ['应返', 'rebateDue'],
  ['佣金金额', 'rebateDue'],
  ['实返金额(元)', 'rebateReceived', 'yuan'],
  ['到账金额', 'rebateReceived'],
  ['结算日期', 'receivedOn'],
  ['业务员', 'salesperson'],
  ['SalesName', 'salesperson'],
  ['状态', 'status'],
  ['概率', 'probability'],
  ['备 注', 'remark'],
  ['到期日期', 'renewalOn'],
  ['Region', 'region'],
  ['行业', 'industry'],
];
test.each(known.map(([header, field, unit]) => ({ header, field, unit })))(
  '$header is $field',
  ({ header, field, unit }) =>
    expect(fieldOfHeader(header)).toEqual(unit === undefined ? { field } : { field, unit }),
);

test.each(['毛利率', '采购部奖励', '客户等级', '天气', '1月', '925010800000017', 'x'.repeat(60)])(
  "%j is nobody's header",
  (header) => expect(fieldOfHeader(header)).toBeUndefined(),
);

test.each(['序号', '发票', 'No.', '税率', '联系人', '返点状态'])(
  '%j is known and not needed',
  (header) => {
    expect(headerMeaning(header)?.role).toBe('ignored');
    expect(fieldOfHeader(header)).toBeUndefined();
  },
);

test('a currency in the header is kept', () =>
  expect(headerMeaning('金额(美元)')).toMatchObject({ role: 'ordered', currency: 'USD' }));
