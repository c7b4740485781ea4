import {
  type Reached,
  stretchedFormula,
  stretchedPlaces,
} from '#application/live/stretched-ranges.ts';
import type { TableReach } from '#application/live/table-reach.ts';
import { cellAddress, type CellBlock } from '#domain/sheet.ts';
import type { Pump } from '../../paced-loop.ts';
import { ByteEdits } from '../edit/byte-edits.ts';
import { CopyingWalk } from '../highlight/copying-walk.ts';
import type { OfficePackage } from '../package.ts';
import { parseRange } from '../read/cell-text.ts';
import type { SheetEntry, WorkbookParts } from '../read/workbook-part.ts';
import { CLOSE, OPEN, TEXT, type TokenKind } from '../xml/scanner.ts';
import { decodeText, escapeAttribute, escapeMarkup } from '../xml/text.ts';
import { attribute, child, type XmlNode } from '../xml/tree.ts';
import { type PartSink, PartPacker } from '../zip/pack.ts';
import { type TableOfSheet, tablesOf } from './tables-of-sheet.ts';

/**
 * Makes tables of a sheet reach as far down as they do now. As in Excel, what holds for whole
 * columns of a table goes with it: names, conditional formats, what may be typed.
 */
export async function reachTables(
  pack: OfficePackage,
  { workbook, sheets }: WorkbookParts,
  { name: sheet, part: sheetPart }: SheetEntry,
  reaches: readonly TableReach[],
  pump: Pump,
): Promise<void> {
  const reached = tablesOf(pack, sheetPart).flatMap((table) => {
    const bottom = reaches.find((reach) => reach.table === table.name)?.bottom;
    if (bottom === undefined || bottom === table.block.bottom) return [];
    writeReach(pack, table, bottom);
    const heads = Number(attribute(table.root, 'headerRowCount') ?? 1);
    return [{ sheet, block: table.block, heads, bottom }];
  });
  if (reached.length === 0) return;
  await stretchIn(pack, { part: workbook, sheet: null, reached }, pump);
  for (const { part, name } of sheets) await stretchIn(pack, { part, sheet: name, reached }, pump);
}

function writeReach(
  pack: OfficePackage,
  { part, bytes, root, block }: TableOfSheet,
  bottom: number,
): void {
  const change = new ByteEdits(bytes);
  const reach = (node: XmlNode | undefined): void => {
    const own = node && parseRange(attribute(node, 'ref') ?? '');
    if (own?.bottom === block.bottom) change.setAttribute(node!, 'ref', textOf({ ...own, bottom }));
  };
  reach(root);
  reach(child(root, 'autoFilter'));
  pack.write(part, change.apply());
}

const textOf = ({ top, left, bottom, right }: CellBlock): string =>
  `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;

interface Stretching {
  readonly part: string;
  /** The name of the sheet; null: the workbook with its names. */
  readonly sheet: string | null;
  readonly reached: readonly Reached[];
}

/** A sheet may be large: it is only packed anew when a first look has found something. */
async function stretchIn(pack: OfficePackage, what: Stretching, pump: Pump): Promise<void> {
  const go = async (stretcher: Stretcher): Promise<Stretcher> => {
    await pump.run(pack.stream(what.part), (piece) => {
      stretcher.push(piece);
      return stretcher.rows;
    });
    stretcher.finish();
    return stretcher;
  };
  const look = await go(new Stretcher(what, { push: () => undefined }));
  if (!look.found) return;
  const packer = new PartPacker();
  await go(new Stretcher(what, packer));
  pack.put(packer.finish(what.part));
}

/** Elements that hold a formula of a rule, or a name's; cells keep what was typed into them. */
const FORMULAS = ['f', 'formula', 'formula1', 'formula2', 'definedName'];
const RULES = ['conditionalFormatting', 'dataValidation'];

/** What a text of the part says: a formula, or the places of a rule on its own sheet. */
type Held = 'formula' | 'places';

class Stretcher extends CopyingWalk {
  found = false;
  private holds: Held | null = null;

  constructor(
    private readonly what: Stretching,
    sink: PartSink,
  ) {
    super(what.part, sink);
  }

  protected take(token: TokenKind): void {
    const { scanner } = this;
    if (token === TEXT) return this.text();
    if (scanner.is('row') && token === OPEN) this.enterRow();
    if (scanner.is('sheetData')) this.inData = token === OPEN && !scanner.selfClosing;
    this.holds = null;
    if (token === CLOSE || scanner.selfClosing || this.inData) return this.places(token);
    if (FORMULAS.some((name) => scanner.is(name))) this.holds = 'formula';
    else if (scanner.is('sqref')) this.holds = 'places';
    this.places(token);
  }

  private places(token: TokenKind): void {
    const { scanner, copy } = this;
    if (token !== OPEN || this.inData || !RULES.some((name) => scanner.is(name))) return;
    const at = scanner.attributes.find('sqref');
    const places = scanner.attributes.get('sqref') ?? '';
    const stretched = this.stretched(places, 'places');
    if (stretched === places) return;
    copy.copyTo(scanner.attributes.valueStart(at));
    copy.write(escapeAttribute(stretched));
    copy.skipTo(scanner.attributes.valueEnd(at));
  }

  private text(): void {
    const { scanner, holds, copy } = this;
    if (holds === null) return;
    const { buffer, start, end, literal } = scanner;
    const text = decodeText(buffer, start, end, literal);
    const stretched = this.stretched(text, holds);
    if (stretched === text) return;
    copy.copyTo(start);
    copy.write(literal ? stretched : escapeMarkup(stretched));
    copy.skipTo(end);
  }

  private stretched(text: string, held: Held): string {
    const { sheet, reached } = this.what;
    const after = reached.reduce((before, table) => {
      if (held === 'formula') return stretchedFormula(before, sheet, table);
      return table.sheet === sheet ? stretchedPlaces(before, table) : before;
    }, text);
    if (after !== text) this.found = true;
    return after;
  }
}
