import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { Cell, RepeatedTexts } from '#domain/sheet.ts';
import { MAX_CELLS, MAX_PADDING } from '#domain/bounds.ts';
import { ByteTexts, doubled } from '../../byte-texts.ts';
import { decodeEscapes, decodeText } from '../xml/text.ts';
import { WaitingTexts } from './waiting-texts.ts';

/**
 * A column with more different texts than this, most of them seen once, is not repeating itself.
 */
const MANY_TEXTS = 4096;

const FIRST_ROWS = 1 << 8;

const UNKNOWN = -1;

/** One column of a sheet while it is read: different texts once, as long as they repeat. */
class ColumnCells {
  readonly cells: Cell[] = [];
  /** Of the texts so far; null once they do not repeat. */
  private known: ByteTexts | null = null;
  /** By row: the code of its text; null once a cell is something else. */
  private codes: Int32Array | null = new Int32Array(FIRST_ROWS);
  /** By index of a shared string: its code. */
  private codeOfShared = new Int32Array(0);
  private waiting: WaitingTexts | null = null;
  private repeats = true;

  constructor(private readonly part: string) {}

  get length(): number {
    return this.cells.length;
  }

  put(row: number, cell: Cell): void {
    if (typeof cell === 'string' && this.repeats) this.putCode(row, this.texts().codeOfText(cell));
    else {
      this.codes = null;
      this.set(row, cell);
    }
  }

  /** A text as a sheet's bytes have it, its entities and escapes unresolved. */
  putBytes(row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.repeats) this.putCode(row, this.texts().codeOf(bytes, start, end));
    else if (row === this.length && this.wait(row, bytes, start, end)) this.cells.push(null);
    else this.set(row, decode(start, end, bytes));
  }

  /** @param index - of `text` among the shared strings */
  putShared(row: number, index: number, text: string): void {
    if (!this.repeats) return this.set(row, text);
    const known = this.codeOfShared[index] ?? UNKNOWN;
    if (known > 0) return this.putCode(row, known);
    const code = this.texts().codeOfText(text);
    this.rememberShared(index, code);
    this.putCode(row, code);
  }

  /** Empty cells up to a row. */
  padTo(row: number): void {
    const { cells } = this;
    while (cells.length < row) cells.push(null);
  }

  finish(): void {
    this.waiting?.deliver(this.cells);
    this.waiting = null;
  }

  /** Once all are there. */
  replace(row: number, cell: Cell): void {
    this.codes = null;
    this.cells[row] = cell;
  }

  /** What the cells are when all of them are texts that repeat. */
  repeated(): RepeatedTexts | null {
    const { known, codes } = this;
    return known === null || codes === null
      ? null
      : { codes: codes.slice(0, this.length), texts: known.texts };
  }

  private texts(): ByteTexts {
    return (this.known ??= new ByteTexts(decode));
  }

  private putCode(row: number, code: number): void {
    const { texts } = this.known!;
    this.set(row, texts[code]!);
    if (this.codes !== null) {
      while (row >= this.codes.length) this.codes = doubled(this.codes);
      this.codes[row] = code;
    }
    if (texts.length > MANY_TEXTS && texts.length * 2 > row) this.stopRepeating();
  }

  private stopRepeating(): void {
    this.repeats = false;
    this.known = null;
    this.codes = null;
    this.codeOfShared = new Int32Array(0);
  }

  private rememberShared(index: number, code: number): void {
    if (index >= this.codeOfShared.length) {
      const before = this.codeOfShared;
      this.codeOfShared = new Int32Array(Math.max(index + 1, before.length * 2));
      this.codeOfShared.set(before);
    }
    this.codeOfShared[index] = code;
  }

  private wait(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    this.waiting ??= new WaitingTexts();
    return this.waiting.take(row, bytes, start, end, this.cells);
  }

  /**
   * Rows may come late: whoever waits for that row is older. Of a cell that stands twice two
   * programs would read two figures.
   */
  private set(row: number, cell: Cell): void {
    const { cells } = this;
    if (cells.length === row) cells.push(cell);
    else {
      this.finish();
      if ((cells[row] ?? null) !== null)
        throw new Refusal<FileTrouble>({ code: 'file.damaged', part: this.part });
      cells[row] = cell;
    }
  }
}

const decode = (start: number, end: number, bytes: Uint8Array): string =>
  decodeEscapes(decodeText(bytes, start, end, false));

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

  /** @param part - of the package, for the sentence when it is damaged */
  constructor(private readonly part: string) {}

  get columns(): readonly (readonly Cell[])[] {
    return this.parts.map(({ cells }) => cells);
  }

  put(row: number, column: number, cell: Cell): void {
    this.column(row, column).put(row, cell);
  }

  /** Another value for a cell that is there. */
  replace(row: number, column: number, cell: Cell): void {
    this.parts[column]?.replace(row, cell);
  }

  /** The column, filled up to the row, for one cell that is put into it now. */
  column(row: number, column: number): ColumnCells {
    if (++this.count > MAX_CELLS) throw new Refusal<FileTrouble>({ code: 'file.tooLarge' });
    while (this.parts.length <= column) this.parts.push(new ColumnCells(this.part));
    const part = this.parts[column]!;
    if (part.length < row) this.pad(part, row);
    if (row >= this.rowCount) this.rowCount = row + 1;
    return part;
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
