import { itemAt } from '../columns.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { type Ratio, greatestCommonDivisor, ratioDecimal, roundProduct } from '../money/ratio.ts';
import { roundFen } from '../money/rounding.ts';
import type { CategoryRoles } from './standing.ts';
import { type TierWalk, tierOfUnits } from './tier-walk.ts';

/** What the orders of a marginal window earn: sums a weight apart, as whole numbers. */
export class MarginalShares {
  private readonly units: readonly number[];
  private readonly factors: readonly (Ratio | null)[];
  private readonly sums: readonly ExactSum[];
  private readonly uncounted: readonly ExactSum[];
  private readonly rounded = new ExactSum();
  /** Each order's share is rounded by itself. */
  readonly perOrder: boolean;

  constructor(
    private readonly walk: TierWalk,
    roles: CategoryRoles,
  ) {
    this.units = roles.units;
    this.factors = roles.units.map((units) =>
      units === 0 ? null : lowestTerms(walk.scale, walk.schedule.denominator * units),
    );
    this.sums = roles.units.map(() => new ExactSum());
    this.uncounted = walk.earn.map(() => new ExactSum());
    this.perOrder = walk.component.rounding.per === 'order';
  }

  add(category: number, amount: number, from: number, to: number, rise: number): void {
    const factor = itemAt(this.factors, category);
    if (factor === null || from === to) {
      const tier = tierOfUnits(this.walk, from);
      if (this.perOrder)
        this.rounded.add(
          roundProduct(amount, itemAt(this.walk.earn, tier), this.walk.component.rounding.mode),
        );
      else itemAt(this.uncounted, tier).add(amount);
    } else if (Number.isSafeInteger(rise)) {
      if (this.perOrder)
        this.rounded.add(roundProduct(rise, factor, this.walk.component.rounding.mode));
      else itemAt(this.sums, category).add(rise);
    } else this.addExactly(category, factor, from, to);
  }

  /**
   * Orders that all began and ended in one tier, by category, emptied here; returns what they come
   * to.
   */
  addWithin(tier: number, sums: Float64Array): number {
    let all = 0;
    for (let category = 0; category < sums.length; category++) {
      const sum = sums[category]!;
      if (sum === 0) continue;
      all += sum;
      sums[category] = 0;
      const slope = this.walk.schedule.slopes[tier]! * this.units[category]!;
      if (this.factors[category] === null) this.uncounted[tier]!.add(sum);
      else if (Number.isSafeInteger(slope * sum)) this.sums[category]!.add(slope * sum);
      else this.sums[category]!.addBig(BigInt(slope) * BigInt(sum));
    }
    return all;
  }

  /** Beyond the safe integers: the same difference, from bigints. */
  private addExactly(category: number, factor: Ratio, from: number, to: number): void {
    const rise = this.walk.schedule.exactAt(to) - this.walk.schedule.exactAt(from);
    const share = new Decimal(rise.toString()).times(factor.numerator).div(factor.denominator);
    if (this.perOrder) this.rounded.add(roundFen(share, this.walk.component.rounding.mode));
    else itemAt(this.sums, category).addBig(rise);
  }

  total(): Decimal {
    if (this.perOrder) return this.rounded.toDecimal();
    let total = ZERO;
    this.factors.forEach((factor, category) => {
      if (factor !== null)
        total = total.plus(
          itemAt(this.sums, category).toDecimal().times(factor.numerator).div(factor.denominator),
        );
    });
    this.uncounted.forEach((sum, tier) => {
      total = total.plus(ratioDecimal(itemAt(this.walk.earn, tier)).times(sum.toDecimal()));
    });
    return total;
  }
}

function lowestTerms(numerator: number, denominator: number): Ratio {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}
