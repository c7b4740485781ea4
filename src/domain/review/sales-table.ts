import { float64At, int16At, int32At, itemAt } from '../columns.ts';
import { type LocalDate, addDays } from '../calendar/local-date.ts';
import { type Period, periodOf } from '../calendar/period.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { type OrderBook, endOfDay } from '../rebate/order-book.ts';

/**
 * Counted sales by month and category: the table that every sales figure of a review adds up from.
 */
export interface SalesTable {
  /** Calendar months, cut to the days asked for. */
  readonly months: readonly Period[];
  /** As the ledger names them; "" for orders without one. */
  readonly categories: readonly string[];
  /** `sales[month][category]`. */
  readonly sales: readonly (readonly Fen[])[];
}

/**
 * Sales of each month from `from` to `to` (both inclusive), refunds taken off. Categories without
 * an order are left out.
 */
export function salesByMonth(book: OrderBook, from: LocalDate, to: LocalDate): SalesTable {
  const months = monthsBetween(from, to);
  const width = book.categories.length + 1;
  const sums = months.map(() => new Float64Array(width));
  const used = new Uint8Array(width);
  const stop = endOfDay(book, to);
  let month = 0;
  for (let at = endOfDay(book, addDays(from, -1)); at < stop; at += 1) {
    while (itemAt(months, month).to < int32At(book.day, at)) month += 1;
    const column = int16At(book.category, at) + 1;
    used[column] = 1;
    (sums[month] as Float64Array)[column] =
      float64At(sums[month] as Float64Array, column) + float64At(book.amount, at);
  }
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => used[column] === 1,
  );
  return {
    months,
    categories: columns.map((column) => book.categories[column - 1] ?? ''),
    sales: sums.map((row) => columns.map((column) => fen(float64At(row, column)))),
  };
}

function monthsBetween(from: LocalDate, to: LocalDate): readonly Period[] {
  const months: Period[] = [];
  for (let day = from; day <= to;) {
    const month = periodOf(day, 'month', 1);
    months.push({ label: month.label, from: day, to: month.to < to ? month.to : to });
    day = addDays(month.to, 1);
  }
  return months;
}

/** Sales of some days and categories, straight from the orders. */
export function salesBetween(
  book: OrderBook,
  from: LocalDate,
  to: LocalDate,
  earns: (category: string) => boolean = () => true,
): Fen {
  const wanted = [earns(''), ...book.categories.map(earns)];
  const stop = endOfDay(book, to);
  let sum: number = NO_FEN;
  for (let at = endOfDay(book, addDays(from, -1)); at < stop; at += 1) {
    if (wanted[int16At(book.category, at) + 1]) sum += float64At(book.amount, at);
  }
  return fen(sum);
}
