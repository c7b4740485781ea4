import { type LocalDate, dateFromSerial, localDate } from '../calendar/local-date.ts';
import { cellText as rawText, foldText } from '../ledger/fold-text.ts';
import type { AmountUnit } from '../ledger/number-text.ts';
import { parseAmount } from '../ledger/parse-amount.ts';
import { parseRate } from '../ledger/parse-rate.ts';
import { type Decimal, ONE } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { Cell } from '../sheet.ts';

/** A cell that holds something that could not be read: `typed` is what stands there. */
export interface Unread {
  readonly typed: string;
}

export const isUnread = (value: unknown): value is Unread => typeof value === 'object' && value !== null && 'typed' in value;

/** Text of a cell without the TAB, quote or space that exports pad with. */
export const cellText = (cell: Cell): string => foldText(rawText(cell)).replace(/^['‘’]+\s*/, '');

/** An id: text, or a number whose digits are all still there. Excel keeps 15 digits; the rest reads 0. */
export function readId(cell: Cell): string | Unread {
  const text = cellText(cell).replace(/\s+/g, '');
  const lost = typeof cell === 'number' ? Math.abs(cell) >= 1e15 : /^\d(\.\d+)?e\+\d+$/i.test(text);
  return lost ? { typed: text } : text.replace(/^'+|'+$/g, '');
}

/** Money of a cell in fen; null when it is empty or a dash. What leaves a question open is not read. */
export function readMoney(cell: Cell, unit: AmountUnit): Fen | null | Unread {
  const reading = parseAmount(cell, unit === 'yuan' ? {} : { unit });
  if (reading.kind === 'amount') return reading.amount;
  return reading.kind === 'empty' ? null : { typed: cellText(cell) };
}

/** A rate as written: `percent` when there is no doubt; a bare number up to 1 may still be 0.5 or 0.5 %. */
export interface WrittenRate {
  readonly value: Decimal;
  readonly percent: boolean;
}

export function readRate(cell: Cell): WrittenRate | null | Unread {
  const reading = parseRate(cell);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'rate' && reading.mark !== 'about') return { value: reading.rate, percent: reading.written !== 'fraction' };
  return cell === 1 || cell === '1' ? { value: ONE, percent: false } : { typed: cellText(cell) };
}

/** The day of a cell, the time of day left out; null when it is empty. */
export function readDay(cell: Cell, date1904: boolean): LocalDate | null | Unread {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return dayFromNumber(cell, date1904) ?? { typed: String(cell) };
  if (typeof cell !== 'string') return { typed: cellText(cell) };
  const text = cell.normalize('NFKC').trim();
  if (text === '' || text === '-') return null;
  if (/^\d{8}$/.test(text)) return dayFromNumber(Number(text), date1904) ?? { typed: text };
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?=$|[\sT])/.exec(text);
  return (match && localDate(Number(match[1]), Number(match[2]), Number(match[3]))) || { typed: text };
}

/** 20250116, a serial, or milliseconds since 1970 in China's time. */
function dayFromNumber(value: number, date1904: boolean): LocalDate | undefined {
  if (value >= 19_000_101 && value <= 21_991_231) return localDate(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
  if (value >= 1e12 && value < 1e13) return Math.floor((value + 8 * 3_600_000) / 86_400_000) as LocalDate;
  return dateFromSerial(value, date1904);
}
