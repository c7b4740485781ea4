import { itemAt, int16At, float64At, numberAt } from '../columns.ts';
import { includesCategory } from '../policy/category-terms.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { type Fen, fen } from '../money/fen.ts';
import { ratioDecimal, roundProduct } from '../money/ratio.ts';
import type { Component } from '../policy/policy.ts';
import type { OrderBook } from './order-book.ts';
import { perFullStandings } from './per-full.ts';
import { rollingStandings } from './rolling.ts';
import { MarginalShares } from './marginal-shares.ts';
import { marginalStandings } from './marginal-standings.ts';
import { sumsToPosition } from './sums-to-position.ts';
import type { CategoryRoles, MeasuredTiers, Standing, Stretch } from './standing.ts';
import { type TierWalk, tierOfUnits, tierWalk, unitsPerFen } from './tier-walk.ts';

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
  const counted = sums.at(stretch.countFrom).all;
  const earned = sums.at(stretch.earnFrom).all;
  const out: Standing[] = [];
  let sales = 0;
  for (const end of stretch.ends) {
    const before = sales;
    const reached = sums.at(end).all;
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
