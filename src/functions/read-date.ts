import { type CellRefusal, refuse } from './cell-refusal.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import { DAYS_1904 } from '#domain/policy/date-system.ts';
import { parseDate } from '#domain/reading/parse-date.ts';
import { errorCell } from './plain-cell.ts';

/**
 * An Excel date (serial number) or a written one. What could be two days is an error, never a
 * guess.
 *
 * @param date1904 - the workbook counts its days from 1904
 */
export function readDate(cell: unknown, date1904: boolean): LocalDate | CellRefusal {
  if (typeof cell === 'object' && cell !== null) return errorCell('date', cell);
  const reading =
    typeof cell === 'number'
      ? parseDate(date1904 ? cell + DAYS_1904 : cell)
      : typeof cell === 'string'
        ? parseDate(cell)
        : undefined;
  if (reading?.kind === 'date') return reading.date;
  return refuse({ code: 'functions.not-a-date', text: String(cell).trim() });
}
