import { Decimal } from '#domain/money/decimal.ts';

/** What a cell holds for a formula; `undefined`: nobody here can say. */
export type Value = number | string | boolean | null | undefined;

/** A formula, or a cell that it needs, is not of the plain kind. */
export class NotPlain extends Error {}

export function addedIn(value: Value): number {
  if (value === undefined) throw new NotPlain();
  return typeof value === 'number' ? value : 0;
}

export function reckoned(sign: string, left: Value, right: Value): number {
  const [a, b] = [numberOf(left), numberOf(right)];
  return sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : a / b;
}

/** A text in place of a number is not taken for one, though Excel might. */
export function numberOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value !== 'number') throw new NotPlain();
  return value;
}

/** How a number looks as text depends on its size and the language. */
export function textOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw new NotPlain();
}

export function truthOf(value: Value): boolean {
  if (typeof value === 'string' || value === undefined) throw new NotPlain();
  return value !== null && value !== 0 && value !== false;
}

export function compared(sign: string, left: Value, right: Value): boolean {
  const order = orderOf(left, right);
  if (order === 0) return sign === '=' || sign === '<=' || sign === '>=';
  return sign === '<>' || (order < 0 ? sign.startsWith('<') : sign.startsWith('>'));
}

/** Numbers come before texts; an empty cell is "" beside a text and 0 beside a number. */
function orderOf(left: Value, right: Value): number {
  const isText = typeof left === 'string' || typeof right === 'string';
  const [a, b] = [left === null && isText ? '' : left, right === null && isText ? '' : right];
  if (!isText) return numberOf(a) - numberOf(b);
  if (typeof a === 'string' && typeof b === 'string')
    return sameCase(a) === sameCase(b) ? 0 : sameCase(a) < sameCase(b) ? -1 : 1;
  numberOf(typeof a === 'string' ? b : a);
  return typeof a === 'string' ? 1 : -1;
}

const sameCase = (text: string): string => text.toLowerCase();

/** As Excel does it: on the 15 digits that it shows, half away from nought. */
export function rounded(value: number, places: number): number {
  if (!Number.isInteger(places) || Math.abs(places) > 15) throw new NotPlain();
  const shift = new Decimal(10).pow(places);
  return new Decimal(value.toPrecision(15))
    .times(shift)
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
    .div(shift)
    .toNumber();
}
