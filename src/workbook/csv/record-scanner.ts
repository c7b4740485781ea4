import { LF } from '../ascii.ts';
import { SCANNER } from './scan-records.wasm.ts';

/** Rows and columns that there is room for; scan-records.wat counts on all of these. */
const ROWS = 4096;
export const MOST_COLUMNS = 32;
const HEAD = 64;
const STATE = 48;
const PLACES = ROWS * 8;
const SLOTS = 1 << 17;
const MOST_CODES = 1 << 16;
const ENTRY = 12;
const COLUMN = PLACES + SLOTS * 4 + MOST_CODES * ENTRY;
const AREA = HEAD + MOST_COLUMNS * (STATE + COLUMN);
const PAGE = 1 << 16;
/** Bytes behind the text that are looked at together with its last ones. */
const BEHIND = 32;

/** A text in memory that is scanned, by as many as two threads. */
export interface ScannedText {
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
  /** Room for the text; behind it work the scanners. */
  readonly size: number;
}

/** Room for a text; throws where the machine has none. */
export function roomToScan(size: number): ScannedText {
  const pages = Math.ceil((areaBehind(size) + 2 * AREA) / PAGE);
  return {
    memory: new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }),
    module: new WebAssembly.Module(
      Uint8Array.from(atob(SCANNER.replaceAll('\n', '')), (byte) => byte.charCodeAt(0)),
    ),
    size,
  };
}

const areaBehind = (size: number): number => Math.ceil((size + BEHIND) / 16) * 16;

/**
 * Goes through the records of a text in UTF-8: sixteen bytes at a look, texts of a column told
 * apart by their bytes. What it does in JavaScript is as slow as all the rest of an analysis.
 *
 * Behind the text stands, once a thread, an area: its head (rows read, whether a record stopped it,
 * the end of the columns that were ever written); what it knows of each column (whether its texts
 * have codes, the next code, the text put last and its code, where the rest stands, what rows are
 * filled); then of each column what its rows are – a code, or from where to where – a table of
 * hashes, and by code where its text stands, how long it is, and its hash.
 */
export class RecordScanner {
  private readonly call: (name: string, ...words: readonly number[]) => number;
  private readonly words: Int32Array;
  private readonly area: number;
  private readonly length: number;

  /** @param length - of the text; @param part - 0 or 1, of those who scan it at the same time */
  constructor({ memory, module, size }: ScannedText, length: number, part: 0 | 1) {
    const { exports } = new WebAssembly.Instance(module, { own: { memory } });
    const functions = new Map(Object.entries(exports));
    this.call = (name, ...words) => {
      const own = functions.get(name);
      if (typeof own !== 'function') throw new Error(`The scanner has no ${name}.`);
      return Number(own(...words));
    };
    this.words = new Int32Array(memory.buffer);
    this.area = areaBehind(size) + part * AREA;
    this.length = length;
    if (part === 0) new Uint8Array(memory.buffer).fill(LF, length, length + BEHIND);
    for (let column = 0; column < MOST_COLUMNS; column++) {
      const own = this.area + HEAD + MOST_COLUMNS * STATE + column * COLUMN;
      const state = this.stateOf(column);
      this.words[state + 1] = 1;
      this.words.set([own, own + PLACES, own + PLACES + SLOTS * 4], state + 5);
    }
  }

  holdsNul(): boolean {
    return this.call('holdsNul', 0, this.length) !== 0;
  }

  /**
   * Reads records from byte `at` until one ends at `until` or behind it, as many as there is room
   * for; returns where the next begins.
   */
  scan(at: number, until: number, delimiter: number): number {
    return this.call('scan', at, until, this.area, delimiter);
  }

  /** Records that the last scan has read. */
  get rows(): number {
    return this.word(this.area >> 2);
  }

  /** The next record is one for somebody who looks at each byte. */
  get isStuck(): boolean {
    return this.words[(this.area >> 2) + 1] === 1;
  }

  /** Columns that any record had. */
  get width(): number {
    const end = this.word((this.area >> 2) + 2);
    return end === 0 ? 0 : (end - this.area - HEAD) / STATE;
  }

  private word(at: number): number {
    return this.words[at] ?? 0;
  }

  isPlaced(column: number): boolean {
    return this.words[this.stateOf(column)] === 1;
  }

  /** From now on the texts of a column get no codes, but are told by where they stand. */
  place(column: number): void {
    this.words[this.stateOf(column)] = 1;
  }

  /** There may be no room for the different texts of another scan. */
  isFull(column: number): boolean {
    return this.textsOf(column) > MOST_CODES - ROWS;
  }

  /** How many different texts there were so far. */
  textsOf(column: number): number {
    return this.word(this.stateOf(column) + 1);
  }

  /**
   * How many rows of a column with codes the last scan has filled, and the row behind the last of
   * them; with those of a record that stopped it. To be asked once.
   */
  filled(column: number): readonly [number, number] {
    const at = this.stateOf(column) + 8;
    const [count, end] = [this.word(at), this.word(at + 1)];
    this.words.fill(0, at, at + 2);
    return [count, end];
  }

  /** Of the rows of the last scan: their codes, or by twos where their texts begin and end. */
  read(column: number): Int32Array {
    const from = this.word(this.stateOf(column) + 5) >> 2;
    return this.words.subarray(from, from + this.rows * (this.isPlaced(column) ? 2 : 1));
  }

  /** Where the text of a code stands. */
  placeOf(column: number, code: number): readonly [number, number] {
    const entry = (this.word(this.stateOf(column) + 7) + code * ENTRY) >> 2;
    const start = this.word(entry);
    return [start, start + this.word(entry + 1)];
  }

  private stateOf(column: number): number {
    return (this.area + HEAD + column * STATE) >> 2;
  }
}
