import { LIVE_ROWS, MOST_POLICY_ROWS } from '#domain/bounds.ts';
import { type Cell, formatAt } from '#domain/sheet.ts';
import { typedColumn, type TypedValue } from '#pages/typed-text.ts';
import { policyTable } from '../read/policy-cells.ts';
import type { ShownWorkbook } from './shown-workbook.ts';
import type { RowFill } from '../workbook.port.ts';
import type { CellEdit } from './cell-edit.ts';
import { dayForGrid } from './grid-days.ts';
import type { GridColumns } from './live-grid.ts';
import type { SheetLook } from './sheet-look.ts';
import type { TableReach } from './table-reach.ts';

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
  /** Of a delimited text, the number formats of its cells, which it has not itself; else null. */
  readonly formats: readonly (readonly (string | null)[])[] | null;
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
  editCells(
    opening: number,
    sheet: string,
    edits: readonly CellEdit[],
    tables?: readonly TableReach[],
  ): Promise<void>;
  /** Null when the workbook has no policy sheet. */
  policyCells(): Promise<PolicyOnSheet | null>;
}

/** @param current - the workbook that is open now */
export function liveBook(current: () => ShownWorkbook): Omit<LiveBook, 'editCells'> {
  let framed: Framed | null = null;
  return {
    async gridFrame(name) {
      const [sheet, look] = await Promise.all([
        current().shownSheet(name),
        current().readLook(name),
      ]);
      const first = (column: readonly Cell[]) => column.slice(0, LIVE_ROWS);
      const typed = look === null ? sheet.columns.map((each) => typedColumn(first(each))) : null;
      framed = { name, look, typed };
      const { date1904 } = current();
      const edits = current()
        .editsOf(name)
        .map((edit) => (date1904 ? { ...edit, value: dayForGrid(edit.value, edit.format) } : edit));
      const size = { rowCount: sheet.rowCount, columnCount: sheet.columns.length };
      return { ...size, look: look && { ...look, formulas: [], rows: [] }, edits };
    },
    async gridRows(name, from, to) {
      const sheet = await current().shownSheet(name);
      const { look, typed } = framed?.name === name ? framed : NOT_FRAMED;
      const isIn = ({ row }: { readonly row: number }): boolean => row >= from && row < to;
      const columns = sheet.columns.map((column, c) => {
        const cells = column.slice(from, to);
        if (!current().date1904) return cells;
        return cells.map((cell, r) => dayForGrid(cell, formatAt(sheet, from + r, c)));
      });
      const edited = new Set(
        current()
          .editsOf(name)
          .map(({ row, column }) => `${row}:${column}`),
      );
      return {
        ...asTyped(columns, typed, (row, column) => edited.has(`${from + row}:${column}`)),
        formulas: look?.formulas.filter(isIn) ?? [],
        rows: look?.rows.filter(isIn) ?? [],
      };
    },
    gridFills: () => Promise.resolve(current().allHighlights()),
    policyCells: () => policyCells(current()),
  };
}

interface Framed {
  readonly name: string;
  readonly look: SheetLook | null;
  readonly typed: readonly ((text: string) => TypedValue)[] | null;
}

const NOT_FRAMED = { look: null, typed: null };

/**
 * Cells of a delimited text as the saved copy will hold them: were its numbers texts here, a sum
 * over them would be another one than in the copy. What was edited says itself what it is.
 */
function asTyped(
  columns: readonly (readonly Cell[])[],
  typed: Framed['typed'],
  isEdited: (row: number, column: number) => boolean,
): Pick<GridRows, 'columns' | 'formats'> {
  if (typed === null) return { columns, formats: null };
  const both = columns.map((cells, column) =>
    cells.map((cell, row) => {
      const asWritten = { value: cell, format: null };
      if (typeof cell !== 'string' || isEdited(row, column)) return asWritten;
      const read = typed[column]?.(cell);
      return typeof read?.value === 'number' ? read : asWritten;
    }),
  );
  return {
    columns: both.map((cells) => cells.map(({ value }) => value)),
    formats: both.map((cells) => cells.map(({ format }) => format)),
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
