import type { CellBlock } from '#domain/sheet.ts';
import type { NamedTable, SheetChart, SheetTable } from './sheet-drawings.ts';

/** "#RRGGBB". */
export type Color = string;

export type BorderLine =
  | 'thin'
  | 'hair'
  | 'dotted'
  | 'dashed'
  | 'dashDot'
  | 'dashDotDot'
  | 'double'
  | 'medium'
  | 'mediumDashed'
  | 'mediumDashDot'
  | 'mediumDashDotDot'
  | 'slantDashDot'
  | 'thick';

export interface Border {
  readonly line: BorderLine;
  readonly color: Color;
}

/** How a cell looks, as far as a sheet on screen can show it. What is absent is the default. */
export interface CellLook {
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly color?: Color;
  readonly fill?: Color;
  readonly borders?: Partial<Readonly<Record<'top' | 'right' | 'bottom' | 'left', Border>>>;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify' | 'distributed';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: true;
  readonly indent?: number;
  /** Number format code; absent for General. */
  readonly format?: string;
}

/** A formula as a person would type it, without "=". Row and column count from 0. */
export interface LookedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** The cells that its result takes, when it takes more than its own. */
  readonly spill?: CellBlock;
  /** An array formula whose result takes its own cell. Any other comes to one value. */
  readonly array?: true;
}

/** What a sheet shows besides the values of its cells. Rows and columns count from 0. */
export interface SheetLook {
  /** Every look of the workbook's cells, by number; 0 is the plain one. */
  readonly looks: readonly CellLook[];
  /** `cells[column][row]` is a look's number; a column may be shorter or missing: plain. */
  readonly cells: readonly (Uint16Array | undefined)[];
  readonly formulas: readonly LookedFormula[];
  readonly columns: readonly {
    readonly from: number;
    readonly to: number;
    /** Characters of the default font; absent: the default width. */
    readonly width?: number;
    readonly hidden?: true;
    readonly look?: number;
  }[];
  readonly rows: readonly {
    readonly row: number;
    /** Points; absent: the default height. */
    readonly height?: number;
    readonly hidden?: true;
  }[];
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  readonly merges: readonly CellBlock[];
  /** Rows above and columns left of the cells that scroll. */
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  /** The cells that the sheet filters, or the first of its tables that has a filter. */
  readonly filter: CellBlock | null;
  readonly tables: readonly SheetTable[];
  /** Absent: none. */
  readonly named?: readonly NamedTable[];
  /** What is locked in it cannot be changed: tables do not grow. */
  readonly isProtected?: true;
  readonly charts: readonly SheetChart[];
  readonly gridlines: boolean;
  readonly tabColor?: Color;
}
