import type { CellBlock } from '#domain/sheet.ts';
import { CLOSE, OPEN, TEXT, type TokenKind } from '../xml/scanner.ts';
import { parseRange } from '../read/cell-text.ts';
import { SheetWalk } from '../read/sheet-walk.ts';
import { decodeText } from '../xml/text.ts';
import type { EditsByRow } from './edits-by-row.ts';

/** A formula that other cells share, written out where it stands. */
export interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** An array formula: its own cell and the cells its result takes. */
export interface ArrayFormula {
  readonly row: number;
  readonly column: number;
  readonly block: CellBlock;
  /** Entered with Ctrl+Shift+Enter: Excel refuses to change a part of it. */
  readonly fixed: boolean;
}

export interface FormulaGroups {
  /** By number, those whose own cell is edited: the cells that share them need them written out. */
  readonly shared: ReadonlyMap<string, SharedFormula>;
  readonly arrays: readonly ArrayFormula[];
  /** An edited cell had a formula before. */
  readonly formulaLost: boolean;
}

/**
 * What the formulas of a sheet owe to cells that are edited. Reads the part once, as it streams.
 */
export class FormulaGroupsReader extends SheetWalk {
  private readonly shared = new Map<string, SharedFormula>();
  private readonly arrays: ArrayFormula[] = [];
  private formulaLost = false;
  private dynamic = false;
  private open: { readonly index: string; text: string } | null = null;

  constructor(
    part: string,
    private readonly edits: EditsByRow,
  ) {
    super(part);
  }

  finish(): FormulaGroups {
    this.end();
    return { shared: this.shared, arrays: this.arrays, formulaLost: this.formulaLost };
  }

  protected take(token: TokenKind): void {
    const { scanner } = this;
    if (token === OPEN && scanner.is('row')) this.enterRow();
    else if (token === OPEN && scanner.is('c')) {
      this.enterCell();
      this.dynamic = this.index(scanner.attributes.find('cm')) > 0;
    } else if (token === OPEN && scanner.is('f')) this.openFormula();
    else if (token === TEXT && this.open !== null)
      this.open.text += decodeText(scanner.buffer, scanner.start, scanner.end, scanner.literal);
    else if (token === CLOSE && scanner.is('f')) this.closeFormula();
  }

  private openFormula(): void {
    const { scanner, row, column } = this;
    const edit = this.edits.at(row, column);
    if (edit !== undefined && edit.kind !== 'result') this.formulaLost = true;
    const type = scanner.attributes.get('t');
    const block = parseRange(scanner.attributes.get('ref') ?? '');
    if ((type === 'array' || type === 'dataTable') && block !== null)
      this.arrays.push({ row, column, block, fixed: !this.dynamic });
    const index = type === 'shared' ? scanner.attributes.get('si') : undefined;
    if (index !== undefined && !scanner.selfClosing && edit !== undefined && edit.kind !== 'result')
      this.open = { index, text: '' };
  }

  private closeFormula(): void {
    if (this.open !== null && this.open.text !== '')
      this.shared.set(this.open.index, {
        row: this.row,
        column: this.column,
        text: this.open.text,
      });
    this.open = null;
  }
}
