import type { LocalDate } from '#domain/calendar/local-date.ts';
import { parseDate } from '#domain/reading/parse-date.ts';
import { CellError } from './cell-error.ts';
import { faultText } from './plain-cell.ts';

/**
 * An Excel date (serial number) or a written one. What could be two days is an error, never a
 * guess.
 */
export function readDate(cell: unknown): LocalDate | CellError {
  const reading =
    typeof cell === 'number' || typeof cell === 'string' ? parseDate(cell) : undefined;
  if (reading?.kind === 'date') return reading.date;
  return new CellError({
    code: 'functions.not-a-date',
    text: typeof cell === 'object' && cell !== null ? faultText(cell) : String(cell).trim(),
  });
}
