import type { Cell } from '#domain/sheet.ts';
import { UnusableFile } from '../files.facts.ts';
import { MAX_PADDING } from '../xlsx/zip/limits.ts';
import type { Delimiter } from './delimiter.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** A record that never ends has a stray quote at its start: the quote is then a plain character. */
const MAX_RECORD = 8 * 1024 * 1024;
const LAST_COLUMN = 16_384;
/** A repeated text (customer, product, status) is kept once; longer ones rarely repeat. */
const SHARED_LENGTH = 40;
const SHARED_TEXTS = 100_000;

/**
 * RFC 4180 with the liberties that exports take: quotes inside unquoted fields are plain
 * characters, a field may stand in tabs or spaces beside its quotes (`925… \t` keeps its tab).
 * Every cell is text as typed; nothing becomes a number here.
 */
export class CsvReader {
  readonly columns: Cell[][] = [];
  /** Line at which each record starts, 1-based. */
  readonly lines: number[] = [];
  private readonly delimiter: number;
  private readonly shared = new Map<string, string>();
  private rest = '';
  private line = 1;
  private padding = 0;
  private hasBreaks = false;

  constructor(delimiter: Delimiter) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Up to the last record that holds anything. */
  get rowCount(): number {
    return this.columns.reduce((most, { length }) => Math.max(most, length), 0);
  }

  /** Whether records and lines part ways somewhere. */
  get linesDiffer(): boolean {
    return this.hasBreaks;
  }

  push(piece: string): void {
    const text = this.rest + piece;
    this.read(text, text.length > MAX_RECORD);
  }

  finish(): void {
    this.read(this.rest, true);
  }

  /**
   * Takes the whole records of `text`; what belongs to an unfinished one waits for the next piece.
   */
  private read(text: string, final: boolean): void {
    let at = 0;
    while (at < text.length) {
      const next = this.record(text, at, final);
      if (next < 0) break;
      at = next;
    }
    this.rest = text.slice(at);
  }

  /**
   * Reads one record; answers where the next starts, or -1 when the text ends first and more may
   * come.
   */
  private record(text: string, from: number, final: boolean): number {
    const fields: string[] = [];
    let breaks = 0;
    let at = from;
    for (;;) {
      const quoted = text.charCodeAt(at) === QUOTE ? quotedEnd(text, at) : at;
      if (quoted < 0 && !final) return -1;
      const end = this.fieldEnd(text, Math.max(quoted, at));
      if (end >= text.length && !final) return -1;
      const field =
        quoted > at
          ? unquote(text.slice(at, quoted)) + text.slice(quoted, end)
          : text.slice(at, end);
      if (quoted > at) breaks += countBreaks(field);
      fields.push(field);
      at = end + 1;
      if (text.charCodeAt(end) === this.delimiter) continue;
      if (text.charCodeAt(end) === CR) {
        if (at >= text.length && !final) return -1;
        if (text.charCodeAt(at) === LF) at++;
      }
      this.add(fields, breaks);
      return at;
    }
  }

  private fieldEnd(text: string, from: number): number {
    let i = from;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === this.delimiter || code === LF || code === CR) break;
    }
    return i;
  }

  private add(fields: readonly string[], breaks: number): void {
    const row = this.lines.length;
    for (const [c, field] of fields.entries()) if (field !== '') this.put(row, c, this.keep(field));
    this.lines.push(this.line);
    this.line += 1 + breaks;
    if (breaks > 0) this.hasBreaks = true;
  }

  private put(row: number, column: number, text: string): void {
    if (column >= LAST_COLUMN) throw new UnusableFile({ code: 'file.tooLarge' });
    while (this.columns.length <= column) this.columns.push([]);
    const cells = this.columns[column]!;
    this.padding += row - cells.length;
    if (this.padding > MAX_PADDING) throw new UnusableFile({ code: 'file.tooLarge' });
    while (cells.length < row) cells.push(null);
    cells.push(text);
  }

  private keep(text: string): string {
    if (text.length > SHARED_LENGTH) return text;
    const known = this.shared.get(text);
    if (known !== undefined) return known;
    if (this.shared.size < SHARED_TEXTS) this.shared.set(text, text);
    return text;
  }
}

/** The position after the closing quote, or -1 when there is none. */
function quotedEnd(text: string, from: number): number {
  for (let i = text.indexOf('"', from + 1); i >= 0; i = text.indexOf('"', i + 2))
    if (text.charCodeAt(i + 1) !== QUOTE) return i + 1;
  return -1;
}

const unquote = (quoted: string): string => quoted.slice(1, -1).replaceAll('""', '"');

const countBreaks = (text: string): number =>
  /[\r\n]/.test(text) ? text.split(/\r\n|\r|\n/).length - 1 : 0;
