import { type LocalDate, addDays } from '../calendar/local-date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type OrderBook, endOfDay } from '../rebate/order-book.ts';

export interface CustomerSales {
  /** "" where the ledger names nobody. */
  readonly customer: string;
  /** One a category of `categories`. */
  readonly sales: readonly Fen[];
  /** Orders without a category included. */
  readonly total: Fen;
  readonly lastOrder: LocalDate;
}

/**
 * Counted sales by customer over the days asked for, largest first. Customers are told apart by
 * name as written.
 */
export function salesByCustomer(
  book: OrderBook,
  ledger: Ledger,
  categories: readonly string[],
  from: LocalDate,
  to: LocalDate,
): readonly CustomerSales[] {
  const column = new Map(categories.map((category, index) => [category, index]));
  const found = new Map<string, { sums: number[]; total: number; last: number }>();
  for (let at = endOfDay(book, addDays(from, -1)); at < endOfDay(book, to); at += 1) {
    const customer = ledger.customer[book.ledgerIndex[at] as number] ?? '';
    const entry = found.get(customer) ?? { sums: categories.map(() => 0), total: 0, last: 0 };
    found.set(customer, entry);
    const index = column.get(book.categories[book.category[at] as number] ?? '');
    if (index !== undefined)
      entry.sums[index] = (entry.sums[index] as number) + (book.amount[at] as number);
    entry.total += book.amount[at] as number;
    entry.last = book.day[at] as number;
  }
  return [...found]
    .map(([customer, { sums, total, last }]) => ({
      customer,
      sales: sums.map(fen),
      total: fen(total),
      lastOrder: last as LocalDate,
    }))
    .sort((a, b) => b.total - a.total || (a.customer < b.customer ? -1 : 1));
}

/**
 * The first `limit` customers and one line for all others together, so that the lines still add up
 * to everything.
 */
export function topCustomers(
  customers: readonly CustomerSales[],
  limit: number,
): {
  readonly top: readonly CustomerSales[];
  readonly others: CustomerSales | null;
  readonly otherCount: number;
} {
  if (customers.length <= limit + 1) return { top: customers, others: null, otherCount: 0 };
  const rest = customers.slice(limit);
  const others = rest.reduce((sum, next) => ({
    customer: '',
    sales: sum.sales.map((amount, index) => fen(amount + (next.sales[index] ?? 0))),
    total: fen(sum.total + next.total),
    lastOrder: next.lastOrder > sum.lastOrder ? next.lastOrder : sum.lastOrder,
  }));
  return { top: customers.slice(0, limit), others, otherCount: rest.length };
}
