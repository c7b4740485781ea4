import { type LocalDate, dayAt } from '../calendar/local-date.ts';
import { type Ledger, NO_DAY, kindOf } from '../ledger/ledger.ts';
import type { RowKind } from '../ledger/row-kind.ts';
import type { OrderBook } from './order-book.ts';

/**
 * The last day on which an order or a refund counted; without any, that of a row that waits for an
 * answer, then that of any row: a pending deal's date is a hope. `undefined` where no row has one.
 */
export function lastKnownDay(ledger: Ledger, book: OrderBook): LocalDate | undefined {
  if (book.size > 0) return dayAt(book.day, book.size - 1);
  const asked = latest(ledger, (kind) => kind === 'question');
  const last = asked === NO_DAY ? latest(ledger, () => true) : asked;
  return last === NO_DAY ? undefined : (last as LocalDate);
}

function latest(ledger: Ledger, takes: (kind: RowKind) => boolean): number {
  let last = NO_DAY;
  ledger.day.forEach((day, index) => {
    if (takes(kindOf(ledger, index))) last = Math.max(last, day);
  });
  return last;
}

/** The same, day 0 where no row has a day: nothing counts then, on whatever day. */
export const lastDay = (ledger: Ledger, book: OrderBook): LocalDate =>
  lastKnownDay(ledger, book) ?? (0 as LocalDate);
