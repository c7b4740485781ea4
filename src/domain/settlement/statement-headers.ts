import { LONGEST_KNOWN_HEADER } from '../bounds.ts';
import { isFigure } from '../reading/figure.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import { searchHeader } from '../reading/header-search.ts';
import { headerMeaning, moneyNote } from '../reading/headers.ts';
import { simplified } from '../reading/simplified.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import { type Sheet, cellAt } from '../sheet.ts';
import type { StatementField } from './statement.ts';
import { pattern } from '../pattern.ts';

/**
 * Words that a statement uses in its own sense: 业绩 is an order's amount in a ledger and the base
 * of the commission here. Everything else is read as the ledger's headers are. Folded as
 * `headerKey` folds them.
 */
const OWN_WORDS: Readonly<Partial<Record<StatementField, string>>> = {
  policy:
    '佣金政策 政策 政策名称 激励名称 激励政策 返点政策 返佣政策 返点项 commissionpolicyname ' +
    'policy policyname ' +
    'incentivename lever earningtype component',
  code:
    '产品code 产品代码 产品编码 商品code 商品代码 产品类型编码 productcode commoditycode ' +
    'pipcode code',
  product: '服务 service productdescription',
  period: '核算月份 佣金月份 结算周期 期间',
  cash: '客户消费金额 消费金额 有效支付金额',
  base:
    '计佣金额 计佣基数 计佣业绩 佣金基数 返点基数 返佣基数 计算基数 业绩金额 业绩 月度业绩 ' +
    '季度业绩 计返金额 核算基数 计佣现金 激励基数 commissionbase ' +
    'commissionableamount rebatebase base baseamount eligibleamount sumamount monthsales ' +
    'quartersales qualifyingamount performanceamount',
  rate: '佣金率 费率 计佣比例 commission% rebate%',
  amount:
    '佣金金额 佣金 返佣金额 返佣 激励金额 返点金额 返利金额 返利 结算佣金 应付佣金 ' +
    '激励结算金额 应结佣金 应返佣金 应发佣金 应结返点 返现金额 返现 ' +
    '本期佣金 本期返点 结算返点 返还金额 结算金额 ' +
    'commissionamount commission rebateamount rebate earningamount earning ' +
    'earnings partnerearnings incentiveamount ' +
    'incentive totaldiscount payout',
  status: '核算状态 结算状态 返佣状态 异常标识 异常标记 exceptionflag settlementstatus',
  remark: '原因 扣减原因 reason',
};

const FIELD_OF = new Map<string, StatementField>(
  (Object.entries(OWN_WORDS) as [StatementField, string][]).flatMap(([field, words]) =>
    words.split(' ').map((word) => [word, field] as const),
  ),
);

/** What a ledger's header means in a statement. */
const FIELD_OF_ROLE: { readonly [R in HeaderRole]?: StatementField } = {
  orderNumber: 'orderId',
  subOrderId: 'subOrderId',
  relatedId: 'relatedId',
  customer: 'customer',
  customerId: 'customerId',
  product: 'product',
  orderType: 'orderType',
  paidOn: 'paidOn',
  period: 'period',
  cashPaid: 'cash',
  ordered: 'orderAmount',
  payable: 'orderAmount',
  listPrice: 'orderAmount',
  netAmount: 'base',
  voucher: 'voucher',
  rate: 'rate',
  rebateDue: 'amount',
  currency: 'currency',
  status: 'status',
  payStatus: 'status',
  remark: 'remark',
};

/** Taken when no other column gives the field. */
const SECOND_CHOICE: { readonly [R in HeaderRole]?: StatementField } = {
  contractNumber: 'orderId',
  signingDay: 'paidOn',
  orderDay: 'paidOn',
  rebateReceived: 'amount',
  refundAmount: 'amount',
};

export interface StatementColumns {
  readonly headerRow: number;
  readonly at: { readonly [F in StatementField]?: number };
  readonly header: { readonly [F in StatementField]?: string };
  readonly unit: { readonly [F in StatementField]?: AmountUnit };
  /** Written in the header of the column that pays: 佣金金额(USD). */
  readonly currency?: string;
  /** Other columns of commission, by their headers: 激励金额 beside 基础佣金. */
  readonly rivals: readonly { readonly column: number; readonly header: string }[];
  /** Whatever else speaks of commission in the header: 税前佣金, 未结佣金. */
  readonly alike: readonly string[];
  /** Columns that may tell another state of the same money, by their headers: 已返 beside 应返. */
  readonly states: readonly { readonly column: number; readonly header: string }[];
  /** Last column that the header names. */
  readonly last: number;
}

const MIN_KNOWN_HEADERS = 3;

const NAMES_A_LINE: readonly StatementField[] = [
  'orderId',
  'product',
  'code',
  'customer',
  'customerId',
];

/**
 * The header row and its columns; `undefined` when the sheet holds no statement. `amount` is absent
 * when no column pays. Fewer than three known words are a header where money stands below one of
 * them.
 */
export const findColumns = (
  sheet: Sheet,
  fewest = MIN_KNOWN_HEADERS,
): StatementColumns | undefined =>
  searchHeader(sheet.rowCount, (row) => {
    const header = columnsOfRow(sheet, row);
    const says = new Set(Object.values(header.at)).size;
    const money = header.rivals.length + header.states.length;
    const isEnough = says >= fewest || (says + money > 1 && paysBelow(sheet, header));
    return isEnough && namesALine(header) ? { header, says } : undefined;
  });

function paysBelow(sheet: Sheet, { at, rivals, states, headerRow }: StatementColumns): boolean {
  const columns = [...rivals, ...states].map(({ column }) => column);
  if (at.amount !== undefined) columns.push(at.amount);
  for (let row = headerRow + 1; row < sheet.rowCount; row += 1)
    if (columns.some((column) => isFigure(cellAt(sheet, row, column)))) return true;
  return false;
}

export const namesALine = ({ at }: StatementColumns): boolean =>
  NAMES_A_LINE.some((field) => at[field] !== undefined);

/** A row that says again what the header says (page breaks of printed statements). */
export function isPrintedAgain(sheet: Sheet, row: number, columns: StatementColumns): boolean {
  const { orderId, amount, customer, product } = columns.at;
  const asked = [orderId, amount, customer, product].filter((column) => column !== undefined);
  return (
    asked.length > 0 &&
    asked.every((column) => {
      const text = cellAt(sheet, row, column);
      return text !== null && text === cellAt(sheet, columns.headerRow, column);
    })
  );
}

/** What a row would say about columns, were it the header. */
export function columnsOfRow(sheet: Sheet, row: number): StatementColumns {
  const reader = new HeaderReader();
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const text = cellAt(sheet, row, column);
    if (typeof text === 'string' && text.trim() !== '') reader.look(column, text);
  }
  return reader.columnsAt(row);
}

interface NamedColumn {
  readonly column: number;
  readonly header: string;
}

/** A header row on its way to columns: each field goes to the first column that claims it. */
class HeaderReader {
  private readonly at: { [F in StatementField]?: number } = {};
  private readonly header: { [F in StatementField]?: string } = {};
  private readonly unit: { [F in StatementField]?: AmountUnit } = {};
  private readonly paying: NamedColumn[] = [];
  private readonly alike: string[] = [];
  private readonly states: NamedColumn[] = [];
  /** Claims that stand back behind those of every other column. */
  private readonly late: (() => void)[] = [];
  private last = -1;

  look(column: number, text: string): void {
    this.last = column;
    if (text.length > LONGEST_KNOWN_HEADER) return;
    const key = headerKey(text);
    const meaning = headerMeaning(text);
    const header = text.trim();
    if (isCommission(key)) this.paying.push({ column, header });
    else if (speaksOfCommission(key)) this.alike.push(header);
    if (isStateOfMoney(key, meaning?.role)) this.states.push({ column, header });
    const stated = meaning?.unit ?? bracketUnit(text);
    const claim = (field: StatementField): void => this.take(field, column, header, stated);
    const field = FIELD_OF.get(key) ?? (meaning && FIELD_OF_ROLE[meaning.role]);
    const second = meaning && SECOND_CHOICE[meaning.role];
    // Tencent writes Amt for what the customer paid in a bill and for the rebate in a rebate list.
    if (key === 'amt')
      this.late.push(() => claim(this.at.amount === undefined ? 'amount' : 'cash'));
    else if (field !== undefined) claim(field);
    else if (second !== undefined) this.late.push(() => claim(second));
  }

  columnsAt(headerRow: number): StatementColumns {
    for (const claim of this.late) claim();
    const { at, header, unit, paying, alike, states, last } = this;
    if (at.orderId === undefined) this.move('relatedId', 'orderId');
    const [only, ...others] = paying;
    if (only !== undefined && others.length === 0)
      this.take('amount', only.column, only.header, bracketUnit(only.header));
    // A list of orders with one column of money can only mean what is paid for them.
    const isMoneySaid = [at.amount, at.cash, at.base, at.rate].some((one) => one !== undefined);
    if (paying.length + alike.length === 0 && !isMoneySaid) this.move('orderAmount', 'amount');
    const currency = bracketCurrency(header.amount ?? '');
    return {
      headerRow,
      at,
      header,
      unit,
      alike,
      states: states.filter(
        ({ column }) => column !== at.amount && !paying.some((one) => one.column === column),
      ),
      rivals: paying.filter(({ column }) => !Object.values(at).includes(column)),
      ...(currency === undefined ? {} : { currency }),
      last,
    };
  }

  private take(
    field: StatementField,
    column: number,
    header: string,
    stated: AmountUnit | undefined,
  ): void {
    if (this.at[field] !== undefined) return;
    this.at[field] = column;
    this.header[field] = header;
    if (stated !== undefined) this.unit[field] = stated;
  }

  /** What one field has claimed is another's. */
  private move(from: StatementField, to: StatementField): void {
    const { at, header, unit } = this;
    const column = at[from];
    if (column === undefined) return;
    this.take(to, column, header[from] ?? '', unit[from]);
    Reflect.deleteProperty(at, from);
  }
}

/**
 * "佣金金额(元)" and "Commission Amount" → "佣金金额", "commissionamount": unit, width, case and
 * separators do not matter.
 */
const headerKey = (text: string): string =>
  simplified(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[([【].*?[)】\]]/g, '')
      .replace(/[\s_\-.:*'"]+/g, ''),
  );

const inBrackets = (text: string): string =>
  /[([【](.*?)[)】\]]/.exec(text.normalize('NFKC'))?.[1] ?? '';

const bracketUnit = (text: string): AmountUnit | undefined => moneyNote(inBrackets(text))?.unit;

const bracketCurrency = (text: string): string | undefined => moneyNote(inBrackets(text))?.currency;

const PAID = /佣金|返佣|返点|返利|激励|奖励|奖金|commission|rebate|incentive|bonus|payout/;

const NOT_OF_COMMISSION = pattern()`
  比例|率|点数|政策|状态|类型|类别|编号|单号|名称|月份|账期|周期|期间|日期|时间|基数|rate|percent|%
  |policy|status|type|name|month|date|period|[^a]id$|base
`;

/** Net of tax, settled or open, before or after: money of that kind, but which is not said. */
const speaksOfCommission = (key: string): boolean => PAID.test(key) && !NOT_OF_COMMISSION.test(key);

const NO_COMMISSION = pattern()`
  比例|率|点数|政策|状态|类型|类别|编号|单号|名称|月份|账期|周期|期间|日期|时间|基数|业绩|计返|累计
  |上期|已|未|预|应|核算|计佣|税|rate|percent|%|policy|status|type|name|month|date|period|[^a]id$
  |base|total|ytd|tax|due|paid|outstanding|balance
`;

/** Money that the vendor pays, and no rate, base, state or sum over time of it. */
const isCommission = (key: string): boolean => PAID.test(key) && !NO_COMMISSION.test(key);

const OF_ANOTHER_TIME = pattern()`
  累计|上期|上月|本年|预计|预估|税额|税金|个税|计佣|计返|日|ytd|cumulative|previous|forecast
  |estimated|taxamount|withholding
`;

/** What is due, paid or open of what a line pays; no tax on it, and no sum of another time. */
const isStateOfMoney = (key: string, role: HeaderRole | undefined): boolean =>
  (speaksOfCommission(key) ||
    role === 'rebateDue' ||
    role === 'rebateReceived' ||
    /[应已未待实](?:返|结)|本[期次](?:结算|实结|支付|发放)|剩余|尚欠|余额/.test(key)) &&
  !OF_ANOTHER_TIME.test(key);

/** The name by which a person says which column is meant. */
export const isChosenAmount = (header: string): boolean =>
  ['佣金金额', 'commissionamount'].includes(headerKey(header));

/** Columns of a table that says what it pays. */
export type PayingColumns = StatementColumns & { readonly at: { readonly amount: number } };

export const pays = (columns: StatementColumns): columns is PayingColumns =>
  columns.at.amount !== undefined;
