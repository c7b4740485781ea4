import type { Sheet } from '../sheet.ts';

/**
 * Rows `from` to `to` (exclusive) of a sheet; column readers index what they read by row minus
 * `from`.
 */
export interface RowRange {
  readonly sheet: Sheet;
  readonly from: number;
  readonly to: number;
}

export function formatAt(sheet: Sheet, row: number, column: number): string | null {
  const formats = sheet.formats?.[column];
  return typeof formats === 'string' ? formats : (formats?.[row] ?? null);
}
