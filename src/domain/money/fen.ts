import { float64At } from '../columns.ts';
import { invariant } from '../result.ts';
import { Decimal } from './decimal.ts';

declare const unit: unique symbol;

/**
 * Money: a whole number of fen (1/100 yuan), within the safe integers. Never a yuan, never a
 * fraction.
 */
export type Fen = number & { readonly [unit]: 'fen' };

export const NO_FEN = 0 as Fen;

/**
 * Brands an integer as money. Throws when it is not a safe integer: past the door that is a bug.
 */
export function fen(integer: number): Fen {
  // The message is only made when it is needed: a million cells pass here.
  if (!Number.isSafeInteger(integer))
    invariant(false, `money is a safe whole number of fen, got ${integer}`);
  return (integer === 0 ? 0 : integer) as Fen;
}

/** The amount in a column of whole fen, at an index that is known to lie inside. */
export const fenAt = (amounts: Float64Array, index: number): Fen =>
  float64At(amounts, index) as Fen;

export const addFen = (a: Fen, b: Fen): Fen => fen(a + b);
export const subtractFen = (a: Fen, b: Fen): Fen => fen(a - b);
export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
};

/** Yuan with two places and no separators, "-0.05": the form of JSON and of plain cells. */
export function yuanText(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Yuan as a double, for a cell. Exact to the fen for every amount below 10^13 yuan: both numbers
 * are whole and the division rounds correctly, so this is the double nearest to the yuan text.
 */
export const yuanNumber = (amount: Fen): number => amount / 100;

/**
 * Fen from a decimal count of yuan; half a fen goes away from zero. `undefined` when out of range.
 */
export function fenFromYuan(yuan: Decimal): Fen | undefined {
  const whole = yuan.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
  return Number.isSafeInteger(whole) ? fen(whole) : undefined;
}

/**
 * Fen from a cell's double. A cell shows and means 15 significant digits (the double behind
 * `=21.9/0.2` is 109.49999999999999 and means 109.5), so those are what is read; half a fen goes
 * away from zero. `undefined` when the number is not finite or out of range.
 */
export function fenFromCellNumber(yuan: number): Fen | undefined {
  const whole = wholeFen(yuan);
  if (whole !== undefined) return whole;
  return Number.isFinite(yuan) ? fenFromYuan(new Decimal(yuan.toPrecision(15))) : undefined;
}

/**
 * Fen of a double that is kept in whole fen: it lies within a few ulps of an integer once scaled,
 * and no decimal text is needed. `undefined` for all others.
 */
export function wholeFen(yuan: number): Fen | undefined {
  const scaled = yuan * 100;
  const whole = Math.round(scaled);
  return Math.abs(scaled - whole) <= Math.abs(scaled) * 1e-15 && Math.abs(whole) < 1e13
    ? ((whole === 0 ? NO_FEN : whole) as Fen)
    : undefined;
}

/** Units of a rest in one fen. */
export const REST_UNITS = 1e10;

/** What rounding took away from an amount, in units of 10⁻¹⁰ fen; finer than that is nothing. */
export const restOf = (yuan: Decimal, rounded: Fen): number =>
  yuan.times(100).minus(rounded).times(REST_UNITS).toDecimalPlaces(0).toNumber();
