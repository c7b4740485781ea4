import type { Cell } from '#domain/sheet.ts';

/**
 * A typed text as a workbook keeps it: the value, and the number format that shows it exactly as it
 * was typed.
 */
export interface TypedValue {
  readonly value: string | number;
  readonly format: string;
}

const TEXT_FORMAT = '@';
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.(\d{1,6}))?$/;
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.(\d{1,6}))?$/;
const ISO_DAY = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const ID_HEADER = /号|编码|编号|单据|手机|电话|\bid\b|uid|code|\bno\b/i;
/** Longer whole numbers throughout a column are order numbers, phones and accounts. */
const ID_DIGITS = 9;
const DAY_MS = 86_400_000;

/**
 * Which cells of a text column may become numbers in a workbook, so that formulas can add them up.
 * A cell becomes one only if it then looks exactly as typed; a column of ids stays text throughout.
 */
export function typedColumn(cells: readonly Cell[]): (text: string) => TypedValue {
  const asText = (text: string): TypedValue => ({ value: text, format: TEXT_FORMAT });
  return looksLikeIds(cells)
    ? asText
    : (text) => numberAsTyped(text) ?? dayAsTyped(text) ?? asText(text);
}

function looksLikeIds(cells: readonly Cell[]): boolean {
  let numbers = 0;
  let long = 0;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const text = cell.trim();
    if (/^\d+$/.test(text)) {
      numbers++;
      if (text.length > 15 || (text.length > 1 && text.startsWith('0'))) return true;
      if (text.length >= ID_DIGITS) long++;
    } else if (PLAIN.test(text) || GROUPED.test(text)) return false;
    else if (numbers === 0 && ID_HEADER.test(text)) return true;
    else if (numbers > 0 && /^[A-Za-z]+[-_]?\d/.test(text)) return true;
  }
  return numbers > 0 && long === numbers;
}

function numberAsTyped(text: string): TypedValue | null {
  const places = PLAIN.exec(text) ?? GROUPED.exec(text);
  if (places === null) return null;
  const digits = text.replace(/[-,.]/g, '').replace(/^0+/, '');
  if (digits.length > 15) return null;
  const value = Number(text.replaceAll(',', ''));
  if (Object.is(value, -0)) return null;
  const zeros = places[1] === undefined ? '' : `.${'0'.repeat(places[1].length)}`;
  return { value, format: `${text.includes(',') ? '#,##' : ''}0${zeros}` };
}

function dayAsTyped(text: string): TypedValue | null {
  const [, year = '', separator = '', month = '', day = ''] = ISO_DAY.exec(text) ?? [];
  if (year === '' || Number(year) < 1901) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const made = new Date(time);
  if (made.getUTCMonth() !== Number(month) - 1 || made.getUTCDate() !== Number(day)) return null;
  const mark = separator === '/' ? '\\/' : '\\-';
  const two = month.length === 2 && day.length === 2;
  if (
    !two &&
    (month.startsWith('0') ||
      day.startsWith('0') ||
      (month.length === 2) !== Number(month) > 9 ||
      (day.length === 2) !== Number(day) > 9)
  )
    return null;
  const format = two ? `yyyy${mark}mm${mark}dd` : `yyyy${mark}m${mark}d`;
  return { value: (time - Date.UTC(1899, 11, 30)) / DAY_MS, format };
}
