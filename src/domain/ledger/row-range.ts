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
