import { cellAddress } from '#domain/sheet.ts';
import { type Fen, fen, fenFromCellNumber } from '#domain/money/fen.ts';
import { invariant } from '#domain/result.ts';
import type { PageCell, PageChart, PageRow, PageStyle } from '../page.ts';
import { lineHeight } from '../text-height.ts';

export interface RowOptions {
  readonly height?: number;
  readonly level?: number;
  readonly pageBreak?: boolean;
  /** The head of a table that stays on one page unless much of the page before stays free. */
  readonly whole?: boolean;
}

/** A run of cells down one column, both ends inclusive, 0-based. */
export interface Run {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Rows that begin a printed page, counted without the heads that pages repeat; each with the row of
 * the head that is repeated above it, null where none is.
 */
export type Breaks = ReadonlyMap<number, number | null>;

type Draft = (PageCell | null)[];

/** Height of a row of one line, in points: air between the figures. */
const ROW = 18;

/**
 * A page being written from top to bottom. Rows come first with their values; a formula is laid
 * over a value afterwards, and only where it gives the same figure, so that a formula can be
 * missing but never wrong.
 */
export class Canvas {
  readonly charts: PageChart[] = [];
  readonly merges: { row: number; column: number; rows: number; columns: number }[] = [];
  private readonly lines: { cells: Draft; options: RowOptions }[] = [];

  /** Where the rows stand, by their count without repeated heads. */
  private readonly placed: number[] = [];

  constructor(
    readonly widths: readonly number[],
    private readonly breaks: Breaks = new Map(),
  ) {}

  /** Index of the next row. */
  get next(): number {
    return this.lines.length;
  }

  /** Adds a row whose cells begin at column 1; column 0 is the margin. Returns its index. */
  row(cells: readonly (PageCell | null)[], options: RowOptions = {}): number {
    const head = this.breaks.get(this.placed.length);
    if (head !== undefined && head !== null) this.repeat(this.placed[head] as number);
    const pageBreak = head === null ? { pageBreak: true } : {};
    this.lines.push({
      cells: [null, ...cells],
      options: { height: ROW, ...options, ...pageBreak },
    });
    this.placed.push(this.lines.length - 1);
    return this.lines.length - 1;
  }

  /** The head of a table once more, at the top of a page. */
  private repeat(head: number): void {
    const line = this.lines[head];
    invariant(line !== undefined, `head ${head} of the page exists`);
    const row = this.lines.length;
    this.lines.push({ cells: [...line.cells], options: { ...line.options, pageBreak: true } });
    this.merges.push(
      ...this.merges.filter((merge) => merge.row === head).map((merge) => ({ ...merge, row })),
    );
  }

  /** A row of one wide text from column `from` to the right margin, as high as the text needs. */
  wide(value: string, style: PageStyle, options: RowOptions = {}, from = 1): number {
    const at = this.row([]);
    this.set(at, from, { value, style });
    this.span(at, from, this.widths.length - from);
    const height =
      options.height ??
      lineHeight([{ text: value, width: this.widthOf(from, this.widths.length - from), style }]);
    const line = this.lines[at] as { options: RowOptions };
    line.options = { ...line.options, ...options, height };
    return at;
  }

  gap(height = 9): void {
    this.row([], { height });
  }

  set(row: number, column: number, cell: PageCell): void {
    const line = this.lines[row];
    invariant(line !== undefined, `row ${row} of the page exists`);
    while (line.cells.length <= column) line.cells.push(null);
    line.cells[column] = cell;
  }

  cell(row: number, column: number): PageCell | null {
    return this.lines[row]?.cells[column] ?? null;
  }

  /** Merges cells of a row and gives the covered ones the look of the first. */
  span(row: number, column: number, columns: number): void {
    if (columns < 2) return;
    const style = this.cell(row, column)?.style;
    for (let at = column + 1; at < column + columns; at += 1)
      this.set(row, at, style === undefined ? { value: null } : { value: null, style });
    this.merges.push({ row, column, rows: 1, columns });
  }

  /** Width in characters of some columns together. */
  widthOf(column: number, columns: number): number {
    return this.widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  }

  address(row: number, column: number): string {
    return cellAddress(row, column);
  }

  range(run: Run): string {
    return `${cellAddress(run.from, run.column)}:${cellAddress(run.to, run.column)}`;
  }

  /** Money shown in a cell; 0 where there is a dash or nothing, as a sum sees it. */
  fenAt(row: number, column: number): Fen {
    const value = this.cell(row, column)?.value;
    return typeof value === 'number' ? (fenFromCellNumber(value) ?? fen(0)) : fen(0);
  }

  /**
   * Lays a formula over a money cell when it gives exactly the figure that stands there. Says
   * whether it did.
   */
  formula(row: number, column: number, formula: string, result: Fen): boolean {
    const cell = this.cell(row, column);
    if (cell === null || typeof cell.value !== 'number' || this.fenAt(row, column) !== result)
      return false;
    this.set(row, column, { ...cell, formula });
    return true;
  }

  /** Height of a row in points. */
  heightOf(row: number): number {
    return this.lines[row]?.options.height ?? ROW;
  }

  /** Gives a row another height, in points. */
  heighten(row: number, height: number): void {
    const line = this.lines[row];
    if (line !== undefined) line.options = { ...line.options, height };
  }

  /** Whether the table of a head stays on one page where it can. */
  isWhole(row: number): boolean {
    return this.lines[row]?.options.whole === true;
  }

  rows(): readonly PageRow[] {
    return this.lines.map(({ cells, options: { whole: _, ...options } }) => ({
      cells,
      ...options,
    }));
  }
}
