import { plainFenOfBytes } from '#domain/reading/plain-amount.ts';
import { PLAIN_ID, RISING_ID, isBehind, isPlainId } from '#domain/reading/plain-id.ts';
import { ByteTexts, doubled } from '../byte-texts.ts';
import type { FieldDecoder } from './field-decoder.ts';

/**
 * A column with more different texts than this, most of them seen once, is not repeating itself.
 */
const MANY_TEXTS = 4096;
const FIRST_ROWS = 1 << 10;
/** A column with more texts than this that are no order numbers is not asked about them. */
const MANY_OTHERS = 1 << 10;

/**
 * What was read of a column: rows before `turn` by the code of their text, the others with their
 * bytes in one piece. Typed arrays and different texts only, so that a worker can hand it over.
 */
export interface ColumnPart {
  /** Rows up to the last that holds anything. */
  readonly length: number;
  /** By row before `turn`: index into `texts`; 0 is an empty cell. */
  readonly codes: Int32Array<ArrayBuffer>;
  readonly texts: readonly string[];
  /** First row that is not told by its code; `length` of a column that repeats itself. */
  readonly turn: number;
  /** ASCII texts of the rows from `turn` on, one behind the other. */
  readonly packed: Uint8Array<ArrayBuffer>;
  /** By row less `turn`: where its text ends in `packed`. */
  readonly ends: Int32Array<ArrayBuffer>;
  /** Texts of rows from `turn` on that are not ASCII as it stands in the bytes. */
  readonly odd: ReadonlyMap<number, string>;
  /** By row: the amount that the text is, NaN where it is none or nobody asked. */
  readonly fen: Float64Array<ArrayBuffer> | null;
  /** By row less `turn`, or shorter: what the bytes tell of an order number. */
  readonly plainIds: Uint8Array<ArrayBuffer>;
}

/**
 * One column of a delimited text while it is read: different texts once, as long as they repeat.
 */
export class CsvColumn {
  private readonly bytes: Uint8Array;
  private readonly decoder: FieldDecoder;
  private readonly texts: ByteTexts;
  private codes = new Int32Array(FIRST_ROWS);
  private turn = -1;
  private packed = new Uint8Array(0);
  private packedLength = 0;
  private ends = new Int32Array(0);
  private readonly odd = new Map<number, string>();
  private fen: Float64Array<ArrayBuffer> | null = null;
  private plainIds = new Uint8Array(0);
  private others = 0;
  private count = 0;
  /** The text that was put last, where it stands; no length: none can be the same. */
  private lastStart = 0;
  private lastLength = 0;
  private lastCode = 0;

  constructor(bytes: Uint8Array, decoder: FieldDecoder) {
    this.bytes = bytes;
    this.decoder = decoder;
    this.texts = new ByteTexts((start, end) => decoder.decode(start, end), bytes);
  }

  /** Only then does a field's hash matter. */
  get isRepeating(): boolean {
    return this.turn < 0;
  }

  /** Rows up to the last that holds anything. */
  get length(): number {
    return this.count;
  }

  /** A field that stands in the bytes as it is meant, ASCII or not; `hash` of its bytes. */
  put(row: number, start: number, end: number, hash: number, isAscii: boolean): void {
    if (this.turn < 0) {
      const code = this.texts.codeOf(this.bytes, start, end, hash);
      [this.lastStart, this.lastLength, this.lastCode] = [start, end - start, code];
      this.putCode(row, code);
    } else if (isAscii) this.pack(row, start, end);
    else this.putOdd(row, this.decoder.decode(start, end));
  }

  /** Behind the text that was put last, where it stands again at `start`; -1 where it does not. */
  endOfSame(start: number): number {
    const { bytes, lastStart, lastLength } = this;
    if (this.turn >= 0 || lastLength === 0) return -1;
    for (let i = 0; i < lastLength; i++) if (bytes[lastStart + i] !== bytes[start + i]) return -1;
    return start + lastLength;
  }

  putSame(row: number): void {
    this.putCode(row, this.lastCode);
  }

  putText(row: number, text: string): void {
    this.lastLength = 0;
    if (this.turn < 0) this.putCode(row, this.texts.codeOfText(text));
    else this.putOdd(row, text);
  }

  part(): ColumnPart {
    const { count, turn } = this;
    return {
      length: count,
      codes: this.codes.slice(0, turn < 0 ? count : turn),
      texts: this.texts.texts,
      turn: turn < 0 ? count : turn,
      packed: this.packed.slice(0, this.packedLength),
      ends: this.ends.slice(0, turn < 0 ? 0 : count - turn),
      odd: this.odd,
      fen: this.fen === null ? null : this.fen.slice(0, count),
      plainIds: this.plainIds.slice(0, turn < 0 ? 0 : count - turn),
    };
  }

  private putCode(row: number, code: number): void {
    while (row >= this.codes.length) this.codes = doubled(this.codes);
    this.codes[row] = code;
    this.count = row + 1;
    const different = this.texts.texts.length;
    if (different > MANY_TEXTS && different * 2 > row) this.turnHere(row + 1);
  }

  private turnHere(row: number): void {
    this.turn = row;
    this.ends = new Int32Array(FIRST_ROWS);
    this.packed = new Uint8Array(FIRST_ROWS * 16);
  }

  /** Without a call for each byte: the texts are short and there are millions of them. */
  private pack(row: number, start: number, end: number): void {
    const { bytes } = this;
    let at = this.packedLength;
    if (at + end - start > this.packed.length) this.growPacked(at + end - start);
    const { packed } = this;
    for (let i = start; i < end; i++) packed[at++] = bytes[i]!;
    this.putPlainId(row, this.packedLength, at);
    this.packedLength = at;
    this.endRow(row);
    const amount = plainFenOfBytes(bytes, start, end);
    if (amount !== undefined) this.putFen(row, amount);
  }

  private putOdd(row: number, text: string): void {
    this.odd.set(row, text);
    this.endRow(row);
  }

  /** Rows that were passed over end where the last text did: they are empty. */
  private endRow(row: number): void {
    const { turn } = this;
    if (row - turn >= this.ends.length) {
      let { ends } = this;
      while (row - turn >= ends.length) ends = doubled(ends);
      this.ends = ends;
    }
    const { ends } = this;
    const before = this.count <= turn ? 0 : ends[this.count - 1 - turn]!;
    for (let passed = Math.max(turn, this.count); passed < row; passed++)
      ends[passed - turn] = before;
    ends[row - turn] = this.packedLength;
    this.count = row + 1;
  }

  private putPlainId(row: number, from: number, to: number): void {
    const { packed, turn } = this;
    if (this.others > MANY_OTHERS) return;
    if (!isPlainId(packed, from, to)) {
      this.others++;
      return;
    }
    const at = row - turn;
    if (at >= this.plainIds.length) {
      const before = this.plainIds;
      this.plainIds = new Uint8Array(Math.max(1 << 14, at * 2));
      this.plainIds.set(before);
    }
    const isBesideAnother = at > 0 && this.count === row && this.plainIds[at - 1] !== 0;
    const above = at > 1 ? this.ends[at - 2]! : 0;
    this.plainIds[at] =
      isBesideAnother && isBehind(packed, [above, from], [from, to]) ? RISING_ID : PLAIN_ID;
  }

  private putFen(row: number, amount: number): void {
    if (this.fen === null || row >= this.fen.length) {
      const before = this.fen;
      this.fen = new Float64Array(Math.max(1 << 14, row * 2)).fill(NaN);
      if (before !== null) this.fen.set(before);
    }
    this.fen[row] = amount;
  }

  private growPacked(length: number): void {
    const before = this.packed;
    this.packed = new Uint8Array(Math.max(length, before.length * 2));
    this.packed.set(before);
  }
}
