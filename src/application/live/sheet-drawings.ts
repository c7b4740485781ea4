import type { CellBlock } from '#domain/sheet.ts';

/** "#RRGGBB". */
type Color = string;

/** Cells that a drawing rests on, a row or a column of them. `sheet` null: the drawing's own. */
export interface ChartCells {
  readonly sheet: string | null;
  readonly block: CellBlock;
}

/** Where figures of a chart stand, and what they were when the file was saved. */
export interface ChartValues<T> {
  /** Null: they stand in the chart alone. */
  readonly cells: ChartCells | null;
  readonly stored: readonly (T | null)[];
}

export interface ChartSeries {
  readonly name: string;
  /** `mark`: a short line across its category. */
  readonly shape: 'bar' | 'line' | 'mark';
  readonly color: Color;
  /** Figures are written beside it. */
  readonly labels: boolean;
  readonly values: ChartValues<number>;
}

/** A place on a sheet: a cell from 0, and pixels from its upper left corner. */
export interface ChartCorner {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** A native chart of a sheet, as far as the page can draw it. */
export interface SheetChart {
  readonly title: string;
  /** Bars lie in `bars` and stand in `columns`; null: of a kind that the page does not draw. */
  readonly plot: 'bars' | 'columns' | null;
  readonly stacked: boolean;
  readonly categories: ChartValues<string>;
  readonly series: readonly ChartSeries[];
  /** Number format code of its values. */
  readonly format: string;
  /** Where the value axis begins; null: wherever it reads best. */
  readonly least: number | null;
  readonly from: ChartCorner;
  readonly to: ChartCorner;
}

/** How the cells of a table are dressed where they have no look of their own. */
export interface TableDress {
  readonly fill?: Color;
  readonly color?: Color;
  readonly bold?: true;
}

/** A table as formulas know it. */
export interface NamedTable {
  readonly name: string;
  readonly block: CellBlock;
  readonly columns: readonly string[];
  /** What fills each column where it is computed. Absent: none is. */
  readonly calculated?: readonly (string | null)[];
  /** Rows of heads, and of totals. */
  readonly heads: number;
  readonly totals: number;
}

/** A table of a sheet with its style resolved. */
export interface SheetTable {
  readonly block: CellBlock;
  /** Null: it has no header row, or one that looks like its rows. */
  readonly header: TableDress | null;
  readonly totals: TableDress | null;
  /** Rows below the header in turn; a single one: all alike. */
  readonly bands: readonly TableDress[];
  /** Lines above, below and under the header. */
  readonly line: Color | null;
  /** A line under every row. */
  readonly ruled: boolean;
}
