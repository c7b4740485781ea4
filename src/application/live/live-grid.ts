import type { Cell } from '#domain/sheet.ts';
import type { RowFill } from '../workbook.port.ts';
import type { CellEdit } from './cell-edit.ts';
import type { SheetLook } from './sheet-look.ts';
import type { TableReach } from './table-reach.ts';

/** A sheet in the grid, with its cells: `columns[c][r]`. Rows and columns count from 0. */
export interface GridSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  /** The sheet has more rows than the page can hold. */
  readonly isCut: boolean;
  readonly columns: readonly (readonly Cell[])[];
  /** Number formats of the cells of a delimited text, `formats[c][r]`; else null. */
  readonly formats: readonly (readonly (string | null)[])[] | null;
  /** Null: delimited text, which has no look. */
  readonly look: SheetLook | null;
  /** What was typed since the file was opened: its values stand in `columns` too. */
  readonly edits: readonly CellEdit[];
}

/** Why a cell of the result is an error value, in a sentence; its place within the result. */
type RefusedCell = (why: string, row: number, column: number) => void;

/** A custom function as the grid offers it: completion, hints and help come from its texts. */
export interface GridFunction {
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly text: string;
    readonly optional: boolean;
    /** What may stand in its place in a formula. */
    readonly example: string;
  }[];
  /** Values or rows of values, as a spreadsheet hands them over; a fault is an error value. */
  run(args: readonly unknown[], refused: RefusedCell): Cell | readonly (readonly Cell[])[];
}

/** What the grid tells the page. */
export interface GridEvents {
  /**
   * Cells of a sheet that hold something else now, formulas that follow them included, and how far
   * its tables reach that grew.
   */
  edited(sheet: string, edits: readonly CellEdit[], tables: readonly TableReach[]): void;
  /** Row as a person counts. */
  selected(sheet: string, row: number): void;
  /** What the error of one of our functions in the selected cell means: the cell, the sentence. */
  explained(why: { readonly cell: string; readonly text: string } | null): void;
  /** Something that the file could not keep, and that is therefore not done. */
  refused(): void;
}

/** What the page's own buttons ask of the grid, at what is selected. */
export type GridAction = 'undo' | 'redo' | 'sortUp' | 'sortDown' | 'filter' | 'find';

/** A workbook that lives on the page: it can be typed into, and its formulas compute. */
export interface LiveGrid {
  show(sheet: string): void;
  /** Row as a person counts. */
  select(sheet: string, row: number): void;
  /** Our highlights over the user's own fills, which stay as they are. */
  fill(sheet: string, columns: GridColumns, fills: readonly RowFill[]): void;
  clearFills(): void;
  do(action: GridAction): void;
  /** Takes what is being typed into a cell as if Enter had been pressed, and tells it at once. */
  finish(): void;
  /** Settles when everything typed is told, with the results of its formulas. */
  settled(): Promise<void>;
  /** Computes every formula anew: what those without a policy of their own rest on has changed. */
  recalculate(): void;
  dispose(): void;
}

export interface GridColumns {
  readonly left: number;
  readonly right: number;
}
