import type { CellBlock } from '#domain/sheet.ts';
import { cellAddress } from '#domain/sheet.ts';
import { PartCopier } from '../highlight/part-copier.ts';
import { parseRange } from '../read/cell-text.ts';
import { SheetWalk } from '../read/sheet-walk.ts';
import { CLOSE, OPEN, type TokenKind } from '../xml/scanner.ts';
import { decodeText, escapeText } from '../xml/text.ts';
import { type PackedPart, PartPacker } from '../zip/pack.ts';
import type { CellEdit } from '#application/live/cell-edit.ts';
import type { EditsByRow } from './edits-by-row.ts';
import { type CellDress, cellXml, resultType, resultXml } from './cell-xml.ts';
import type { SharedFormula } from './formula-groups.ts';
import { shiftFormula } from './shift-formula.ts';

interface RewriteContext {
  readonly part: string;
  readonly edits: EditsByRow;
  /** Shared formulas whose own cell is edited away. */
  readonly shared: ReadonlyMap<string, SharedFormula>;
  readonly dynamic: number | null;
  /** The number of the cell format that `style` is with another number format. */
  readonly withFormat: (style: string, format: string) => string;
}

interface ColumnStyle {
  readonly from: number;
  readonly to: number;
  readonly style: string;
}

/**
 * Copies a worksheet part byte for byte while it streams by, and writes nothing anew but the cells
 * that were edited, the rows they need, the stated extent, and shared formulas that lost the cell
 * they stood in.
 */
export class CellRewriter extends SheetWalk {
  private readonly packer = new PartPacker();
  private readonly copy = new PartCopier(this.packer);
  private readonly columnStyles: ColumnStyle[] = [];
  private nextRow = 0;
  private pending: readonly CellEdit[] = [];
  private rowStyle: string | null = null;
  private prefix = '';
  /** The cell being replaced; its bytes are not copied. */
  private replaced: { readonly edit: CellEdit; readonly style: string | null } | null = null;
  /** Of a replaced cell, its formula is copied all the same. */
  private keepsFormula = false;
  /** A formula that is written out where it was shared. */
  private unshared = false;

  constructor(private readonly context: RewriteContext) {
    super(context.part);
  }

  override push(piece: Uint8Array): void {
    this.settle(this.scanner.consumed);
    this.scanner.feed(piece);
    this.copy.take(this.scanner.buffer);
    this.walk();
  }

  finish(): PackedPart {
    this.end();
    this.copy.finish();
    return this.packer.finish(this.context.part);
  }

  /** Up to here everything is decided: copied, or dropped with the cell that is replaced. */
  private settle(position: number): void {
    if ((this.replaced === null || this.keepsFormula) && !this.unshared) this.copy.copyTo(position);
    else this.copy.skipTo(position);
  }

  protected take(token: TokenKind): void {
    if (this.inData) this.inSheetData(token);
    else if (token === OPEN) this.outside();
  }

  private outside(): void {
    const { scanner } = this;
    if (scanner.is('dimension')) this.extend();
    else if (scanner.is('col')) this.columnStyle();
    else if (scanner.is('sheetData')) {
      this.prefix = decodeText(scanner.buffer, scanner.start + 1, scanner.nameStart, true);
      this.inData = !scanner.selfClosing;
      if (!scanner.selfClosing) return;
      const rows = this.rowsBefore(Infinity);
      if (rows === '') return;
      this.copy.copyTo(scanner.end - 2);
      this.copy.write(`>${rows}</${this.prefix}sheetData>`);
      this.copy.skipTo(scanner.end);
    }
  }

  private extend(): void {
    const { scanner, context } = this;
    const at = scanner.attributes.find('ref');
    const block = parseRange(scanner.attributes.get('ref') ?? '');
    if (at < 0 || block === null) return;
    const next = extentWith(block, context.edits);
    if (next === null) return;
    this.copy.copyTo(scanner.attributes.valueStart(at));
    this.copy.write(`${cellAddress(next.top, next.left)}:${cellAddress(next.bottom, next.right)}`);
    this.copy.skipTo(scanner.attributes.valueEnd(at));
  }

  private columnStyle(): void {
    const { attributes } = this.scanner;
    const style = attributes.get('style');
    if (style === undefined) return;
    const from = Number(attributes.get('min')) - 1;
    this.columnStyles.push({ from, to: Number(attributes.get('max')) - 1, style });
  }

  private inSheetData(token: TokenKind): void {
    const { scanner } = this;
    if (token === OPEN && scanner.is('row')) this.openRow();
    else if (token === CLOSE && scanner.is('row')) this.closeRow();
    else if (token === OPEN && scanner.is('c')) this.openCell();
    else if (token === CLOSE && scanner.is('c')) this.closeCell();
    else if (scanner.is('f') && token === OPEN) this.openFormula();
    else if (scanner.is('f') && token === CLOSE) this.closeFormula();
    else if (token === CLOSE && scanner.is('sheetData')) {
      this.copy.copyTo(scanner.start);
      this.copy.write(this.rowsBefore(Infinity));
      this.inData = false;
    }
  }

  private openRow(): void {
    const { scanner } = this;
    this.enterRow();
    this.copy.copyTo(scanner.start);
    this.copy.write(this.rowsBefore(this.row));
    this.pending = [];
    if (this.context.edits.rows[this.nextRow] !== this.row) return;
    this.nextRow += 1;
    this.pending = this.context.edits.of(this.row);
    const custom = scanner.attributes.get('customFormat');
    const own = custom === '1' || custom === 'true';
    this.rowStyle = own ? (scanner.attributes.get('s') ?? null) : null;
    this.widenSpans();
    if (!scanner.selfClosing) return;
    const cells = this.missingUpTo(Infinity);
    if (cells === '') return;
    this.copy.copyTo(scanner.end - 2);
    this.copy.write(`>${cells}</${this.prefix}row>`);
    this.copy.skipTo(scanner.end);
  }

  /** `spans` only helps a reader to make room, but it must not be untrue. */
  private widenSpans(): void {
    const { attributes } = this.scanner;
    const at = attributes.find('spans');
    const match = /^(\d+):(\d+)$/.exec(attributes.get('spans') ?? '');
    const columns = this.pending.map(({ column }) => column + 1);
    if (at < 0 || match === null || columns.length === 0) return;
    const from = Math.min(Number(match[1]), ...columns);
    const to = Math.max(Number(match[2]), ...columns);
    if (from === Number(match[1]) && to === Number(match[2])) return;
    this.copy.copyTo(attributes.valueStart(at));
    this.copy.write(`${from}:${to}`);
    this.copy.skipTo(attributes.valueEnd(at));
  }

  private closeRow(): void {
    this.copy.copyTo(this.scanner.start);
    this.copy.write(this.missingUpTo(Infinity));
    this.pending = [];
  }

  private openCell(): void {
    const { scanner } = this;
    const { attributes } = scanner;
    this.enterCell();
    if (this.pending.length === 0) return;
    this.copy.copyTo(scanner.start);
    this.copy.write(this.missingUpTo(this.column));
    const edit = this.pending[0];
    if (edit === undefined || edit.column !== this.column) return;
    this.pending = this.pending.slice(1);
    this.replaced = { edit, style: attributes.get('s') ?? null };
    if (edit.kind === 'result') this.openResult(edit, attributes.get('cm'));
    if (scanner.selfClosing) this.closeCell();
  }

  /** The cell's opening tag anew, since the type may be another; its formula is copied. */
  private openResult(edit: CellEdit, meta: string | undefined): void {
    const style = this.replaced?.style ?? null;
    this.copy.write(
      `<${this.prefix}c r="${cellAddress(edit.row, edit.column)}"` +
        (style === null ? '' : ` s="${style}"`) +
        resultType(edit.value) +
        (meta === undefined ? '' : ` cm="${escapeText(meta)}"`) +
        '>',
    );
    this.copy.skipTo(this.scanner.end);
  }

  private closeCell(): void {
    const { scanner, replaced } = this;
    if (replaced === null) return;
    const { edit, style } = replaced;
    this.copy.skipTo(scanner.end);
    if (edit.kind === 'result')
      this.copy.write(`${resultXml(edit.value, this.prefix)}</${this.prefix}c>`);
    else this.copy.write(cellXml(edit, this.dress(edit, style)));
    this.replaced = null;
  }

  private openFormula(): void {
    const { scanner } = this;
    const shared = this.context.shared.get(
      scanner.attributes.get('t') === 'shared' ? (scanner.attributes.get('si') ?? '') : '',
    );
    if (this.replaced !== null && this.replaced.edit.kind !== 'result') return;
    if (this.replaced !== null) this.copy.skipTo(scanner.start);
    if (shared !== undefined) {
      const text = shiftFormula(shared.text, this.row - shared.row, this.column - shared.column);
      this.copy.copyTo(scanner.start);
      this.copy.write(`<${this.prefix}f>${escapeText(text)}</${this.prefix}f>`);
      this.copy.skipTo(scanner.end);
      this.unshared = !scanner.selfClosing;
    } else if (this.replaced !== null) {
      this.keepsFormula = !scanner.selfClosing;
      this.copy.copyTo(scanner.end);
    }
  }

  private closeFormula(): void {
    const { scanner } = this;
    if (this.unshared) this.copy.skipTo(scanner.end);
    else if (this.keepsFormula) this.copy.copyTo(scanner.end);
    this.unshared = false;
    this.keepsFormula = false;
  }

  /** Cells that the row lacks before `column`. */
  private missingUpTo(column: number): string {
    let cells = '';
    while (this.pending.length > 0 && this.pending[0]!.column < column) {
      cells += this.newCell(this.pending[0]!);
      this.pending = this.pending.slice(1);
    }
    return cells;
  }

  private rowsBefore(row: number): string {
    let rows = '';
    const { edits } = this.context;
    for (let next = edits.rows[this.nextRow]; next !== undefined && next < row;) {
      this.rowStyle = null;
      const cells = edits
        .of(next)
        .map((edit) => this.newCell(edit))
        .join('');
      if (cells !== '') rows += `<${this.prefix}row r="${next + 1}">${cells}</${this.prefix}row>`;
      this.nextRow += 1;
      next = edits.rows[this.nextRow];
    }
    return rows;
  }

  /** A cell where there was none has the look of its row or its column. */
  private newCell(edit: CellEdit): string {
    if (edit.value === null && edit.kind !== 'formula' && !edit.look) return '';
    const { column } = edit;
    const ofColumn = this.columnStyles.find(({ from, to }) => from <= column && column <= to);
    return cellXml(
      edit.kind === 'result' ? { ...edit, kind: 'value' } : edit,
      this.dress(edit, this.rowStyle ?? ofColumn?.style ?? null),
    );
  }

  private dress({ format, look }: CellEdit, own: string | null): CellDress {
    const { dynamic, withFormat } = this.context;
    const style = look === undefined ? own : String(look);
    const next = format === undefined ? style : withFormat(style ?? '0', format);
    return { prefix: this.prefix, style: next, dynamic };
  }
}

/** The stated extent, grown over the edited cells that hold something; null when it is the same. */
function extentWith(block: CellBlock, edits: EditsByRow): CellBlock | null {
  let { top, left, bottom, right } = block;
  for (const { row, column, value, kind } of edits) {
    if (value === null && kind !== 'formula') continue;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  const same =
    top === block.top && left === block.left && bottom === block.bottom && right === block.right;
  return same ? null : { top, left, bottom, right };
}
