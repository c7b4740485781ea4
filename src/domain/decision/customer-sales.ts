import { categoryKey } from '../catalog/category.ts';
import { endOfDay } from '../rebate/order-book.ts';
import type { AdviceInput } from './advice-basis.ts';

/**
 * What one customer has bought in the windows that are open now. Amounts in fen, refunds taken off.
 */
export interface CustomerSales {
  readonly customer: string;
  readonly industry: string;
  readonly sales: number;
  /** By category key. */
  readonly byCategory: ReadonlyMap<string, number>;
  /** Positions in the book, and ledger indices, in counting order. */
  readonly positions: readonly number[];
  readonly rows: readonly number[];
}

/** Rows without a customer belong to nobody and are left out. Largest first. */
export function customerSales({
  book,
  ledger,
  rebate,
  asOf,
}: AdviceInput): readonly CustomerSales[] {
  const from = Math.min(
    ...rebate.windows.filter((window) => window.open).map((window) => window.period.from),
  );
  const found = new Map<
    string,
    {
      customer: string;
      industry: string;
      sales: number;
      byCategory: Map<string, number>;
      positions: number[];
      rows: number[];
    }
  >();
  const keys = book.categories.map(categoryKey);
  const end = endOfDay(book, asOf);
  for (let position = 0; position < end; position += 1) {
    const row = book.ledgerIndex[position] as number;
    const customer = (ledger.customer[row] ?? '').trim();
    if (customer === '' || (book.day[position] as number) < from) continue;
    const known = found.get(customer) ?? {
      customer,
      industry: '',
      sales: 0,
      byCategory: new Map<string, number>(),
      positions: [],
      rows: [],
    };
    const amount = book.amount[position] as number;
    const key = keys[book.category[position] as number] ?? '';
    known.sales += amount;
    known.byCategory.set(key, (known.byCategory.get(key) ?? 0) + amount);
    known.industry = known.industry === '' ? (ledger.industry?.[row] ?? '') : known.industry;
    known.positions.push(position);
    known.rows.push(row);
    found.set(customer, known);
  }
  return [...found.values()].sort(
    (a, b) => b.sales - a.sales || (a.customer < b.customer ? -1 : 1),
  );
}
