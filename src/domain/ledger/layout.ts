import { type Cell, type Sheet, cellAt, isFault } from '../sheet.ts';
import type { MoneyColumn } from './amount-column.ts';
import { cellText, foldKey, isBlank } from '../reading/fold-text.ts';
import type { Header, HeaderCell } from '../reading/header-row.ts';
import { AMOUNT_ROLES, type HeaderRole, type MoneyRole } from '../reading/header-roles.ts';
import { type MoneyNote, headerKey, isAmountRole } from '../reading/headers.ts';
import { unnamedStatus, unnamedType } from './unnamed-status.ts';
import { LEDGER_FIELDS, type LedgerField } from '../reading/ledger-fields.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import type { LedgerSheet } from './ledger.ts';
import type { RowRange } from './row-range.ts';
import { isTaxFlag, isTicked } from './ticked-columns.ts';
import { pattern } from '../pattern.ts';

/** A money column of the sheet, with its header. */
type LaidMoney = MoneyColumn & { readonly role: MoneyRole; readonly header: string };

/** Taken for the amount where nothing better is. */
const INSTEAD = ['refundAmount', 'moneyIn'] as const satisfies readonly MoneyRole[];

/** Which column of a sheet says what. */
export interface Layout {
  readonly header: Header;
  /** Best column of each role. */
  readonly at: ReadonlyMap<HeaderRole, HeaderCell>;
  readonly amount: LaidMoney | undefined;
  /** Money columns that were not taken, best first. */
  readonly passedOver: readonly LaidMoney[];
  /** What was given back, beside the amount: 退货额 and 退款额. */
  readonly refunds: readonly LaidMoney[];
  /**
   * The amounts that add up to the amount, where no column holds their sum; the first is `amount`.
   */
  readonly instalments: readonly LaidMoney[];
  /** Year, month and day, each in a column of its own, where the sheet has no date. */
  readonly dateParts: readonly HeaderCell[] | undefined;
  /** Money out, beside an amount that is money in. */
  readonly moneyOut: LaidMoney | undefined;
  readonly fields: LedgerSheet['columns'];
  readonly unknown: readonly { readonly header: string; readonly column: number }[];
}

/**
 * @param unit - unit that a line above the table states for all amounts without one in their header
 */
export function layoutOf(range: RowRange, header: Header, unit: MoneyNote): Layout {
  const at = bestOfEachRole(header, range);
  const unnamed = unnamedStatus(range, header, at);
  if (unnamed !== undefined) at.set('status', unnamed);
  const typed = unnamed === undefined ? unnamedType(range, header, at) : undefined;
  if (typed !== undefined) at.set('orderType', typed);
  const discount = discountInMoney(range, header);
  if (discount !== undefined && !at.has('voucher')) at.set('voucher', discount);
  const moneyOf = (roles: readonly MoneyRole[]): LaidMoney[] =>
    roles
      .flatMap((role) => columnsOfRole(header, role).map((cell) => ({ role, cell })))
      .filter(({ cell: { column } }) => holdsNumbers(range, column))
      .map(({ role, cell: { column, label, meaning } }) => ({
        column,
        header: label,
        role,
        note: isDealTotal(header, range, column) ? IN_FEN : noteOf(meaning ?? {}, unit),
      }));
  const instead = hasStrangeMoney(range, header) ? [] : moneyOf(INSTEAD);
  const [whole = instead[0], ...passedOver] = yuanFirst(moneyOf(AMOUNT_ROLES).sort(grossFirst));
  const hasBest = whole !== undefined && whole.role !== 'moneyIn';
  const instalments = hasBest ? [] : partsOf(header, moneyOf);
  const amount = instalments[0] ?? whole;
  const refunds = (amount?.role === 'refundAmount' ? [] : moneyOf(['refundAmount']))
    .filter(({ note: { currency } }) => currency === amount?.note.currency)
    .sort((a, b) => a.column - b.column)
    .filter((refund, _, all) => !isAskedFor(refund) || all.every(isAskedFor));
  const moneyOut = amount?.role === 'moneyIn' ? moneyOf(['moneyOut'])[0] : undefined;
  const fields: { [F in LedgerField]?: { header: string; column: number } } = {};
  for (const field of LEDGER_FIELDS) {
    const cell = rolesOf(field, amount?.role === 'refundAmount')
      .map((role) => at.get(role))
      .find((found) => found !== undefined);
    if (cell !== undefined) fields[field] = { header: cell.label, column: cell.column };
  }
  const list =
    passedOver.find(({ role }) => role === 'ordered' || role === 'listPrice') ??
    passedOver.find(({ role, header: text }) => role === 'payable' || /due/i.test(text));
  setOrDrop(fields, 'amount', amount);
  setOrDrop(fields, 'listAmount', list);
  const unknown = header.cells
    .filter(
      (cell) =>
        (cell.meaning === undefined &&
          cell !== unnamed &&
          cell !== typed &&
          !isTicked(cell) &&
          !isTaxFlag(cell)) ||
        (cell.meaning?.role === 'instalment' && instalments.length === 0) ||
        (cell.meaning?.role === 'refundAmount' &&
          ![amount, ...refunds].some((one) => one?.column === cell.column) &&
          refunds.length > 0),
    )
    .filter(({ column }) => !isAllFaults(range, header, column))
    .map(({ label, column }) => ({ header: label, column }));
  const dateParts = (fields.paidOn ?? fields.signedOn) ? undefined : datePartsOf(header);
  const unread = unknown.filter(({ column }) => !dateParts?.some((p) => p.column === column));
  return {
    header,
    at,
    amount,
    passedOver,
    refunds,
    instalments,
    dateParts,
    moneyOut,
    fields,
    unknown: unread,
  };
}

/** 折扣 that is no rate: a sum above what any rate is written as. */
function discountInMoney(range: RowRange, { cells }: Header): HeaderCell | undefined {
  const cell = cells.find(({ text }) => /^(?:折扣|discount)$/.test(foldKey(text)));
  const isMoney = (value: Cell): boolean => {
    const reading = parseAmount(value);
    return reading.kind === 'amount' && reading.amount > LARGEST_RATE;
  };
  return cell && sampleOf(range, cell.column).some(isMoney) ? cell : undefined;
}

/** Fen of 100: discounts are written as 0.9, 9 or 90. */
const LARGEST_RATE = 100_00;

/** A formula for a whole column, where it could not be calculated: an error and nothing to read. */
const isAllFaults = ({ sheet, to }: RowRange, { bottom }: Header, column: number): boolean => {
  if (!isFault(cellAt(sheet, bottom, column))) return false;
  for (let row = bottom + 1; row < to; row += 1) {
    const cell = cellAt(sheet, row, column);
    if (!isFault(cell) && !isBlank(cell)) return false;
  }
  return true;
};

/** 申请退款金额 beside 退款金额 is the same refund, before it went through. */
const isAskedFor = ({ header }: LaidMoney): boolean => /申请|request|applied/i.test(header);

const MONEY_WORD = pattern('i')`
  (?:金额|价|款|额|费用?|amount|amt|total|price|sum|paid|revenue|value|gross|net|spend|charges?)$
`;

/**
 * Figures below a word of money that nobody knows: they are the amounts sooner than what was given
 * back.
 */
const hasStrangeMoney = (range: RowRange, { cells }: Header): boolean =>
  cells.some(
    ({ meaning, text, column }) =>
      meaning === undefined && MONEY_WORD.test(headerKey(text)) && holdsNumbers(range, column),
  );

const IS_GROSS = /(?<!不)含税|价税|incl|gross/i;

/** 价税合计 goes before 金额, which may be without the tax that stands beside it. */
const grossFirst = (a: LaidMoney, b: LaidMoney): number =>
  a.role === 'ordered' && b.role === 'ordered'
    ? Number(IS_GROSS.test(b.header)) - Number(IS_GROSS.test(a.header))
    : 0;

/** Amounts beside their equivalent in yuan are told by it. */
const yuanFirst = (columns: readonly LaidMoney[]): readonly LaidMoney[] => [
  ...columns.filter(({ note }) => note.currency === undefined),
  ...columns.filter(({ note }) => note.currency !== undefined),
];

const IN_FEN: MoneyNote = { unit: 'fen' };

/** Tencent Cloud lists deals with totals in whole fen, and bills in yuan under the same names. */
function isDealTotal({ cells }: Header, range: RowRange, column: number): boolean {
  const key = (cell: HeaderCell): string => foldKey(cell.text).replace(/_/g, '');
  const isTotal = cells.some(
    (cell) => cell.column === column && /^(?:real)?totalcost$/.test(key(cell)),
  );
  return (
    isTotal &&
    cells.some((cell) => /^(?:big)?dealid$/.test(key(cell))) &&
    sampleOf(range, column).every((cell) => /^-?\d+$/.test(cellText(cell)))
  );
}

/**
 * Two or more parts of a price. "Deposit" is one of them beside a balance, and money in beside
 * money out: then none is.
 */
function partsOf(
  header: Header,
  moneyOf: (roles: readonly MoneyRole[]) => readonly LaidMoney[],
): readonly LaidMoney[] {
  if (columnsOfRole(header, 'moneyOut').length > 0) return [];
  const deposits = moneyOf(['moneyIn']).filter(({ header: text }) => /deposit/i.test(text));
  const parts = [...deposits, ...moneyOf(['instalment'])];
  return parts.length > 1 ? parts.map((part) => ({ ...part, role: 'instalment' })) : [];
}

const DATE_PARTS = [
  /^(?:年|年份|年度|year)$/,
  /^(?:月|月份|month)$/,
  /^(?:日|日子|day|dayofmonth)$/,
];

function datePartsOf({ cells }: Header): readonly HeaderCell[] | undefined {
  const found = DATE_PARTS.flatMap(
    (words) => cells.find(({ text }) => words.test(foldKey(text))) ?? [],
  );
  return found.length === DATE_PARTS.length ? found : undefined;
}

const ROLES_OF_FIELD: { readonly [F in LedgerField]: readonly HeaderRole[] } = {
  orderId: ['orderNumber', 'contractNumber'],
  relatedId: ['relatedId'],
  customer: ['customer'],
  customerId: ['customerId'],
  customerType: ['customerType'],
  industry: ['industry'],
  region: ['region'],
  salesperson: ['salesperson'],
  product: ['product'],
  vendor: ['vendor'],
  category: ['category'],
  orderType: ['orderType'],
  signedOn: ['signingDay', 'orderDay'],
  paidOn: ['paidOn'],
  period: ['period'],
  listAmount: [],
  voucher: ['voucher'],
  amount: [],
  rate: ['rate'],
  rebateDue: ['rebateDue'],
  rebateReceived: ['rebateReceived'],
  receivedOn: ['receivedOn'],
  status: ['status', 'payStatus', 'refundStatus'],
  probability: ['probability'],
  cost: ['cost'],
  renewalOn: ['renewalOn'],
  remark: ['remark'],
};

/**
 * A list of refunds is numbered and dated by its own columns; its order number is the original's.
 */
function rolesOf(field: LedgerField, isRefunds: boolean): readonly HeaderRole[] {
  if (!isRefunds) return ROLES_OF_FIELD[field];
  switch (field) {
    case 'orderId':
      return ['refundNumber', 'orderNumber', 'relatedId', 'contractNumber'];
    case 'relatedId':
      return ['relatedId', 'orderNumber'];
    case 'paidOn':
      return ['refundDay', 'paidOn'];
    default:
      return ROLES_OF_FIELD[field];
  }
}

function setOrDrop(
  fields: { [F in LedgerField]?: { header: string; column: number } },
  field: LedgerField,
  found: { header: string; column: number } | undefined,
): void {
  if (found !== undefined) fields[field] = { header: found.header, column: found.column };
}

function bestOfEachRole(header: Header, range: RowRange): Map<HeaderRole, HeaderCell> {
  const best = new Map<HeaderRole, HeaderCell>();
  for (const cell of header.cells) {
    const { role, rank } = cell.meaning ?? {};
    if (role === undefined || isAmountRole(role) || isEmptyColumn(range, cell.column)) continue;
    const before = best.get(role);
    if (before === undefined || (rank ?? 0) < (before.meaning?.rank ?? 0)) best.set(role, cell);
  }
  return best;
}

const columnsOfRole = (header: Header, role: HeaderRole): HeaderCell[] =>
  header.cells
    .filter(({ meaning }) => meaning?.role === role)
    .sort((a, b) => (a.meaning?.rank ?? 0) - (b.meaning?.rank ?? 0));

function noteOf({ unit, currency }: MoneyNote, above: MoneyNote): MoneyNote {
  const own: MoneyNote = {
    ...(unit === undefined ? {} : { unit }),
    ...(currency === undefined ? {} : { currency }),
  };
  return unit === undefined && currency === undefined ? above : own;
}

/** A column prepared but never filled (付款日期 in a fresh template) decides nothing. */
function isEmptyColumn({ sheet, from, to }: RowRange, column: number): boolean {
  const cells = sheet.columns[column] ?? [];
  for (let row = from; row < to; row++) if (!isBlank(cells[row])) return false;
  return true;
}

const SAMPLE = 500;

/** What people write where there is no figure, or none yet. */
const STANDS_FOR_NONE = /^\s*(?:[-–—/\\*]{1,3}|无|暂无|待定|未定|tbd|n\/?a|none|nil)\s*$/i;

/** 12, 壹万贰仟元整. */
const FIGURE = /\d|[一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]{3}/;

/**
 * A "Paid" column of yes and no is no money: at least a third of its first cells must hold a
 * figure, or a formula that has not come to one: no other column stands in for it unasked.
 */
function holdsNumbers(range: RowRange, column: number): boolean {
  const cells = sampleOf(range, column).filter((cell) => !STANDS_FOR_NONE.test(cellText(cell)));
  return (
    cells.length > 0 &&
    cells.filter(
      (cell) =>
        typeof cell === 'number' || isFault(cell) || FIGURE.test(cellText(cell).normalize('NFKC')),
    ).length *
      3 >=
      cells.length
  );
}

function sampleOf({ sheet, from, to }: RowRange, column: number): Cell[] {
  const cells = sheet.columns[column] ?? [];
  const sample: Cell[] = [];
  for (let row = from; row < to && sample.length < SAMPLE; row++)
    if (!isBlank(cells[row])) sample.push(cells[row] ?? null);
  return sample;
}

/** True when both headers put the columns that matter in the same places, in the same units. */
export function isSameLayout(a: Header, b: Header): boolean {
  const above = new Map(a.cells.map(({ column, meaning }) => [column, meaning]));
  return b.cells.every(({ column, meaning }) => {
    if (meaning === undefined) return true;
    const before = above.get(column);
    return before?.role === meaning.role
      ? isSameMoney(before, meaning)
      : !above.has(column) && meaning.role === 'ignored';
  });
}

/** A header that says its unit no more means the one above. */
const isSameMoney = (before: MoneyNote, { unit, currency }: MoneyNote): boolean =>
  (unit === undefined || unit === (before.unit ?? 'yuan')) &&
  (currency === undefined || currency === (before.currency ?? 'CNY'));

export const headerText = (sheet: Sheet, header: Header, column: number): string =>
  header.cells.find((cell) => cell.column === column)?.text ??
  cellText(sheet.columns[column]?.[header.bottom]);
