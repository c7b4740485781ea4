import type { NamedTable, SheetTable, TableDress } from '#application/live/sheet-drawings.ts';
import type { Color } from '#application/live/sheet-look.ts';
import type { CellBlock } from '#domain/sheet.ts';
import type { OfficePackage } from '../package.ts';
import { parseRange } from '../read/cell-text.ts';
import { isTrue } from '../read/workbook-part.ts';
import { openTags } from '../xml/elements.ts';
import { typedNames } from '../cells/stored-names.ts';
import { decodeEscapes, decodeText } from '../xml/text.ts';
import { child, parseTree } from '../xml/tree.ts';
import { colorOf } from '../styles/colors.ts';

/** The tables of a sheet with what their styles look like, and the cells that they filter. */
export function readTables(
  pack: OfficePackage,
  sheetPart: string,
  theme: readonly Color[],
): {
  readonly tables: readonly SheetTable[];
  readonly named: readonly NamedTable[];
  readonly filters: readonly CellBlock[];
} {
  const parts = pack
    .relationships(sheetPart)
    .filter(({ kind, target }) => kind === 'table' && pack.has(target));
  const read = parts.map(({ target }) => readTable(pack.read(target), target, theme));
  return {
    tables: read.flatMap(({ table }) => (table === null ? [] : [table])),
    named: read.flatMap(({ named }) => (named === null ? [] : [named])),
    filters: read.flatMap(({ filter }) => (filter === null ? [] : [filter])),
  };
}

function readTable(bytes: Uint8Array, part: string, theme: readonly Color[]) {
  let block: CellBlock | null = null;
  let filter: CellBlock | null = null;
  let [headers, totals] = [1, 0];
  let called = '';
  const columns: string[] = [];
  let style: string | undefined;
  let isBanded = false;
  for (const { name, attributes } of openTags(bytes, part)) {
    if (name === 'table') {
      block = parseRange(attributes.get('ref') ?? '');
      called = attributes.get('displayName') ?? attributes.get('name') ?? '';
      headers = Number(attributes.get('headerRowCount') ?? 1);
      totals = Number(attributes.get('totalsRowCount') ?? 0);
    } else if (name === 'tableColumn') columns.push(decodeEscapes(attributes.get('name') ?? ''));
    else if (name === 'autoFilter') filter ??= parseRange(attributes.get('ref') ?? '');
    else if (name === 'tableStyleInfo') {
      style = attributes.get('name');
      isBanded = isTrue(attributes.get('showRowStripes'));
    }
  }
  const look = tableStyle(style ?? '', theme);
  const calculated = calculatedColumns(bytes, part);
  const isComputed = calculated.some((formula) => formula !== null) && { calculated };
  const named = block && { name: called, block, columns, ...isComputed, heads: headers, totals };
  if (block === null || look === null) return { table: null, named, filter };
  const table: SheetTable = {
    block,
    header: headers > 0 ? look.header : null,
    totals: totals > 0 ? look.totals : null,
    bands: isBanded ? look.bands : look.bands.slice(1),
    line: look.line,
    ruled: look.ruled,
  };
  return { table, named, filter };
}

/** What fills each column, as a person would type it. */
function calculatedColumns(bytes: Uint8Array, part: string): readonly (string | null)[] {
  const columns = child(parseTree(bytes, part, 3), 'tableColumns')?.children ?? [];
  return columns.map((column) => {
    const formula = child(column, 'calculatedColumnFormula');
    const text = formula && decodeText(bytes, formula.openEnd, formula.contentEnd, false);
    return text ? typedNames(text) : null;
  });
}

type TableLook = Omit<SheetTable, 'block' | 'header' | 'totals'> & {
  readonly header: TableDress;
  readonly totals: TableDress;
};

const BUILT_IN = /^TableStyle(Light|Medium|Dark)(\d+)$/;

/**
 * What a built-in table style looks like in the workbook's own colours: families of seven, the
 * first black, then the six accents. Null: none, or one of the workbook's own making.
 */
export function tableStyle(name: string, theme: readonly Color[]): TableLook | null {
  const [, family, digits] = BUILT_IN.exec(name) ?? [];
  const number = Number(digits ?? 0);
  if (family === undefined || number < 1) return null;
  const base = family === 'Dark' && number > 7 ? 0 : (number - 1) % 7;
  const at = base === 0 ? 1 : base + 3;
  const shade = (tint: number): Color =>
    colorOf({ theme: String(at), tint: String(at === 1 ? inkTint(tint) : tint) }, theme) ??
    '#000000';
  const group = Math.floor((number - 1) / 7);
  if (family === 'Light') return light(group, shade);
  return family === 'Medium' ? medium(group, shade) : dark(shade);
}

/** Black has no lightness to keep: its tints are greys that Excel takes from white. */
const inkTint = (tint: number): number => (tint === 0 ? 0 : tint > 0.7 ? 0.85 : 0.65);

const WHITE = '#FFFFFF';

type Shade = (tint: number) => Color;

function light(group: number, shade: Shade): TableLook {
  const line = shade(0);
  const strong: TableDress = { bold: true, ...(group === 0 ? { color: shade(-0.25) } : {}) };
  const header: TableDress = group === 1 ? { fill: line, color: WHITE, bold: true } : strong;
  const bands = group === 1 ? [{}, {}] : [{ fill: shade(0.8) }, {}];
  return { header, totals: strong, bands, line, ruled: group > 0 };
}

function medium(group: number, shade: Shade): TableLook {
  const header: TableDress = { fill: shade(0), color: WHITE, bold: true };
  if (group === 0)
    return {
      header,
      totals: { bold: true },
      bands: [{ fill: shade(0.8) }, {}],
      line: shade(0.4),
      ruled: true,
    };
  if (group === 2)
    return {
      header,
      totals: { bold: true },
      bands: [{ fill: '#D9D9D9' }, {}],
      line: '#000000',
      ruled: false,
    };
  const bands = [{ fill: shade(0.6) }, { fill: shade(0.8) }];
  if (group === 1) return { header, totals: header, bands, line: WHITE, ruled: true };
  const own: TableDress = { fill: shade(0.8), bold: true };
  return { header: own, totals: own, bands, line: shade(0.4), ruled: true };
}

function dark(shade: Shade): TableLook {
  const header: TableDress = { fill: '#000000', color: WHITE, bold: true };
  const bands = [
    { fill: shade(-0.25), color: WHITE },
    { fill: shade(0), color: WHITE },
  ];
  return { header, totals: header, bands, line: WHITE, ruled: false };
}
