import { float64At, int16At, numberAt } from '../columns.ts';
import { type Decimal, ZERO } from '../money/decimal.ts';
import { fen } from '../money/fen.ts';
import { MarginalShares } from './marginal-shares.ts';
import type { OrderBook } from './order-book.ts';
import type { CategoryRoles, Standing, Stretch } from './standing.ts';
import { sumsToPosition, FEWEST, endOfBlock, unitsInTierAfter } from './sums-to-position.ts';
import { type TierWalk, isInTier, tierOfUnits } from './tier-walk.ts';

/**
 * 超额, order by order along the running tier sales: an order that moves them from S₀ to S₁ earns
 * `amount × (M(S₁) − M(S₀)) ÷ (S₁ − S₀)`, that is `(M(S₁) − M(S₀)) ÷ weight`; one that does not
 * move them earns at the tier they are in. Orders that cannot
 * leave a tier are taken together.
 */
export function marginalStandings(
  walk: TierWalk,
  book: OrderBook,
  roles: CategoryRoles,
  { countFrom, earnFrom, ends }: Stretch,
): readonly Standing[] {
  const run = new MarginalRun(walk, book, roles, countFrom);
  return ends.map((end) => {
    run.to(Math.min(end, earnFrom), false);
    run.to(end, true);
    return run.standing();
  });
}

class MarginalRun {
  private readonly shares: MarginalShares;
  /** Orders since the running sales last changed their tier, by category: one product for all. */
  private readonly within: Float64Array;
  private sales = 0;
  private units = 0;
  private tier: number;
  private earnedBefore: Decimal = ZERO;

  constructor(
    private readonly walk: TierWalk,
    private readonly book: OrderBook,
    private readonly roles: CategoryRoles,
    private position: number,
  ) {
    this.shares = new MarginalShares(walk, roles);
    this.within = new Float64Array(roles.units.length);
    this.tier = tierOfUnits(walk, 0);
  }

  to(end: number, mayEarn: boolean): void {
    while (this.position < end) {
      const stop = endOfBlock(this.position, end);
      if (!this.takesAll(stop, mayEarn)) this.walkTo(stop, mayEarn);
      this.position = stop;
    }
  }

  standing(): Standing {
    this.leaveTier();
    const earned = this.shares.total();
    const sliceEarned = earned.minus(this.earnedBefore);
    this.earnedBefore = earned;
    return { sales: fen(this.sales), units: fen(this.units), tier: this.tier, earned, sliceEarned };
  }

  private takesAll(stop: number, mayEarn: boolean): boolean {
    const { walk, roles, shares, position, within } = this;
    if (shares.perOrder || stop - position < FEWEST) return false;
    const sums = sumsToPosition(this.book);
    const [before, after] = [sums.at(position), sums.at(stop)];
    const moved = unitsInTierAfter(walk, this.tier, this.units, roles.units, before, after);
    if (moved === undefined) return false;
    if (mayEarn)
      for (const [of, earns] of roles.earns.entries())
        if (earns) within[of] = within[of]! + after.all[of]! - before.all[of]!;
    this.units = moved;
    return true;
  }

  private walkTo(stop: number, mayEarn: boolean): void {
    const { walk, roles, shares, within } = this;
    const { amount, category } = this.book;
    const none = roles.units.length - 1;
    let [{ units, tier }, sales] = [this, 0];
    for (let at = this.position; at < stop; at += 1) {
      const c = int16At(category, at);
      const of = c < 0 ? none : c;
      const a = float64At(amount, at);
      const moved = units + a * numberAt(roles.units, of);
      const isEarning = mayEarn && roles.earns[of] === true;
      if (isInTier(walk, tier, moved) && !shares.perOrder) {
        if (isEarning) within[of] = within[of]! + a;
      } else {
        sales += shares.addWithin(tier, within);
        tier = tierOfUnits(walk, moved);
        if (isEarning) {
          sales += a;
          const rise = moved === units ? 0 : walk.schedule.at(moved) - walk.schedule.at(units);
          shares.add(of, a, units, moved, rise);
        }
      }
      units = moved;
    }
    this.sales += sales;
    [this.units, this.tier] = [units, tier];
  }

  private leaveTier(): void {
    this.sales += this.shares.addWithin(this.tier, this.within);
  }
}
