import { MOST_SHARED_TEXTS } from '#domain/bounds.ts';
import type { Cell } from '#domain/sheet.ts';

const ERRORS = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#EXTERNAL!',
  '#TIMEOUT!',
]);

export const looksLikeFault = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith('#') && ERRORS.has(value);

/**
 * One column of a sheet as it comes in, page by page. Equal texts are kept once: a million rows
 * repeat a few categories.
 */
export class ColumnStore {
  readonly cells: Cell[] = [];
  private readonly formats: FormatStore = new FormatStore();
  private readonly shared = new Map<string, string>();
  hasNumbers = false;

  /** Excel gives "" for an empty cell. */
  put(row: number, value: unknown): void {
    const cell = this.cellOf(value);
    if (cell === null && row >= this.cells.length) return;
    while (this.cells.length < row) this.cells.push(null);
    this.cells[row] = cell;
    if (typeof cell === 'number') this.hasNumbers = true;
  }

  putFault(row: number, fault: string): void {
    this.cells[row] = { fault };
  }

  putFormat(row: number, format: unknown): void {
    this.formats.put(row, typeof format === 'string' ? format : null);
  }

  /** One text for all rows, one a row, or null when no cell of the column is a number. */
  get format(): string | readonly (string | null)[] | null {
    return this.formats.value;
  }

  private cellOf(value: unknown): Cell {
    if (typeof value === 'string') return value === '' ? null : this.share(value);
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }

  private share(text: string): string {
    const known = this.shared.get(text);
    if (known !== undefined) return known;
    if (this.shared.size < MOST_SHARED_TEXTS) this.shared.set(text, text);
    return text;
  }
}

/** Number formats of a column: a single text as long as all agree. */
class FormatStore {
  private common: string | null = null;
  private rows: (string | null)[] | null = null;
  private seen = 0;

  put(row: number, format: string | null): void {
    if (this.seen === 0) this.common = format;
    this.seen = Math.max(this.seen, row + 1);
    if (this.rows === null && format === this.common) return;
    this.rows ??= new Array<string | null>(this.seen).fill(this.common);
    while (this.rows.length < row) this.rows.push(this.common);
    this.rows[row] = format;
  }

  get value(): string | readonly (string | null)[] | null {
    return this.rows ?? (this.seen === 0 ? null : this.common);
  }
}
