import type { AmountUnit } from '../ledger/number-text.ts';
import { type Sheet, cellAt } from '../sheet.ts';
import type { StatementField } from './statement.ts';

/**
 * Header words of vendors' exports and of statements typed by hand, folded as `headerKey` folds them. A word stands once:
 * it always means the same column.
 */
const WORDS: Readonly<Record<StatementField, readonly string[]>> = {
  period: ['账单月份', '账期', '月份', '结算月份', '结算月', '返佣月份', '对账期次', '佣金月份', '账单周期', '核算月份', '归属月份', '结算周期', '期间', 'billmonth', 'billingcycle', 'settlemonth', 'rebatemonth', 'month', 'period', 'fiscalyearandquarter', 'billingperiod'],
  policy: ['佣金政策', '政策', '政策名称', '激励名称', '激励政策', '返点政策', '返佣政策', '返点项', 'commissionpolicyname', 'policy', 'policyname', 'incentivename', 'lever', 'earningtype', 'component'],
  customerId: ['客户uid', '客户id', '客户编号', 'uid', '子客户id', '客户账号id', 'customeruid', 'customerid', 'accountid', 'ownerid', 'userid', 'linkeduserid', 'clientuin', 'uin', 'clientuid'],
  customer: ['客户名称', '客户', '客户账号名', '客户名', '代客备注名称', '最终客户', '终端客户', '用户名称', '资源拥有者', 'customer', 'customername', 'customeraccount', 'clientremark', 'clientname', 'client', 'accountname', 'enduser', 'account'],
  orderId: ['订单号', '订单编号', '订单id', '单号', '主订单号', '订单号/交易号', '交易号', '账单编号', '订单', '业务单号', 'orderid', 'orderno', 'ordernumber', 'order', 'order#', 'recordid', 'transactionid', 'parentorderid'],
  subOrderId: ['子订单', '子订单号', '子订单id', '子订单编号', '行号', 'suborderid', 'suborder', 'suborderno', 'lineitem', 'line'],
  relatedId: ['原订单号', '原订单', '关联订单号', '关联订单', '原单号', '退款原订单号', 'relatedrecordid', 'linkedorderid', 'originalorderid', 'relatedorderid', 'originalorder', 'relatedorder'],
  product: ['产品名称', '产品', '商品', '商品名称', '云产品名称', '云产品', '产品类型', '服务', 'productname', 'product', 'goodstype', 'producttype', 'service', 'item', 'productdescription'],
  code: ['产品code', '产品代码', '产品编码', '商品code', '商品代码', '产品类型编码', 'productcode', 'commoditycode', 'pipcode', 'sku', 'code'],
  orderType: ['订单类型', '账单类型', '消费类型', '类型', '交易类型', '业务类型', 'ordertype', 'billtype', 'type', 'transactiontype', 'recordtype'],
  paidOn: ['支付时间', '支付日期', '付款时间', '付款日期', '订单支付时间', '消费/退订时间', '消费时间', '客户交易时间', '交易时间', '交易日期', '订单日期', '日期', '下单时间', '签约日期', 'paidat', 'paidon', 'paidtime', 'paytime', 'paymenttime', 'paymentdate', 'paiddate', 'transactiontime', 'transactiondate', 'orderdate', 'ordertime', 'date'],
  orderAmount: ['订单金额', '应付金额', '原价', '官网价', '官网价总金额', '合同额', '合同金额', '目录价', 'orderamount', 'price', 'pretaxgrossamount', 'pretaxamount', 'listprice', 'grossamount'],
  voucher: ['代金券抵扣', '代金券', '优惠券', '代金券金额', '优惠券抵扣', '优惠金额', 'voucher', 'coupon', 'deductedbycashcoupons', 'deductedbycoupons', 'deductedamountbycoupons', 'invoicediscount'],
  cash: ['现金支付', '实付金额', '现金支付金额', '实付', '现金消费', '现金消费金额', '实收金额', '支付金额', '付款金额', '客户消费金额', '消费金额', '有效支付金额', '实付现金', 'cash', 'cashpaid', 'cashamount', 'amountdue', 'paymentamount', 'paidamount', 'amountpaid', 'netpaid', 'cashpayment'],
  base: ['计佣金额', '计佣基数', '计佣业绩', '佣金基数', '返点基数', '返佣基数', '计算基数', '业绩金额', '业绩', '月度业绩', '季度业绩', '计返金额', '核算基数', '计佣现金', '不含税金额', '激励基数', 'commissionbase', 'commissionableamount', 'rebatebase', 'base', 'baseamount', 'eligibleamount', 'sumamount', 'monthsales', 'quartersales', 'qualifyingamount', 'performanceamount'],
  rate: ['佣金比例', '返点比例', '返佣比例', '激励比例', '佣金率', '返点率', '比例', '费率', '返点', '计佣比例', 'commissionrate', 'rebaterate', 'earningrate', 'rate', 'incentiverate', 'commission%', 'rebate%'],
  amount: ['佣金金额', '佣金', '返佣金额', '返佣', '激励金额', '返点金额', '返利金额', '返利', '应返金额', '应返', '结算佣金', '应付佣金', '实返金额', '实返', '激励结算金额', '本期佣金', '结算返点', '返还金额', 'commissionamount', 'commission', 'rebateamount', 'rebate', 'earningamount', 'earning', 'incentiveamount', 'incentive', 'totaldiscount', 'payout', 'commissiondue', 'rebatedue'],
  status: ['核算状态', '结算状态', '状态', '异常标识', '异常标记', 'status', 'orderstatus', 'exceptionflag', 'settlementstatus'],
  remark: ['备注', '说明', '备注说明', '原因', '扣减原因', 'remark', 'remarks', 'note', 'notes', 'comment', 'comments', 'memo', 'reason'],
};

const FIELD_OF = new Map<string, StatementField>(
  (Object.keys(WORDS) as StatementField[]).flatMap((field) => WORDS[field].map((word) => [word, field] as const)),
);

/** Columns of Tencent's interfaces that are defined in fen, whatever else the sheet says. */
const IN_FEN = new Set(['amt', 'monthsales', 'quartersales']);

export interface StatementColumns {
  readonly headerRow: number;
  readonly at: { readonly [F in StatementField]?: number };
  readonly header: { readonly [F in StatementField]?: string };
  readonly unit: { readonly [F in StatementField]?: AmountUnit };
}

const HEADER_SEARCH_ROWS = 200;
const MIN_KNOWN_HEADERS = 3;
const NAMES_A_LINE: readonly StatementField[] = ['orderId', 'product', 'code', 'customer', 'customerId'];

/** The header row and its columns; `undefined` when the sheet holds no statement. `amount` is absent when no column pays. */
export function findColumns(sheet: Sheet): StatementColumns | undefined {
  let best: StatementColumns | undefined;
  let bestCount = MIN_KNOWN_HEADERS - 1;
  for (let row = 0; row < Math.min(sheet.rowCount, HEADER_SEARCH_ROWS); row += 1) {
    const columns = columnsOfRow(sheet, row);
    const count = Object.keys(columns.at).length;
    if (count <= bestCount || !NAMES_A_LINE.some((field) => columns.at[field] !== undefined)) continue;
    best = columns;
    bestCount = count;
  }
  return best;
}

/** A row that says again what the header says (page breaks of printed statements). */
export function repeatsHeader(sheet: Sheet, row: number, columns: StatementColumns): boolean {
  const { orderId, amount, customer, product } = columns.at;
  const asked = [orderId, amount, customer, product].filter((column) => column !== undefined);
  return asked.length > 0 && asked.every((column) => {
    const text = cellAt(sheet, row, column);
    return text !== null && text === cellAt(sheet, columns.headerRow, column);
  });
}

function columnsOfRow(sheet: Sheet, row: number): StatementColumns {
  const at: { [F in StatementField]?: number } = {};
  const header: { [F in StatementField]?: string } = {};
  const unit: { [F in StatementField]?: AmountUnit } = {};
  let amt: number | undefined;
  const take = (field: StatementField, column: number, text: string): void => {
    if (at[field] !== undefined) return;
    at[field] = column;
    header[field] = text;
    const own = IN_FEN.has(headerKey(text)) ? 'fen' : unitOf(text);
    if (own !== undefined) unit[field] = own;
  };
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const text = cellAt(sheet, row, column);
    if (typeof text !== 'string') continue;
    const key = headerKey(text);
    if (key === 'amt') amt = column;
    const field = FIELD_OF.get(key);
    if (field !== undefined) take(field, column, text.trim());
  }
  // Tencent writes Amt for what the customer paid in a bill and for the rebate in a rebate list.
  if (amt !== undefined) take(at.amount === undefined ? 'amount' : 'cash', amt, String(cellAt(sheet, row, amt)));
  return { headerRow: row, at, header, unit };
}

/** "订单金额(元)" and "Order Amount" → "订单金额", "orderamount": unit, width, case and separators do not matter. */
export function headerKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[（(【[].*?[)）】\]]/g, '').replace(/[\s_\-.:：*'"]+/g, '');
}

/** The unit that a header or a title line states: "(万元)", "金额单位：分", "in fen". */
export function unitOf(text: string): AmountUnit | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/g, '');
  if (/[((:]万元?|单位[::]?(人民币)?万|10kCNY/i.test(folded)) return 'wan';
  if (/[((](人民币|单位[::]?)?分[))]|单位[::]?(人民币)?分|\(fen\)|infen|\(cents?\)/i.test(folded)) return 'fen';
  if (/[((](人民币|单位[::]?)?(元|rmb|cny|yuan)[))]|单位[::]?(人民币)?元/i.test(folded)) return 'yuan';
  return undefined;
}

/** The unit named above the header, for columns that name none. */
export function titleUnit(sheet: Sheet, headerRow: number): AmountUnit | undefined {
  for (const text of titleTexts(sheet, headerRow)) {
    const unit = /单位|unit/i.test(text) ? unitOf(text) : undefined;
    if (unit !== undefined) return unit;
  }
  return undefined;
}

export function titleTexts(sheet: Sheet, headerRow: number): readonly string[] {
  const texts: string[] = [];
  for (let row = 0; row < headerRow; row += 1) {
    for (let column = 0; column < sheet.columns.length; column += 1) {
      const cell = cellAt(sheet, row, column);
      if (typeof cell === 'string') texts.push(cell);
    }
  }
  return texts;
}
