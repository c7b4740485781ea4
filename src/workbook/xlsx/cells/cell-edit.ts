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
}

/** The edits of one sheet, by row and by column in it. A later edit of a cell replaces the earlier. */
export class EditsByRow {
  /** Ascending. */
  readonly rows: readonly number[];
  private readonly byRow = new Map<number, Map<number, CellEdit>>();

  constructor(edits: Iterable<CellEdit>) {
    for (const edit of edits) {
      const row = this.byRow.get(edit.row) ?? new Map<number, CellEdit>();
      row.set(edit.column, edit);
      this.byRow.set(edit.row, row);
    }
    this.rows = [...this.byRow.keys()].sort((a, b) => a - b);
  }

  at(row: number, column: number): CellEdit | undefined {
    return this.byRow.get(row)?.get(column);
  }

  /** Left to right. */
  of(row: number): readonly CellEdit[] {
    return [...(this.byRow.get(row)?.values() ?? [])].sort((a, b) => a.column - b.column);
  }

  *[Symbol.iterator](): Iterator<CellEdit> {
    for (const row of this.rows) yield* this.of(row);
  }
}
