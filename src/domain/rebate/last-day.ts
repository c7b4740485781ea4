import type { LocalDate } from '../calendar/local-date.ts';
import { type Ledger, NO_DAY } from '../ledger/ledger.ts';
import type { OrderBook } from './order-book.ts';

/**
 * The last day on which an order or a refund counted; without any, the last day of any row. A
 * pending deal's date is a hope.
 */
export function lastDay(ledger: Ledger, book: OrderBook): LocalDate {
  if (book.size > 0) return book.day[book.size - 1] as LocalDate;
  const days = ledger.day.filter((day) => day !== NO_DAY);
  return days.reduce((last, day) => Math.max(last, day), 0) as LocalDate;
}
