import type { Decimal } from '../money/decimal.ts';
import { type Fen, NO_FEN, addFen, subtractFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { DifferencePart } from './reconciliation.ts';

/**
 * A figure on its way from the ledger's rebate to the statement's: every step says what changed and
 * is worth what the figure moves by, so the parts add up to the difference whatever they are.
 */
export class DifferenceWalk {
  private readonly parts: DifferencePart[] = [];

  constructor(private now: Fen) {}

  get at(): Fen {
    return this.now;
  }

  to(next: Fen, cause: DifferencePart['cause']): void {
    const amount = subtractFen(next, this.now);
    this.now = next;
    if (amount !== 0) this.parts.push({ cause, amount });
  }

  /** To an exact figure, rounded. */
  toExact(next: Decimal, cause: DifferencePart['cause']): void {
    this.to(roundFen(next, 'half-up'), cause);
  }

  /** What is still missing has no cause. */
  finish(paid: Fen): readonly DifferencePart[] {
    this.to(paid, 'unexplained');
    return mergeParts(this.parts);
  }
}

/** One part a cause, without those that come to nothing. */
export function mergeParts(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const sums = new Map<DifferencePart['cause'], Fen>();
  for (const { cause, amount } of parts) sums.set(cause, addFen(sums.get(cause) ?? NO_FEN, amount));
  return [...sums].flatMap(([cause, amount]) => (amount === 0 ? [] : [{ cause, amount }]));
}
