import {
  CELL_EMPTY,
  CELL_READ,
  type AmountColumn,
  type MoneyColumn,
  moneyHabit,
  readAmountColumn,
} from './amount-column.ts';
import { valuesFromAbove } from './values-from-above.ts';
import { type DateColumn, type DateHints, readDateColumn, yearsAround } from './date-column.ts';
import type { MoneyNote } from '../reading/headers.ts';
import { cellText, foldKey, isBlank } from '../reading/fold-text.ts';
import type { HeaderCell } from '../reading/header-row.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import { readIdColumn } from './id-column.ts';
import type { IdColumn } from './plain-ids.ts';
import type { LedgerField } from '../reading/ledger-fields.ts';
import { NOT_LOOKED_AT } from '../reading/plain-id.ts';
import { type Cell, type Sheet, plainIdsOf, repeatedTexts } from '../sheet.ts';
import type { Section } from './sections.ts';
import { type TextColumn, readTextColumn } from './text-column.ts';
import { headerKey } from './ticked-columns.ts';
import { netRowsAmongGross, taxColumn } from './tax-of-amounts.ts';
import { invariant } from '../result.ts';
import { inAndOut, summed, together, withMinus, withoutSign } from './signed-amounts.ts';
import { piecesBeside } from './unit-prices.ts';
import { pattern } from '../pattern.ts';

/** The columns of a section, read. All are indexed by row minus the section's first row. */
export interface SectionColumns {
  /** 1 where any cell of the row holds something. */
  readonly filled: Uint8Array;
  readonly amount: AmountColumn;
  /** The next best amount: what was ordered, when something else was paid. */
  readonly list: AmountColumn | undefined;
  /** What is owed and what came in stand on rows of their own, never together. */
  readonly isOwedApart: boolean;
  /** Another column under the same header as the amount: nothing says which of the two counts. */
  readonly rival: AmountColumn | undefined;
  /** `piecesBeside` the amount: how many its price may be of, where that has to be asked. */
  readonly pieces: ReadonlyMap<number, readonly number[]> | undefined;
  /** What was given back, as positive amounts. */
  readonly refunds: readonly AmountColumn[];
  /** By offset: 1 where an amount is without tax among others that are with it. */
  /** What of the amount takes part in the rebate, where a column says so. */
  readonly eligible: AmountColumn | undefined;
  readonly netRows: Uint8Array | undefined;
  readonly tax: AmountColumn | undefined;
  readonly refundDay: DateColumn | undefined;
  readonly voucher: AmountColumn | undefined;
  readonly prepaidCard: AmountColumn | undefined;
  readonly rebateDue: AmountColumn | undefined;
  readonly rebateReceived: AmountColumn | undefined;
  readonly cost: AmountColumn | undefined;
  readonly paidOn: DateColumn | undefined;
  readonly signedOn: DateColumn | undefined;
  readonly receivedOn: DateColumn | undefined;
  readonly renewalOn: DateColumn | undefined;
  readonly period: DateColumn | undefined;
  readonly orderId: IdColumn | undefined;
  readonly relatedId: IdColumn | undefined;
  readonly text: Readonly<Partial<Record<HeaderRole, TextColumn>>>;
}

const TEXT_ROLES: readonly HeaderRole[] = [
  'customer',
  'product',
  'category',
  'region',
  'industry',
  'salesperson',
  'orderType',
  'customerType',
  'vendor',
  'status',
  'payStatus',
  'refundStatus',
  'direction',
  'isValid',
  'isDone',
  'isCalledOff',
  'moneyUnit',
  'remark',
  'probability',
  'subOrderId',
  'rate',
  'currency',
  'exchangeRate',
  'refundAmount',
];

/** The section must have an amount column. */
export function readColumns(section: Section, amount: MoneyColumn): SectionColumns {
  const { sheet, layout } = section;
  const columnOf = (role: HeaderRole): number | undefined => layout.at.get(role)?.column;
  const vouchers = vouchersOf(section);
  const prepaidCard = moneyOf(section, 'prepaidCard');
  const habit = moneyHabit(
    section,
    [
      amount,
      ...layout.passedOver,
      ...layout.instalments.slice(1),
      ...[...layout.refunds, layout.moneyOut, ...vouchers, prepaidCard],
    ].filter((money) => money !== undefined),
  );
  const money = (found: MoneyColumn | undefined): AmountColumn | undefined =>
    found && readAmountColumn(section, found, habit(found));
  const hints: DateHints = {
    years: yearsAround(section),
    order: hasIdeographs(section) ? 'ymd' : undefined,
  };
  const dateIn = (column: number | undefined): DateColumn | undefined =>
    column === undefined
      ? undefined
      : readDateColumn(section, column, valuesFromAbove(sheet, column), hints);
  const date = (field: LedgerField): DateColumn | undefined => dateIn(layout.fields[field]?.column);
  const id = (column: number | undefined): IdColumn | undefined =>
    column === undefined
      ? undefined
      : readIdColumn(section, column, valuesFromAbove(sheet, column));
  const text: Partial<Record<HeaderRole, TextColumn>> = {};
  for (const role of TEXT_ROLES) {
    const column = columnOf(role);
    if (column !== undefined)
      text[role] = readTextColumn(section, column, valuesFromAbove(sheet, column));
  }
  const netRows = netRowsAmongGross(section);
  const paid = amountOf(section, money);
  const list = money(
    layout.passedOver.find(({ column }) => column === layout.fields.listAmount?.column),
  );
  return {
    filled: filledRows(section, paid),
    text,
    amount: paid,
    isOwedApart: layout.amount?.role === 'cashPaid' && areApart(paid, list),
    rival: money(rivalOf(section)),
    pieces: piecesBeside(section, paid.column),
    refunds: layout.refunds.flatMap((refund) => withoutSign(money(refund)) ?? []),
    eligible: money(eligibleOf(section)),
    netRows,
    tax: money(netRows && taxMoney(section)),
    refundDay: dateIn(layout.at.get('refundDay')?.column),
    list,
    voucher: together(vouchers.map(money).filter((column) => column !== undefined)),
    prepaidCard: money(prepaidCard),
    rebateDue: money(moneyOf(section, 'rebateDue', false)),
    rebateReceived: money(moneyOf(section, 'rebateReceived', false)),
    cost: money(moneyOf(section, 'cost', false)),
    paidOn: date('paidOn'),
    signedOn: date('signedOn') ?? partsColumn(section, hints),
    receivedOn: date('receivedOn'),
    renewalOn: date('renewalOn'),
    period: date('period'),
    orderId: id(layout.fields.orderId?.column),
    relatedId: id(layout.fields.relatedId?.column),
  };
}

/**
 * The amounts of the rows: refunds of a list of refunds with a minus, money out beside money in.
 */
function amountOf(
  { layout }: Section,
  money: (found: MoneyColumn | undefined) => AmountColumn | undefined,
): AmountColumn {
  const { amount, moneyOut } = layout;
  const read = money(amount);
  invariant(read !== undefined, 'a section that is read has an amount column');
  if (amount?.role === 'refundAmount') return withMinus(read);
  if (amount?.role === 'instalment')
    return summed(
      layout.instalments.map(money).filter((part) => part !== undefined),
      read,
    );
  const out = money(moneyOut);
  return out === undefined ? read : inAndOut(read, out);
}

/** Rows of the one and rows of the other, and none with a figure in both. */
function areApart({ fen, state }: AmountColumn, list: AmountColumn | undefined): boolean {
  let [isOwed, isPaid] = [false, false];
  for (let offset = 0; list !== undefined && offset < fen.length; offset++) {
    const hasPaid = state[offset] !== CELL_EMPTY && fen[offset] !== 0;
    const hasOwed = list.state[offset] === CELL_READ && list.fen[offset] !== 0;
    if (hasPaid && hasOwed) return false;
    isPaid ||= hasPaid;
    isOwed ||= hasOwed;
  }
  return isOwed && isPaid;
}

/** Year, month and day in columns of their own: put together for the reader of dates. */
function partsColumn({ layout, ...section }: Section, hints: DateHints): DateColumn | undefined {
  const { dateParts } = layout;
  if (dateParts === undefined) return undefined;
  const { from, to, sheet } = section;
  const textAtRow = (column: number, row: number): string =>
    cellText(sheet.columns[column]?.[row]).trim();
  const cells = Array.from({ length: to }, (_, row): Cell => {
    if (row < from) return null;
    const parts = dateParts.map(({ column }) => textAtRow(column, row).replace(/[年月日号]$/, ''));
    return parts.every((part) => part === '') ? null : parts.join('-');
  });
  return readDateColumn({ ...section, from, to }, dateParts[1]?.column ?? -1, cells, hints);
}

const rivalOf = ({ layout: { amount, passedOver, header } }: Section): MoneyColumn | undefined => {
  // Sales before and after what was given back are the same sales: gross_sales, net_sales.
  const wordOf = (column: number | undefined): string | undefined =>
    header.cells.find((cell) => cell.column === column)?.text.replace(/^(?:gross|net)(?=.)/i, '');
  const word = wordOf(amount?.column);
  return passedOver.find(
    ({ column, role }) =>
      role === amount?.role && foldKey(wordOf(column) ?? '') === foldKey(word ?? ''),
  );
};

/** Every column of vouchers, coupons and points that were used. */
function vouchersOf(section: Section): readonly MoneyColumn[] {
  const { layout, note } = section;
  const best = moneyOf(section, 'voucher');
  const others = layout.header.cells
    .filter(({ column, meaning }) => meaning?.role === 'voucher' && column !== best?.column)
    .map(({ column, meaning }) => ({ column, note: { ...note, ...unitsOf(meaning) } }));
  return best === undefined ? [] : [best, ...others];
}

const unitsOf = ({ unit, currency }: MoneyNote = {}): MoneyNote => ({
  ...(unit === undefined ? {} : { unit }),
  ...(currency === undefined ? {} : { currency }),
});

const ELIGIBLE = pattern()`
  ^(?:返[点佣利]|计佣|业绩|计业绩)(?:基数|基准)$|^(?:eligible|commissionable|qualif(?:ied|ying)
  |rebat(?:e?able))(?:order)?(?:amount|value|revenue|spend|sales)$
`;

export const eligibleColumn = ({ layout }: Section): HeaderCell | undefined =>
  layout.header.cells.find((one) => ELIGIBLE.test(headerKey(one)));

function eligibleOf(section: Section): MoneyColumn | undefined {
  const cell = eligibleColumn(section);
  return cell && { column: cell.column, note: section.note };
}

const taxMoney = (section: Section): MoneyColumn | undefined => {
  const cell = taxColumn(section);
  return cell && { column: cell.column, note: section.note };
};

function moneyOf(
  { layout, note }: Section,
  role: HeaderRole,
  asAbove = true,
): MoneyColumn | undefined {
  const cell = layout.at.get(role);
  if (cell === undefined) return undefined;
  const { unit, currency } = cell.meaning ?? {};
  if (unit === undefined && currency === undefined)
    return { column: cell.column, note: asAbove ? note : {} };
  return {
    column: cell.column,
    note: {
      ...(unit === undefined ? {} : { unit }),
      ...(currency === undefined ? {} : { currency }),
    },
  };
}

const hasIdeographs = ({ layout }: Section): boolean =>
  layout.header.cells.some(({ text }) => /[\u4e00-\u9fff]/.test(text));

/** Column by column until every row is known to hold something: mostly the amount is enough. */
function filledRows({ sheet, from, to }: Section, { state }: AmountColumn): Uint8Array {
  const filled = new Uint8Array(to - from);
  let blank = to - from;
  for (let offset = 0; offset < state.length; offset++) {
    if (state[offset] !== CELL_READ) continue;
    filled[offset] = 1;
    blank--;
  }
  for (let column = 0; column < sheet.columns.length && blank > 0; column++) {
    const cells = sheet.columns[column]!;
    const holds = holdsAt(sheet, column, cells);
    const last = Math.min(to, cells.length);
    for (let row = from; row < last; row++) {
      if (filled[row - from] === 1 || !holds(row)) continue;
      filled[row - from] = 1;
      blank--;
    }
  }
  return filled;
}

/** What was read from the bytes, as an amount or a number, need not be looked at again. */
function holdsAt(sheet: Sheet, column: number, cells: readonly Cell[]): (row: number) => boolean {
  const repeated = repeatedTexts(sheet, column, cells);
  if (repeated !== undefined) {
    const { codes, texts } = repeated;
    const holds = texts.map((text) => !isBlank(text));
    return (row) => holds[codes[row]!]!;
  }
  const ids = plainIdsOf(sheet, column, cells);
  const fen = sheet.fen?.[column];
  return (row) =>
    (ids?.[row] ?? NOT_LOOKED_AT) !== NOT_LOOKED_AT ||
    !Number.isNaN(fen?.[row] ?? NaN) ||
    isFilled(cells[row]);
}

const isFilled = (cell: Cell | undefined): boolean =>
  cell !== null &&
  cell !== undefined &&
  (typeof cell !== 'string' || (cell !== '' && (isInk(cell.charCodeAt(0)) || !isBlank(cell))));

const isInk = (code: number): boolean =>
  (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
