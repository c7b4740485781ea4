import { itemAt } from '../columns.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen, subtractFen } from '../money/fen.ts';
import { ratioDecimal, roundProduct, roundQuotient } from '../money/ratio.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component } from '../policy/policy.ts';
import {
  type Adjustment,
  adjustments,
  bonusAt,
  floorApplies,
  isPlain,
  wholeBonus,
} from './entitlement.ts';
import { type TierWalk, tierOfUnits, tierWalk, unitsByTier } from './tier-walk.ts';
import { cushionAt, fullsOfUnits, gapAt } from './per-full.ts';
import type { TierLine } from './window.ts';
import { Working } from './working.ts';

/**
 * The figures of one component for sales that are already known: no dates, no windows. `sales` earn
 * and `tierSales` set the tier, both in fen of order amount (tax included); tier sales count with
 * weight 1.
 */

/** Tier reached, 0 below the first. */
export function tierAt(component: Component, tierSales: Fen): number {
  const walk = tierWalk(component);
  return tierOfUnits(walk, tierSales * walk.scale);
}

/** Rate of the tier reached; 0 in tier 0. */
export function rateAt(component: Component, tierSales: Fen): Decimal {
  return component.tiers[tierAt(component, tierSales) - 1]?.rate ?? ZERO;
}

/** Rebate of `sales`, rounded as the policy says. A gate that cannot be shown to be met pays 0. */
export function amountOf(component: Component, sales: Fen, tierSales: Fen): Fen {
  const walk = tierWalk(component);
  return amountOfUnits(walk, sales, tierSales * walk.scale);
}

/** The same for weighted tier sales, in units of the walk. */
export function amountOfUnits(walk: TierWalk, sales: Fen, units: number): Fen {
  const { component } = walk;
  if (component.gate !== null) return NO_FEN;
  const tier = tierOfUnits(walk, units);
  return (
    amountInWholes(walk, sales, units, tier) ??
    settle(component, earned(walk, sales, units / walk.scale, tier), tier).amount
  );
}

/**
 * The same in whole numbers, for a million cells: bonus, floor and cap are whole fen, so they may
 * come after the rounding as long as nothing is negative. `undefined` where whole numbers do not
 * suffice.
 */
function amountInWholes(walk: TierWalk, sales: Fen, units: number, tier: number): Fen | undefined {
  const { component } = walk;
  const earning =
    component.scheme === 'increment'
      ? Math.max(sales - (component.baseline?.toNumber() ?? 0), 0)
      : sales;
  if (earning < 0 && !isPlain(component)) return undefined;
  const rounded = earnedInWholes(walk, earning, sales * walk.scale === units, units, tier);
  if (rounded === undefined) return undefined;
  const total = rounded + wholeBonus(component, tier);
  const raised =
    component.floor !== null && floorApplies(component, tier)
      ? Math.max(total, component.floor)
      : total;
  return fen(component.cap === null ? raised : Math.min(raised, component.cap));
}

function earnedInWholes(
  walk: TierWalk,
  earning: number,
  allCount: boolean,
  units: number,
  tier: number,
): Fen | undefined {
  const { scheme, rounding, base } = walk.component;
  if (scheme === 'per-full')
    return fen((walk.component.tiers[0]?.bonus ?? 0) * fullsOfUnits(walk, units));
  if (scheme === 'marginal') {
    const rise = allCount ? walk.schedule.at(units) : NaN;
    return Number.isSafeInteger(rise)
      ? roundQuotient(rise, walk.schedule.denominator, rounding.mode)
      : undefined;
  }
  if (tier === 0) return NO_FEN;
  if (scheme === 'increment' && base === 'net') return undefined;
  return roundProduct(earning, itemAt(walk.earn, tier), rounding.mode);
}

/** Order yuan to the next tier; null in the top tier. Exactly that much more reaches it. */
export function gapOf(component: Component, tierSales: Fen): Fen | null {
  const walk = tierWalk(component);
  return gapAt(walk, tierSales * walk.scale);
}

/** What closing exactly the gap earns, with sales that earn and count; null in the top tier. */
export function gainOf(component: Component, sales: Fen, tierSales: Fen): Fen | null {
  const gap = gapOf(component, tierSales);
  if (gap === null) return null;
  return subtractFen(
    amountOf(component, fen(sales + gap), fen(tierSales + gap)),
    amountOf(component, sales, tierSales),
  );
}

/** Order yuan that may be refunded without dropping a tier; 0 in tier 0. */
export function cushionOf(component: Component, tierSales: Fen): Fen {
  const walk = tierWalk(component);
  return cushionAt(walk, tierSales * walk.scale);
}

/** The working, line by line; the lines' rebates add up to `amountOf` exactly. */
export function explain(component: Component, sales: Fen, tierSales: Fen): readonly TierLine[] {
  const walk = tierWalk(component);
  const tier = tierOfUnits(walk, tierSales * walk.scale);
  const working = new Working(component).earns(earnedByTier(walk, sales, tierSales, tier));
  return working.adjust(settle(component, working.total, tier).steps).lines;
}

function settle(
  component: Component,
  earnedExact: Decimal,
  tier: number,
): { readonly amount: Fen; readonly steps: readonly Adjustment[] } {
  // Per order: the order's own share is rounded before bonus, floor and cap; increment always
  // rounds on the total.
  const share =
    component.rounding.per === 'order' && component.scheme !== 'increment'
      ? new Decimal(roundFen(earnedExact, component.rounding.mode))
      : earnedExact;
  const steps = adjustments(
    component,
    share,
    tier,
    bonusAt(component, tier),
    component.gate === null ? 'none' : 'gate-unknown',
  );
  const exact = steps.reduce((sum, step) => sum.plus(step.change), share);
  return { amount: roundFen(exact, component.rounding.mode), steps };
}

const earned = (walk: TierWalk, sales: Fen, tierSales: number, tier: number): Decimal =>
  earnedByTier(walk, sales, tierSales, tier).reduce((sum, part) => sum.plus(part.rebate), ZERO);

interface EarnedPart {
  readonly tier: number;
  readonly sales: Fen;
  readonly rebate: Decimal;
}

function earnedByTier(
  walk: TierWalk,
  sales: Fen,
  tierSales: number,
  tier: number,
): readonly EarnedPart[] {
  const { component } = walk;
  const atRate = (amount: Decimal, of: number): Decimal => amount.times(ratioDecimalOf(walk, of));
  if (component.scheme === 'whole')
    return [{ tier, sales, rebate: atRate(new Decimal(sales), tier) }];
  if (component.scheme === 'per-full') {
    const fulls = fullsOfUnits(walk, tierSales * walk.scale);
    return [{ tier, sales, rebate: new Decimal(component.tiers[0]?.bonus ?? 0).times(fulls) }];
  }
  if (component.scheme === 'increment') {
    const above =
      tier === 0
        ? ZERO
        : Decimal.max(new Decimal(sales).minus(walk.taxDivisor.times(component.baseline ?? 0)), 0);
    return [{ tier, sales: roundFen(above, 'half-up'), rebate: atRate(above, tier) }];
  }
  if (tierSales <= 0) return [{ tier, sales, rebate: atRate(new Decimal(sales), tier) }];
  return marginalParts(walk, sales, tierSales);
}

/** Sales inside each tier, scaled by sales ÷ tier sales when they differ. */
function marginalParts(walk: TierWalk, sales: Fen, tierSales: number): readonly EarnedPart[] {
  const units = tierSales * walk.scale;
  const parts: EarnedPart[] = [];
  let shown = 0;
  let exactSales = ZERO;
  unitsByTier(walk, 0, units).forEach((inside, tier) => {
    if (inside.isZero()) return;
    const own = inside.times(sales).div(units);
    exactSales = exactSales.plus(own);
    const upTo = roundFen(exactSales, 'half-up');
    parts.push({
      tier,
      sales: fen(upTo - shown),
      rebate: own.times(ratioDecimalOf(walk, tier)),
    });
    shown = upTo;
  });
  return parts;
}

const ratioDecimalOf = (walk: TierWalk, tier: number): Decimal =>
  ratioDecimal(itemAt(walk.earn, tier));
