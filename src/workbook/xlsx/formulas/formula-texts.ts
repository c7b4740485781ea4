import { shiftFormula } from '../cells/shift-formula.ts';
import type { CellBlock } from '#domain/sheet.ts';
import { columnOf, parseRange } from '../read/cell-text.ts';
import { CLOSE, END, MORE, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts';
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
export class FormulaTexts {
  private readonly scanner: XmlScanner;
  /** Cells of the arrays whose first cell matters. */
  readonly arrays: CellBlock[] = [];
  private readonly found = new Map<string, string>();
  private readonly shared = new Map<string, Shared>();
  private row = -1;
  private column = -1;
  private text: string | null = null;
  private group: string | undefined;

  /** @param wanted - keys of the cells that matter, as `keyOf` makes them */
  constructor(
    part: string,
    private readonly wanted: ReadonlySet<string>,
  ) {
    this.scanner = new XmlScanner(part);
  }

  get rows(): number {
    return this.row + 1;
  }

  push(piece: Uint8Array): void {
    this.scanner.feed(piece);
    this.run();
  }

  finish(): ReadonlyMap<string, string> {
    this.scanner.finish();
    this.run();
    return this.found;
  }

  private run(): void {
    const { scanner } = this;
    for (let token = scanner.next(); token !== MORE && token !== END; token = scanner.next()) {
      if (token === OPEN && scanner.is('row')) this.openRow();
      else if (token === OPEN && scanner.is('c')) this.openCell();
      else if (token === OPEN && scanner.is('f')) this.openFormula();
      else if (token === TEXT && this.text !== null)
        this.text += decodeText(scanner.buffer, scanner.start, scanner.end, scanner.literal);
      else if (token === CLOSE && scanner.is('f')) this.closeFormula();
    }
  }

  private openRow(): void {
    this.row = Number(this.scanner.attributes.get('r') ?? this.row + 2) - 1;
    this.column = -1;
  }

  private openCell(): void {
    const { attributes, buffer } = this.scanner;
    const at = attributes.find('r');
    this.column =
      at < 0
        ? this.column + 1
        : columnOf(buffer, attributes.valueStart(at), attributes.valueEnd(at));
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
