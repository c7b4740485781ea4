import { int32At } from '../columns.ts';
import { type LocalDate, dayAt } from '../calendar/local-date.ts';
import { idKey } from '../ledger/id-key.ts';
import type { ComponentOrders, ComponentView } from './component-orders.ts';
import { ledgerRows } from './ledger-rows.ts';
import { type OrderBook, pick } from './order-book.ts';

/** One order's rows, each with its place in the whole book. */
export interface OrderPartOfBook extends ComponentOrders {
  readonly origin: Int32Array;
}

/** The orders at these positions alone. */
export function part(
  { book, roles, origin }: ComponentOrders,
  positions: ArrayLike<number>,
): OrderPartOfBook {
  const own = Int32Array.from(positions);
  return {
    book: pick(book, own),
    roles,
    origin: origin === null ? own : own.map((position) => int32At(origin, position)),
  };
}

/** Rows of an order that stand on an earlier day than their own in the whole book. */
export function restatedIn(
  { book, origin }: OrderPartOfBook,
  whole: OrderBook,
): ComponentView['restated'] {
  const restated: { countsOn: LocalDate; known: LocalDate }[] = [];
  for (let index = 0; index < book.size; index += 1) {
    const [countsOn, known] = [dayAt(book.day, index), dayAt(whole.day, int32At(origin, index))];
    if (countsOn < known) restated.push({ countsOn, known });
  }
  return restated;
}

/** The order as it was known on a day. */
export function knownBy(
  orders: OrderPartOfBook,
  whole: OrderBook,
  day: LocalDate,
): ComponentOrders {
  const known = [...orders.origin.keys()].filter(
    (index) => int32At(whole.day, int32At(orders.origin, index)) <= day,
  );
  return part(orders, known);
}

/** Where a row of the whole book stands among these orders, if it does. */
export function placesIn({
  book,
  origin,
}: ComponentOrders): (position: number) => readonly number[] {
  if (origin === null) return (position) => [position];
  const places = new Map(Array.from({ length: book.size }, (_, at) => [int32At(origin, at), at]));
  return (position) => {
    const at = places.get(position);
    return at === undefined ? [] : [at];
  };
}

/**
 * Positions by order: a row without a number is an order of its own, a refund is its original's.
 */
export function ordersOf(book: OrderBook, end: number): readonly (readonly number[])[] {
  const rows = book.ledger && ledgerRows(book.ledger);
  const byId = new Map<string, number[]>();
  const orders: number[][] = [];
  for (let position = 0; position < end; position += 1) {
    const row = int32At(book.ledgerIndex, position);
    const original = row < 0 || rows === undefined ? -1 : rows.originalOf(row);
    const id =
      original < 0 || original === row
        ? book.orderId(position)
        : (rows?.ledger.orderId[original] ?? '');
    const key = id === '' ? '' : idKey(id);
    const known = key === '' ? undefined : byId.get(key);
    if (known) known.push(position);
    else {
      const fresh = [position];
      if (key !== '') byId.set(key, fresh);
      orders.push(fresh);
    }
  }
  return orders;
}
