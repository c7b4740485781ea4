import { LARGEST_OWN_PAGE } from '#domain/bounds.ts';
import { type Cell } from '#domain/sheet.ts';
import { TOP, mayBeOurs, withTops } from '../../own-sheet-title.ts';
import { marksSaid } from '../edit/sheet-mark.ts';
import type { OfficePackage } from '../package.ts';
import { cellsOf } from './cells-of-part.ts';
import type { WorkbookParts } from './workbook-part.ts';

/**
 * Which of our pages the sheets are, by part; a sheet that is none of ours is not in it.
 *
 * @param isLookedAt - names of sheets whose cells are looked at where nothing else says it
 */
export function pageMarks(
  pack: OfficePackage,
  parts: WorkbookParts,
  isLookedAt: (name: string) => boolean = mayBeOurs,
): ReadonlyMap<string, string> {
  const said = marksSaid(pack, parts);
  const open = parts.sheets.filter(
    ({ name, part }) =>
      !said.has(part) &&
      isLookedAt(name) &&
      pack.size(part) <= LARGEST_OWN_PAGE &&
      (parts.sharedStrings === null || pack.size(parts.sharedStrings) <= LARGEST_OWN_PAGE),
  );
  return withTops(
    said,
    open.map(({ part }) => [part, topOf(pack, parts, part)] as const),
  );
}

function topOf(
  pack: OfficePackage,
  parts: WorkbookParts,
  part: string,
): readonly (readonly Cell[])[] {
  const { columns } = cellsOf(pack, parts, part, TOP.rows);
  return Array.from({ length: TOP.rows }, (_, row) =>
    Array.from({ length: TOP.columns }, (__, column) => columns[column]?.[row] ?? null),
  );
}
