/**
 * What to do with the cells of one row. Style tokens are the text of `s` as it stands; null: the
 * cell has no `s`.
 */
export interface RowEdit {
  /** The new token; null takes `s` away; undefined leaves the cell alone. */
  restyle(column: number, style: string | null): string | null | undefined;
  /**
   * Token for a cell that the row lacks; null leaves the gap. Asked for each column of the block,
   * left to right.
   */
  missing(column: number, rowStyle: string | null): string | null;
  /** Whether this empty cell goes away again. */
  removes(column: number, style: string | null): boolean;
  /** The row was `<row/>` before cells were added: it becomes so again when it ends up empty. */
  readonly wasSelfClosing: boolean;
  /** Told of a self-closing row that is opened up. */
  opened(): void;
}

export interface SheetEdits {
  readonly left: number;
  readonly right: number;
  row(row: number): RowEdit | undefined;
  /** Styles of whole columns, before the first row is asked for. */
  columns(columnStyles: readonly ColumnStyle[]): void;
}

export interface ColumnStyle {
  readonly from: number;
  readonly to: number;
  readonly style: string;
}
