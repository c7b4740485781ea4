import { dateFromSerial, isoDate } from '#domain/calendar/local-date.ts';
import { meaningOfFormat } from '#domain/reading/number-format.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Cell, formatAt, isFault, type Sheet } from '#domain/sheet.ts';

/**
 * A cell as a person reads it in a list: dates as days, percentages and two places where the format
 * says so.
 */
export function shownText(cell: Cell, format: string | null, date1904: boolean): string {
  if (cell === null) return '';
  if (isFault(cell)) return cell.fault;
  if (typeof cell !== 'number') return String(cell);
  if (meaningOfFormat(format).isDate) {
    const day = dateFromSerial(cell, date1904);
    if (day !== undefined) return isoDate(day);
  }
  const places = /\.(0+)/.exec(format ?? '')?.[1]?.length ?? 0;
  const value = new Decimal(cell.toPrecision(15));
  if (format?.includes('%') === true) return `${value.times(100).toFixed(places)}%`;
  const text = places > 0 ? value.toFixed(places) : value.toString();
  return format?.includes(',') === true
    ? text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
    : text;
}

const SAMPLE_ROWS = 200;
const NARROWEST = 4;
const WIDEST = 26;

/** How wide each column reads, in half-width characters, from its first rows. */
export function columnWidths(sheet: Sheet): readonly number[] {
  return sheet.columns.map((column, index) => {
    let widest = NARROWEST;
    for (let row = 0; row < Math.min(column.length, SAMPLE_ROWS); row += 1) {
      widest = Math.max(
        widest,
        halfWidths(
          shownText(column[row] ?? null, formatAt(sheet, row, index), sheet.date1904 === true),
        ),
      );
    }
    return Math.min(widest, WIDEST);
  });
}

/** A Chinese character is as wide as two Latin ones. */
function halfWidths(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}
