import type { Cell } from '#domain/sheet.ts';
import type { Progress } from '../workbook.port.ts';

/**
 * A cell with a formula: as a person would type it, without "=", English function names. Row and
 * column count from 0.
 */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** What the cell shows now; an error is a fault. */
  readonly value: Cell;
}

export interface ColumnOfCells {
  readonly column: number;
  readonly header: string;
  /** One a row from `firstRow` on; null leaves the cell empty. */
  readonly formulas: readonly (string | null)[];
  readonly look: 'integer' | 'rate' | 'money';
}

/** How far long work is, and the way out of it. */
export interface Steps {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/**
 * What the formula actions need of an open workbook beyond `WorkbookPort`. Only a host in which
 * formulas live has it: the Office adapter.
 */
export interface SheetFormulas {
  /** Every cell whose formula text contains `part` in either case, over all visible sheets. */
  findFormulas(part: string, options?: Steps): Promise<readonly FormulaCell[]>;
  /**
   * Types the formulas anew, in one undo step where the host can: a name typed before the add-in
   * loaded is bound then.
   */
  setFormulas(
    cells: readonly Pick<FormulaCell, 'sheet' | 'row' | 'column' | 'formula'>[],
    options?: Steps,
  ): Promise<void>;
  /**
   * Copies a sheet behind itself under a free name that begins with `name`; returns the name it
   * got.
   */
  copySheet(sheet: string, name: string): Promise<string>;
  /** Deletes a sheet that `copySheet` made. */
  removeCopy(sheet: string): Promise<void>;
  /** Puts plain values in place of formulas. */
  setValues(
    sheet: string,
    cells: readonly { readonly row: number; readonly column: number; readonly value: Cell }[],
    options?: Steps,
  ): Promise<void>;
  /**
   * Writes new columns beside the data: header and one formula a row. Rejects when a cell there is
   * not empty; stopped or failed, it leaves nothing behind.
   */
  addColumns(
    sheet: string,
    headerRow: number,
    columns: readonly ColumnOfCells[],
    options?: Steps,
  ): Promise<void>;
}

/**
 * Copies every sheet that uses the add-in's functions, with figures in their place, to send
 * outside. The user's sheets stay as they are; plain formulas stay formulas in the copy. Returns
 * the copies' names, in the order of the sheets. A copy that could not be finished is removed: it
 * would not show figures but their formulas.
 */
export async function copyAsValues(
  formulas: SheetFormulas,
  nameOf: (sheet: string) => string,
  options: Steps = {},
): Promise<readonly string[]> {
  const bySheet = new Map<string, FormulaCell[]>();
  for (const cell of await formulas.findFormulas(FUNCTION_STEM, options)) {
    const own = bySheet.get(cell.sheet);
    if (own) own.push(cell);
    else bySheet.set(cell.sheet, [cell]);
  }
  const names: string[] = [];
  for (const [sheet, cells] of bySheet) {
    const copy = await formulas.copySheet(sheet, nameOf(sheet));
    try {
      await formulas.setValues(
        copy,
        cells.map(({ row, column, value }) => ({ row, column, value })),
        options,
      );
    } catch (error) {
      await formulas.removeCopy(copy);
      throw error;
    }
    names.push(copy);
  }
  return names;
}

/** Names of the add-in's functions begin so. */
export const FUNCTION_STEM = 'REBATE_';
