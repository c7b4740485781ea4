import { itemAt, numberAt } from '../columns.ts';
import { Decimal } from './decimal.ts';
import { invariant } from '../result.ts';
import { type Fen, fen } from './fen.ts';

/**
 * Whole fen that add up to `total`, as near to the exact parts as whole fen can be: each part is
 * cut down to a whole, and what is missing goes to the largest remainders, of equals to the first.
 * Throws where the parts do not add up to the total: nothing else is missing than what was cut.
 */
export function largestRemainder(parts: readonly Decimal[], total: Fen): Fen[] {
  const wholes = parts.map((part) => part.toSignificantDigits(40).floor());
  const rests = parts.map((part, index) =>
    part.toSignificantDigits(40).minus(itemAt(wholes, index)),
  );
  let missing = wholes.reduce((left, whole) => left.minus(whole), new Decimal(total)).toNumber();
  invariant(
    parts.length === 0 || missing <= parts.length,
    'parts that are shared out add up to their total',
  );
  const order = parts
    .map((_, index) => index)
    .sort((a, b) => itemAt(rests, b).cmp(itemAt(rests, a)) || a - b);
  const out = wholes.map((whole) => whole.toNumber());
  for (let next = 0; missing > 0 && next < order.length; next += 1) {
    out[numberAt(order, next)] = numberAt(out, numberAt(order, next)) + 1;
    missing -= 1;
  }
  return out.map(fen);
}
