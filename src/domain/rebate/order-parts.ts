import { int16At, float64At, numberAt, int32At, itemAt } from '../columns.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { ratioDecimal } from '../money/ratio.ts';
import { roundFen } from '../money/rounding.ts';
import type { ComponentOrders } from './component-orders.ts';
import { rollingTier } from './rolling.ts';
import { type TierWalk, tierOfUnits, tierWalk } from './tier-walk.ts';
import type { WindowRun } from './window-run.ts';

/** What one order earns in one window before bonus, floor and cap. */
export interface OrderPart {
  /** In the whole book. */
  readonly position: number;
  /** Fen of order amount. */
  readonly amount: number;
  readonly exact: Decimal;
  /** Of the window, or of its slice. */
  readonly tier: number;
  /** Whose rate it earned at; the same unless tiers roll. */
  readonly earnedAt: number;
}

/**
 * The earnings of a window taken apart into its orders. They add up to what the window earns at the
 * end; without true-up, to what its slices earned one by one.
 *
 * @param tierAt - the tier of the orders of a slice: its own, or the one the window ends in
 * @param wanted - positions of the whole book, with the slice they are paid in
 */
export function orderParts(
  run: WindowRun,
  { book, roles, origin }: ComponentOrders,
  tierAt: (slice: number) => number,
  wanted: (position: number, slice: number) => boolean = () => true,
): readonly OrderPart[] {
  const walk = tierWalk(run.component);
  const none = roles.units.length - 1;
  const parts: OrderPart[] = [];
  let [position, units, sales] = [run.stretch.countFrom, 0, 0];
  run.stretch.ends.forEach((end, slice) => {
    const tier = tierAt(slice);
    for (; position < end; position += 1) {
      const c = int16At(book.category, position);
      const of = c < 0 ? none : c;
      const amount = float64At(book.amount, position);
      const perFen = numberAt(roles.units, of);
      const moved = units + amount * perFen;
      if (position >= run.stretch.earnFrom && roles.earns[of]) {
        const step = { amount, units, moved, sales, tier, unitsPerFen: perFen };
        const whole = origin === null ? position : int32At(origin, position);
        if (wanted(whole, slice))
          parts.push({
            position: whole,
            amount,
            tier,
            earnedAt:
              walk.component.scheme === 'rolling' ? rollingTier(walk, amount, units, moved) : tier,
            exact: rounded(walk, partOf(walk, step)),
          });
        sales += amount;
      }
      units = moved;
    }
  });
  return parts;
}

/** Order by order where the policy rounds so; an increment is always rounded on the total. */
function rounded(walk: TierWalk, exact: Decimal): Decimal {
  const { rounding, scheme } = walk.component;
  return rounding.per === 'order' && scheme !== 'increment'
    ? new Decimal(roundFen(exact, rounding.mode))
    : exact;
}

interface Step {
  readonly amount: number;
  /** Tier sales before and after the order. */
  readonly units: number;
  readonly moved: number;
  /** Earning sales before it. */
  readonly sales: number;
  readonly tier: number;
  readonly unitsPerFen: number;
}

/** What an order earns, exact, by scheme. */
function partOf(walk: TierWalk, step: Step): Decimal {
  const { amount, units, moved, sales, tier } = step;
  switch (walk.component.scheme) {
    case 'whole':
      return rateOf(walk, tier).times(amount);
    case 'increment': {
      const baseline = walk.taxDivisor.times(walk.component.baseline ?? 0);
      const above = (total: number): Decimal => Decimal.max(new Decimal(total).minus(baseline), 0);
      return tier === 0
        ? ZERO
        : rateOf(walk, tier).times(above(sales + amount).minus(above(sales)));
    }
    case 'per-full':
      return ZERO;
    case 'rolling':
      return rateOf(walk, rollingTier(walk, amount, units, moved)).times(amount);
    case 'marginal': {
      if (moved === units) return rateOf(walk, tierOfUnits(walk, units)).times(amount);
      const rise = walk.schedule.exactAt(moved) - walk.schedule.exactAt(units);
      return new Decimal(rise.toString())
        .times(walk.scale)
        .div(walk.schedule.denominator)
        .div(step.unitsPerFen);
    }
  }
}

export const rateOf = (walk: TierWalk, tier: number): Decimal =>
  ratioDecimal(itemAt(walk.earn, tier));
