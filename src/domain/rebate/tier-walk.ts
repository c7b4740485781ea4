import { numberAt, itemAt } from '../columns.ts';
import { categoryWeight } from '../policy/category-terms.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type Ratio, ratio } from '../money/ratio.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component, Tier } from '../policy/policy.ts';

/**
 * A component made ready for walking its tiers: the only place that knows where a tier begins.
 *
 * Tier sales are whole numbers in units of fen ÷ `scale` (order yuan, tax included, times weight),
 * so weights such as 1.5 stay exact. `entries[i]` is the smallest such number inside tier i + 1.
 * Edge (at/above), gross/net and weights are all inside these numbers: nothing downstream asks
 * again.
 */
export interface TierWalk {
  readonly component: Component;
  /** Units of tier sales in one fen: 1, 10 for a weight of 1.5, … */
  readonly scale: number;
  readonly entries: readonly number[];
  /** Where each tier begins, exact and in the same units; a fraction where the base is net. */
  readonly bounds: readonly Decimal[];
  /**
   * Rebate of one fen of order amount in each tier, index 0 for tier 0: rate ÷ (1 + tax) when the
   * base is net.
   */
  readonly earn: readonly Ratio[];
  /** 1 + tax rate when the base is net, else 1. */
  readonly taxDivisor: Decimal;
  readonly schedule: MarginalSchedule;
}

/**
 * The marginal schedule M in whole numbers: `at(S)` = M(S) × `denominator`, where S is in tier
 * sales units and M in fen of rebate at weight 1. NaN when the product leaves the safe integers:
 * `exactAt` then gives it as a bigint.
 */
interface MarginalSchedule {
  readonly denominator: number;
  at(units: number): number;
  /** What one unit more is worth in a tier, times `denominator`; index 0 for tier 0. */
  readonly slopes: readonly number[];
  exactAt(units: number): bigint;
}

const walks = new WeakMap<Component, TierWalk>();

/** The walk of a component, made once and kept. */
export function tierWalk(component: Component): TierWalk {
  const known = walks.get(component);
  if (known) return known;
  const made = makeWalk(component);
  walks.set(component, made);
  return made;
}

/** The tier that these tier sales (in units) are in; 0 below the first threshold. The one walk. */
export function tierOfUnits(walk: TierWalk, units: number): number {
  const { entries } = walk;
  let tier = 0;
  while (tier < entries.length && units >= numberAt(entries, tier)) tier += 1;
  return tier;
}

/** Whether these tier sales are in that tier: for running sales that seldom leave theirs. */
export function isInTier({ entries }: TierWalk, tier: number, units: number): boolean {
  const next = entries[tier];
  return (next === undefined || units < next) && (tier === 0 || units >= entries[tier - 1]!);
}

/** Units missing to the tier above the one these units are in; null in the top tier. */
export function unitsToNext(walk: TierWalk, units: number): number | null {
  const entry = walk.entries[tierOfUnits(walk, units)];
  return entry === undefined ? null : entry - units;
}

/** Units above the beginning of the tier these units are in; 0 in tier 0. */
export function unitsInTier(walk: TierWalk, units: number): number {
  const entry = walk.entries[tierOfUnits(walk, units) - 1];
  return entry === undefined ? 0 : units - entry;
}

/** Tier sales as the policy states its thresholds: net of tax where its base is. */
export const tierSalesOf = (walk: TierWalk, units: Decimal | number): Fen =>
  roundFen(new Decimal(units).div(walk.scale).div(walk.taxDivisor), 'half-up');

/** Smallest order yuan at weight 1 inside each tier, from the first on. */
export const tierStarts = (walk: TierWalk): readonly Fen[] =>
  walk.entries.map((entry) => fen(Math.ceil(entry / walk.scale)));

/** How much of the way from `low` up to `high` lies in each tier, index 0 for tier 0; in units. */
export function unitsByTier(walk: TierWalk, low: number, high: number): readonly Decimal[] {
  return walk.earn.map((_, tier) => {
    const start = Decimal.max(walk.bounds[tier - 1] ?? low, low);
    const stop = Decimal.min(walk.bounds[tier] ?? high, high);
    return Decimal.max(stop.minus(start), ZERO);
  });
}

const unitsOf = new WeakMap<TierWalk, Map<string, number>>();

/**
 * Weight of a category in tier sales units per fen of order amount; kept, because fair shares ask
 * it of every coalition.
 */
export function unitsPerFen(walk: TierWalk, categoryKey: string): number {
  let known = unitsOf.get(walk);
  if (known === undefined) unitsOf.set(walk, (known = new Map()));
  let units = known.get(categoryKey);
  if (units === undefined) {
    units = categoryWeight(walk.component.counts, categoryKey).times(walk.scale).toNumber();
    known.set(categoryKey, units);
  }
  return units;
}

function makeWalk(component: Component): TierWalk {
  const taxDivisor = component.base === 'net' ? component.taxRate.plus(ONE) : ONE;
  const scale = weightScale(component);
  const bounds = component.tiers.map((tier) =>
    taxDivisor.times(exactThreshold(component, tier)).times(scale).toSignificantDigits(40),
  );
  const entries = bounds.map((bound) =>
    (component.edge === 'at' ? bound.ceil() : bound.floor().plus(1)).toNumber(),
  );
  const rates = [new Decimal(0), ...component.tiers.map((tier) => tier.rate)];
  return {
    component,
    scale,
    entries,
    bounds,
    taxDivisor,
    earn: rates.map((rate) => ratio(rate, taxDivisor)),
    schedule: marginalSchedule(bounds, rates, scale, taxDivisor),
  };
}

/** A factor of a baseline is taken of the baseline itself, not of its whole fen. */
const exactThreshold = ({ baseline }: Component, { threshold, ofBaseline }: Tier): Decimal =>
  ofBaseline === undefined || baseline === null
    ? new Decimal(threshold)
    : ofBaseline.times(baseline);

function weightScale(component: Component): number {
  const weights = [...Object.values(component.counts.weights), component.counts.others];
  return 10 ** Math.max(0, ...weights.map((weight) => weight.decimalPlaces()));
}

/** Whole numbers throughout: bounds × 10^b and rates × 10^r. */
function marginalSchedule(
  bounds: readonly Decimal[],
  rates: readonly Decimal[],
  scale: number,
  taxDivisor: Decimal,
): MarginalSchedule {
  const boundShift = 10 ** Math.max(0, ...bounds.map((bound) => bound.decimalPlaces()));
  const rateShift = 10 ** Math.max(0, ...rates.map((rate) => rate.decimalPlaces()));
  // taxDivisor has at most a few places; keep it whole as well.
  const taxShift = 10 ** taxDivisor.decimalPlaces();
  const starts = bounds.map((bound) => bound.times(boundShift).toNumber());
  const steps = rates
    .slice(1)
    .map((rate, index) =>
      rate.minus(itemAt(rates, index)).times(rateShift).times(taxShift).toNumber(),
    );
  const denominator = boundShift * rateShift * scale * taxDivisor.times(taxShift).toNumber();
  let slope = 0;
  return {
    denominator,
    slopes: [0, ...steps.map((step) => (slope += step) * boundShift)],
    at(units) {
      const position = units * boundShift;
      let sum = 0;
      for (let i = 0; i < starts.length && position > numberAt(starts, i); i += 1) {
        const product = (position - numberAt(starts, i)) * numberAt(steps, i);
        sum += product;
        if (Math.abs(product) > Number.MAX_SAFE_INTEGER || Math.abs(sum) > Number.MAX_SAFE_INTEGER)
          return NaN;
      }
      return position > Number.MAX_SAFE_INTEGER ? NaN : sum;
    },
    exactAt(units) {
      const position = BigInt(units) * BigInt(boundShift);
      let sum = 0n;
      for (let i = 0; i < starts.length; i += 1) {
        const over = position - BigInt(numberAt(starts, i));
        if (over > 0n) sum += over * BigInt(numberAt(steps, i));
      }
      return sum;
    },
  };
}
