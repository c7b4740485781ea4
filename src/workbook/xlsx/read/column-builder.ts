import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { Cell } from '#domain/sheet.ts';
import { MAX_CELLS, MAX_PADDING } from '#domain/bounds.ts';

/**
 * Collects cells by column as the rows go by, and the number formats only where they differ within
 * a column.
 */
export class ColumnBuilder {
  readonly columns: Cell[][] = [];
  rowCount = 0;
  private readonly uniform: (string | undefined)[] = [];
  private readonly mixed: ((string | null)[] | undefined)[] = [];
  private padding = 0;
  private count = 0;

  put(row: number, column: number, cell: Cell): void {
    if (++this.count > MAX_CELLS) throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
    while (this.columns.length <= column) this.columns.push([]);
    const cells = this.columns[column]!;
    if (cells.length < row) this.pad(cells, row);
    if (cells.length === row) cells.push(cell);
    else cells[row] = cell;
    if (row >= this.rowCount) this.rowCount = row + 1;
  }

  /** Formats matter for numbers only: whether one is a date, a rate, or counts in 万. */
  putFormat(row: number, column: number, format: string): void {
    const known = this.uniform[column];
    const rows = this.mixed[column];
    if (rows !== undefined) setAt(rows, row, format);
    else if (known === undefined) this.uniform[column] = format;
    else if (known !== format) {
      const cells = this.columns[column] ?? [];
      const spread = cells.map((cell) => (typeof cell === 'number' ? known : null));
      setAt(spread, row, format);
      this.mixed[column] = spread;
    }
  }

  formats(): readonly (string | readonly (string | null)[] | null)[] {
    return this.columns.map((_, c) => this.mixed[c] ?? this.uniform[c] ?? null);
  }

  private pad(cells: Cell[], upTo: number): void {
    this.padding += upTo - cells.length;
    if (this.padding > MAX_PADDING) throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
    while (cells.length < upTo) cells.push(null);
  }
}

function setAt(rows: (string | null)[], row: number, format: string): void {
  while (rows.length < row) rows.push(null);
  rows[row] = format;
}
