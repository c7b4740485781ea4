import { MOST_EVIDENCE } from '../bounds.ts';
import { float64At, itemAt } from '../columns.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, fen, sumFen } from '../money/fen.ts';
import { type OrderBook, type SupposedOrder, orderBook, withOrders } from '../rebate/order-book.ts';
import { earnsNothing } from './explain-difference.ts';
import { isReversal } from './match-by-content.ts';
import type { ReconciledRow, Reconciliation } from './reconciliation.ts';
import type { StatementLine } from './statement.ts';

/** An order of the ledger that the statement pays: what was paid, and for how much of it. */
export interface Evidence {
  /** Index into the reconciliation's rows. */
  readonly row: number;
  /** Of the order's sales in the book. */
  readonly positions: readonly number[];
  readonly paid: Fen;
  /** Each line as a part of the order's sales. */
  readonly weights: readonly Decimal[];
}

/**
 * The ledger with the refunds that only the statement has: the vendor sets its tiers without them.
 */
export function vendorsBook(ledger: Ledger, { rows, period }: Reconciliation): OrderBook {
  const refunds = rows.flatMap((row): readonly SupposedOrder[] => {
    const category = ledger.categories[ledger.category[row.ledgerRows[0] ?? -1] ?? -1];
    if (category === undefined || !row.parts.some((part) => part.cause === 'refund')) return [];
    return row.lines.filter(isReversal).flatMap((line) => {
      const amount = line.cash ?? line.base;
      if (amount === null || amount >= 0) return [];
      return [
        {
          day: line.paidOn !== null && line.paidOn <= period.to ? line.paidOn : period.to,
          amount,
          category,
          orderId: row.orderId,
        },
      ];
    });
  });
  return withOrders(orderBook(ledger), refunds);
}

/**
 * Orders that tell something: sold in the period, and paid by lines that the statement has not
 * taken out.
 */
export function evidenceOf(book: OrderBook, { rows }: Reconciliation): readonly Evidence[] {
  const positionOf = new Map<number, number>();
  book.ledgerIndex.forEach((index, position) => {
    if (index >= 0) positionOf.set(index, position);
  });
  const telling = rows.flatMap((row, index) =>
    row.ledgerRows.length > 0 && row.lines.length > 0 ? [index] : [],
  );
  const step = Math.ceil(telling.length / MOST_EVIDENCE);
  return telling
    .filter((_, at) => at % step === 0)
    .flatMap((index) => evidenceOfRow(itemAt(rows, index), index, book, positionOf));
}

function evidenceOfRow(
  row: ReconciledRow,
  index: number,
  book: OrderBook,
  positionOf: ReadonlyMap<number, number>,
): readonly Evidence[] {
  const positions = row.ledgerRows
    .flatMap((at) => positionOf.get(at) ?? [])
    .filter((position) => float64At(book.amount, position) > 0);
  const lines = row.lines.filter((line) => !earnsNothing(line));
  if (positions.length === 0 || !lines.some((line) => !isReversal(line))) return [];
  const amount = fen(
    positions.reduce((sum, position) => sum + float64At(book.amount, position), 0),
  );
  return [{ row: index, positions, ...lineWeights(lines, amount) }];
}

interface WeighedLines {
  /** Each line as a part of the order: by cash, else by base, else the sale as one. */
  readonly weights: readonly Decimal[];
  /** What the weighed lines pay. */
  readonly paid: Fen;
}

/**
 * How much of the order each of its lines is about; refunds are negative.
 *
 * @param sold - order amount in fen, tax included
 */
function lineWeights(lines: readonly StatementLine[], sold: Fen): WeighedLines {
  const paid = sumFen(lines.map((line) => line.amount));
  if (lines.every((line) => line.cash !== null))
    return { paid, weights: lines.map((line) => new Decimal(line.cash ?? 0).div(sold)) };
  const sales = lines.filter((line) => !isReversal(line));
  const bases = sumFen(sales.flatMap((line) => (line.base === null ? [] : [line.base])));
  if (bases !== 0 && lines.every((line) => line.base !== null))
    return { paid, weights: lines.map((line) => new Decimal(line.base ?? 0).div(bases)) };
  return {
    paid: sumFen(sales.map((line) => line.amount)),
    weights: sales.map((_, index) => (index === 0 ? ONE : ZERO)),
  };
}
