import { Decimal } from '../money/decimal.ts';
import { type Fen, NO_FEN, addFen, subtractFen, sumFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { LedgerOrder } from './ledger-orders.ts';
import { amountFits } from './partition-lines.ts';
import type { StatementLine } from './statement.ts';

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
