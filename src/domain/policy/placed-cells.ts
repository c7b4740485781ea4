import type { Cell } from '../sheet.ts';

/** A cell of a table that was put together anew, with the place where it stands in the sheet. */
export interface Placed {
  readonly cell: Cell;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
}
export type PlacedRow = readonly Placed[];

export const placed = (table: readonly (readonly Cell[])[]): readonly PlacedRow[] =>
  table.map((cells, row) => cells.map((cell, column) => ({ cell, row, column })));

/** Rows as columns: a table turned on its side. A cell that is not there is blank. */
export function turned(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    rows.map((row, at) => row[column] ?? { cell: null, row: row[0]?.row ?? at, column }),
  );
}
