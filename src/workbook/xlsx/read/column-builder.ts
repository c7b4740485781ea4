import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { Cell, RepeatedTexts } from '#domain/sheet.ts';
import { NOT_LOOKED_AT } from '#domain/reading/plain-id.ts';
import { MAX_CELLS, MAX_PADDING } from '#domain/bounds.ts';
import { lazyList } from '#domain/lazy-list.ts';
import { ByteTexts } from '../../byte-texts.ts';
import { spelled, textOf } from '../../repeated-cells.ts';
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
  /** Once the codes do not say what the cells are. */
  private readonly made: Cell[] = [];
  /** Of the texts so far; null once they do not repeat. */
  private known: ByteTexts | null = null;
  /** By row: the code of its text; null once a cell is something else. */
  private codes: Int32Array | null = new Int32Array(FIRST_ROWS);
  /** Rows that have codes. */
  private coded = 0;
  /** By index of a shared string: its code. */
  private codeOfShared = new Int32Array(0);
  private waiting: WaitingTexts | null = null;
  /** By row, or shorter: what the bytes tell of an order number. */
  private ids = new Uint8Array(0);
  private repeats = true;

  constructor(private readonly part: string) {}

  get length(): number {
    return this.codes === null ? this.made.length : this.coded;
  }

  /** Of a million texts most are never looked at: they are not put into a list before. */
  get cells(): readonly Cell[] {
    const repeated = this.repeated();
    return repeated === null
      ? this.codes === null
        ? this.made
        : new Array<Cell>(this.coded).fill(null)
      : lazyList(
          this.coded,
          () => spelled(repeated),
          (row) => textOf(repeated, row),
        );
  }

  put(row: number, cell: Cell): void {
    if (typeof cell === 'string' && this.repeats) this.putCode(row, this.texts().codeOfText(cell));
    else {
      this.spell();
      this.set(row, cell);
    }
  }

  /** A text as a sheet's bytes have it, its entities and escapes unresolved. */
  putBytes(row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.repeats) this.putCode(row, this.texts().codeOf(bytes, start, end));
    else if (row === this.length && this.wait(row, bytes, start, end)) this.made.push(null);
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
    if (this.codes !== null) this.coded = Math.max(this.coded, row);
    else while (this.made.length < row) this.made.push(null);
  }

  finish(): void {
    this.waiting?.deliver(this.made);
    this.waiting = null;
  }

  /** Once all are there. */
  replace(row: number, cell: Cell): void {
    this.spell();
    this.made[row] = cell;
    if (row < this.ids.length) this.ids[row] = NOT_LOOKED_AT;
  }

  plainIds(): Uint8Array | null {
    return this.ids.length === 0 ? null : this.ids.subarray(0, this.made.length);
  }

  /** What the cells are when all of them are texts that repeat. */
  repeated(): RepeatedTexts | null {
    const { known, codes, coded } = this;
    if (known === null || codes === null) return null;
    if (codes.length < coded) this.codes = longer(codes, coded);
    return { codes: this.codes!.subarray(0, coded), texts: known.texts };
  }

  private texts(): ByteTexts {
    return (this.known ??= new ByteTexts(decode));
  }

  private putCode(row: number, code: number): void {
    const { texts } = this.known!;
    if (this.codes === null) this.set(row, texts[code]!);
    else this.setCode(row, this.codes, code);
    if (texts.length > MANY_TEXTS && texts.length * 2 > row) this.stopRepeating();
  }

  private setCode(row: number, codes: Int32Array, code: number): void {
    if (row < this.coded && (codes[row] ?? 0) !== 0) throw this.twice();
    if (row >= codes.length) this.codes = longer(codes, Math.max(row + 1, codes.length * 2));
    this.codes![row] = code;
    if (row >= this.coded) this.coded = row + 1;
  }

  /** From now on the cells are more than codes can say. */
  private spell(): void {
    const { codes, coded, made } = this;
    if (codes === null) return;
    const texts = this.known?.texts ?? [];
    for (let row = 0; row < coded; row++) {
      const code = codes[row] ?? 0;
      made.push(code === 0 ? null : texts[code]!);
    }
    this.codes = null;
  }

  private stopRepeating(): void {
    this.spell();
    this.repeats = false;
    this.known = null;
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
    if (!this.waiting.take(row, bytes, start, end, this.made)) return false;
    const plainId = this.waiting.lastPlainId();
    if (plainId !== NOT_LOOKED_AT && row >= this.ids.length) {
      const before = this.ids;
      this.ids = new Uint8Array((row + 1) * 2);
      this.ids.set(before);
    }
    if (plainId !== NOT_LOOKED_AT) this.ids[row] = plainId;
    return true;
  }

  /**
   * Rows may come late: whoever waits for that row is older. Of a cell that stands twice two
   * programs would read two figures.
   */
  private set(row: number, cell: Cell): void {
    const { made } = this;
    if (made.length === row) made.push(cell);
    else {
      this.finish();
      if ((made[row] ?? null) !== null) throw this.twice();
      made[row] = cell;
    }
  }

  private twice(): Refusal<FileTrouble> {
    return new Refusal<FileTrouble>({ code: 'file.damaged', part: this.part });
  }
}

function longer(codes: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(codes);
  return larger;
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

  plainIds(): readonly (Uint8Array | null)[] {
    return this.parts.map((part) => part.plainIds());
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
