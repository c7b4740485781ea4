import { int16At, float64At, numberAt, itemAt } from '../columns.ts';
import { type Decimal, ZERO } from '../money/decimal.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { fen } from '../money/fen.ts';
import { ratioDecimal, roundProduct } from '../money/ratio.ts';
import type { OrderBook } from './order-book.ts';
import type { CategoryRoles, Standing, Stretch } from './standing.ts';
import { type TierWalk, tierOfUnits } from './tier-walk.ts';

/**
 * 滚动: an order earns at the rate of the tier that the running tier sales are in once it is added;
 * a refund takes back at the tier they were in before it, so that an order and its refund cancel.
 *
 *     10 / 25 / 25 % above 0 / 1,000 / 1,500:   600 → 60,   800 → 200,   600 → 150
 */
export function rollingStandings(
  walk: TierWalk,
  book: OrderBook,
  roles: CategoryRoles,
  stretch: Stretch,
): readonly Standing[] {
  const none = roles.units.length - 1;
  const byTier = walk.earn.map(() => new ExactSum());
  const rounded = new ExactSum();
  const { per, mode } = walk.component.rounding;
  const out: Standing[] = [];
  let [sales, units, position] = [0, 0, stretch.countFrom];
  let before = ZERO;
  for (const end of stretch.ends) {
    for (; position < end; position += 1) {
      const c = int16At(book.category, position);
      const of = c < 0 ? none : c;
      const amount = float64At(book.amount, position);
      const moved = units + amount * numberAt(roles.units, of);
      if (position >= stretch.earnFrom && roles.earns[of]) {
        const tier = rollingTier(walk, amount, units, moved);
        sales += amount;
        if (per === 'order') rounded.add(roundProduct(amount, itemAt(walk.earn, tier), mode));
        else itemAt(byTier, tier).add(amount);
      }
      units = moved;
    }
    const earned = per === 'order' ? rounded.toDecimal() : totalOf(walk, byTier);
    out.push({
      sales: fen(sales),
      units: fen(units),
      tier: tierOfUnits(walk, units),
      earned,
      sliceEarned: earned.minus(before),
    });
    before = earned;
  }
  return out;
}

/** The tier an order earns at: reached by adding it, or left by taking it back. */
export const rollingTier = (walk: TierWalk, amount: number, from: number, to: number): number =>
  tierOfUnits(walk, amount < 0 ? from : to);

const totalOf = (walk: TierWalk, byTier: readonly ExactSum[]): Decimal =>
  byTier.reduce(
    (sum, sales, tier) => sum.plus(ratioDecimal(itemAt(walk.earn, tier)).times(sales.toDecimal())),
    ZERO,
  );
