import { int32At, uint8At, float64At, int16At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Ledger, NO_DAY } from '../ledger/ledger.ts';
import { ROW_KINDS } from '../ledger/row-kind.ts';
import type { Fen } from '../money/fen.ts';

/**
 * The counted orders and refunds in the order in which they count: by day, rows of one day in sheet
 * order. Parallel columns; `ledgerIndex` leads back to the row. An order book can also be made
 * without a ledger (a pending deal added, one order left out): that is how every "what if" is
 * computed.
 */
export interface OrderBook {
  readonly size: number;
  /** LocalDate, ascending. */
  readonly day: Int32Array;
  /** Fen, refunds negative. */
  readonly amount: Float64Array;
  /** Index into `categories`; -1 for none. */
  readonly category: Int16Array;
  readonly categories: readonly string[];
  /** Index into the ledger, -1 for a supposed order. */
  readonly ledgerIndex: Int32Array;
  /** Orders and their refunds share an id; a row without one is an order of its own. */
  readonly orderId: (position: number) => string;
  /** Where `ledgerIndex` leads: what else the rows say. Absent in a book without a ledger. */
  readonly ledger?: Ledger | undefined;
}

/** An order that is not in the ledger, or not yet counted there. */
export interface SupposedOrder {
  readonly day: LocalDate;
  readonly amount: Fen;
  readonly category: string;
  readonly orderId?: string;
  readonly ledgerIndex?: number;
}

const ORDER = ROW_KINDS.indexOf('order');
const REFUND = ROW_KINDS.indexOf('refund');

/** The counted rows of a ledger, in counting order. */
export function orderBook(ledger: Ledger): OrderBook {
  const { rows, isAscending } = countedRows(ledger.kind, ledger.day);
  const counted = isAscending ? rows : byDay(rows, ledger.day);
  const orderId: OrderBook['orderId'] = (position) =>
    ledger.orderId[int32At(counted, position)] ?? '';
  // Counted rows in order of day with nothing between them are a stretch of the ledger itself.
  const size = counted.length;
  const from = counted[0] ?? 0;
  if (isAscending && size > 0 && int32At(counted, size - 1) - from === size - 1)
    return {
      size,
      day: ledger.day.subarray(from, from + size),
      amount: ledger.amount.subarray(from, from + size),
      category: ledger.category.subarray(from, from + size),
      categories: ledger.categories,
      ledgerIndex: counted,
      orderId,
      ledger,
    };
  return gather(ledger, counted, counted, ledger.categories, orderId, ledger);
}

/**
 * Plain loops: `from` with a callback costs a call a row, and there can be a million rows three
 * times over.
 */
function gather(
  columns: Pick<OrderBook, 'day' | 'amount' | 'category'>,
  rows: Int32Array,
  ledgerIndex: Int32Array,
  categories: readonly string[],
  orderId: OrderBook['orderId'],
  ledger: Ledger | undefined,
): OrderBook {
  const size = rows.length;
  const day = new Int32Array(size);
  const amount = new Float64Array(size);
  const category = new Int16Array(size);
  for (let position = 0; position < size; position += 1) {
    const row = int32At(rows, position);
    day[position] = int32At(columns.day, row);
    amount[position] = float64At(columns.amount, row);
    category[position] = int16At(columns.category, row);
  }
  return { size, day, amount, category, categories, ledgerIndex, orderId, ledger };
}

/** One pass: which rows count, and whether their days already ascend. */
function countedRows(
  kind: Uint8Array,
  day: Int32Array,
): { readonly rows: Int32Array; readonly isAscending: boolean } {
  const all = kind.length;
  const rows = new Int32Array(all);
  let [size, last, isAscending] = [0, NO_DAY, true];
  for (let row = 0; row < all; row += 1) {
    const what = uint8At(kind, row);
    const on = int32At(day, row);
    if ((what !== ORDER && what !== REFUND) || on === NO_DAY) continue;
    rows[size] = row;
    size += 1;
    if (on < last) isAscending = false;
    last = on;
  }
  return { rows: rows.subarray(0, size), isAscending };
}

/** Days between the first and the last order of which each has a place of its own. */
const MOST_DAYS = 1 << 16;

/** Rows by day, those of one day as they stand: counted out, which is quicker than comparing. */
function byDay(rows: Int32Array, day: Int32Array): Int32Array {
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows) {
    const on = int32At(day, row);
    if (on < first) first = on;
    if (on > last) last = on;
  }
  if (last - first >= MOST_DAYS)
    return rows.sort((a, b) => int32At(day, a) - int32At(day, b) || a - b);
  const ends = new Int32Array(last - first + 1);
  for (const row of rows) {
    const on = int32At(day, row) - first;
    ends[on] = int32At(ends, on) + 1;
  }
  for (let on = 1; on < ends.length; on += 1) ends[on] = int32At(ends, on) + int32At(ends, on - 1);
  const sorted = new Int32Array(rows.length);
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = int32At(rows, at);
    const on = int32At(day, row) - first;
    ends[on] = int32At(ends, on) - 1;
    sorted[int32At(ends, on)] = row;
  }
  return sorted;
}

/** A book of supposed orders alone. */
export function bookOf(orders: readonly SupposedOrder[]): OrderBook {
  const empty: OrderBook = {
    size: 0,
    day: new Int32Array(0),
    amount: new Float64Array(0),
    category: new Int16Array(0),
    categories: [],
    ledgerIndex: new Int32Array(0),
    orderId: () => '',
  };
  return withOrders(empty, orders);
}

/** The book with orders added; each comes after those already there on its day. */
export function withOrders(book: OrderBook, extra: readonly SupposedOrder[]): OrderBook {
  const categories = [...book.categories];
  const indexOf = (name: string): number => {
    const known = categories.indexOf(name);
    return known >= 0 ? known : categories.push(name) - 1;
  };
  const added = extra
    .map((order, index) => ({ order, index, category: indexOf(order.category) }))
    .sort((a, b) => a.order.day - b.order.day || a.index - b.index);
  const size = book.size + added.length;
  const day = new Int32Array(size);
  const amount = new Float64Array(size);
  const category = new Int16Array(size);
  const ledgerIndex = new Int32Array(size);
  const source = new Int32Array(size);
  let from = 0;
  let next = 0;
  for (let to = 0; to < size; to += 1) {
    const candidate = added[next];
    if (
      candidate !== undefined &&
      (from >= book.size || candidate.order.day < int32At(book.day, from))
    ) {
      day[to] = candidate.order.day;
      amount[to] = candidate.order.amount;
      category[to] = candidate.category;
      ledgerIndex[to] = candidate.order.ledgerIndex ?? -1;
      source[to] = -1 - next;
      next += 1;
    } else {
      day[to] = int32At(book.day, from);
      amount[to] = float64At(book.amount, from);
      category[to] = int16At(book.category, from);
      ledgerIndex[to] = int32At(book.ledgerIndex, from);
      source[to] = from;
      from += 1;
    }
  }
  return {
    size,
    day,
    amount,
    category,
    categories,
    ledgerIndex,
    ledger: book.ledger,
    orderId: (position) => {
      const origin = int32At(source, position);
      return origin >= 0 ? book.orderId(origin) : (added[-1 - origin]?.order.orderId ?? '');
    },
  };
}

/** The book with one order left out. */
export function without(book: OrderBook, position: number): OrderBook {
  return keepOnly(book, (at) => at !== position);
}

/** The book with only the positions that pass. */
export function keepOnly(book: OrderBook, keep: (position: number) => boolean): OrderBook {
  const kept = new Int32Array(book.size);
  let size = 0;
  for (let position = 0; position < book.size; position += 1)
    if (keep(position)) kept[size++] = position;
  return pick(book, kept.subarray(0, size));
}

/** The book of just these positions, ascending. */
export function pick(book: OrderBook, positions: Int32Array): OrderBook {
  const ledgerIndex = new Int32Array(positions.length);
  for (let at = 0; at < positions.length; at += 1)
    ledgerIndex[at] = int32At(book.ledgerIndex, int32At(positions, at));
  return gather(
    book,
    positions,
    ledgerIndex,
    book.categories,
    (position) => book.orderId(int32At(positions, position)),
    book.ledger,
  );
}

/** First position whose day is after `date`: everything before it has happened by then. */
export function endOfDay(book: OrderBook, date: LocalDate): number {
  let low = 0;
  let high = book.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (int32At(book.day, middle) <= date) low = middle + 1;
    else high = middle;
  }
  return low;
}
