import { EXACT_STEPS, MOST_RESTS } from '../bounds.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import { type TierWalk, tierWalk } from '../rebate/tier-walk.ts';
import { type Result, fail, ok } from '../result.ts';
import type { ForecastFact } from './forecast.facts.ts';
import { type RebateCurve, rebateCurve } from './rebate-curve.ts';
import type { Stretch } from './share.ts';
import { sumDistribution } from './sum-distribution.ts';
import { type FloatingShare, errorOf } from './floating-share.ts';
import { sumsOnGrid } from './sums-on-a-grid.ts';
import { sumsByHalves } from './sums-by-halves.ts';
import { type Prospects, prospects } from './uncertain-deals.ts';
import { meanInDoubles, meanRebate } from './weighted-rebate.ts';

/**
 * What independent deals do to the rebate of one component: every possible total counts with its
 * own rounded rebate and its own chance.
 *
 * Exact fractions while they are affordable: any 15 deals, 300 deals on a grid of 万, and any
 * number that stays inside a tier. Beyond that (300 deals in yuan near a threshold, 40 deals to the
 * fen) chances are computed in doubles with a proven error, and a result is given only where the
 * error cannot change it: to the fen, to 12 places of a chance. Where neither holds the result is
 * `forecast.too-large`, never an approximation.
 */

const inDoubles = (
  stretches: readonly Stretch[],
  sure: Prospects,
): readonly FloatingShare[] | null =>
  stretches.some(({ modulus }) => modulus > MOST_RESTS)
    ? null
    : (sumsOnGrid(stretches, sure) ?? sumsByHalves(stretches, sure));

/** Digits of a chance that was computed in doubles. */
const PLACES = 12;

/**
 * E[rebate(committed + deals)] in fen, half a fen up; never rebate(E[sales]).
 *
 * @param deals fen; a negative amount is a probable refund
 * @param probabilities 0…1, one a deal
 */
export function expectedRebate(
  component: Component,
  committed: Fen,
  deals: readonly Fen[],
  probabilities: readonly Decimal[],
): Result<Fen, ForecastFact> {
  const read = prospects(committed, deals, probabilities);
  if (!read.ok) return read;
  const curve = rebateCurve(component);
  const mean = meanOf(curve, read.value);
  return mean === null ? fail({ code: 'forecast.too-large', deals: deals.length }) : ok(mean);
}

function meanOf(curve: RebateCurve, sure: Prospects): Fen | null {
  const stretches = curve.pieces.map((piece) => ({
    from: piece.from,
    modulus: Number(piece.denominator),
  }));
  const exact = sumDistribution(stretches, sure, EXACT_STEPS);
  if (exact !== null) return meanRebate(curve, exact, sure.whole);
  const doubles = inDoubles(stretches, sure);
  if (doubles === null) return null;
  const reach = sure.deals.reduce(
    (sum, deal) => sum + Math.abs(deal.amount),
    Math.abs(sure.committed),
  );
  const { mean, scale } = meanInDoubles(curve, doubles, reach);
  const error = scale * errorOf(sure.deals.length) + 1e-6;
  return Math.floor(mean - error + 0.5) === Math.floor(mean + error + 0.5)
    ? fen(Math.floor(mean + 0.5))
    : null;
}

/**
 * Chance of ending in each tier, index 0 for below the first; they add up to 1. All amounts in the
 * walk's units, as `entries` are.
 */
export const chancesByTier = (
  walk: TierWalk,
  units: number,
  steps: readonly number[],
  probabilities: readonly Decimal[],
): Result<readonly Decimal[], ForecastFact> =>
  totalChances(walk.entries, units, steps, probabilities);

/** The same for sales and deals in fen of order amount that count with weight 1. */
export function tierChances(
  component: Component,
  committed: Fen,
  deals: readonly Fen[],
  probabilities: readonly Decimal[],
): Result<readonly Decimal[], ForecastFact> {
  const walk = tierWalk(component);
  const units = (amount: Fen): number => amount * walk.scale;
  return chancesByTier(walk, units(committed), deals.map(units), probabilities);
}

/** Chance of that tier or a higher one. */
export const chanceFrom = (chances: readonly Decimal[], tier: number): Decimal =>
  chances.slice(tier).reduce((sum, chance) => sum.plus(chance), ZERO);

/** Chance of reaching that tier or better. */
export function chanceOfTier(
  component: Component,
  committed: Fen,
  deals: readonly Fen[],
  probabilities: readonly Decimal[],
  tier: number,
): Result<Decimal, ForecastFact> {
  if (!Number.isInteger(tier) || tier < 0 || tier > component.tiers.length)
    return fail({ code: 'forecast.no-such-tier', tier, tiers: component.tiers.length });
  const chances = tierChances(component, committed, deals, probabilities);
  return chances.ok ? ok(chanceFrom(chances.value, tier)) : chances;
}

/**
 * Chance of a total in each of the stretches that ascending `bounds` cut: below the first, …,
 * from the last on.
 */
export function totalChances(
  bounds: readonly number[],
  committed: number,
  deals: readonly number[],
  probabilities: readonly Decimal[],
): Result<readonly Decimal[], ForecastFact> {
  const read = prospects(committed, deals, probabilities);
  if (!read.ok) return read;
  const stretches: readonly Stretch[] = [-Infinity, ...bounds].map((from) => ({
    from,
    modulus: 1,
  }));
  const exact = sumDistribution(stretches, read.value, EXACT_STEPS);
  if (exact !== null)
    return ok(
      exact.map(({ mass }) => new Decimal(mass.toString()).div(read.value.whole.toString())),
    );
  const doubles = inDoubles(stretches, read.value);
  return doubles === null
    ? fail({ code: 'forecast.too-large', deals: deals.length })
    : ok(doubles.map(({ mass }) => new Decimal(mass).toDecimalPlaces(PLACES)));
}
