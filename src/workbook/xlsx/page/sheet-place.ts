import type { Page } from '#pages/page.ts';
import { addSheet } from '../edit/add-sheet.ts';
import { ByteEdits } from '../edit/byte-edits.ts';
import { removeContentTypes } from '../edit/content-types.ts';
import { removeSheetNames } from '../edit/defined-names.ts';
import type { Dialect } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import type { WorkbookParts } from '../read/workbook-part.ts';
import { relsPartOf } from '../relationships.ts';
import { readMark } from '../sheet-mark.ts';
import { encodeText, escapeText } from '../xml/text.ts';
import { attribute, child, parseTree } from '../xml/tree.ts';

export const PRINT_TITLES = '_xlnm.Print_Titles';
const LONGEST_NAME = 31;

/**
 * Where a page goes: the sheet of ours that has its mark, else a new one; a foreign sheet of that
 * name is left alone.
 */
export interface SheetPlace {
  readonly name: string;
  readonly part: string;
}

export function placeFor(
  pack: OfficePackage,
  parts: WorkbookParts,
  dialect: Dialect,
  page: Page,
): SheetPlace {
  const mine =
    page.mark === ''
      ? undefined
      : parts.sheets.find(({ part }) => readMark(pack, part) === page.mark);
  const taken = allTabNames(pack, parts.workbook).filter(
    (name) => name !== mine?.name.toLowerCase(),
  );
  if (mine === undefined) {
    const place = {
      name: freeName(page.name, taken),
      part: pack.freeName('xl/worksheets/sheet', '.xml'),
    };
    pack.write(place.part, encodeText(''));
    addSheet(pack, parts.workbook, dialect, place.name, place.part);
    return place;
  }
  const name = taken.includes(page.name.toLowerCase()) ? mine.name : page.name;
  if (name !== mine.name) renameTab(pack, parts.workbook, mine.name, name);
  emptySheet(pack, mine.part);
  removeSheetNames(pack, parts.workbook, tabPosition(pack, parts.workbook, name), [PRINT_TITLES]);
  return { name, part: mine.part };
}

/** Position among all tabs, chart sheets included, as names count them. */
export const tabPosition = (pack: OfficePackage, workbook: string, name: string): number =>
  allTabNames(pack, workbook).indexOf(name.toLowerCase());

function allTabNames(pack: OfficePackage, workbook: string): readonly string[] {
  const sheets = child(parseTree(pack.read(workbook), workbook, 2), 'sheets')?.children ?? [];
  return sheets.map((node) => (attribute(node, 'name') ?? '').toLowerCase());
}

function freeName(wanted: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const ending = n === 1 ? '' : ` (${n})`;
    const name = wanted.slice(0, LONGEST_NAME - ending.length) + ending;
    if (!taken.includes(name.toLowerCase())) return name;
  }
}

function renameTab(pack: OfficePackage, workbook: string, from: string, to: string): void {
  const bytes = pack.read(workbook);
  const edits = new ByteEdits(bytes);
  for (const node of child(parseTree(bytes, workbook, 2), 'sheets')?.children ?? []) {
    if (attribute(node, 'name') === from) edits.setAttribute(node, 'name', escapeText(to));
  }
  pack.write(workbook, edits.apply());
}

/** Takes away what only our sheet refers to: its drawing with the charts, its tables, its mark. */
function emptySheet(pack: OfficePackage, part: string): void {
  const own = pack
    .relationships(part)
    .filter(
      ({ kind, target }) =>
        ['drawing', 'table', 'customProperty'].includes(kind) && pack.has(target),
    )
    .map(({ target }) => target);
  const charts = own.flatMap((each) =>
    pack
      .relationships(each)
      .filter(({ kind, target }) => kind === 'chart' && pack.has(target))
      .map(({ target }) => target),
  );
  const gone = [...own, ...charts];
  for (const each of gone) {
    pack.remove(each);
    pack.remove(relsPartOf(each));
  }
  pack.remove(relsPartOf(part));
  removeContentTypes(pack, gone);
}
