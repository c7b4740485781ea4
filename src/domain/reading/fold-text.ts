import type { Cell } from '../sheet.ts';
import { isFault } from '../sheet.ts';
import { simplified } from './simplified.ts';

/**
 * Zero-width characters, soft hyphens, direction marks and byte order marks: pasted along, never
 * meant.
 */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const SPACES = /\s+/g;

/**
 * Text without its accidents: full-width forms, invisible characters, runs of spaces and line
 * breaks.
 */
export function foldText(text: string): string {
  if (isPlain(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/**
 * `foldText` without any space, in lower case and simplified characters: for comparing words, never
 * for showing them.
 */
export const foldKey = (text: string): string =>
  simplified(foldText(text).replace(SPACES, '').toLowerCase());

/** What a person would say stands in the cell; an error value by its name. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell;
  if (cell === null || cell === undefined) return '';
  if (isFault(cell)) return cell.fault;
  return typeof cell === 'number' ? numberText(cell) : cell ? 'TRUE' : 'FALSE';
}

export function isBlank(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined || cell === '') return true;
  if (typeof cell !== 'string') return false;
  const first = cell.charCodeAt(0);
  return (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)
    ? false
    : foldText(cell) === '';
}

/**
 * Whole numbers in full (an order number is not 9.25e+14), others with the 15 digits a cell shows.
 */
function numberText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

/**
 * Printable ASCII and common ideographs only: nothing to fold. The usual case, so no regular
 * expression.
 */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff))) return false;
  }
  return true;
}

/**
 * The text without such characters at its beginning and at its end. An expression that looks for
 * the end begins anew at each of them.
 */
export function withoutEdges(text: string, before: string, after = before): string {
  let [from, to] = [0, text.length];
  while (from < to && before.includes(text.charAt(from))) from++;
  while (to > from && after.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
