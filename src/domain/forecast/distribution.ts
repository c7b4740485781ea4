import { Decimal } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import { type Result, fail, ok } from '../result.ts';
import type { ForecastFact } from './forecast.facts.ts';
import { type Piece, type RebateCurve, commonDivisor, rebateCurve, roundedQuotient, tierStarts } from './rebate-curve.ts';
import { type Share, spread } from './spread.ts';
import { type Prospects, prospects } from './uncertain-deals.ts';

/**
 * What independent deals do to the rebate of one component, exactly: every possible total counts with its own rounded
 * rebate and its own chance. Chances are whole numbers over the product of the deals' denominators (bigint).
 */

/** Steps of the distribution that stay well under a second. */
const BUDGET = 4_000_000;

/**
 * E[rebate(committed + deals)] in fen, half a fen up; never rebate(E[sales]).
 *
 * @param deals fen; a negative amount is a probable refund
 * @param probabilities 0…1, one a deal
 */
export function expectedRebate(component: Component, committed: Fen, deals: readonly Fen[], probabilities: readonly Decimal[]): Result<Fen, ForecastFact> {
  const curve = rebateCurve(component);
  return withShares(curve.pieces.map((piece) => ({ from: piece.from, modulus: Number(piece.denominator) })), committed, deals, probabilities, (shares, { whole }) => {
    const denominator = curve.pieces.reduce((common, piece) => (common / commonDivisor(common, piece.denominator)) * piece.denominator, 1n);
    const numerator = curve.pieces.reduce((sum, piece, index) => sum + weightedRebate(curve, piece, shares[index] as Share) * (denominator / piece.denominator), 0n);
    return fen(Number(roundedQuotient(numerator, denominator * whole, 'half-up')));
  });
}

/** Chance of ending in each tier, index 0 for below the first; they add up to 1. 60 digits. */
export function tierChances(component: Component, committed: Fen, deals: readonly Fen[], probabilities: readonly Decimal[]): Result<readonly Decimal[], ForecastFact> {
  return totalChances(tierStarts(component), committed, deals, probabilities);
}

/** Exact chance of reaching that tier or better. */
export function chanceOfTier(component: Component, committed: Fen, deals: readonly Fen[], probabilities: readonly Decimal[], tier: number): Result<Decimal, ForecastFact> {
  if (!Number.isInteger(tier) || tier < 0 || tier > component.tiers.length) return fail({ code: 'forecast.no-such-tier', tier, tiers: component.tiers.length });
  const chances = tierChances(component, committed, deals, probabilities);
  return chances.ok ? ok(chances.value.slice(tier).reduce((sum, chance) => sum.plus(chance), new Decimal(0))) : chances;
}

/** Chance of a total in each of the stretches that ascending `bounds` (fen) cut: below the first, …, from the last on. */
export function totalChances(bounds: readonly number[], committed: Fen, deals: readonly Fen[], probabilities: readonly Decimal[]): Result<readonly Decimal[], ForecastFact> {
  return withShares([-Infinity, ...bounds].map((from) => ({ from, modulus: 1 })), committed, deals, probabilities, (shares, { whole }) =>
    shares.map((share) => quotient(share.mass, whole)));
}

function withShares<T>(stretches: Parameters<typeof spread>[0], committed: Fen, deals: readonly Fen[], probabilities: readonly Decimal[], answer: (shares: readonly Share[], of: Prospects) => T): Result<T, ForecastFact> {
  const read = prospects(committed, deals, probabilities);
  if (!read.ok) return read;
  const shares = spread(stretches, read.value, BUDGET);
  return shares === null ? fail({ code: 'forecast.too-large', deals: deals.length }) : ok(answer(shares, read.value));
}

/** Sum of weight × rounded rebate over a piece, times the piece's denominator. */
function weightedRebate(curve: RebateCurve, piece: Piece, share: Share): bigint {
  let sum = piece.slope * share.moment + piece.constant * share.mass;
  const negative = piece.slope * BigInt(Number.isFinite(piece.from) ? piece.from : 0) + piece.constant < 0n;
  for (const [rest, weight] of share.rests) sum += weight * roundingStep(piece.slope * BigInt(rest) + piece.constant, piece.denominator, curve.mode, negative);
  return sum;
}

/** What rounding adds to a figure with this remainder, in parts of the denominator; one sign over all of a piece. */
function roundingStep(figure: bigint, denominator: bigint, mode: RebateCurve['mode'], negative: boolean): bigint {
  const rest = ((figure % denominator) + denominator) % denominator;
  const size = negative ? (denominator - rest) % denominator : rest;
  const away = mode === 'half-up' && size * 2n >= denominator ? denominator - size : -size;
  return negative ? -away : away;
}

const quotient = (numerator: bigint, denominator: bigint): Decimal => new Decimal(numerator.toString()).div(denominator.toString());
