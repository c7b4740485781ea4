import { shiftFormula } from '../cells/shift-formula.ts';
import type { CellBlock } from '#domain/sheet.ts';
import { parseRange } from '../read/cell-text.ts';
import { SheetWalk } from '../read/sheet-walk.ts';
import { CLOSE, OPEN, TEXT, type TokenKind } from '../xml/scanner.ts';
import { decodeText } from '../xml/text.ts';

/** A formula that other cells share, where it stands. */
interface Shared {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * The formulas of a sheet's cells, without the equals sign. Those of arrays say more than the cell
 * that they stand in: of them only the cells are known that their results take.
 */
export class FormulaTexts extends SheetWalk {
  /** Cells of the arrays whose first cell matters. */
  readonly arrays: CellBlock[] = [];
  private readonly found = new Map<string, string>();
  private readonly shared = new Map<string, Shared>();
  private text: string | null = null;
  private group: string | undefined;

  /** @param wanted - keys of the cells that matter, as `keyOf` makes them */
  constructor(
    part: string,
    private readonly wanted: ReadonlySet<string>,
  ) {
    super(part);
  }

  finish(): ReadonlyMap<string, string> {
    this.end();
    return this.found;
  }

  protected take(token: TokenKind): void {
    const { scanner } = this;
    if (token === OPEN && scanner.is('row')) this.enterRow();
    else if (token === OPEN && scanner.is('c')) this.enterCell();
    else if (token === OPEN && scanner.is('f')) this.openFormula();
    else if (token === TEXT && this.text !== null)
      this.text += decodeText(scanner.buffer, scanner.start, scanner.end, scanner.literal);
    else if (token === CLOSE && scanner.is('f')) this.closeFormula();
  }

  private openFormula(): void {
    const { attributes, selfClosing } = this.scanner;
    const type = attributes.get('t') ?? 'normal';
    const block = type === 'array' ? parseRange(attributes.get('ref') ?? '') : null;
    if (block !== null && this.wanted.has(keyOf(this.row, this.column))) this.arrays.push(block);
    this.group = type === 'shared' ? attributes.get('si') : undefined;
    this.text = type === 'normal' || type === 'shared' ? '' : null;
    if (selfClosing) this.closeFormula();
  }

  private closeFormula(): void {
    const { text, group, row, column } = this;
    this.text = null;
    if (text === null) return;
    if (group !== undefined && text !== '') this.shared.set(group, { row, column, text });
    const key = keyOf(row, column);
    if (!this.wanted.has(key)) return;
    const first = group === undefined ? undefined : this.shared.get(group);
    const own = text === '' && first !== undefined ? movedTo(first, row, column) : text;
    if (own !== '') this.found.set(key, own);
  }
}

const movedTo = (shared: Shared, row: number, column: number): string =>
  shiftFormula(shared.text, row - shared.row, column - shared.column);

/** Of a cell of the sheet, 0-based. */
export const keyOf = (row: number, column: number): string => `${row},${column}`;
