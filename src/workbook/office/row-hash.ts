/**
 * Characters of a text that count: enough to tell order rows apart, few enough for a million rows.
 */
const HEAD = 16;
const TAIL = 8;

/** Looked up once: this runs for every cell of a million rows. */
const { imul, min, max } = Math;

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/**
 * A 32-bit hash of a row's values, to notice later that a row is no longer the row that was read.
 */
function rowHash(values: readonly unknown[]): number {
  let hash = 0x811c9dc5 | 0;
  for (const value of values)
    hash = typeof value === 'string' ? textHash(hash, value) : numberHash(hash, Number(value));
  return hash;
}

function numberHash(hash: number, value: number): number {
  double[0] = value;
  return imul(imul(hash ^ (halves[0] ?? 0), 0x01000193) ^ (halves[1] ?? 0), 0x85ebca6b);
}

function textHash(hash: number, text: string): number {
  const { length } = text;
  let own = imul(hash ^ length, 0x01000193);
  for (let at = 0; at < min(length, HEAD); at += 1)
    own = imul(own ^ text.charCodeAt(at), 0x01000193);
  for (let at = max(HEAD, length - TAIL); at < length; at += 1)
    own = imul(own ^ text.charCodeAt(at), 0x01000193);
  return own;
}

/** What the rows of a sheet looked like when it was read. */
export class ReadRows {
  private readonly hashes: Int32Array;

  /**
   * `rows` counts from the sheet's first row; values are given over the columns `left … left +
   * columns - 1`.
   */
  constructor(
    readonly left: number,
    readonly columns: number,
    rows: number,
  ) {
    this.hashes = new Int32Array(rows);
  }

  put(row: number, values: readonly unknown[]): void {
    this.hashes[row] = rowHash(values);
  }

  /** Rows beyond what was read are none of its rows. */
  isSame(row: number, values: readonly unknown[]): boolean {
    return row < this.hashes.length && this.hashes[row] === rowHash(values);
  }
}
