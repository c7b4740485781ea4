import { MOST_SPLIT_LINES, MOST_SPLIT_ORDERS } from '../bounds.ts';
import { itemAt } from '../columns.ts';
import { ONE, Decimal } from '../money/decimal.ts';
import { type Fen, sumFen, NO_FEN, addFen, subtractFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { LedgerOrder } from './ledger-orders.ts';
import type { StatementLine } from './statement.ts';
import { TAXES, clearedOf } from './tax-and-rate.ts';

interface Share {
  readonly order: LedgerOrder;
  readonly lines: readonly StatementLine[];
}

/**
 * Divides the lines of one customer, product and day among orders so that every line is used and
 * every order gets exactly its amount: one by one, a part of a split order may look like another
 * order. `null` when that can't be done.
 */
export function partitionLines(
  lines: readonly StatementLine[],
  orders: readonly LedgerOrder[],
): readonly Share[] | null {
  if (lines.length > MOST_SPLIT_LINES || orders.length > MOST_SPLIT_ORDERS) return null;
  const all = 2 ** lines.length - 1;
  const fits = orders.map((order) => fittingSubsets(lines, order, all));
  let best: { readonly score: number; readonly shares: readonly Share[] } | null = null;
  const search = (
    left: number,
    from: readonly number[],
    score: number,
    shares: readonly Share[],
  ): void => {
    if (left === 0) {
      if (best === null || score > best.score) best = { score, shares };
      return;
    }
    const first = left & -left;
    for (const at of from) {
      for (const [subset, fit] of fits[at] ?? []) {
        if ((subset & first) === 0 || (subset & left) !== subset) continue;
        const share = {
          order: itemAt(orders, at),
          lines: lines.filter((_, index) => (subset >> index) & 1),
        };
        search(
          left & ~subset,
          from.filter((other) => other !== at),
          score + fit,
          [...shares, share],
        );
      }
    }
  };
  search(
    all,
    orders.map((_, index) => index),
    0,
    [],
  );
  return (best as { readonly shares: readonly Share[] } | null)?.shares ?? null;
}

function fittingSubsets(
  lines: readonly StatementLine[],
  order: LedgerOrder,
  all: number,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let subset = 1; subset <= all; subset += 1) {
    const fit = amountFits(
      lines.filter((_, index) => (subset >> index) & 1),
      order.sold?.amount,
    );
    if (fit !== null) found.push([subset, fit]);
  }
  return found;
}

/**
 * 8 for the same amount, 7 for the amount without tax; `null` when the lines are about another
 * amount.
 */
export function amountFits(lines: readonly StatementLine[], sold: Fen | undefined): number | null {
  if (sold === undefined || !lines.every((line) => line.cash !== null || line.base !== null))
    return null;
  const paid = sumFen(lines.map((line) => line.cash ?? (line.base as Fen)));
  if (paid === sold) return 8;
  return clearedOf(sold, paid, lines.length) === undefined ? null : 7;
}

/** Every order amount that `amountFits` would accept for this payment. */
export function amountsBehind(paid: Fen, lines: number): readonly number[] {
  const amounts = new Set<number>([paid]);
  for (const tax of TAXES) {
    const gross = roundFen(tax.plus(ONE).times(paid), 'half-up');
    for (let off = -2 * lines; off <= 2 * lines; off += 1) amounts.add(gross + off);
  }
  return [...amounts];
}

/**
 * One line for several orders ("March, ECS, customer A"): its figures fall to the orders by their
 * amounts, to the fen in all; when it pays exactly what they are due, each gets what it is due.
 * `null` when it is not about all of these orders.
 */
export function spreadLine(
  line: StatementLine,
  orders: readonly LedgerOrder[],
): readonly (readonly [LedgerOrder, StatementLine])[] | null {
  const amounts = orders.map((order) => order.sold?.amount ?? NO_FEN);
  if (orders.length < 2 || amountFits([line], sumFen(amounts)) === null) return null;
  const due = orders.map((order) => order.sold?.due ?? NO_FEN);
  const paid = sumFen(due) === line.amount ? due : portions(line.amount, amounts);
  const cash = line.cash === null ? null : portions(line.cash, amounts);
  const base = line.base === null ? null : portions(line.base, amounts);
  return orders.map((order, at) => [
    order,
    { ...line, amount: paid[at] ?? NO_FEN, cash: cash?.[at] ?? null, base: base?.[at] ?? null },
  ]);
}

/** Parts of a figure by weight; each is what the rounded running sum grows by. */
function portions(figure: Fen, weights: readonly Fen[]): readonly Fen[] {
  const all = sumFen(weights);
  let [weight, given] = [NO_FEN, NO_FEN];
  return weights.map((own) => {
    weight = addFen(weight, own);
    const upTo = roundFen(new Decimal(figure).times(weight).div(all), 'half-up');
    const part = subtractFen(upTo, given);
    given = upTo;
    return part;
  });
}
