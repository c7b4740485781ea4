import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { Cell, RepeatedTexts } from '#domain/sheet.ts';
import { MAX_CELLS, MAX_PADDING } from '#domain/bounds.ts';
import { ColumnCells } from './column-cells.ts';

/**
 * Collects cells by column as the rows go by, and the number formats only where they differ within
 * a column.
 */
export class ColumnBuilder {
  rowCount = 0;
  private readonly parts: ColumnCells[] = [];
  private readonly uniform: (string | undefined)[] = [];
  private readonly mixed: ((string | null)[] | undefined)[] = [];
  private padding = 0;
  private count = 0;

  get columns(): readonly (readonly Cell[])[] {
    return this.parts.map(({ cells }) => cells);
  }

  put(row: number, column: number, cell: Cell): void {
    this.column(row, column).put(row, cell);
  }

  /** The column, filled up to the row, for one cell that is put into it now. */
  column(row: number, column: number): ColumnCells {
    if (++this.count > MAX_CELLS) throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
    while (this.parts.length <= column) this.parts.push(new ColumnCells());
    const part = this.parts[column]!;
    if (part.length < row) this.pad(part, row);
    if (row >= this.rowCount) this.rowCount = row + 1;
    return part;
  }

  /** Whether the texts of a column repeat so far. */
  isRepeating(column: number): boolean {
    return this.parts[column]?.isRepeating !== false;
  }

  /** Formats matter for numbers only: whether one is a date, a rate, or counts in 万. */
  putFormat(row: number, column: number, format: string): void {
    const known = this.uniform[column];
    const rows = this.mixed[column];
    if (rows !== undefined) setAt(rows, row, format);
    else if (known === undefined) this.uniform[column] = format;
    else if (known !== format) {
      const cells = this.parts[column]?.cells ?? [];
      const spread = cells.map((cell) => (typeof cell === 'number' ? known : null));
      setAt(spread, row, format);
      this.mixed[column] = spread;
    }
  }

  /** Nothing more comes. */
  finish(): void {
    for (const part of this.parts) part.finish();
  }

  texts(): readonly (RepeatedTexts | null)[] {
    return this.parts.map((part) => part.repeated());
  }

  formats(): readonly (string | readonly (string | null)[] | null)[] {
    return this.parts.map((_, c) => this.mixed[c] ?? this.uniform[c] ?? null);
  }

  private pad(part: ColumnCells, upTo: number): void {
    this.padding += upTo - part.length;
    if (this.padding > MAX_PADDING) throw new Refusal<FileTrouble>({ code: 'file.scattered' });
    part.padTo(upTo);
  }
}

function setAt(rows: (string | null)[], row: number, format: string): void {
  while (rows.length < row) rows.push(null);
  rows[row] = format;
}
