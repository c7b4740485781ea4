import { itemAt } from '../columns.ts';
import { Decimal } from '../money/decimal.ts';
import { type Fen, fen, sumFen } from '../money/fen.ts';
import { largestRemainder } from '../money/largest-remainder.ts';

/**
 * 总封顶: what the components of a group would pay together, cut to the cap and shared in
 * proportion to what each would pay; the odd fen go to the largest remainders, of equals to the
 * first by name.
 *
 *     70,000 + 30,000 under 80,000 → 56,000 + 24,000
 */
export function sharedUnderCap(dues: readonly Fen[], cap: Fen): readonly Fen[] {
  const total = sumFen(dues);
  if (total <= cap) return dues;
  // Whoever owes something back owes it; the others share what the cap leaves them.
  const owed = sumFen(dues.filter((due) => due < 0));
  const paid = fen(cap - owed);
  const wanted = fen(total - owed);
  const shares = largestRemainder(
    dues.map((due) => (due < 0 ? new Decimal(0) : new Decimal(due).times(paid).div(wanted))),
    paid,
  );
  return dues.map((due, index) => (due < 0 ? due : itemAt(shares, index)));
}
