import { Decimal } from './decimal.ts';
import { type Fen, fen } from './fen.ts';
import { type RoundingMode, roundFen } from './rounding.ts';

/**
 * An exact factor as two whole numbers, lowest terms, denominator above 0: 6 % = 3/50; 6 % of a net
 * amount = 3/53.
 */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** The ratio of two decimals. Both have few digits here (rates, 1 + tax rate, weights). */
export function ratio(numerator: Decimal, denominator: Decimal): Ratio {
  const scale = Math.max(numerator.decimalPlaces(), denominator.decimalPlaces());
  const shift = new Decimal(10).pow(scale);
  const n = numerator.times(shift).toNumber();
  const d = denominator.times(shift).toNumber();
  const divisor = greatestCommonDivisor(Math.abs(n), Math.abs(d)) || 1;
  return { numerator: n / divisor, denominator: d / divisor };
}

export const ratioDecimal = (factor: Ratio): Decimal =>
  new Decimal(factor.numerator).div(factor.denominator);

export function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/**
 * `amount × numerator ÷ denominator`, rounded once to a whole number.
 *
 * Bulk loops round here a million times, so the product is taken in whole numbers while it stays
 * within the safe integers (`%` is exact there) and goes through decimal.js otherwise. A property
 * test holds the two together.
 */
export function roundProduct(amount: number, factor: Ratio, mode: RoundingMode): Fen {
  const product = amount * factor.numerator;
  if (product > Number.MAX_SAFE_INTEGER || product < -Number.MAX_SAFE_INTEGER) {
    return roundFen(new Decimal(amount).times(factor.numerator).div(factor.denominator), mode);
  }
  return roundQuotient(product, factor.denominator, mode);
}

/** `numerator ÷ denominator` of two safe integers, rounded once to a whole number. */
export function roundQuotient(numerator: number, denominator: number, mode: RoundingMode): Fen {
  const rest = numerator % denominator;
  const whole = (numerator - rest) / denominator;
  if (mode === 'truncate' || Math.abs(rest) * 2 < denominator) return fen(whole);
  return fen(rest > 0 ? whole + 1 : whole - 1);
}
