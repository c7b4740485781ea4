import { type LocalDate, dayAt } from '../calendar/local-date.ts';
import { type Ledger, NO_DAY } from '../ledger/ledger.ts';
import type { OrderBook } from './order-book.ts';

/**
 * The last day on which an order or a refund counted; without any, the last day of any row. A
 * pending deal's date is a hope. `undefined` where no row has a day.
 */
export function lastKnownDay(ledger: Ledger, book: OrderBook): LocalDate | undefined {
  if (book.size > 0) return dayAt(book.day, book.size - 1);
  let last = NO_DAY;
  for (const day of ledger.day) last = Math.max(last, day);
  return last === NO_DAY ? undefined : (last as LocalDate);
}

/** The same, day 0 where no row has a day: nothing counts then, on whatever day. */
export const lastDay = (ledger: Ledger, book: OrderBook): LocalDate =>
  lastKnownDay(ledger, book) ?? (0 as LocalDate);
