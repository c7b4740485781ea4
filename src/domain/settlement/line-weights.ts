import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { isReversal } from './match-by-content.ts';
import type { StatementLine } from './statement.ts';

export interface WeighedLines {
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
export function lineWeights(lines: readonly StatementLine[], sold: Fen): WeighedLines {
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
