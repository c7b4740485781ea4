import type { Page } from '#pages/page.ts';
import { addSheet } from '../edit/add-sheet.ts';
import { ByteEdits } from '../edit/byte-edits.ts';
import { removeSheetNames, renameInNames } from '../edit/defined-names.ts';
import type { Dialect } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import type { WorkbookParts } from '../read/workbook-part.ts';
import { pageMarks } from '../read/page-marks.ts';
import { encodeText, escapeText } from '../xml/text.ts';
import { attribute, child, parseTree } from '../xml/tree.ts';
import { removeRelationships } from '../edit/add-relationship.ts';
import { removeContentTypes } from '../edit/content-types.ts';
import { relsPartOf } from '../relationships.ts';

const LONGEST_NAME = 31;

/**
 * Where a page goes: the sheet of ours that has its mark, else a new one; a foreign sheet of that
 * name is left alone.
 */
interface SheetPlace {
  readonly name: string;
  readonly part: string;
}

export function placeFor(
  pack: OfficePackage,
  parts: WorkbookParts,
  dialect: Dialect,
  page: Pick<Page, 'name' | 'mark'> & { readonly hidden?: boolean },
): SheetPlace {
  const marked = (marks: ReadonlyMap<string, string>) =>
    parts.sheets.find(({ part }) => marks.get(part) === page.mark);
  const mine =
    page.mark === ''
      ? undefined
      : (marked(pageMarks(pack, parts)) ?? marked(pageMarks(pack, parts, () => true)));
  const taken = allTabNames(pack, parts.workbook).filter(
    (name) => name !== mine?.name.toLowerCase(),
  );
  if (mine === undefined) {
    const place = {
      name: freeName(page.name, taken),
      part: pack.freeName('xl/worksheets/sheet', '.xml'),
    };
    pack.write(place.part, encodeText(''));
    addSheet(pack, parts.workbook, dialect, place, page.hidden === true);
    return place;
  }
  const name = taken.includes(page.name.toLowerCase()) ? mine.name : page.name;
  if (name !== mine.name) renameTab(pack, parts.workbook, mine.name, name);
  removeOwnedParts(pack, mine.part);
  dropFromCalcChain(pack, parts.workbook, mine.sheetId);
  removeSheetNames(pack, parts.workbook, tabPosition(pack, parts.workbook, name));
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
  renameInNames(pack, workbook, from, to);
}

/**
 * Takes a sheet's cells out of the calculation chain, the order in which Excel last calculated. An
 * entry that points at a cell without a formula makes Excel offer a repair; cells that are missing
 * from the chain are simply added. An entry without `i` means the sheet of the entry before it.
 */
function dropFromCalcChain(pack: OfficePackage, workbook: string, sheetId: string): void {
  const chain = pack
    .relationships(workbook)
    .find(({ kind, target }) => kind === 'calcChain' && pack.has(target))?.target;
  if (chain === undefined) return;
  const bytes = pack.read(chain);
  const edits = new ByteEdits(bytes);
  let sheet = '';
  let said = '';
  let kept = 0;
  for (const node of parseTree(bytes, chain, 1).children) {
    sheet = attribute(node, 'i') ?? sheet;
    if (sheet === sheetId) {
      edits.remove(node);
      continue;
    }
    if (attribute(node, 'i') === undefined && said !== sheet) edits.setAttribute(node, 'i', sheet);
    said = sheet;
    kept++;
  }
  if (kept > 0) pack.write(chain, edits.apply());
  else removeChain(pack, workbook, chain);
}

/** A chain must have an entry: an empty one goes. */
function removeChain(pack: OfficePackage, workbook: string, chain: string): void {
  pack.remove(chain);
  removeRelationships(pack, workbook, (relation) => relation.target === chain);
  removeContentTypes(pack, [chain]);
}

/**
 * Takes away what only this part refers to, directly or through others: charts with their styles,
 * tables, comments, printer settings. The part itself stays, without relationships.
 */
function removeOwnedParts(pack: OfficePackage, part: string): void {
  const elsewhere = reachable(pack, '', part);
  const gone = [...reachable(pack, part, '')].filter(
    (name) => name !== part && !elsewhere.has(name),
  );
  for (const name of gone) {
    pack.remove(name);
    pack.remove(relsPartOf(name));
  }
  pack.remove(relsPartOf(part));
  removeContentTypes(pack, gone);
}

/** Every part that relationships lead to from `start`, without going through `closed`. */
function reachable(pack: OfficePackage, start: string, closed: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { target } of pack.relationships(at)) {
      if (target === '' || found.has(target) || !pack.has(target)) continue;
      found.add(target);
      if (target !== closed) open.push(target);
    }
  }
  return found;
}
