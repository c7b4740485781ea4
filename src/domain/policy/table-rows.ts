import type { Cell } from '../sheet.ts';
import type { HeaderMeaning } from './column-of-header.ts';
import type { PolicyColumn } from './columns.ts';

/** The table as rows of cells, header row included; title rows above it are passed over. */
export type PolicyTable = readonly (readonly Cell[])[];

export interface ColumnPlace extends HeaderMeaning {
  readonly index: number;
}
export type Columns = ReadonlyMap<PolicyColumn, ColumnPlace>;

/** A row of the table with its blanks filled from above. `own` is what stands in the row itself. */
export interface TableRow {
  readonly row: number;
  readonly own: (column: PolicyColumn) => Cell;
}
