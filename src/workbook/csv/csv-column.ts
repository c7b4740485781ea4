import type { RepeatedTexts } from '#domain/sheet.ts';
import type { Cell } from '#domain/sheet.ts';
import { plainFenOfBytes } from '#domain/reading/plain-amount.ts';
import { ByteTexts, doubled } from './byte-texts.ts';
import { AsciiRun, type FieldDecoder } from './field-decoder.ts';

/** A column with more different texts than this, most of them seen once, is not repeating itself. */
const MANY_TEXTS = 4096;

/**
 * One column of a delimited text on its way into a sheet: the different texts once, as long as they
 * repeat; else each cell's text, and beside it the amount that its bytes are.
 */
export class CsvColumn {
  private readonly cells: Cell[] = [];
  private readonly bytes: Uint8Array;
  private readonly decoder: FieldDecoder;
  private texts: ByteTexts | null;
  private codes = new Int32Array(1 << 10);
  private fen: Float64Array | null = null;
  private hasFen = false;
  /** Texts that are still to be put behind `cells`. */
  private readonly waiting = new AsciiRun();
  private count = 0;

  constructor(bytes: Uint8Array, decoder: FieldDecoder) {
    this.bytes = bytes;
    this.decoder = decoder;
    this.texts = new ByteTexts(bytes, (start, end) => decoder.decode(start, end));
  }

  /** A field that stands in the bytes as it is meant, ASCII or not; `hash` of its bytes. */
  put(row: number, start: number, end: number, hash: number, isAscii: boolean): void {
    this.pad(row);
    if (this.texts !== null) {
      this.putCode(row, this.texts.codeOf(start, end, hash));
      return;
    }
    if (!isAscii || !this.wait(start, end)) this.push(this.decoder.decode(start, end));
    const amount = plainFenOfBytes(this.bytes, start, end);
    if (amount !== undefined) this.putFen(row, amount);
  }

  putText(row: number, text: string): void {
    this.pad(row);
    if (this.texts !== null) this.putCode(row, this.texts.codeOfText(text));
    else this.push(text);
  }

  /** Rows up to the last that holds anything. */
  get length(): number {
    return this.count;
  }

  /** The column's cells; nothing may be put afterwards. */
  finished(): readonly Cell[] {
    this.waiting.moveTo(this.cells);
    return this.cells;
  }

  /** `null` where the column does not repeat itself. */
  repeated(): RepeatedTexts | null {
    if (this.texts === null) return null;
    return { codes: this.codes.subarray(0, this.count), texts: this.texts.texts };
  }

  /** By row, NaN where the text is no plain amount; `null` when nothing is known. */
  amounts(): Float64Array | null {
    return this.hasFen && this.fen !== null ? this.fen.subarray(0, this.count) : null;
  }

  private putCode(row: number, code: number): void {
    const texts = this.texts!.texts;
    this.cells.push(texts[code]!);
    this.count++;
    if (row >= this.codes.length) this.growCodes(row);
    this.codes[row] = code;
    if (texts.length > MANY_TEXTS && texts.length * 2 > this.count) this.stopRepeating();
  }

  private stopRepeating(): void {
    this.texts = null;
    this.codes = new Int32Array(0);
  }

  private putFen(row: number, amount: number): void {
    if (this.fen === null || row >= this.fen.length) this.growFen(row);
    this.fen![row] = amount;
    this.hasFen = true;
  }

  private wait(start: number, end: number): boolean {
    const { waiting, bytes } = this;
    if (!waiting.add(bytes, start, end)) {
      waiting.moveTo(this.cells);
      if (!waiting.add(bytes, start, end)) return false;
    }
    this.count++;
    return true;
  }

  private push(cell: Cell): void {
    this.waiting.moveTo(this.cells);
    this.cells.push(cell);
    this.count++;
  }

  private pad(row: number): void {
    while (this.count < row) this.push(null);
  }

  private growCodes(row: number): void {
    while (row >= this.codes.length) this.codes = doubled(this.codes);
  }

  private growFen(row: number): void {
    const before = this.fen;
    this.fen = new Float64Array(Math.max(1 << 14, row * 2)).fill(NaN);
    if (before !== null) this.fen.set(before);
  }
}
