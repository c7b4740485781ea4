/**
 * Where a formula stands that is being computed: the grid's own engine notes it on the function.
 */
export interface FormulaPlace {
  readonly _subUnitId?: string | null;
  readonly _row?: number;
  readonly _column?: number;
}

/** Why cells hold error values of our functions, by the sheet's id. */
export class RefusedCells {
  private readonly bySheet = new Map<string, Map<number, string>>();

  note(
    { _subUnitId, _row = 0, _column = 0 }: FormulaPlace,
    row: number,
    column: number,
    why: string,
  ): void {
    const id = _subUnitId ?? '';
    const cells = this.bySheet.get(id) ?? new Map<number, string>();
    cells.set((_row + row) * COLUMNS + _column + column, why);
    this.bySheet.set(id, cells);
  }

  /** Rows and columns count from 0. What was said of a cell that is no error any more is stale. */
  at(sheet: string, row: number, column: number): string | null {
    return this.bySheet.get(sheet)?.get(row * COLUMNS + column) ?? null;
  }
}

const COLUMNS = 16_384;
