import type { CellEdit } from '#application/live/cell-edit.ts';

/**
 * The edits of one sheet, by row and by column in it. A later edit of a cell replaces the earlier.
 */
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
