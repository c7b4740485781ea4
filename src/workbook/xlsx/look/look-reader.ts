import type { CellLook, LookedFormula, SheetLook } from '#application/live/sheet-look.ts';
import type { CellBlock } from '#domain/sheet.ts';
import { shiftFormula } from '../cells/shift-formula.ts';
import { typedNames } from '../cells/stored-names.ts';
import { parseRange } from '../read/cell-text.ts';
import { SheetWalk } from '../read/sheet-walk.ts';
import { isTrue } from '../read/workbook-part.ts';
import { CLOSE, OPEN, TEXT, type TokenKind } from '../xml/scanner.ts';
import { decodeText } from '../xml/text.ts';

type Row = SheetLook['rows'][number];
type Columns = SheetLook['columns'][number];
type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Master {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Reads what a worksheet part says besides values: looks, formulas, sizes, what is frozen. */
export class LookReader extends SheetWalk {
  private readonly cells: (Uint16Array | undefined)[] = [];
  private readonly formulas: LookedFormula[] = [];
  private readonly shared = new Map<string, Master>();
  private readonly columns: Columns[] = [];
  private readonly lines: Row[] = [];
  private readonly merges: CellBlock[] = [];
  private frozen: SheetLook['frozen'] = null;
  private filter: CellBlock | null = null;
  private gridlines = true;
  private isProtected = false;
  private defaultRowHeight = 15;
  private defaultColumnWidth = 8.43;
  private text: string | null = null;
  private formulaOf: { shared?: string; spill?: CellBlock; array?: true } = {};

  finish(looks: readonly CellLook[]): Omit<SheetLook, 'tables' | 'charts'> {
    this.end();
    const { cells, formulas, columns, merges, frozen, filter, gridlines } = this;
    const { defaultRowHeight, defaultColumnWidth, lines } = this;
    const sizes = { defaultRowHeight, defaultColumnWidth, rows: lines };
    const lock = this.isProtected ? { isProtected: true as const } : {};
    const shown = { looks, cells, formulas, columns, merges, frozen, filter, gridlines };
    return { ...shown, ...sizes, ...lock };
  }

  protected take(token: TokenKind): void {
    if (this.inData) this.inSheetData(token);
    else if (token === OPEN) this.outside();
  }

  private outside(): void {
    const { scanner } = this;
    const { attributes } = scanner;
    if (scanner.is('sheetData')) this.inData = !scanner.selfClosing;
    else if (scanner.is('mergeCell')) {
      const block = parseRange(attributes.get('ref') ?? '');
      if (block !== null) this.merges.push(block);
    } else if (scanner.is('autoFilter')) this.filter ??= parseRange(attributes.get('ref') ?? '');
    else if (scanner.is('sheetView')) this.gridlines = attributes.get('showGridLines') !== '0';
    else if (scanner.is('sheetProtection')) this.isProtected = isTrue(attributes.get('sheet'));
    else if (scanner.is('pane')) this.pane();
    else if (scanner.is('col')) this.columnRun();
    else if (scanner.is('sheetFormatPr')) {
      this.defaultRowHeight = Number(attributes.get('defaultRowHeight') ?? 15);
      this.defaultColumnWidth = Number(
        attributes.get('defaultColWidth') ?? Number(attributes.get('baseColWidth') ?? 8) + 0.43,
      );
    }
  }

  private pane(): void {
    const { attributes } = this.scanner;
    if (!/^frozen/.test(attributes.get('state') ?? '')) return;
    const rows = Number(attributes.get('ySplit') ?? 0);
    const columns = Number(attributes.get('xSplit') ?? 0);
    this.frozen = rows > 0 || columns > 0 ? { rows, columns } : null;
  }

  private columnRun(): void {
    const { attributes } = this.scanner;
    const run: Writable<Columns> = {
      from: Number(attributes.get('min')) - 1,
      to: Number(attributes.get('max')) - 1,
    };
    const width = Number(attributes.get('width') ?? 0);
    if (width > 0) run.width = width;
    if (isTrue(attributes.get('hidden'))) run.hidden = true;
    const look = Number(attributes.get('style') ?? 0);
    if (look > 0) run.look = look;
    this.columns.push(run);
  }

  private inSheetData(token: TokenKind): void {
    const { scanner } = this;
    if (token === TEXT) {
      if (this.text !== null)
        this.text += decodeText(scanner.buffer, scanner.start, scanner.end, scanner.literal);
    } else if (scanner.is('c')) {
      if (token === OPEN) this.openCell();
    } else if (scanner.is('f')) {
      if (token === OPEN) this.openFormula();
      if (token === CLOSE || scanner.selfClosing) this.closeFormula();
    } else if (scanner.is('row')) {
      if (token === OPEN) this.openRow();
    } else if (token === CLOSE && scanner.is('sheetData')) this.inData = false;
  }

  private openRow(): void {
    const { attributes } = this.scanner;
    this.enterRow();
    const height = isTrue(attributes.get('customHeight')) ? Number(attributes.get('ht') ?? 0) : 0;
    const hidden = isTrue(attributes.get('hidden'));
    if (height <= 0 && !hidden) return;
    const line: Writable<Row> = { row: this.row };
    if (height > 0) line.height = height;
    if (hidden) line.hidden = true;
    this.lines.push(line);
  }

  private openCell(): void {
    this.enterCell();
    if (this.row < 0 || this.column < 0) return;
    const look = this.index(this.scanner.attributes.find('s'));
    if (look > 0 && look < 65_536) this.put(look);
  }

  private put(look: number): void {
    let column = this.cells[this.column];
    if (column === undefined || column.length <= this.row) {
      const grown = new Uint16Array(Math.max(64, this.row * 2));
      if (column !== undefined) grown.set(column);
      this.cells[this.column] = column = grown;
    }
    column[this.row] = look;
  }

  private openFormula(): void {
    const { attributes } = this.scanner;
    const type = attributes.get('t');
    const shared = type === 'shared' ? attributes.get('si') : undefined;
    const block = type === 'array' ? parseRange(attributes.get('ref') ?? '') : null;
    const one = block === null || (block.top === block.bottom && block.left === block.right);
    this.formulaOf = {
      ...(shared === undefined ? {} : { shared }),
      ...(one ? {} : { spill: block }),
      ...(type === 'array' && one ? { array: true } : {}),
    };
    this.text = '';
  }

  private closeFormula(): void {
    const { row, column, formulaOf } = this;
    const { shared, ...result } = formulaOf;
    const own = typedNames(this.text ?? '');
    this.text = null;
    const formula = own === '' ? this.borrowed(shared) : own;
    if (shared !== undefined && own !== '') this.shared.set(shared, { row, column, formula: own });
    if (formula !== '') this.formulas.push({ row, column, formula, ...result });
  }

  private borrowed(shared: string | undefined): string {
    const master = shared === undefined ? undefined : this.shared.get(shared);
    if (master === undefined) return '';
    return shiftFormula(master.formula, this.row - master.row, this.column - master.column);
  }
}
