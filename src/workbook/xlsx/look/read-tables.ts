import type { SheetTable } from '#application/live/sheet-drawings.ts';
import type { Color } from '#application/live/sheet-look.ts';
import type { CellBlock } from '#domain/sheet.ts';
import type { OfficePackage } from '../package.ts';
import { parseRange } from '../read/cell-text.ts';
import { isTrue } from '../read/workbook-part.ts';
import { openTags } from '../xml/elements.ts';
import { tableStyle } from './table-style.ts';

/** The tables of a sheet with what their styles look like, and the cells that they filter. */
export function readTables(
  pack: OfficePackage,
  sheetPart: string,
  theme: readonly Color[],
): { readonly tables: readonly SheetTable[]; readonly filters: readonly CellBlock[] } {
  const parts = pack
    .relationships(sheetPart)
    .filter(({ kind, target }) => kind === 'table' && pack.has(target));
  const read = parts.map(({ target }) => readTable(pack.read(target), target, theme));
  return {
    tables: read.flatMap(({ table }) => (table === null ? [] : [table])),
    filters: read.flatMap(({ filter }) => (filter === null ? [] : [filter])),
  };
}

function readTable(bytes: Uint8Array, part: string, theme: readonly Color[]) {
  let block: CellBlock | null = null;
  let filter: CellBlock | null = null;
  let [headers, totals] = [1, 0];
  let style: string | undefined;
  let isBanded = false;
  for (const { name, attributes } of openTags(bytes, part)) {
    if (name === 'table') {
      block = parseRange(attributes.get('ref') ?? '');
      headers = Number(attributes.get('headerRowCount') ?? 1);
      totals = Number(attributes.get('totalsRowCount') ?? 0);
    } else if (name === 'autoFilter') filter ??= parseRange(attributes.get('ref') ?? '');
    else if (name === 'tableStyleInfo') {
      style = attributes.get('name');
      isBanded = isTrue(attributes.get('showRowStripes'));
    }
  }
  const look = tableStyle(style ?? '', theme);
  if (block === null || look === null) return { table: null, filter };
  const table: SheetTable = {
    block,
    header: headers > 0 ? look.header : null,
    totals: totals > 0 ? look.totals : null,
    bands: isBanded ? look.bands : look.bands.slice(1),
    line: look.line,
    ruled: look.ruled,
  };
  return { table, filter };
}
