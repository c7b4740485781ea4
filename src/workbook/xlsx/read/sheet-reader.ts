import type { Cell, CellBlock } from '#domain/sheet.ts';
import { decodeEscapes, decodeText } from '../xml/text.ts';
import { CLOSE, OPEN, TEXT, type TokenKind } from '../xml/scanner.ts';
import { isoSerial, parseIndex, parseNumber, parseRange } from './cell-text.ts';
import { ColumnBuilder } from './column-builder.ts';
import { PlainCells } from './plain-cells.ts';
import type { SheetContext } from './sheet-context.ts';
import { LAST_COLUMN, LAST_ROW } from './sheet-size.ts';
import { SheetWalk } from './sheet-walk.ts';
import { isTrue } from './workbook-part.ts';

/** A formula without a result, and the number format of its cell. */
export interface Uncalculated {
  readonly row: number;
  readonly column: number;
  readonly format: string;
}

/**
 * Reads a worksheet part as its bytes arrive. Formula cells give their stored result, empty texts
 * are empty cells.
 */
export class SheetReader extends SheetWalk {
  readonly cells: ColumnBuilder;
  readonly merges: CellBlock[] = [];
  /** 0-based, ascending. */
  readonly hiddenRows: number[] = [];
  /** Formulas that the program has written without what they come to. */
  readonly uncalculated: Uncalculated[] = [];
  private readonly plain: PlainCells;
  private readonly context: SheetContext;
  private type = '';
  private style = 0;
  private isFormula = false;
  private inValue = false;
  private inPhonetic = false;
  /**
   * What the value's bytes said, when it took more than one token; the plain case is taken straight
   * from the bytes.
   */
  private text = '';
  private cell: Cell = null;

  constructor(context: SheetContext) {
    super(context.part);
    this.context = context;
    this.cells = new ColumnBuilder(context.part);
    this.plain = new PlainCells(this.cells, context);
  }

  finish(): void {
    this.end();
    this.cells.finish();
  }

  protected take(token: TokenKind): void {
    if (this.inData) this.inSheetData(token);
    else if (token === OPEN) this.outside();
  }

  private outside(): void {
    const { scanner } = this;
    if (scanner.is('sheetData')) this.inData = !scanner.selfClosing;
    else if (scanner.is('mergeCell')) {
      const block = parseRange(scanner.attributes.get('ref') ?? '');
      if (block !== null) this.merges.push(block);
    }
  }

  private inSheetData(token: TokenKind): void {
    const { scanner } = this;
    if (token === TEXT) {
      if (this.inValue) this.value();
    } else if (scanner.is('c')) {
      if (token === OPEN) this.openCell();
      if (token === CLOSE || scanner.selfClosing) {
        this.closeCell();
        this.passPlainCells();
      }
    } else if (
      scanner.is('v') ||
      (scanner.is('t') && this.type === 'inlineStr' && !this.inPhonetic)
    ) {
      this.inValue = token === OPEN && !scanner.selfClosing;
    } else if (scanner.is('f')) this.isFormula = true;
    else if (scanner.is('row')) {
      if (token === OPEN) {
        this.openRow();
        if (!scanner.selfClosing) this.passPlainCells();
      }
    } else if (scanner.is('rPh')) this.inPhonetic = token === OPEN && !scanner.selfClosing;
    else if (token === CLOSE && scanner.is('sheetData')) this.inData = false;
  }

  /** The cells that follow, as far as they need no tokens. */
  private passPlainCells(): void {
    const { scanner } = this;
    if (this.inValue || this.inPhonetic || this.row < 0) return;
    const { consumed } = scanner;
    const end = this.plain.take(scanner.buffer, consumed, this.row, this.column);
    if (end === consumed) return;
    scanner.pass(end);
    this.column = this.plain.column;
    this.cell = null;
    this.text = '';
    this.isFormula = false;
  }

  private openRow(): void {
    const { scanner } = this;
    this.enterRow();
    if (this.row < 0 || this.row >= LAST_ROW) throw scanner.damaged();
    if (scanner.attributes.find('hidden') >= 0 && isTrue(scanner.attributes.get('hidden')))
      this.hiddenRows.push(this.row);
  }

  private openCell(): void {
    const { scanner } = this;
    const { buffer } = scanner;
    this.enterCell();
    if (this.row < 0 || this.column < 0 || this.column >= LAST_COLUMN) throw scanner.damaged();
    const type = scanner.attributes.find('t');
    this.type =
      type < 0
        ? ''
        : decodeText(
            buffer,
            scanner.attributes.valueStart(type),
            scanner.attributes.valueEnd(type),
            true,
          );
    const style = scanner.attributes.find('s');
    this.style = style < 0 ? 0 : this.index(style);
    this.cell = null;
    this.text = '';
    this.isFormula = false;
  }

  private value(): void {
    const { scanner } = this;
    const { buffer, start, end } = scanner;
    if ((this.type === '' || this.type === 'n') && this.cell === null && this.text === '')
      this.number(start, end);
    else if (this.type === 's' && this.text === '') this.sharedString(start, end);
    else this.text += decodeText(buffer, start, end, scanner.literal);
  }

  /**
   * What Excel could not have written as a number ("NaN") is shown as an error, never as nothing.
   */
  private number(start: number, end: number): void {
    const value = parseNumber(this.scanner.buffer, start, end);
    if (Number.isFinite(value)) this.cell = value;
    else if (decodeText(this.scanner.buffer, start, end, false).trim() !== '')
      this.cell = { fault: '#NUM!' };
  }

  private sharedString(start: number, end: number): void {
    const { scanner } = this;
    const index = parseIndex(scanner.buffer, start, end);
    const text =
      this.context.strings[
        index < 0 ? Number(decodeText(scanner.buffer, start, end, false)) : index
      ];
    if (text === undefined) throw scanner.damaged();
    this.cell = text === '' ? null : text;
  }

  private closeCell(): void {
    const cell = this.text === '' ? (this.cell ?? this.withoutResult()) : this.fromText();
    if (cell === null) return;
    // A row that began inside the cell: the end of the cell belongs to none.
    if (this.row < 0 || this.column < 0) throw this.scanner.damaged();
    this.cells.put(this.row, this.column, cell);
    if (typeof cell === 'number')
      this.cells.putFormat(this.row, this.column, this.context.formats[this.style] ?? 'General');
  }

  /** A formula that no program has calculated yet has no result: that is not an empty cell. */
  private withoutResult(): Cell {
    if (!this.isFormula || this.type === 'str' || this.type === 's') return null;
    const { row, column } = this;
    this.uncalculated.push({ row, column, format: this.context.formats[this.style] ?? 'General' });
    return { fault: '#CALC!' };
  }

  private fromText(): Cell {
    const { text } = this;
    if (this.type === 'b') return isTrue(text.trim());
    if (this.type === 'e') return { fault: text.trim() };
    if (this.type === 'd') return isoSerial(text.trim(), this.context.date1904) ?? text;
    if (this.type === '' || this.type === 'n') throw this.scanner.damaged();
    return decodeEscapes(text);
  }
}
