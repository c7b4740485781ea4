const EMPTY = 0;

type Decode = (start: number, end: number, bytes: Uint8Array) => string;

/**
 * The different texts of a column, found by their bytes: a text that stands in a million rows is
 * decoded once. Code 0 is the empty text.
 */
export class ByteTexts {
  readonly texts: string[] = [''];
  /** Where the texts stand that are known. */
  private store: Uint8Array;
  private storeView: DataView;
  /** The bytes that were read last. */
  private viewed: Uint8Array;
  private view: DataView;
  /** Bytes in use of a store of our own; -1 where what is read stays as it is. */
  private stored: number;
  private readonly decode: Decode;
  /** Code per slot of the table; EMPTY where there is none. */
  private slots = new Int32Array(1 << 10);
  /** By code: where its bytes stand first, and their hash. */
  private starts = new Int32Array(1 << 9);
  private lengths = new Int32Array(1 << 9);
  private hashes = new Int32Array(1 << 9);
  /** Texts that do not stand in the bytes as they are: doubled quotes, remarks of several lines. */
  private readonly spelled = new Map<string, number>();

  /** @param lasting - the bytes that all texts stand in; without them each text is copied once */
  constructor(decode: Decode, lasting?: Uint8Array) {
    this.store = lasting ?? new Uint8Array(1 << 10);
    this.viewed = this.store;
    this.storeView = this.view = viewOf(this.store);
    this.stored = lasting === undefined ? 0 : -1;
    this.decode = decode;
  }

  codeOf(bytes: Uint8Array, start: number, end: number): number {
    this.look(bytes);
    return this.codeOfHashed(bytes, start, end, hashOf(this.view, start, end));
  }

  /** @param hash - of the text, from who went through it: `withFour` and `withOne` from 0 on */
  codeOfHashed(bytes: Uint8Array, start: number, end: number, hash: number): number {
    this.look(bytes);
    const { slots, starts, lengths, hashes } = this;
    const mask = slots.length - 1;
    const length = end - start;
    let slot = stir(hash) & mask;
    for (let code = slots[slot]!; code !== EMPTY; code = slots[slot]!) {
      if (
        hashes[code] === hash &&
        lengths[code] === length &&
        isSame(this.storeView, starts[code]!, this.view, start, length)
      )
        return code;
      slot = (slot + 1) & mask;
    }
    return this.add(bytes, start, length, hash, slot);
  }

  private look(bytes: Uint8Array): void {
    if (bytes === this.viewed) return;
    this.viewed = bytes;
    this.view = viewOf(bytes);
  }

  /** Where a text stands first; the end before the start of one that stands nowhere as it is. */
  placeOf(code: number): readonly [number, number] {
    return [this.starts[code]!, this.starts[code]! + this.lengths[code]!];
  }

  codeOfText(text: string): number {
    const known = this.spelled.get(text);
    if (known !== undefined) return known;
    const code = this.texts.push(text) - 1;
    this.spelled.set(text, code);
    // No bytes are its: nothing can be found under a length below zero.
    this.remember(code, 0, -1, 0);
    return code;
  }

  private add(
    bytes: Uint8Array,
    start: number,
    length: number,
    hash: number,
    slot: number,
  ): number {
    const code = this.texts.push(this.decode(start, start + length, bytes)) - 1;
    this.slots[slot] = code;
    this.remember(code, this.keep(bytes, start, length), length, hash);
    if (code * 2 > this.slots.length) this.grow();
    return code;
  }

  /** Where the text will stand from now on. */
  private keep(bytes: Uint8Array, start: number, length: number): number {
    if (this.stored < 0) return start;
    const at = this.stored;
    if (at + length > this.store.length) {
      const before = this.store;
      this.store = new Uint8Array(Math.max(at + length, before.length * 2));
      this.store.set(before);
      this.storeView = viewOf(this.store);
    }
    this.store.set(bytes.subarray(start, start + length), at);
    this.stored += length;
    return at;
  }

  private remember(code: number, start: number, length: number, hash: number): void {
    if (code >= this.starts.length) {
      this.starts = doubled(this.starts);
      this.lengths = doubled(this.lengths);
      this.hashes = doubled(this.hashes);
    }
    this.starts[code] = start;
    this.lengths[code] = length;
    this.hashes[code] = hash;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let code = 1; code < this.texts.length; code++) {
      if (this.lengths[code]! < 0) continue;
      let slot = stir(this.hashes[code]!) & mask;
      while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      this.slots[slot] = code;
    }
  }
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Four bytes at a time, as long as there are four: each step waits for the one before it. */
function hashOf(view: DataView, start: number, end: number): number {
  let [hash, i] = [0, start];
  for (; i + 4 <= end; i += 4) hash = withFour(hash, view.getInt32(i, true));
  for (; i < end; i++) hash = withOne(hash, view.getUint8(i));
  return hash;
}

export function withFour(hash: number, four: number): number {
  const mixed = Math.imul(hash ^ four, 0x01000193);
  return mixed ^ (mixed >>> 15);
}

export const withOne = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

/** Whether `length` bytes at two places are the same. */
export function isSame(
  view: DataView,
  at: number,
  other: DataView,
  there: number,
  length: number,
): boolean {
  let i = 0;
  for (; i + 4 <= length; i += 4)
    if (view.getInt32(at + i, true) !== other.getInt32(there + i, true)) return false;
  for (; i < length; i++) if (view.getUint8(at + i) !== other.getUint8(there + i)) return false;
  return true;
}

/** Texts that differ in their last character only must not stand side by side in the table. */
const stir = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 3;

export function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
