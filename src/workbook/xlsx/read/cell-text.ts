import { columnNumber } from '#domain/sheet.ts';
import { decodeText } from '../xml/text.ts';

const POWERS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

/**
 * The double that stands between two byte positions. Up to 15 digits and 22 places the quotient of
 * two exact doubles is the correctly rounded one, so the common amounts need no string; everything
 * else goes through Number.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  const negative = bytes[i] === 0x2d;
  if (negative) i++;
  let mantissa = 0;
  let places = -1;
  const digitsFrom = i;
  for (; i < end; i++) {
    const digit = bytes[i]! - 0x30;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      if (places >= 0) places++;
    } else if (bytes[i] === 0x2e && places < 0) places = 0;
    else return slowNumber(bytes, start, end);
  }
  if (end - digitsFrom > 16 || end === digitsFrom || mantissa > 999_999_999_999_999)
    return slowNumber(bytes, start, end);
  const value = places > 0 ? mantissa / POWERS[places]! : mantissa;
  return negative ? -value : value;
}

/** Number itself would take "0x10" and "Infinity", which no program writes into a cell. */
const DECIMAL = /^[-+.\de]+$/i;

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = decodeText(bytes, start, end, false).trim();
  return DECIMAL.test(text) ? Number(text) : NaN;
}

/** "AB12" between two byte positions: its 0-based column; -1 when there are no letters. */
export function columnOf(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  for (let i = start; i < end; i++) {
    const letter = (bytes[i]! | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** A non-negative whole number between two byte positions; -1 for anything else. */
export function parseIndex(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return end > start ? value : -1;
}

const DAY_MS = 86_400_000;

/**
 * Strict files may store dates as ISO text (`t="d"`): the serial number that the other files have.
 */
export function isoSerial(text: string, date1904: boolean): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY_MS;
  const serial = days + (hour * 3600 + minute * 60 + second) / 86_400;
  return date1904 ? serial - 1462 : serial;
}

/** "B2:D9", "$B$2" as a block; null when it is none. */
export function parseRange(
  text: string,
): { top: number; left: number; bottom: number; right: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(text);
  if (match === null) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return {
    top: Number(top) - 1,
    left: columnNumber(left),
    bottom: Number(bottom) - 1,
    right: columnNumber(right),
  };
}
