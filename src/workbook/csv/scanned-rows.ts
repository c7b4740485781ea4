import type { CsvColumn } from './csv-column.ts';
import type { RecordScanner } from './record-scanner.ts';

/** Records that nobody but us could read are worth a scan of those between them, one in so many. */
const WORTH = 8;
const FIRST_RECORDS = 1 << 10;

interface Codes {
  /** By code of the scanner: the code of the column. */
  readonly codes: number[];
  /** They are the same so far. */
  isAlike: boolean;
}

/** Puts the rows that a scanner has read into the columns of a sheet. */
export class ScannedRows {
  /** Where the next record begins. */
  next = 0;
  /** Records of the last scan. */
  rows = 0;
  private readonly scanner: RecordScanner;
  private readonly codes: Codes[] = [];
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
  put(index: number, column: () => CsvColumn, row: number): number {
    const { scanner } = this;
    const read = scanner.read(index);
    if (scanner.isPlaced(index))
      return read.some((place) => place !== 0) ? putPlaces(read, column(), row) : 0;
    const [filled, end] = scanner.filled(index);
    if (filled === 0) return 0;
    const into = column();
    const isAlike = !scanner.isStuck && this.learnt(index, into);
    const padding = isAlike ? row + end - into.length - filled : this.putCodes(index, into, row);
    if (isAlike) into.putCodes(row, read.subarray(0, end));
    if (into.isApart || scanner.isFull(index)) scanner.place(index);
    return padding;
  }

  /** Whether each text has had the same code there and here for longer than the last scan. */
  private learnt(index: number, column: CsvColumn): boolean {
    const own = this.codesOf(index);
    return !column.isApart && own.isAlike && own.codes.length === this.scanner.textsOf(index);
  }

  private codesOf(index: number): Codes {
    return (this.codes[index] ??= { codes: [0], isAlike: true });
  }

  private putCodes(index: number, column: CsvColumn, row: number): number {
    const { scanner } = this;
    const own = this.codesOf(index);
    for (let code = own.codes.length; code < scanner.textsOf(index); code++) {
      own.codes.push(column.codeAt(...scanner.placeOf(index, code)));
      own.isAlike &&= own.codes[code] === code;
    }
    const read = scanner.read(index);
    let padding = 0;
    for (let at = 0; at < read.length; at++) {
      const code = read[at]!;
      if (code === 0) continue;
      padding += row + at - column.length;
      if (column.isApart) column.putQuoted(row + at, ...scanner.placeOf(index, code));
      else column.putCode(row + at, own.codes[code]!);
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
