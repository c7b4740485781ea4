import { Decimal as DecimalJs } from 'decimal.js';

/**
 * The only decimal.js constructor of the product. 60 digits: figures have at most ~20 significant
 * digits, so even a quotient that does not end (÷ 1.06, ÷ weight) is known to 40 digits after any
 * sum we form.
 */
export const Decimal = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});
export type Decimal = DecimalJs;

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);
