import type { CellBlock } from '#domain/sheet.ts';
import type { Pump } from '../../paced-loop.ts';
import type { ColumnNames } from '#application/live/structured-references.ts';
import { CopyingWalk } from '../highlight/copying-walk.ts';
import type { OfficePackage } from '../package.ts';
import type { WorkbookParts } from '../read/workbook-part.ts';
import { CLOSE, OPEN, TEXT, type TokenKind } from '../xml/scanner.ts';
import { decodeText, escapeMarkup } from '../xml/text.ts';
import { type PartSink, PartPacker } from '../zip/pack.ts';
import { tablesOf } from './tables-of-sheet.ts';
import { refuseTooLong } from './too-long.ts';

/** A table where it stands: formulas in it need not name it. */
export interface PlacedTable {
  readonly name: string;
  readonly block: CellBlock;
}

/**
 * Gives the columns their new names in all formulas of the workbook: of cells, names, the tables'
 * own, conditions of formats and of what may be typed. A part without any keeps its bytes.
 */
export async function renameColumns(
  pack: OfficePackage,
  { workbook, sheets }: WorkbookParts,
  names: ColumnNames,
  pump: Pump,
): Promise<void> {
  if (names.size === 0) return;
  await renameIn(pack, { part: workbook, names, tables: [], own: null }, pump);
  for (const { part, name: sheet } of sheets) {
    const tables = tablesOf(pack, part);
    await renameIn(pack, { part, sheet, names, tables, own: null }, pump);
    for (const { part: own, name } of tables)
      await renameIn(pack, { part: own, names, tables: [], own: name }, pump);
  }
}

interface Renaming {
  readonly part: string;
  /** The name of the sheet, where the part is one. */
  readonly sheet?: string;
  readonly names: ColumnNames;
  readonly tables: readonly PlacedTable[];
  readonly own: string | null;
}

/** A sheet may be large: it is only packed anew when a first look has found something. */
async function renameIn(pack: OfficePackage, renaming: Renaming, pump: Pump): Promise<void> {
  const { part } = renaming;
  const go = async (renamer: FormulaRenamer): Promise<FormulaRenamer> => {
    await pump.run(pack.stream(part), (piece) => {
      renamer.push(piece);
      return renamer.rows;
    });
    renamer.finish();
    return renamer;
  };
  const look = await go(new FormulaRenamer(renaming, { push: () => undefined }));
  if (!look.found) return;
  const packer = new PartPacker();
  await go(new FormulaRenamer(renaming, packer));
  pack.put(packer.finish(part));
}

/** Elements that hold a formula, whichever part they stand in. */
const FORMULAS = [
  'f',
  'formula',
  'formula1',
  'formula2',
  'calculatedColumnFormula',
  'totalsRowFormula',
  'definedName',
];

class FormulaRenamer extends CopyingWalk {
  found = false;
  private inFormula = false;

  constructor(
    private readonly renaming: Renaming,
    sink: PartSink,
  ) {
    super(renaming.part, sink);
  }

  protected take(token: TokenKind): void {
    const { scanner } = this;
    if (token === TEXT) {
      if (this.inFormula) this.rename();
    } else if (token === OPEN && scanner.is('row')) this.enterRow();
    else if (token === OPEN && scanner.is('c')) this.enterCell();
    else if (token === OPEN || token === CLOSE)
      this.inFormula =
        token === OPEN && !scanner.selfClosing && FORMULAS.some((name) => scanner.is(name));
  }

  private rename(): void {
    const { scanner, renaming } = this;
    const { buffer, start, end, literal } = scanner;
    const formula = decodeText(buffer, start, end, literal);
    if (!formula.includes('[')) return;
    const changed = renaming.names.in(formula, renaming.own ?? this.tableHere());
    if (changed === formula) return;
    const { row, column } = this;
    if (renaming.sheet !== undefined && scanner.is('f'))
      refuseTooLong('renamed', changed, { sheet: renaming.sheet, row, column });
    this.found = true;
    this.copy.copyTo(start);
    this.copy.write(literal ? changed : escapeMarkup(changed));
    this.copy.skipTo(end);
  }

  private tableHere(): string | null {
    const { row, column } = this;
    const table = this.renaming.tables.find(
      ({ block }) =>
        block.top <= row && row <= block.bottom && block.left <= column && column <= block.right,
    );
    return table?.name ?? null;
  }
}
