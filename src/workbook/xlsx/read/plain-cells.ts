import type { SheetContext } from './sheet-context.ts';
import type { ColumnBuilder } from './column-builder.ts';
import { columnOf, parseIndex, parseNumber } from './cell-text.ts';
import { type Pattern, ascii, behind, pattern, tagFrom, viewed } from '../xml/byte-match.ts';
import { LAST_COLUMN } from './sheet-size.ts';
import {
  SPACE,
  QUOTE,
  SLASH,
  LT,
  EQUALS,
  GT,
  LOWER_C,
  LOWER_N,
  LOWER_R,
  LOWER_S,
  LOWER_T,
} from '../../ascii.ts';

const INLINE = ascii('inlineStr"');
const VALUE = ascii('><v>');
const END_VALUE = ascii('</v></c>');
const EMPTY = ascii('></c>');
const TEXT = ascii('><is><t>');
const KEPT_TEXT = ascii('><is><t xml:space="preserve">');
const END_TEXT = ascii('</t></is></c>');

/** Whoever writes more than this about each cell gets it read each time. */
const LONGEST_DRESS = 128;
const START = ascii('<c r="');

const NUMBER = 0;
const SHARED = 1;
const INLINE_TEXT = 2;
const NOTHING = 3;
/** Not plain, or not whole: the scanner decides. */
const NO = -1;

/** How a cell is dressed: all that stands between its reference and what it holds. */
interface Dress {
  readonly bytes: Pattern;
  readonly style: number;
  readonly type: typeof NUMBER | typeof SHARED | typeof INLINE_TEXT | typeof NOTHING;
}

/**
 * Cells as most programs write them – a reference, a style, a number or a text – taken straight
 * from the bytes, without a token for each tag. Whatever looks otherwise, be it only another blank,
 * is left to the scanner, which reads the same of these cells. The cells of a column are mostly
 * dressed alike: then a dress is compared, not read.
 */
export class PlainCells {
  /** Column of the last cell that was passed. */
  column = -1;
  private readonly cells: ColumnBuilder;
  private readonly context: SheetContext;
  /** By column: of its last cell. */
  private readonly dresses: (Dress | undefined)[] = [];
  private bytes: Uint8Array = new Uint8Array(0);
  private view = viewed(this.bytes);
  private row = 0;
  private next = -1;
  private style = 0;
  private type: Dress['type'] = NUMBER;

  constructor(cells: ColumnBuilder, context: SheetContext) {
    this.cells = cells;
    this.context = context;
  }

  /** Takes the plain cells that stand at a position, behind `column`; returns where they end. */
  take(bytes: Uint8Array, from: number, row: number, column: number): number {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = viewed(bytes);
    }
    this.row = row;
    this.column = column;
    let end = from;
    for (let next = this.cell(from); next !== NO; next = this.cell(next)) {
      end = next;
      this.column = this.next;
    }
    return end;
  }

  private cell(at: number): number {
    const { bytes, view } = this;
    let i = behind(view, at, START);
    if (i === NO) return this.undressed(at, NO);
    let column = 0;
    for (let letter = bytes[i]! - 0x40; letter >= 1 && letter <= 26; letter = bytes[i]! - 0x40) {
      column = column * 26 + letter;
      i++;
    }
    while (bytes[i]! >= 0x30 && bytes[i]! <= 0x39) i++;
    if (bytes[i] !== QUOTE) return this.undressed(at, NO);
    const dress = this.dresses[column - 1];
    const content = dress === undefined ? NO : behind(view, i + 1, dress.bytes);
    if (dress === undefined || content === NO) return this.undressed(at, i + 1);
    this.next = column - 1;
    this.style = dress.style;
    this.type = dress.type;
    return this.content(content);
  }

  /** A cell whose tag is read; `dressFrom` is behind its reference, if that stands first. */
  private undressed(at: number, dressFrom: number): number {
    const { bytes } = this;
    if (bytes[at] !== LT || bytes[at + 1] !== LOWER_C) return NO;
    const end = this.attributes(at + 2);
    if (end === NO || this.next < 0 || this.next >= LAST_COLUMN) return NO;
    const content = this.opening(end);
    if (content === NO) return NO;
    if (dressFrom !== NO && content - dressFrom <= LONGEST_DRESS)
      this.dresses[this.next] = {
        bytes: pattern(bytes.slice(dressFrom, content)),
        style: this.style,
        type: this.type,
      };
    return this.content(content);
  }

  /** From the end of the attributes to what the cell holds. */
  private opening(end: number): number {
    const { bytes, view } = this;
    const isEmpty = bytes[end] === SLASH && bytes[end + 1] === GT;
    const whole = isEmpty ? end + 2 : behind(view, end, EMPTY);
    if (whole !== NO) {
      this.type = NOTHING;
      return whole;
    }
    if (this.type !== INLINE_TEXT) return behind(view, end, VALUE);
    const plain = behind(view, end, TEXT);
    return plain === NO ? behind(view, end, KEPT_TEXT) : plain;
  }

  private content(at: number): number {
    if (this.type === NOTHING) return at;
    return this.type === INLINE_TEXT ? this.text(at) : this.value(at);
  }

  /** Up to the end of the tag. One that stands twice is not plain. */
  private attributes(from: number): number {
    const { bytes } = this;
    this.next = this.column + 1;
    this.style = 0;
    this.type = NUMBER;
    let seen = 0;
    let at = from;
    while (bytes[at] === SPACE) {
      const name = bytes[at + 1]!;
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return NO;
      const bit = name === LOWER_R ? 1 : name === LOWER_S ? 2 : name === LOWER_T ? 4 : 0;
      if (bit === 0 || (seen & bit) !== 0) return NO;
      seen |= bit;
      const end = bytes.indexOf(QUOTE, at + 4);
      if (end < 0 || !this.attribute(bit, at + 4, end)) return NO;
      at = end + 1;
    }
    return at;
  }

  private attribute(bit: number, start: number, end: number): boolean {
    const { bytes, view } = this;
    if (bit === 1) this.next = columnOf(bytes, start, end);
    else if (bit === 2) this.style = parseIndex(bytes, start, end);
    else if (end === start + 1 && bytes[start] === LOWER_S) this.type = SHARED;
    else if (end === start + 1 && bytes[start] === LOWER_N) this.type = NUMBER;
    else if (behind(view, start, INLINE) === end + 1) this.type = INLINE_TEXT;
    else return false;
    return true;
  }

  private value(start: number): number {
    const { view } = this;
    const end = tagFrom(view, start);
    const next = behind(view, end, END_VALUE);
    if (next === NO || end === start) return NO;
    return (this.type === SHARED ? this.putShared(start, end) : this.putNumber(start, end))
      ? next
      : NO;
  }

  private putNumber(start: number, end: number): boolean {
    const { row, next } = this;
    const value = parseNumber(this.bytes, start, end);
    if (!Number.isFinite(value)) return false;
    this.cells.put(row, next, value);
    this.cells.putFormat(row, next, this.context.formats[this.style] ?? 'General');
    return true;
  }

  private putShared(start: number, end: number): boolean {
    const index = parseIndex(this.bytes, start, end);
    const text = index < 0 ? undefined : this.context.strings[index];
    if (text === undefined) return false;
    if (text !== '') this.cells.column(this.row, this.next).putShared(this.row, index, text);
    return true;
  }

  private text(start: number): number {
    const { bytes, view } = this;
    const end = tagFrom(view, start);
    const next = behind(view, end, END_TEXT);
    if (next !== NO && end > start)
      this.cells.column(this.row, this.next).putBytes(this.row, bytes, start, end);
    return next;
  }
}
