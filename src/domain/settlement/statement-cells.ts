import type { LocalDate } from '../calendar/local-date.ts';
import { cellText as rawText, foldText, withoutEdges } from '../reading/fold-text.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import type { DecimalMark } from '../reading/decimal-mark.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import { parseDate } from '../reading/parse-date.ts';
import { parseRate } from '../reading/parse-rate.ts';
import { type Decimal, ONE } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { Cell } from '../sheet.ts';
import { monthOf } from './statement.ts';

/** A cell that holds something that could not be read: `typed` is what stands there. */
interface Unread {
  readonly typed: string;
}

export const isUnread = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && 'typed' in value;

/** Text of a cell without the TAB, quote or space that exports pad with. */
export const cellText = (cell: Cell): string => foldText(rawText(cell)).replace(/^['‘’]+\s*/, '');

/**
 * An id: text, or a number whose digits are all still there. Excel keeps 15 digits; the rest reads
 * 0.
 */
export function readId(cell: Cell): string | Unread {
  const text = cellText(cell).replace(/\s+/g, '');
  const lost = typeof cell === 'number' ? Math.abs(cell) >= 1e15 : /^\d(\.\d+)?e\+\d+$/i.test(text);
  return lost ? { typed: text } : withoutEdges(text, "'");
}

/**
 * Money of a cell in fen; null when it is empty or a dash. What leaves a question open is not read.
 */
export function readMoney(
  cell: Cell,
  unit: AmountUnit,
  mark: DecimalMark = 'point',
): Fen | null | Unread {
  const reading = parseAmount(cell, unit === 'yuan' ? { mark } : { unit, mark });
  if (reading.kind === 'amount') return reading.amount;
  return reading.kind === 'empty' ? null : { typed: cellText(cell) };
}

/**
 * A rate as written: `percent` when there is no doubt; a bare number up to 1 may still be 0.5 or
 * 0.5 %.
 */
export interface WrittenRate {
  readonly value: Decimal;
  readonly percent: boolean;
}

export function readRate(cell: Cell): WrittenRate | null | Unread {
  const reading = parseRate(cell);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'rate' && reading.mark !== 'about')
    return { value: reading.rate, percent: reading.written !== 'fraction' };
  return cell === 1 || cell === '1' ? { value: ONE, percent: false } : { typed: cellText(cell) };
}

/** The day of a cell, the time of day left out; null when it is empty or names only a month. */
export function readDay(cell: Cell, date1904: boolean): LocalDate | null | Unread {
  const reading = parseDate(cell, { date1904 });
  if (reading.kind === 'date') return reading.date;
  return reading.kind === 'empty' || reading.kind === 'month' ? null : { typed: cellText(cell) };
}

/**
 * The bill month of a cell (202503, 2025-03, 2025年3月), as `monthOf` counts; null when it is
 * something else.
 */
export function readMonth(cell: Cell): number | null {
  const reading = parseDate(cell);
  if (reading.kind === 'month') return reading.year * 12 + reading.month - 1;
  return reading.kind === 'date' ? monthOf(reading.date) : null;
}
