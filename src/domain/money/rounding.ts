import { Decimal } from './decimal.ts';
import { type Fen, fen } from './fen.ts';

/** 四舍五入 (half away from zero) or 截位 (towards zero). */
export type RoundingMode = 'half-up' | 'truncate';

/**
 * A figure in fen, rounded once.
 *
 * Figures here are exact rationals whose denominators come from weights and tax rates; where such a
 * quotient does not end, 60 digits stand in for it. Cutting to 40 first turns 0.4999…9 that means
 * one half back into 0.5: no two different figures of this product are closer than that.
 */
export function roundFen(exact: Decimal, mode: RoundingMode): Fen {
  const settled = exact.toSignificantDigits(40, Decimal.ROUND_HALF_UP);
  return fen(
    settled
      .toDecimalPlaces(0, mode === 'half-up' ? Decimal.ROUND_HALF_UP : Decimal.ROUND_DOWN)
      .toNumber(),
  );
}
