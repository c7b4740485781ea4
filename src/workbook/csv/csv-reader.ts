import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { LONGEST_QUOTED, MAX_PADDING, SHEET_COLUMNS } from '#domain/bounds.ts';
import { CsvColumn } from './csv-column.ts';
import type { CsvPart } from './csv-part.ts';
import type { Delimiter } from './delimiter.ts';
import type { FieldDecoder } from './field-decoder.ts';
import type { ScannedRows } from './scanned-rows.ts';
import { QUOTE, LF, CR, SPACE, TAB } from '../ascii.ts';
import { viewOf, withFour, withOne } from '../byte-texts.ts';

/** Rows are foreseen to be a little shorter than those before them. */
const SPARE = 1.02;
/** What the first few rows foresee is believed up to here. */
const MOST_TIMES = 64;
/** The highest bit of each of four bytes. */
const HIGH_BITS = 0x80808080;

/**
 * RFC 4180 with the liberties that exports take: quotes inside unquoted fields are plain
 * characters, a field may stand in tabs or spaces beside its quotes (`925… \t` keeps its tab).
 * Every cell is text as typed; nothing becomes a number here. Works on the bytes of UTF-8 and GBK,
 * in neither of which a delimiter, a quote or a line end is part of another character.
 */
export class CsvReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly decoder: FieldDecoder;
  private readonly delimiter: number;
  /** Four times the byte behind it: taken from four bytes, it borrows where one may end a field. */
  private readonly behindStops: number;
  private readonly columns: CsvColumn[] = [];
  /** Line at which each record starts, 1-based; `null` while records are lines. */
  private lines: number[] | null = null;
  private line = 1;
  private row = 0;
  private padding = 0;
  private readonly from: number;
  private at: number;
  /** Where reading will stop, as far as is known. */
  private stop: number;
  private readonly scanned: ScannedRows | undefined;

  /**
   * @param from - first byte after a byte order mark
   * @param scanned - rows of `bytes`, where somebody can scan them
   */
  constructor(
    bytes: Uint8Array,
    from: number,
    delimiter: Delimiter,
    decoder: FieldDecoder,
    scanned?: ScannedRows,
  ) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.from = from;
    this.at = from;
    this.stop = bytes.length;
    this.delimiter = delimiter.charCodeAt(0);
    this.behindStops = (Math.max(this.delimiter, LF, CR) + 1) * 0x01010101;
    this.decoder = decoder;
    this.scanned = scanned;
  }

  /** Records read so far. */
  get rows(): number {
    return this.row;
  }

  /** The byte at which the next record begins. */
  get position(): number {
    return this.at;
  }

  /**
   * As many rows as the bytes will hold if they go on like this: columns that grow little by little
   * are copied as often.
   */
  private readonly roomFor = (row: number): number => {
    const read = this.at - this.from;
    const foreseen = read === 0 ? 0 : (row * (this.stop - this.from) * SPARE) / read;
    return Math.ceil(Math.max((row + 1) * 2, Math.min(foreseen, row * MOST_TIMES)));
  };

  /** Reads whole records until `limit` bytes or `stop` is passed; false at or behind `stop`. */
  read(limit: number, stop = this.bytes.length): boolean {
    this.stop = stop;
    const until = Math.min(stop, this.at + limit);
    const { scanned } = this;
    while (this.at < until)
      if (scanned?.isOfUse !== true || !this.scan(scanned, until)) this.at = this.record(this.at);
    return this.at < stop;
  }

  /** Reads the next records as far as they are plain; false before one that is not. */
  private scan(scanned: ScannedRows, until: number): boolean {
    const isPlain = scanned.scan(this.at, until, this.delimiter);
    this.at = scanned.next;
    for (let index = 0; index < scanned.width; index++)
      this.pad(scanned.put(index, () => this.columnAt(index), this.row));
    for (let record = 0; record < scanned.rows; record++) this.endRecord(0);
    return isPlain || this.at >= until;
  }

  part(): CsvPart {
    const { row: rows, line, lines, padding, columns } = this;
    return {
      rows,
      lineCount: line - 1,
      lines,
      padding,
      columns: columns.map((column) => column.part()),
    };
  }

  /** Reads one record; returns where the next starts. */
  private record(from: number): number {
    const { bytes, delimiter } = this;
    let at = from;
    let breaks = 0;
    for (let column = 0; ; column++) {
      const quoted = bytes[at] === QUOTE ? quotedField(bytes, at, delimiter) : null;
      let end: number;
      if (quoted === null) end = this.plainField(at, column);
      else {
        end = quoted.end;
        breaks += quoted.breaks;
        this.putQuoted(column, quoted);
      }
      const byte = bytes[end];
      at = end + 1;
      if (byte === delimiter) continue;
      if (byte === CR && bytes[at] === LF) at++;
      this.endRecord(breaks);
      return at;
    }
  }

  /** Puts the field that begins at `start`; returns where it ends. */
  private plainField(start: number, index: number): number {
    const known = this.columns[index];
    const same = known === undefined ? -1 : known.endOfSame(start);
    if (same < 0 || !this.isStop(same)) return this.field(start, index);
    this.column(index).putSame(this.row);
    return same;
  }

  /** Four bytes at a look; the hash comes with it, so that no text is gone through twice. */
  private field(start: number, index: number): number {
    const { bytes, view, behindStops } = this;
    const { length } = bytes;
    let [i, hash] = [start, 0];
    for (; i + 4 <= length; i += 4) {
      const four = view.getInt32(i, true);
      const mayStop = ((four - behindStops) & ~four & HIGH_BITS) !== 0;
      if (
        mayStop &&
        (this.isStop(i) || this.isStop(i + 1) || this.isStop(i + 2) || this.isStop(i + 3))
      )
        break;
      hash = withFour(hash, four);
    }
    for (; !this.isStop(i); i++) hash = withOne(hash, bytes[i]!);
    if (i > start) this.column(index).put(this.row, start, i, hash);
    return i;
  }

  private isStop(at: number): boolean {
    const byte = this.bytes[at];
    return byte === undefined || byte === this.delimiter || byte === LF || byte === CR;
  }

  private putQuoted(column: number, { start, stop, end, isPlain }: QuotedField): void {
    if (!isPlain) {
      const inside = this.decoder.decode(start, stop).replaceAll('""', '"');
      const text = inside + this.decoder.decode(stop + 1, end);
      if (text !== '') this.column(column).putText(this.row, text);
    } else if (stop > start) this.column(column).putQuoted(this.row, start, stop);
  }

  private column(index: number): CsvColumn {
    const column = this.columnAt(index);
    this.pad(this.row - column.length);
    return column;
  }

  private columnAt(index: number): CsvColumn {
    if (index >= SHEET_COLUMNS)
      throw new Refusal<FileTrouble>({ code: 'file.tooWide', row: this.line });
    while (this.columns.length <= index)
      this.columns.push(new CsvColumn(this.bytes, this.decoder, this.roomFor));
    return this.columns[index]!;
  }

  private pad(places: number): void {
    this.padding += places;
    if (this.padding > MAX_PADDING) throw new Refusal<FileTrouble>({ code: 'file.scattered' });
  }

  private endRecord(breaks: number): void {
    this.lines?.push(this.line);
    this.row++;
    if (breaks > 0) this.lines ??= Array.from({ length: this.row }, (_, row) => row + 1);
    this.line += 1 + breaks;
  }
}

/** A field in quotes: its text between `start` and `stop`, what stands behind it up to `end`. */
interface QuotedField {
  readonly start: number;
  readonly stop: number;
  readonly end: number;
  /** Line breaks in the text. */
  readonly breaks: number;
  /** The bytes between the quotes are the text: nothing doubled, nothing behind. */
  readonly isPlain: boolean;
}

/**
 * The quoted field that begins at `from`; `null` when the quote there is a plain character: no
 * other ends it, or only after so long, or on a later line in the middle of another field, that
 * rows would be swallowed.
 */
function quotedField(bytes: Uint8Array, from: number, delimiter: number): QuotedField | null {
  const stop = closingQuote(bytes, from);
  if (stop < 0) return null;
  const end = fieldEnd(bytes, stop + 1, delimiter);
  const breaks = countBreaks(bytes, from + 1, stop);
  if (breaks > 0 && (stop - from > LONGEST_QUOTED || !isBlank(bytes, stop + 1, end))) return null;
  const isPlain = end === stop + 1 && !hasQuote(bytes, from + 1, stop);
  return { start: from + 1, stop, end, breaks, isPlain };
}

/** The quote that is not doubled, or -1. */
function closingQuote(bytes: Uint8Array, from: number): number {
  for (let i = bytes.indexOf(QUOTE, from + 1); i >= 0; i = bytes.indexOf(QUOTE, i + 2))
    if (bytes[i + 1] !== QUOTE) return i;
  return -1;
}

function fieldEnd(bytes: Uint8Array, from: number, delimiter: number): number {
  let i = from;
  while (i < bytes.length && bytes[i] !== delimiter && bytes[i] !== LF && bytes[i] !== CR) i++;
  return i;
}

/** CR, LF and both together each break a line once. */
function countBreaks(bytes: Uint8Array, from: number, to: number): number {
  let breaks = 0;
  for (let i = from; i < to; i++)
    if (bytes[i] === LF ? bytes[i - 1] !== CR || i === from : bytes[i] === CR) breaks++;
  return breaks;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== SPACE && bytes[i] !== TAB) return false;
  return true;
}

const hasQuote = (bytes: Uint8Array, from: number, to: number): boolean => {
  const at = bytes.indexOf(QUOTE, from);
  return at >= 0 && at < to;
};
