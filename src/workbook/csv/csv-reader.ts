import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { MAX_PADDING, SHEET_COLUMNS } from '#domain/bounds.ts';
import { CsvColumn } from './csv-column.ts';
import type { CsvPart } from './csv-part.ts';
import type { Delimiter } from './delimiter.ts';
import type { FieldDecoder } from './field-decoder.ts';
import { type QuotedField, quotedField } from './quoted-field.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const HASH_START = 0x811c9dc5 | 0;

/**
 * RFC 4180 with the liberties that exports take: quotes inside unquoted fields are plain
 * characters, a field may stand in tabs or spaces beside its quotes (`925… \t` keeps its tab).
 * Every cell is text as typed; nothing becomes a number here. Works on the bytes of UTF-8 and GBK,
 * in neither of which a delimiter, a quote or a line end is part of another character.
 */
export class CsvReader {
  private readonly bytes: Uint8Array;
  private readonly decoder: FieldDecoder;
  private readonly delimiter: number;
  private readonly columns: CsvColumn[] = [];
  /** Line at which each record starts, 1-based; `null` while records are lines. */
  private lines: number[] | null = null;
  private line = 1;
  private row = 0;
  private padding = 0;
  private at: number;

  /** @param from - first byte after a byte order mark */
  constructor(bytes: Uint8Array, from: number, delimiter: Delimiter, decoder: FieldDecoder) {
    this.bytes = bytes;
    this.at = from;
    this.delimiter = delimiter.charCodeAt(0);
    this.decoder = decoder;
  }

  /** Records read so far. */
  get rows(): number {
    return this.row;
  }

  /** The byte at which the next record begins. */
  get position(): number {
    return this.at;
  }

  /** Reads whole records until `limit` bytes or `stop` is passed; false at or behind `stop`. */
  read(limit: number, stop = this.bytes.length): boolean {
    const until = Math.min(stop, this.at + limit);
    while (this.at < until) this.at = this.record(this.at);
    return this.at < stop;
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

  /** Reads one record; answers where the next starts. */
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

  /** Puts the field that begins at `start`; answers where it ends. */
  private plainField(start: number, column: number): number {
    const { bytes, delimiter } = this;
    const { length } = bytes;
    let hash = HASH_START;
    let bits = 0;
    let i = start;
    if (this.columns[column]?.isRepeating === false) {
      for (; i < length; i++) {
        const byte = bytes[i]!;
        if (byte === delimiter || byte === LF || byte === CR) break;
        bits |= byte;
      }
    } else {
      for (; i < length; i++) {
        const byte = bytes[i]!;
        if (byte === delimiter || byte === LF || byte === CR) break;
        hash = Math.imul(hash ^ byte, 0x01000193);
        bits |= byte;
      }
    }
    if (i > start) this.column(column).put(this.row, start, i, hash, bits < 0x80);
    return i;
  }

  private putQuoted(column: number, { start, stop, end, isPlain }: QuotedField): void {
    const { bytes } = this;
    if (!isPlain) {
      const inside = this.decoder.decode(start, stop).replaceAll('""', '"');
      const text = inside + this.decoder.decode(stop + 1, end);
      if (text !== '') this.column(column).putText(this.row, text);
    } else if (stop > start) {
      let hash = HASH_START;
      let bits = 0;
      for (let i = start; i < stop; i++) {
        hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
        bits |= bytes[i]!;
      }
      this.column(column).put(this.row, start, stop, hash, bits < 0x80);
    }
  }

  private column(index: number): CsvColumn {
    if (index >= SHEET_COLUMNS)
      throw new Refusal<FileTrouble>({ code: 'file.tooWide', row: this.line });
    while (this.columns.length <= index) this.columns.push(new CsvColumn(this.bytes, this.decoder));
    const column = this.columns[index]!;
    this.padding += this.row - column.length;
    if (this.padding > MAX_PADDING) throw new Refusal<FileTrouble>({ code: 'file.scattered' });
    return column;
  }

  private endRecord(breaks: number): void {
    this.lines?.push(this.line);
    this.row++;
    if (breaks > 0) this.lines ??= Array.from({ length: this.row }, (_, row) => row + 1);
    this.line += 1 + breaks;
  }
}
