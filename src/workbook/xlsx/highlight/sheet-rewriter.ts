import { CLOSE, OPEN, type TokenKind } from '../xml/scanner.ts';
import { decodeText } from '../xml/text.ts';
import type { PartSink } from '../zip/pack.ts';
import { CopyingWalk } from './copying-walk.ts';
import type { ColumnStyle, RowEdit, SheetEdits } from './sheet-edits.ts';
import { cellAddress } from '#domain/sheet.ts';

/**
 * Copies a worksheet part byte for byte while it streams by, and changes nothing but the `s` of
 * cells in the rows it is told of, and the empty cells that those rows lack.
 */
export class SheetRewriter extends CopyingWalk {
  private readonly edits: SheetEdits;
  private readonly columnStyles: ColumnStyle[] = [];
  private edit: RowEdit | undefined;
  private rowStyle: string | null = null;
  private rowPrefix = '';
  private nextMissing = 0;
  /**
   * The `>` of a row's opening tag is held back while the row may still become self-closing again.
   */
  private held = false;

  constructor(part: string, edits: SheetEdits, sink: PartSink) {
    super(part, sink);
    this.edits = edits;
  }

  protected take(token: TokenKind): void {
    if (this.inData) this.inSheetData(token);
    else if (token === OPEN) this.outside();
  }

  private outside(): void {
    const { scanner } = this;
    if (scanner.is('sheetData')) {
      this.inData = !scanner.selfClosing;
      this.edits.columns(this.columnStyles);
    } else if (scanner.is('col')) {
      const style = scanner.attributes.get('style');
      if (style !== undefined)
        this.columnStyles.push({
          from: Number(scanner.attributes.get('min')) - 1,
          to: Number(scanner.attributes.get('max')) - 1,
          style,
        });
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
    this.enterRow();
    this.edit = this.edits.row(this.row);
    if (this.edit === undefined) {
      if (!scanner.selfClosing) scanner.passContent();
      return;
    }
    const custom = scanner.attributes.get('customFormat');
    this.rowStyle =
      custom === '1' || custom === 'true' ? (scanner.attributes.get('s') ?? null) : null;
    this.rowPrefix = decodeText(scanner.buffer, scanner.start + 1, scanner.nameStart, true);
    this.nextMissing = this.edits.left;
    if (scanner.selfClosing) this.openSelfClosingRow(this.edit);
    else if (this.edit.wasSelfClosing) {
      this.copy.copyTo(scanner.end - 1);
      this.copy.skipTo(scanner.end);
      this.held = true;
    }
  }

  private openSelfClosingRow(edit: RowEdit): void {
    const { end } = this.scanner;
    const cells = this.missingUpTo(edit, this.edits.right + 1);
    this.edit = undefined;
    if (cells === '') return;
    edit.opened();
    this.copy.copyTo(end - 2);
    this.copy.write(`>${cells}</${this.rowPrefix}row>`);
    this.copy.skipTo(end);
  }

  private closeRow(): void {
    const { scanner, edit } = this;
    if (edit === undefined) return;
    const cells = this.missingUpTo(edit, this.edits.right + 1);
    if (this.held && cells === '') {
      this.copy.write('/>');
      this.copy.skipTo(scanner.end);
      this.held = false;
    } else {
      this.release(scanner.start);
      this.copy.write(cells);
    }
    this.edit = undefined;
  }

  private openCell(edit: RowEdit): void {
    const { scanner } = this;
    this.enterCell();
    const style = scanner.attributes.get('s') ?? null;
    if (scanner.selfClosing && edit.removes(this.column, style)) {
      this.copy.copyTo(scanner.start);
      this.copy.skipTo(scanner.end);
      this.nextMissing = Math.max(this.nextMissing, this.column + 1);
      return;
    }
    this.release(scanner.start);
    this.copy.write(this.missingUpTo(edit, this.column));
    if (this.column < this.edits.left || this.column > this.edits.right) return;
    this.nextMissing = this.column + 1;
    const next = edit.restyle(this.column, style);
    if (next !== undefined && next !== style) this.putStyle(next);
  }

  /** Replaces the value of `s`, adds ` s="…"` behind `r`, or takes exactly that away. */
  private putStyle(style: string | null): void {
    const { scanner } = this;
    const reference = scanner.attributes.find('r');
    const at = scanner.attributes.find('s');
    if (at >= 0 && style !== null) {
      this.copy.copyTo(scanner.attributes.valueStart(at));
      this.copy.write(style);
      this.copy.skipTo(scanner.attributes.valueEnd(at));
    } else if (at >= 0) {
      this.copy.copyTo(scanner.attributes.start(at) - 1);
      this.copy.skipTo(scanner.attributes.valueEnd(at) + 1);
    } else if (style !== null) {
      this.copy.copyTo(
        reference >= 0 ? scanner.attributes.valueEnd(reference) + 1 : scanner.nameEnd,
      );
      this.copy.write(` s="${style}"`);
    }
  }

  /**
   * The cells that the row lacks before `column`, as XML; columns at or beyond it are asked for
   * later.
   */
  private missingUpTo(edit: RowEdit, column: number): string {
    let cells = '';
    const stop = Math.min(column, this.edits.right + 1);
    for (; this.nextMissing < stop; this.nextMissing++) {
      const style = edit.missing(this.nextMissing, this.rowStyle);
      if (style === null) continue;
      const at = cellAddress(this.row, this.nextMissing);
      cells += `<${this.rowPrefix}c r="${at}" s="${style}"/>`;
    }
    return cells;
  }

  private release(upTo: number): void {
    if (this.held) this.copy.write('>');
    this.held = false;
    this.copy.copyTo(upTo);
  }
}
