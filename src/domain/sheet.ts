/**
 * What an adapter read, before anyone interprets it. Column-major, because a million rows are read
 * by column and most columns never matter.
 */
export type Cell = string | number | boolean | null | CellFault;

/** An error value in a cell: #N/A, #REF!, … */
interface CellFault {
  readonly fault: string;
}

export const isFault = (cell: Cell | undefined): cell is CellFault =>
  typeof cell === 'object' && cell !== null;

/** A cell as its owner would name it: "B7", or "line 3, 比例" of a file. */
export type CellName = string;

/** Zero-based, both ends inclusive. */
export interface CellBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * A column of texts that repeat: each different one once, and which of them stands in each row. Two
 * codes may stand for one text; texts that no row has may be among them.
 */
export interface RepeatedTexts {
  /** By row: index into `texts`; 0 is an empty cell. As long as the column. */
  readonly codes: Int32Array;
  /** The first is ''. */
  readonly texts: readonly string[];
}

export interface Sheet {
  readonly name: string;
  /** Rows from the sheet's first row on, blank ones included. */
  readonly rowCount: number;
  /** `columns[c][r]`; a column may be shorter than `rowCount`: what is missing is empty. */
  readonly columns: readonly (readonly Cell[])[];
  /**
   * Beside `columns`, for readers that need to understand each text only once: what its cells are
   * when all of them are texts and most stand more than once. `null` or absent: look at the cells.
   */
  readonly texts?: readonly (RepeatedTexts | null)[];
  /**
   * Beside `columns`: what `plainFen` makes of each text of a column, NaN where it makes nothing or
   * nobody asked, as of texts up to five characters and such with a nought before them: they may be
   * a piece of an amount. As long as the column or shorter.
   */
  readonly fen?: readonly (Float64Array | null)[];
  /**
   * Beside `columns`: which texts of a column are order numbers as they stand (`reading/plain-id`),
   * `NOT_LOOKED_AT` where they are none or nobody asked. As long as the column or shorter.
   */
  readonly plainIds?: readonly (Uint8Array | null)[];
  /**
   * Number format of each cell of a column: one text for all rows, one a row, or absent when
   * unknown (CSV).
   */
  readonly formats?: readonly (string | readonly (string | null)[] | null)[];
  readonly merges?: readonly CellBlock[];
  /** Workbook dates count from 1904 (old Mac files). */
  readonly date1904?: boolean;
  /**
   * Line of the file at which row r starts, 1-based, where it is not r + 1 (quoted line breaks in a
   * CSV).
   */
  readonly lines?: readonly number[];
  /**
   * Read from delimited text: every cell is text; a workbook that holds it has numbers and dates
   * where it looks the same.
   */
  readonly delimited?: boolean;
  readonly hidden?: boolean;
  /** Rows that are hidden or filtered out, 0-based and ascending, where the source tells them. */
  readonly hiddenRows?: readonly number[];
  /** Data ranges of Excel tables on the sheet, header row included. */
  readonly tables?: readonly { readonly name: string; readonly block: CellBlock }[];
  /**
   * Of a sheet made of sums: how many order lines each row stands for, 0 where it is a line itself.
   * The parts of one sum after the first have a count below one.
   */
  readonly summed?: Float64Array;
  /** One of our own sheets (review, policy, settings): never read as orders. */
  readonly ours?: boolean;
}

/**
 * The texts of `cells` that repeat, when the sheet tells them: `cells` must be a column of the
 * sheet itself, not one that was made from it.
 */
export function repeatedTexts(
  sheet: Sheet,
  column: number,
  cells: readonly Cell[],
): RepeatedTexts | undefined {
  return cells === sheet.columns[column] ? (sheet.texts?.[column] ?? undefined) : undefined;
}

/** What the sheet tells of the order numbers in `cells`, under the same condition. */
export const plainIdsOf = (
  sheet: Sheet,
  column: number,
  cells: readonly Cell[],
): Uint8Array | undefined =>
  cells === sheet.columns[column] ? (sheet.plainIds?.[column] ?? undefined) : undefined;

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.columns[column]?.[row] ?? null;
}

/** Number format of a cell; null when it is not known. */
export function formatAt(sheet: Sheet, row: number, column: number): string | null {
  const formats = sheet.formats?.[column];
  return typeof formats === 'string' ? formats : (formats?.[row] ?? null);
}

/** The row number a person sees: the sheet's row, or the file's line. */
export const rowNumber = (sheet: Sheet, row: number): number => sheet.lines?.[row] ?? row + 1;

/** "AB12", 0-based in, as Excel writes it. */
export const cellAddress = (row: number, column: number): string =>
  `${columnName(column)}${row + 1}`;

/** "A", "Z", "AA", … of a 0-based column. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** The 0-based column of "A", "z", "AA", …; -1 of no letters. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
