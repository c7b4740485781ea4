import { plainFenOfBytes } from '#domain/reading/plain-amount.ts';
import { NOT_LOOKED_AT, plainIdBelow } from '#domain/reading/plain-id.ts';
import { ByteTexts, isSame, viewOf } from '../byte-texts.ts';
import type { FieldDecoder } from './field-decoder.ts';

/**
 * A column with more different texts than this, most of them seen once, is not repeating itself.
 */
const MANY_TEXTS = 4096;
/** Nor is one whose first texts, as many, are all different. */
const ALL_DIFFERENT = 512;
const FIRST_ROWS = 1 << 10;
/** Longer texts are no piece of an amount that its thousands commas have cut. */
const LONGEST_PIECE = 5;
const NOUGHT = 48;
/** The highest bit of each of four bytes: none of them is set in ASCII. */
const HIGH_BITS = 0x80808080;
/** A column with more texts than this that are no order numbers is not asked about them. */
const MANY_OTHERS = 1 << 10;

/**
 * What was read of a column: of one that repeats itself the code of each row's text, of others the
 * bytes in one piece. Typed arrays and different texts only, so that a worker can hand it over.
 */
export interface ColumnPart {
  /** Rows up to the last that holds anything. */
  readonly length: number;
  /** By row: index into `texts`, 0 an empty cell; `null` where texts do not repeat themselves. */
  readonly codes: Int32Array<ArrayBuffer> | null;
  readonly texts: readonly string[];
  /** ASCII texts of the rows, one behind the other. */
  readonly packed: Uint8Array<ArrayBuffer>;
  /** By row: where its text ends in `packed`. */
  readonly ends: Int32Array<ArrayBuffer>;
  /** Texts of rows that are not ASCII as it stands in the bytes. */
  readonly odd: ReadonlyMap<number, string>;
  /**
   * By row: the amount that the text is; NaN where it is none, or so short or with such a nought
   * before it that it may be a piece of one.
   */
  readonly fen: Float64Array<ArrayBuffer> | null;
  /** By row, or shorter: what the bytes tell of an order number. */
  readonly plainIds: Uint8Array<ArrayBuffer>;
}

/** How many rows to have room for when `row` is the first that finds none; more than `row`. */
export type RoomFor = (row: number) => number;

/**
 * One column of a delimited text while it is read: different texts once, as long as they repeat.
 */
export class CsvColumn {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly decoder: FieldDecoder;
  private readonly roomFor: RoomFor;
  private readonly texts: ByteTexts;
  /** `null` once the column has turned out not to repeat itself. */
  private codes: Int32Array<ArrayBuffer> | null = new Int32Array(FIRST_ROWS);
  private packed = new Uint8Array(0);
  private packedView = viewOf(this.packed);
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
  /** As many codes were given so far. */
  private different = 1;

  constructor(bytes: Uint8Array, decoder: FieldDecoder, roomFor: RoomFor) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.decoder = decoder;
    this.roomFor = roomFor;
    this.texts = new ByteTexts((start, end) => decoder.decode(start, end), bytes);
  }

  /** Rows up to the last that holds anything. */
  get length(): number {
    return this.count;
  }

  /** Its texts turned out not to repeat themselves: they have no codes. */
  get isApart(): boolean {
    return this.codes === null;
  }

  /** The code of a text that is to be put. */
  codeAt(start: number, end: number): number {
    return this.texts.codeOf(this.bytes, start, end);
  }

  /** A field that stands in the bytes as it is meant, and its hash, from who read it. */
  put(row: number, start: number, end: number, hash: number): void {
    if (this.codes === null) {
      this.putApart(row, start, end);
      return;
    }
    const code = this.texts.codeOfHashed(this.bytes, start, end, hash);
    this.lastStart = start;
    this.lastLength = end - start;
    this.lastCode = code;
    this.putCode(row, code);
  }

  /** Of a field in quotes: what ends a field may stand in it, so no plain one is the same. */
  putQuoted(row: number, start: number, end: number): void {
    if (this.codes === null) this.putApart(row, start, end);
    else this.putCode(row, this.texts.codeOf(this.bytes, start, end));
    this.lastLength = 0;
  }

  /** Behind the text that was put last, where it stands again at `start`; -1 where it does not. */
  endOfSame(start: number): number {
    const { view, lastStart, lastLength } = this;
    const end = start + lastLength;
    if (this.codes === null || lastLength === 0 || end > this.bytes.length) return -1;
    return isSame(view, lastStart, view, start, lastLength) ? end : -1;
  }

  putSame(row: number): void {
    if (this.codes !== null) this.setCode(row, this.codes, this.lastCode);
  }

  putText(row: number, text: string): void {
    this.lastLength = 0;
    if (this.codes === null) this.putOdd(row, text);
    else this.putCode(row, this.texts.codeOfText(text));
  }

  part(): ColumnPart {
    const { count, codes } = this;
    return {
      length: count,
      codes: codes?.subarray(0, count) ?? null,
      texts: codes === null ? [] : this.texts.texts,
      packed: this.packed.subarray(0, this.packedLength),
      ends: this.ends.subarray(0, codes === null ? count : 0),
      odd: this.odd,
      fen: this.fen?.subarray(0, count) ?? null,
      plainIds: this.plainIds.subarray(0, count),
    };
  }

  /** Of known texts, one row below the other; the last of them holds something. */
  putCodes(row: number, codes: Int32Array): void {
    const end = row + codes.length;
    if (end > this.codes!.length) this.codes = longer(this.codes!, this.roomFor(end));
    this.codes!.set(codes, row);
    this.count = end;
  }

  /** The more rows, the more texts a column may have: only a new text can be one too many. */
  putCode(row: number, code: number): void {
    this.setCode(row, this.codes!, code);
    if (code < this.different) return;
    this.different = code + 1;
    if (code >= ALL_DIFFERENT && (code >= MANY_TEXTS ? (code + 1) * 2 > row : code + 1 > row))
      this.takeApart(this.codes!);
  }

  private setCode(row: number, codes: Int32Array<ArrayBuffer>, code: number): void {
    if (row < codes.length) codes[row] = code;
    else {
      this.codes = longer(codes, this.roomFor(row));
      this.codes[row] = code;
    }
    this.count = row + 1;
  }

  /** The column does not repeat itself: every row read so far is kept by its bytes instead. */
  private takeApart(codes: Int32Array): void {
    const { count, texts } = this;
    this.codes = null;
    this.ends = new Int32Array(FIRST_ROWS);
    this.growPacked(FIRST_ROWS * 16);
    this.count = 0;
    for (let row = 0; row < count; row++) {
      const code = codes[row]!;
      if (code === 0) continue;
      const [start, end] = texts.placeOf(code);
      if (end < start) this.putOdd(row, texts.texts[code]!);
      else this.putApart(row, start, end);
    }
  }

  private putApart(row: number, start: number, end: number): void {
    if (!this.pack(row, start, end)) this.putOdd(row, this.decoder.decode(start, end));
  }

  /**
   * Without a call for each byte: the texts are short and there are millions of them. False, and
   * nothing done, of a text that is not ASCII.
   */
  private pack(row: number, start: number, end: number): boolean {
    const { bytes, view } = this;
    const from = this.packedLength;
    const to = from + end - start;
    if (to > this.packed.length) this.growPacked((to / (row + 1)) * this.roomFor(row));
    const { packed, packedView } = this;
    let bits = 0;
    let [i, at] = [start, from];
    for (; i + 4 <= end; i += 4, at += 4) {
      const four = view.getInt32(i, true);
      packedView.setInt32(at, four, true);
      bits |= four;
    }
    for (; i < end; i++, at++) {
      const byte = bytes[i]!;
      packed[at] = byte;
      bits |= byte;
    }
    if ((bits & HIGH_BITS) !== 0) return false;
    this.putPlainId(row, from, to);
    this.packedLength = to;
    this.endRow(row);
    if (end - start <= LONGEST_PIECE || bytes[start] === NOUGHT) return true;
    const amount = plainFenOfBytes(bytes, start, end);
    if (amount !== undefined) this.putFen(row, amount);
    return true;
  }

  private putOdd(row: number, text: string): void {
    this.odd.set(row, text);
    this.endRow(row);
  }

  /** Rows that were passed over end where the last text did: they are empty. */
  private endRow(row: number): void {
    if (row >= this.ends.length) this.ends = longer(this.ends, this.roomFor(row));
    const { ends } = this;
    const before = this.count === 0 ? 0 : ends[this.count - 1]!;
    for (let passed = this.count; passed < row; passed++) ends[passed] = before;
    ends[row] = this.packedLength;
    this.count = row + 1;
  }

  private putPlainId(at: number, from: number, to: number): void {
    const { packed } = this;
    if (this.others > MANY_OTHERS) return;
    const isBesideAnother = at > 0 && this.count === at && (this.plainIds[at - 1] ?? 0) !== 0;
    const above = isBesideAnother ? (at > 1 ? this.ends[at - 2]! : 0) : from;
    const told = plainIdBelow(packed, above, from, to);
    if (told === NOT_LOOKED_AT) {
      this.others++;
      return;
    }
    if (at >= this.plainIds.length) {
      const before = this.plainIds;
      this.plainIds = new Uint8Array(this.roomFor(at));
      this.plainIds.set(before);
    }
    this.plainIds[at] = told;
  }

  private putFen(row: number, amount: number): void {
    if (this.fen === null || row >= this.fen.length) {
      const before = this.fen;
      this.fen = new Float64Array(this.roomFor(row)).fill(NaN);
      if (before !== null) this.fen.set(before);
    }
    this.fen[row] = amount;
  }

  private growPacked(length: number): void {
    const before = this.packed;
    this.packed = new Uint8Array(Math.max(Math.ceil(length), before.length * 2));
    this.packed.set(before);
    this.packedView = viewOf(this.packed);
  }
}

function longer(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}
