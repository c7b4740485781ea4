import type { Cell } from '#domain/sheet.ts';

/**
 * What a person changed in one cell. Row and column count from 0.
 *
 * - `value`: the cell holds this value and no formula; null empties it and keeps its look;
 * - `formula`: the formula as typed, without "=", and the result it has now;
 * - `result`: the formula stays as the file has it, its stored result is another.
 */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly kind: 'value' | 'formula' | 'result';
  readonly value: Cell;
  readonly formula?: string;
  /** Rows and columns that the formula's result takes when it spills. */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** Number format code, where typing the value gave the cell another one. */
  readonly format?: string;
  /**
   * Number of the look of the file (`SheetLook.looks`) that the cell has now, where it came with
   * the cell from another place of the sheet.
   */
  readonly look?: number;
}
