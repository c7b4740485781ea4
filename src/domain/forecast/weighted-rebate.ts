import { itemAt } from '../columns.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type Piece, type RebateCurve, commonDivisor, roundedQuotient } from './rebate-curve.ts';
import type { Share } from './share.ts';
import type { FloatingShare } from './floating-share.ts';

/**
 * Mean of the rounded rebates, itself rounded to the fen. One share a piece; weights over `whole`.
 */
export function meanRebate(curve: RebateCurve, shares: readonly Share[], whole: bigint): Fen {
  const denominator = curve.pieces.reduce(
    (common, piece) => (common / commonDivisor(common, piece.denominator)) * piece.denominator,
    1n,
  );
  const numerator = curve.pieces.reduce(
    (sum, piece, index) =>
      sum + weighted(curve, piece, itemAt(shares, index)) * (denominator / piece.denominator),
    0n,
  );
  return fen(Number(roundedQuotient(numerator, denominator * whole, 'half-up')));
}

/** Sum of weight × rounded rebate over a piece, times the piece's denominator. */
function weighted(curve: RebateCurve, piece: Piece, { mass, moments, rests }: Share): bigint {
  let sum = piece.slope * itemAt(moments, 0) + piece.constant * mass;
  for (const [rest, weight] of rests) sum += weight * roundingStep(curve, piece, rest);
  return sum;
}

/**
 * The same from chances in doubles, and the size of figure that their relative error applies to.
 */
export function meanInDoubles(
  curve: RebateCurve,
  shares: readonly FloatingShare[],
  reach: number,
): { readonly mean: number; readonly scale: number } {
  let mean = 0;
  let scale = 1;
  curve.pieces.forEach((piece, index) => {
    const { mass, moment, rests } = itemAt(shares, index);
    const [slope, constant, denominator] = [
      Number(piece.slope),
      Number(piece.constant),
      Number(piece.denominator),
    ];
    mean += (slope * moment + constant * mass) / denominator;
    rests.forEach((chance, rest) => {
      if (chance > 0) mean += (chance * Number(roundingStep(curve, piece, rest))) / denominator;
    });
    scale = Math.max(scale, (Math.abs(slope) * reach + Math.abs(constant)) / denominator + 1);
  });
  return { mean, scale };
}

/**
 * What rounding adds to the rebate of totals with this remainder, in parts of the denominator; one
 * sign over all of a piece.
 */
function roundingStep(
  { mode }: RebateCurve,
  { from, slope, constant, denominator }: Piece,
  remainder: number,
): bigint {
  const negative = slope * BigInt(Number.isFinite(from) ? from : 0) + constant < 0n;
  const figure = slope * BigInt(remainder) + constant;
  const rest = ((figure % denominator) + denominator) % denominator;
  const size = negative ? (denominator - rest) % denominator : rest;
  const away = mode === 'half-up' && size * 2n >= denominator ? denominator - size : -size;
  return negative ? -away : away;
}
