import { MOST_POLICY_ROWS } from '#domain/bounds.ts';
import type { Cell } from '#domain/sheet.ts';
import { policyTable } from '../read/policy-cells.ts';
import type { ShownWorkbook } from './shown-workbook.ts';
import type { RowFill } from '../workbook.port.ts';
import type { CellEdit } from './cell-edit.ts';
import type { GridColumns } from './live-grid.ts';
import type { SheetLook } from './sheet-look.ts';

/** A sheet as the live grid frames it before its rows come. */
interface GridFrame {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Without what comes with the rows. */
  readonly look: SheetLook | null;
  /** What was typed since the file was opened. */
  readonly edits: readonly CellEdit[];
}

/**
 * Some rows of a sheet, with what of its look hangs on single rows: a hundred thousand formulas in
 * one message would keep the page from everything else while it is taken apart.
 */
interface GridRows extends Pick<SheetLook, 'formulas' | 'rows'> {
  /** `columns[c][r]`. */
  readonly columns: readonly (readonly Cell[])[];
}

/** Our highlights of one sheet. */
interface GridFill {
  readonly sheet: string;
  readonly columns: GridColumns;
  readonly fills: readonly RowFill[];
}

/** The policy's cells as formulas without a policy argument read them. */
export interface PolicyOnSheet {
  readonly cells: readonly (readonly Cell[])[];
  /** Number format of each cell. */
  readonly formats: readonly (readonly (string | null)[])[];
  /** "B3" of each cell. */
  readonly names: readonly (readonly string[])[];
}

/** What a live grid asks of the file behind it. */
export interface LiveBook {
  gridFrame(sheet: string): Promise<GridFrame>;
  /** The rows `from` to `to` (exclusive) of the sheet that was framed last. */
  gridRows(sheet: string, from: number, to: number): Promise<GridRows>;
  gridFills(): Promise<readonly GridFill[]>;
  /**
   * Takes what was typed: analysis, review and the saved copy rest on it from now on.
   *
   * @param opening - the file that it was typed into: while another one opens, the grid of the file
   *   before may still have something to tell
   */
  editCells(opening: number, sheet: string, edits: readonly CellEdit[]): Promise<void>;
  /** Null when the workbook has no policy sheet. */
  policyCells(): Promise<PolicyOnSheet | null>;
}

/** @param current - the workbook that is open now */
export function liveBook(current: () => ShownWorkbook): Omit<LiveBook, 'editCells'> {
  let framed: { readonly name: string; readonly look: SheetLook | null } | null = null;
  return {
    async gridFrame(name) {
      const [sheet, look] = await Promise.all([
        current().shownSheet(name),
        current().readLook(name),
      ]);
      framed = { name, look };
      const edits = current().editsOf(name);
      const size = { rowCount: sheet.rowCount, columnCount: sheet.columns.length };
      return { ...size, look: look && { ...look, formulas: [], rows: [] }, edits };
    },
    async gridRows(name, from, to) {
      const sheet = await current().shownSheet(name);
      const look = framed?.name === name ? framed.look : null;
      const isIn = ({ row }: { readonly row: number }): boolean => row >= from && row < to;
      return {
        columns: sheet.columns.map((column) => column.slice(from, to)),
        formulas: look?.formulas.filter(isIn) ?? [],
        rows: look?.rows.filter(isIn) ?? [],
      };
    },
    gridFills: () => Promise.resolve(current().allHighlights()),
    policyCells: () => policyCells(current()),
  };
}

async function policyCells(workbook: ShownWorkbook): Promise<PolicyOnSheet | null> {
  const summaries = await workbook.listSheets();
  const sheets = await Promise.all(
    summaries
      .filter(({ rowCount }) => rowCount <= MOST_POLICY_ROWS)
      .map(({ name }) => workbook.shownSheet(name)),
  );
  const table = policyTable(sheets);
  if (table === undefined) return null;
  const of = <T>(each: (row: number, column: number) => T): readonly (readonly T[])[] =>
    table.cells.map((cells, row) => cells.map((_, column) => each(row, column)));
  return { cells: table.cells, formats: of(table.format), names: of(table.cellName) };
}
