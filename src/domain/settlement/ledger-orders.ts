import { float64At, int32At } from '../columns.ts';
import { type LocalDate, dayAt } from '../calendar/local-date.ts';
import { madeList } from '../lazy-list.ts';
import { type Ledger, NO_DAY, counts, kindOf } from '../ledger/ledger.ts';
import { type Fen, NO_FEN, addFen, fen, sumFen } from '../money/fen.ts';

/** One side of an order in the period: what was sold, or what was taken back. */
export interface LedgerPart {
  readonly amount: Fen;
  readonly due: Fen;
  readonly rows: readonly number[];
}

/** An order as the ledger has it: all its counted rows, those of the period summed. */
export interface LedgerOrder {
  readonly orderId: string;
  readonly customer: string;
  readonly product: string;
  /** First counting day inside the period; outside it the first day of all. */
  readonly day: LocalDate;
  readonly firstRow: number;
  /** Null when no row of the order lies in the period. */
  readonly sold: LedgerPart | null;
  readonly returned: LedgerPart | null;
}

export interface LedgerOrders {
  readonly orders: readonly LedgerOrder[];
  readonly byKey: ReadonlyMap<string, LedgerOrder>;
}

/** Ids are compared without spaces, quotes and width; leading zeros are kept. */
export const orderKey = (orderId: string): string =>
  /^[0-9A-Z]*$/.test(orderId)
    ? orderId
    : orderId
        .normalize('NFKC')
        .replace(/[\s'"‘’“”]+/g, '')
        .toUpperCase();

interface Draft {
  orderId: string;
  first: number;
  firstInside: number | null;
  sold: number[];
  returned: number[];
}

/**
 * Groups the counted rows of a ledger by order number; a row without a number is an order of its
 * own.
 *
 * @param due - rebate of a ledger row in fen
 */
export function ledgerOrders(
  ledger: Ledger,
  from: LocalDate,
  to: LocalDate,
  due: (index: number) => Fen,
): LedgerOrders {
  const drafts = new Map<string, Draft>();
  const orderIds = madeList(ledger.orderId);
  for (let index = 0; index < ledger.size; index += 1) {
    const day = int32At(ledger.day, index);
    if (day === NO_DAY || !counts(kindOf(ledger, index))) continue;
    const orderId = orderIds[index] ?? '';
    const key = orderId === '' ? `row ${index}` : orderKey(orderId);
    let draft = drafts.get(key);
    if (draft === undefined)
      drafts.set(
        key,
        (draft = { orderId, first: index, firstInside: null, sold: [], returned: [] }),
      );
    if (day < from || day > to) continue;
    draft.firstInside ??= index;
    (float64At(ledger.amount, index) < 0 ? draft.returned : draft.sold).push(index);
  }
  const byKey = new Map<string, LedgerOrder>();
  const { customer, product } = ledger;
  const made = { ...ledger, customer: madeList(customer), product: madeList(product) };
  for (const [key, draft] of drafts) byKey.set(key, orderOf(made, draft, due));
  return { byKey, orders: [...byKey.values()] };
}

function orderOf(ledger: Ledger, draft: Draft, due: (index: number) => Fen): LedgerOrder {
  const firstRow = draft.firstInside ?? draft.first;
  return {
    orderId: draft.orderId,
    customer: ledger.customer[firstRow] ?? '',
    product: ledger.product[firstRow] ?? '',
    day: dayAt(ledger.day, firstRow),
    firstRow,
    sold: partOf(ledger, draft.sold, due),
    returned: partOf(ledger, draft.returned, due),
  };
}

function partOf(
  ledger: Ledger,
  rows: readonly number[],
  due: (index: number) => Fen,
): LedgerPart | null {
  if (rows.length === 0) return null;
  return {
    rows,
    amount: sumFen(rows.map((index) => fen(float64At(ledger.amount, index)))),
    due: sumFen(rows.map(due)),
  };
}

export const inPeriod = (order: LedgerOrder): boolean =>
  order.sold !== null || order.returned !== null;

export const dueOf = (order: LedgerOrder): Fen =>
  addFen(order.sold?.due ?? NO_FEN, order.returned?.due ?? NO_FEN);
