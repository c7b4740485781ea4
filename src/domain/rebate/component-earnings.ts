import { itemAt, int16At, float64At, numberAt } from '../columns.ts';
import { includesCategory } from '../policy/category-terms.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type Ratio, greatestCommonDivisor, ratioDecimal, roundProduct } from '../money/ratio.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component } from '../policy/policy.ts';
import type { OrderBook } from './order-book.ts';
import { perFullStandings } from './per-full.ts';
import { rollingStandings } from './rolling.ts';
import { sumsToPosition } from './sums-to-position.ts';
import type { CategoryRoles, MeasuredTiers, Standing, Stretch } from './standing.ts';
import { type TierWalk, isInTier, tierOfUnits, tierWalk, unitsPerFen } from './tier-walk.ts';

export type { CategoryRoles, Standing, Stretch } from './standing.ts';

/**
 * Orders without a category (index -1) neither earn nor count: the last entry of each list stands
 * for them.
 */
export function categoryRoles(component: Component, categories: readonly string[]): CategoryRoles {
  const walk = tierWalk(component);
  const keys = categories.map(categoryKey);
  return {
    units: [...keys.map((key) => unitsPerFen(walk, key)), 0],
    earns: [...keys.map((key) => earns(component, key)), false],
  };
}

export const earns = (component: Component, key: string): boolean =>
  includesCategory(component.categories, key);

/** One standing a slice. The only loop over orders that a rebate is made of. */
export function standings(
  component: Component,
  book: OrderBook,
  roles: CategoryRoles,
  stretch: Stretch,
  measured: MeasuredTiers | null = null,
): readonly Standing[] {
  const walk = tierWalk(component);
  switch (component.scheme) {
    case 'marginal':
      return marginalStandings(walk, book, roles, stretch);
    case 'rolling':
      return rollingStandings(walk, book, roles, stretch);
    case 'per-full':
      return perFullStandings(walk, book, roles, stretch, measured);
    default:
      return totalStandings(walk, book, roles, stretch, measured);
  }
}

function totalStandings(
  walk: TierWalk,
  book: OrderBook,
  roles: CategoryRoles,
  stretch: Stretch,
  measured: MeasuredTiers | null,
): readonly Standing[] {
  const sums = sumsToPosition(book);
  const counted = sums.at(stretch.countFrom);
  const earned = sums.at(stretch.earnFrom);
  const out: Standing[] = [];
  let sales = 0;
  for (const end of stretch.ends) {
    const before = sales;
    const reached = sums.at(end);
    const units = end < stretch.countFrom ? 0 : between(counted, reached, roles.units);
    sales = end < stretch.earnFrom ? 0 : between(earned, reached, roles.earns);
    const tier = measured === null ? tierOfUnits(walk, units) : measured.tier(out.length);
    out.push({
      sales: fen(sales),
      units: fen(units),
      tier,
      ...earnedOnTotal(walk, sales, before, tier),
    });
  }
  return walk.component.rounding.per === 'order' && walk.component.scheme === 'whole'
    ? roundedByOrder(walk, book, roles, stretch, out)
    : out;
}

/** Σ of what came in between two positions, each category by its weight; one that is off by 0. */
function between(
  from: Float64Array,
  to: Float64Array,
  weights: readonly (number | boolean)[],
): number {
  let sum = 0;
  for (let of = 0; of < weights.length; of++) {
    const weight = Number(weights[of]);
    if (weight !== 0) sum += (to[of]! - from[of]!) * weight;
  }
  return sum;
}

function earnedOnTotal(
  walk: TierWalk,
  sales: number,
  before: number,
  tier: number,
): Pick<Standing, 'earned' | 'sliceEarned'> {
  const rate = ratioDecimal(itemAt(walk.earn, tier));
  if (walk.component.scheme === 'whole')
    return { earned: rate.times(sales), sliceEarned: rate.times(sales - before) };
  if (tier === 0) return { earned: ZERO, sliceEarned: ZERO };
  const baseline = walk.taxDivisor.times(walk.component.baseline ?? 0);
  // A first threshold below the baseline (90%) lets a window in that has not grown: nothing to pay.
  const above = Decimal.max(new Decimal(sales).minus(baseline), 0);
  // Of this slice: the part of its sales that lies above the baseline.
  const aboveBefore = Decimal.max(new Decimal(before).minus(baseline), 0);
  return { earned: rate.times(above), sliceEarned: rate.times(above.minus(aboveBefore)) };
}

/**
 * 逐单: each order's share is rounded at the tier of the standing, so each tier that occurs needs
 * its own pass.
 */
function roundedByOrder(
  walk: TierWalk,
  book: OrderBook,
  roles: CategoryRoles,
  stretch: Stretch,
  plain: readonly Standing[],
): readonly Standing[] {
  const byTier = new Map<number, readonly Decimal[]>();
  for (const { tier } of plain)
    if (!byTier.has(tier)) byTier.set(tier, roundedSums(walk, book, roles, stretch, tier));
  return plain.map((standing, slice) => {
    const sums = byTier.get(standing.tier) as readonly Decimal[];
    const earned = itemAt(sums, slice);
    return { ...standing, earned, sliceEarned: earned.minus(sums[slice - 1] ?? 0) };
  });
}

function roundedSums(
  walk: TierWalk,
  book: OrderBook,
  roles: CategoryRoles,
  stretch: Stretch,
  tier: number,
): readonly Decimal[] {
  const rate = itemAt(walk.earn, tier);
  const { mode } = walk.component.rounding;
  const sum = new ExactSum();
  let position = stretch.earnFrom;
  return stretch.ends.map((end) => {
    for (; position < end; position += 1) {
      if (roles.earns[int16At(book.category, position)])
        sum.add(roundProduct(float64At(book.amount, position), rate, mode));
    }
    return sum.toDecimal();
  });
}

/**
 * 超额, order by order along the running tier sales: an order that moves them from S₀ to S₁ earns
 * `amount × (M(S₁) − M(S₀)) ÷ (S₁ − S₀)`, that is `(M(S₁) − M(S₀)) ÷ weight`; one that does not
 * move them earns at the tier they are in. Sums are kept a weight apart, as whole numbers.
 */
function marginalStandings(
  walk: TierWalk,
  book: OrderBook,
  roles: CategoryRoles,
  stretch: Stretch,
): readonly Standing[] {
  const { amount, category } = book;
  const none = roles.units.length - 1;
  const shares = new MarginalShares(walk, roles);
  const out: Standing[] = [];
  // Orders since the running sales last changed their tier, by category: one product for all.
  const within = new Float64Array(none + 1);
  let [sales, units, tier] = [0, 0, tierOfUnits(walk, 0)];
  let position = stretch.countFrom;
  let earnedBefore = ZERO;
  for (const end of stretch.ends) {
    for (; position < end; position += 1) {
      const c = int16At(category, position);
      const of = c < 0 ? none : c;
      const a = float64At(amount, position);
      const moved = units + a * numberAt(roles.units, of);
      const isEarning = position >= stretch.earnFrom && roles.earns[of] === true;
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
    sales += shares.addWithin(tier, within);
    const earned = shares.total();
    out.push({
      sales: fen(sales),
      units: fen(units),
      tier,
      earned,
      sliceEarned: earned.minus(earnedBefore),
    });
    earnedBefore = earned;
  }
  return out;
}

/** An order added after everything a standing covers. */
export interface AddedOrder {
  readonly amount: Fen;
  /** Index into the roles' categories. */
  readonly category: number;
}

/**
 * The standing with orders added at its end, without walking the book again (whole and increment
 * on the total, marginal). `before` is the sales at the end of the slice before.
 */
export function extendStanding(
  component: Component,
  roles: CategoryRoles,
  standing: Standing,
  before: Fen,
  extra: readonly AddedOrder[],
): Standing {
  const walk = tierWalk(component);
  const shares = new MarginalShares(walk, roles);
  let { sales, units } = standing as { sales: number; units: number };
  for (const { amount, category } of extra) {
    const moved = units + amount * numberAt(roles.units, category);
    if (roles.earns[category]) {
      sales += amount;
      if (component.scheme === 'marginal')
        shares.add(
          category,
          amount,
          units,
          moved,
          walk.schedule.at(moved) - walk.schedule.at(units),
        );
    }
    units = moved;
  }
  const tier = tierOfUnits(walk, units);
  const reached = { sales: fen(sales), units: fen(units), tier };
  if (component.scheme !== 'marginal')
    return { ...reached, ...earnedOnTotal(walk, sales, before, tier) };
  const more = shares.total();
  return {
    ...reached,
    earned: standing.earned.plus(more),
    sliceEarned: standing.sliceEarned.plus(more),
  };
}

class MarginalShares {
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
   * Orders that all began and ended in one tier, by category, emptied here; answers what they come
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
