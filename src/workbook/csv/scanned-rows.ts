import type { CsvColumn } from './csv-column.ts';
import type { RecordScanner } from './record-scanner.ts';

/** Records that nobody but us could read are worth a scan of those between them, one in so many. */
const WORTH = 8;
const FIRST_RECORDS = 1 << 10;

/** Puts the rows that a scanner has read into the columns of a sheet. */
export class ScannedRows {
  /** Where the next record begins. */
  next = 0;
  /** Records of the last scan. */
  rows = 0;
  private readonly scanner: RecordScanner;
  /** By column, by code of the scanner: the code of the column, 0 while it has none. */
  private readonly codes: Int32Array[] = [];
  private all = 0;
  private stuck = 0;

  constructor(scanner: RecordScanner) {
    this.scanner = scanner;
  }

  holdsNul(): boolean {
    return this.scanner.holdsNul();
  }

  /** False once too many records are none for a scanner. */
  get isOfUse(): boolean {
    return this.all < FIRST_RECORDS || this.stuck * WORTH < this.all;
  }

  get width(): number {
    return this.scanner.width;
  }

  /** Scans up to `until`; false before a record that must be read otherwise. */
  scan(at: number, until: number, delimiter: number): boolean {
    const { scanner } = this;
    this.next = scanner.scan(at, until, delimiter);
    this.rows = scanner.rows;
    this.all += this.rows;
    if (!scanner.isStuck) return true;
    this.all++;
    this.stuck++;
    return false;
  }

  /** Puts the rows of a column, the first at `row`; returns the empty places before its cells. */
  put(index: number, column: CsvColumn, row: number): number {
    const { scanner } = this;
    const padding = scanner.isPlaced(index)
      ? putPlaces(scanner.read(index), column, row)
      : this.putCodes(index, column, row);
    if (column.isApart || scanner.isFull(index)) scanner.place(index);
    return padding;
  }

  holds(index: number): boolean {
    return this.scanner.read(index).some((read) => read !== 0);
  }

  private putCodes(index: number, column: CsvColumn, row: number): number {
    const { scanner } = this;
    const read = scanner.read(index);
    const own = (this.codes[index] ??= new Int32Array(1 << 16));
    let padding = 0;
    for (let at = 0; at < read.length; at++) {
      const code = read[at]!;
      if (code === 0) continue;
      padding += row + at - column.length;
      if (column.isApart) column.putQuoted(row + at, ...scanner.placeOf(index, code));
      else {
        if (own[code] === 0) own[code] = column.codeAt(...scanner.placeOf(index, code));
        column.putCode(row + at, own[code]!);
      }
    }
    return padding;
  }
}

function putPlaces(read: Int32Array, column: CsvColumn, row: number): number {
  let padding = 0;
  for (let at = 0; at < read.length; at += 2) {
    const [start, end] = [read[at]!, read[at + 1]!];
    if (start === end) continue;
    padding += row + at / 2 - column.length;
    column.putQuoted(row + at / 2, start, end);
  }
  return padding;
}
