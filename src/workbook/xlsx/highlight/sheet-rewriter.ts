import { CLOSE, END, MORE, OPEN, type TokenKind, XmlScanner } from '../xml/scanner.ts';
import { decodeText, encodeText } from '../xml/text.ts';
import { type PackedPart, PartPacker } from '../zip/pack.ts';
import { columnOf, parseIndex } from '../read/cell-text.ts';
import { cellAddress } from '#domain/sheet.ts';

/** What to do with the cells of one row. Style tokens are the text of `s` as it stands; null: the cell has no `s`. */
export interface RowEdit {
  /** The new token; null takes `s` away; undefined leaves the cell alone. */
  restyle(column: number, style: string | null): string | null | undefined;
  /** Token for a cell that the row lacks; null leaves the gap. Asked for each column of the block, left to right. */
  missing(column: number, rowStyle: string | null): string | null;
  /** Whether this empty cell goes away again. */
  removes(column: number, style: string | null): boolean;
  /** The row was `<row/>` before cells were added: it becomes so again when it ends up empty. */
  readonly wasSelfClosing: boolean;
  /** Told of a self-closing row that is opened up. */
  opened(): void;
}

export interface SheetEdits {
  readonly left: number;
  readonly right: number;
  row(row: number): RowEdit | undefined;
  /** Styles of whole columns, before the first row is asked for. */
  columns(columnStyles: readonly ColumnStyle[]): void;
}

export interface ColumnStyle {
  readonly from: number;
  readonly to: number;
  readonly style: string;
}

const NO_BYTES = new Uint8Array(0);

/**
 * Copies a worksheet part byte for byte while it streams by, and changes nothing but the `s` of cells in the rows it is
 * told of, and the empty cells that those rows lack.
 */
export class SheetRewriter {
  private readonly scanner: XmlScanner;
  private readonly packer = new PartPacker();
  private readonly edits: SheetEdits;
  private readonly part: string;
  private buffer: Uint8Array = NO_BYTES;
  private copied = 0;
  private inData = false;
  private readonly columnStyles: ColumnStyle[] = [];
  private row = -1;
  private column = -1;
  private edit: RowEdit | undefined;
  private rowStyle: string | null = null;
  private rowPrefix = '';
  private nextMissing = 0;
  /** The `>` of a row's opening tag is held back while the row may still become self-closing again. */
  private held = false;

  constructor(part: string, edits: SheetEdits) {
    this.part = part;
    this.edits = edits;
    this.scanner = new XmlScanner(part);
  }

  get rows(): number {
    return this.row + 1;
  }

  push(piece: Uint8Array): void {
    this.copyTo(this.scanner.consumed);
    this.scanner.feed(piece);
    this.buffer = this.scanner.buffer;
    this.copied = 0;
    this.run();
  }

  finish(): PackedPart {
    this.scanner.finish();
    this.run();
    this.copyTo(this.buffer.length);
    return this.packer.finish(this.part);
  }

  private run(): void {
    const { scanner } = this;
    for (let token = scanner.next(); token !== MORE && token !== END; token = scanner.next()) {
      if (this.inData) this.inSheetData(token);
      else if (token === OPEN) this.outside();
    }
  }

  private outside(): void {
    const { scanner } = this;
    if (scanner.is('sheetData')) {
      this.inData = !scanner.selfClosing;
      this.edits.columns(this.columnStyles);
    } else if (scanner.is('col')) {
      const style = scanner.attribute('style');
      if (style !== undefined) this.columnStyles.push({ from: Number(scanner.attribute('min')) - 1, to: Number(scanner.attribute('max')) - 1, style });
    }
  }

  private inSheetData(token: TokenKind): void {
    const { scanner } = this;
    if (token === OPEN && scanner.is('row')) this.openRow();
    else if (token === CLOSE && scanner.is('row')) this.closeRow();
    else if (token === CLOSE && scanner.is('sheetData')) this.inData = false;
    else if (token === OPEN && this.edit !== undefined && scanner.is('c')) this.openCell(this.edit);
    else if (this.held && !(token === CLOSE && scanner.is('c'))) this.release(scanner.start);
  }

  private openRow(): void {
    const { scanner } = this;
    const number = this.index('r');
    this.row = number === null ? this.row + 1 : number - 1;
    this.column = -1;
    this.edit = this.edits.row(this.row);
    if (this.edit === undefined) return;
    const custom = scanner.attribute('customFormat');
    this.rowStyle = custom === '1' || custom === 'true' ? scanner.attribute('s') ?? null : null;
    this.rowPrefix = decodeText(scanner.buffer, scanner.start + 1, scanner.nameStart, true);
    this.nextMissing = this.edits.left;
    if (scanner.selfClosing) this.openSelfClosingRow(this.edit);
    else if (this.edit.wasSelfClosing) {
      this.copyTo(scanner.end - 1);
      this.copied = scanner.end;
      this.held = true;
    }
  }

  private openSelfClosingRow(edit: RowEdit): void {
    const { end } = this.scanner;
    const cells = this.missingUpTo(edit, this.edits.right + 1);
    this.edit = undefined;
    if (cells === '') return;
    edit.opened();
    this.copyTo(end - 2);
    this.write(`>${cells}</${this.rowPrefix}row>`);
    this.copied = end;
  }

  private closeRow(): void {
    const { scanner, edit } = this;
    if (edit === undefined) return;
    const cells = this.missingUpTo(edit, this.edits.right + 1);
    if (this.held && cells === '') {
      this.write('/>');
      this.copied = scanner.end;
      this.held = false;
    } else {
      this.release(scanner.start);
      this.write(cells);
    }
    this.edit = undefined;
  }

  private openCell(edit: RowEdit): void {
    const { scanner } = this;
    const reference = scanner.find('r');
    this.column = reference < 0 ? this.column + 1 : columnOf(scanner.buffer, scanner.valueStart(reference), scanner.valueEnd(reference));
    const style = scanner.attribute('s') ?? null;
    if (scanner.selfClosing && edit.removes(this.column, style)) {
      this.copyTo(scanner.start);
      this.copied = scanner.end;
      this.nextMissing = Math.max(this.nextMissing, this.column + 1);
      return;
    }
    this.release(scanner.start);
    this.write(this.missingUpTo(edit, this.column));
    if (this.column < this.edits.left || this.column > this.edits.right) return;
    this.nextMissing = this.column + 1;
    const next = edit.restyle(this.column, style);
    if (next !== undefined && next !== style) this.putStyle(next, reference);
  }

  /** Replaces the value of `s`, adds ` s="…"` behind `r`, or takes exactly that away. */
  private putStyle(style: string | null, reference: number): void {
    const { scanner } = this;
    const at = scanner.find('s');
    if (at >= 0 && style !== null) {
      this.copyTo(scanner.valueStart(at));
      this.write(style);
      this.copied = scanner.valueEnd(at);
    } else if (at >= 0) {
      this.copyTo(scanner.attributeStart(at) - 1);
      this.copied = scanner.valueEnd(at) + 1;
    } else if (style !== null) {
      this.copyTo(reference >= 0 ? scanner.valueEnd(reference) + 1 : scanner.nameEnd);
      this.write(` s="${style}"`);
    }
  }

  /** The cells that the row lacks before `column`, as XML; columns at or beyond it are asked for later. */
  private missingUpTo(edit: RowEdit, column: number): string {
    let cells = '';
    const stop = Math.min(column, this.edits.right + 1);
    for (; this.nextMissing < stop; this.nextMissing++) {
      const style = edit.missing(this.nextMissing, this.rowStyle);
      if (style !== null) cells += `<${this.rowPrefix}c r="${cellAddress(this.row, this.nextMissing)}" s="${style}"/>`;
    }
    return cells;
  }

  private release(upTo: number): void {
    if (this.held) this.write('>');
    this.held = false;
    this.copyTo(upTo);
  }

  private index(name: string): number | null {
    const { scanner } = this;
    const at = scanner.find(name);
    return at < 0 ? null : parseIndex(scanner.buffer, scanner.valueStart(at), scanner.valueEnd(at));
  }

  private copyTo(position: number): void {
    if (position > this.copied) this.packer.push(this.buffer.subarray(this.copied, position));
    this.copied = Math.max(this.copied, position);
  }

  private write(text: string): void {
    if (text !== '') this.packer.push(encodeText(text));
  }
}

