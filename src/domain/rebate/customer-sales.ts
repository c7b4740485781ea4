import { categoryKey } from '../catalog/category.ts';
import { type LocalDate, addDays } from '../calendar/local-date.ts';
import { madeList } from '../lazy-list.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Fen, fen, sumFen } from '../money/fen.ts';
import { type OrderBook, endOfDay } from './order-book.ts';

/** What one customer bought, refunds taken off. */
export interface CustomerSales {
  /** "" where the ledger names nobody. */
  readonly customer: string;
  /** As the first row that names one says; "" otherwise. */
  readonly industry: string;
  /** One a category of the book. */
  readonly sales: readonly Fen[];
  /** Orders without a category included. */
  readonly total: Fen;
  readonly lastOrder: LocalDate;
  /** In the book, in counting order. */
  readonly positions: readonly number[];
}

/** Counted sales by customer over the days asked for, both included, largest first. */
export function salesByCustomer(
  book: OrderBook,
  ledger: Ledger,
  from: LocalDate,
  to: LocalDate,
): readonly CustomerSales[] {
  const found = new Map<string, Sums>();
  const [customers, industries] = [madeList(ledger.customer), madeList(ledger.industry ?? [])];
  const end = endOfDay(book, to);
  for (let at = endOfDay(book, addDays(from, -1)); at < end; at += 1) {
    const row = book.ledgerIndex[at] ?? -1;
    const customer = (customers[row] ?? '').trim();
    const sums = found.get(customer) ?? new Sums(book.categories.length);
    found.set(customer, sums);
    sums.add(book, at);
    if (sums.industry === '') sums.industry = industries[row] ?? '';
  }
  return [...found]
    .map(([customer, sums]) => sums.of(customer))
    .sort((a, b) => b.total - a.total || (a.customer < b.customer ? -1 : 1));
}

class Sums {
  industry = '';
  private readonly sales: Float64Array;
  private readonly positions: number[] = [];
  private total = 0;
  private last = 0;

  constructor(categories: number) {
    this.sales = new Float64Array(categories);
  }

  add(book: OrderBook, at: number): void {
    const [category, amount] = [book.category[at] ?? -1, book.amount[at] ?? 0];
    if (category >= 0) this.sales[category] = (this.sales[category] ?? 0) + amount;
    this.total += amount;
    this.last = book.day[at] ?? this.last;
    this.positions.push(at);
  }

  of(customer: string): CustomerSales {
    return {
      customer,
      industry: this.industry,
      sales: Array.from(this.sales, fen),
      total: fen(this.total),
      lastOrder: this.last as LocalDate,
      positions: this.positions,
    };
  }
}

/** Sales of one category, however its name is written. */
export const salesOfCategory = (
  { sales }: Pick<CustomerSales, 'sales'>,
  { categories }: Pick<OrderBook, 'categories'>,
  key: string,
): Fen => sumFen(sales.filter((_, index) => categoryKey(categories[index] ?? '') === key));

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
    industry: '',
    positions: [],
    sales: sum.sales.map((amount, index) => fen(amount + (next.sales[index] ?? 0))),
    total: fen(sum.total + next.total),
    lastOrder: next.lastOrder > sum.lastOrder ? next.lastOrder : sum.lastOrder,
  }));
  return { top: customers.slice(0, limit), others, otherCount: rest.length };
}
