import { int16At, int32At, itemAt, numberAt, uint8At } from '../columns.ts';
import { type LocalDate, addMonths, dayAt } from '../calendar/local-date.ts';
import { idKey } from '../ledger/id-key.ts';
import { type Ledger, NO_DAY } from '../ledger/ledger.ts';
import { ROW_KINDS } from '../ledger/row-kind.ts';
import { madeList } from '../lazy-list.ts';
import { foldKey } from '../reading/fold-text.ts';
import { headerMeaning } from '../reading/headers.ts';
import type { LedgerField } from '../reading/ledger-fields.ts';
import { pattern } from '../pattern.ts';

const ORDER = ROW_KINDS.indexOf('order');
const REFUND = ROW_KINDS.indexOf('refund');

/**
 * What the clauses of a policy ask of the rows of a ledger beyond day, amount and category: which
 * order a refund belongs to, whose first order it is, what stands in a named column. Made once a
 * ledger.
 */
export interface LedgerRows {
  readonly ledger: Ledger;
  /** First day on which anything counts; null in an empty ledger. */
  readonly firstDay: () => LocalDate | null;
  /**
   * Row of the order that a refund takes back; the row itself for others; -1: not in the ledger.
   */
  readonly originalOf: (row: number) => number;
  /** Rows of the order that carries this row's number, itself included. */
  readonly linesOf: (row: number) => readonly number[];
  readonly isRefund: (row: number) => boolean;
  /** Folded; '' when blank. */
  readonly customerOf: (row: number) => string;
  readonly isFirstOrder: (row: number) => boolean;
  /** @param day - on which the order counts */
  readonly isNewCustomer: (row: number, months: number, day: LocalDate) => boolean;
  /** 新客 / 老客 where the ledger says so. */
  readonly markOf: (row: number) => 'new' | 'old' | null;
  /** What a row says in a column of that header; undefined when the ledger has no such column. */
  readonly column: (header: string) => ((row: number) => string) | undefined;
}

const known = new WeakMap<Ledger, LedgerRows>();

export function ledgerRows(ledger: Ledger): LedgerRows {
  const made = known.get(ledger) ?? makeRows(ledger);
  known.set(ledger, made);
  return made;
}

function makeRows(ledger: Ledger): LedgerRows {
  const byId = lazily(() => ordersById(ledger));
  const firsts = lazily(() => firstOrders(ledger));
  const first = lazily(() => ({ day: firstDay(ledger.kind, ledger.day) }));
  const isRefund = (row: number): boolean => ledger.kind[row] === REFUND;
  const linesOf = (row: number): readonly number[] => {
    const id = idKey(ledger.orderId[row] ?? '');
    return id === '' ? [row] : (byId().get(id) ?? [row]);
  };
  const originalOf = (row: number): number => {
    if (!isRefund(row)) return row;
    const related = idKey(ledger.relatedId?.[row] ?? '');
    const lines = byId().get(related === '' ? idKey(ledger.orderId[row] ?? '') : related);
    return lines === undefined ? -1 : closestLine(ledger, lines, row);
  };
  const customers = lazily(() => madeList(ledger.customer));
  const customerOf = (row: number): string => foldKey(customers()[row] ?? '');
  const markOf = (row: number): 'new' | 'old' | null =>
    markIn(foldKey(ledger.customerType?.[row] ?? ''));
  return {
    ledger,
    firstDay: () => first().day,
    originalOf,
    linesOf,
    isRefund,
    customerOf,
    markOf,
    isFirstOrder: (row) => {
      const customer = customerOf(row);
      if (customer === '' || markOf(row) === 'old') return false;
      const first = firsts().get(customer);
      return first === undefined || first === row || sameOrder(ledger, first, row);
    },
    isNewCustomer: (row, months, day) => {
      const mark = markOf(row);
      if (mark !== null) return mark === 'new';
      const customer = customerOf(row);
      if (customer === '') return false;
      const first = firsts().get(customer);
      return first === undefined || day < addMonths(dayAt(ledger.day, first), months);
    },
    column: (header) => columnOf(ledger, header),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function firstDay(kinds: Uint8Array, days: Int32Array): LocalDate | null {
  let first = Infinity;
  for (let row = 0; row < days.length; row += 1) {
    const day = int32At(days, row);
    if (day >= first || day === NO_DAY) continue;
    const kind = uint8At(kinds, row);
    if (kind === ORDER || kind === REFUND) first = day;
  }
  return first === Infinity ? null : (first as LocalDate);
}

function ordersById(ledger: Ledger): ReadonlyMap<string, readonly number[]> {
  const byId = new Map<string, number[]>();
  const ids = madeList(ledger.orderId);
  for (let row = 0; row < ledger.size; row += 1) {
    const id = ledger.kind[row] === ORDER ? idKey(ids[row] ?? '') : '';
    if (id === '') continue;
    const lines = byId.get(id);
    if (lines) lines.push(row);
    else byId.set(id, [row]);
  }
  return byId;
}

/** Of several lines of the order: the one of the same product, else of the same category. */
const closestLine = (ledger: Ledger, lines: readonly number[], refund: number): number =>
  lines.find(
    (row) => foldKey(ledger.product[row] ?? '') === foldKey(ledger.product[refund] ?? ''),
  ) ??
  lines.find((row) => ledger.category[row] === ledger.category[refund]) ??
  numberAt(lines, 0);

/** First counted order of each customer, by day and then by row. */
function firstOrders(ledger: Ledger): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  const customers = madeList(ledger.customer);
  for (let row = 0; row < ledger.size; row += 1) {
    const day = int32At(ledger.day, row);
    if (ledger.kind[row] !== ORDER || day === NO_DAY) continue;
    const customer = foldKey(customers[row] ?? '');
    const before = first.get(customer);
    if (customer !== '' && (before === undefined || day < int32At(ledger.day, before)))
      first.set(customer, row);
  }
  return first;
}

const sameOrder = (ledger: Ledger, a: number, b: number): boolean =>
  (ledger.orderId[a] ?? '') !== '' &&
  idKey(itemAt(ledger.orderId, a)) === idKey(ledger.orderId[b] ?? '');

const NEW = /^(?:新|新客户?|新户|新用户|new|newcustomer|newclient|newaccount|是|yes|y|true|1)$/;
const OLD = pattern()`
  ^(?:老|旧|老客户?|旧客户?|老户|老用户|存量|存量客户|old|oldcustomer|existing|existingcustomer
  |returning|否|no|n|false|0)$
`;
const markIn = (text: string): 'new' | 'old' | null =>
  NEW.test(text) ? 'new' : OLD.test(text) ? 'old' : null;

const TEXT_OF_FIELD = {
  customer: (ledger: Ledger) => ledger.customer,
  product: (ledger: Ledger) => ledger.product,
  orderType: (ledger: Ledger) => ledger.orderType,
  region: (ledger: Ledger) => ledger.region,
  industry: (ledger: Ledger) => ledger.industry,
  vendor: (ledger: Ledger) => ledger.vendor,
  customerType: (ledger: Ledger) => ledger.customerType,
  salesperson: (ledger: Ledger) => ledger.salesperson,
  status: (ledger: Ledger) => ledger.status,
} as const satisfies { [F in LedgerField]?: (ledger: Ledger) => readonly string[] | undefined };

/** A column that the ledger keeps under its meaning, else the one that was read by its header. */
function columnOf(ledger: Ledger, header: string): ((row: number) => string) | undefined {
  const field = fieldOf(header);
  if (field === 'category') return (row) => ledger.categories[int16At(ledger.category, row)] ?? '';
  const has =
    field !== undefined && ledger.sheets.some(({ columns }) => Object.hasOwn(columns, field));
  const texts = (has ? TEXT_OF_FIELD[field](ledger) : undefined) ?? ledger.named?.get(header);
  const made = lazily(() => madeList(texts ?? []));
  return texts && ((row) => made()[row] ?? '');
}

function fieldOf(header: string): keyof typeof TEXT_OF_FIELD | 'category' | undefined {
  const role = headerMeaning(header)?.role;
  if (role === 'category') return role;
  return role !== undefined && Object.hasOwn(TEXT_OF_FIELD, role)
    ? (role as keyof typeof TEXT_OF_FIELD)
    : undefined;
}

/** What a field of a condition is about, for those that a refund's own row cannot show. */
export const fieldMeans = (header: string): string | undefined => fieldOf(header);
