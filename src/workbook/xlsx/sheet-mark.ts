import { addContentTypes } from './edit/content-types.ts';
import { addRelationship } from './edit/add-relationship.ts';
import { type DefinedName, quotedName, workbookNames } from './edit/defined-names.ts';
import type { Dialect } from './edit/dialect.ts';
import type { OfficePackage } from './package.ts';
import type { WorkbookParts } from './read/workbook-part.ts';
import { openTags } from './xml/elements.ts';

/**
 * Our sheets carry a worksheet custom property of this name, as Excel itself stores it: a
 * `customPr` of the sheet whose value stands in a small UTF-16 part. Excel keeps it, and Office.js
 * reads the same as `worksheet.customProperties`.
 *
 * Other programs drop it when they save. So each of our sheets is also named by a hidden name of
 * the workbook that points at its first cell: names follow a sheet that is renamed, and every
 * program that writes workbooks keeps them.
 */
export const MARK_PROPERTY = 'RebateRadar.page';
const MARK_NAME = 'RebateRadar_page_';
const PROPERTY_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty';

/**
 * Our pages are small; a longer sheet that carries somebody's custom property is not looked through
 * for ours.
 */
const LARGEST_PAGE = 32 * 1024 * 1024;

/** Which of our pages the sheets are, by part; a sheet that is none of ours is not in it. */
export function pageMarks(
  pack: OfficePackage,
  { workbook, sheets }: Pick<WorkbookParts, 'workbook' | 'sheets'>,
): ReadonlyMap<string, string> {
  const named = namedMarks(pack, workbook);
  const marks = new Map<string, string>();
  for (const { part, name } of sheets) {
    const mark = propertyMark(pack, part) ?? named.get(name.toLowerCase());
    if (mark !== undefined) marks.set(part, mark);
  }
  return marks;
}

/** A name that says which of our pages `sheet` is. */
export const markName = (mark: string, sheet: string): DefinedName => ({
  name: MARK_NAME + encodeMark(mark),
  refersTo: `${quotedName(sheet)}!$A$1`,
  hidden: true,
});

/** Puts the mark's value into a part of its own, in UTF-16; answers its relationship. */
export function addMarkPart(
  pack: OfficePackage,
  sheetPart: string,
  mark: string,
  dialect: Dialect,
): string {
  const part = pack.freeName('xl/customProperty', '.bin');
  const bytes = new Uint8Array(mark.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < mark.length; i++) view.setUint16(i * 2, mark.charCodeAt(i), true);
  pack.write(part, bytes);
  addContentTypes(pack, [[part, PROPERTY_TYPE]]);
  return addRelationship(pack, sheetPart, `${dialect.relationships}/customProperty`, part);
}

function propertyMark(pack: OfficePackage, sheetPart: string): string | undefined {
  const properties = pack
    .relationships(sheetPart)
    .filter(({ kind, target }) => kind === 'customProperty' && pack.has(target));
  if (properties.length === 0 || pack.size(sheetPart) > LARGEST_PAGE) return undefined;
  for (const tag of openTags(pack.read(sheetPart), sheetPart)) {
    if (!tag.is('customPr') || tag.attributes.get('name') !== MARK_PROPERTY) continue;
    const id = tag.attributes.byLocalName('id');
    const property = properties.find((candidate) => candidate.id === id);
    if (property !== undefined)
      return new TextDecoder('utf-16le').decode(pack.read(property.target));
  }
  return undefined;
}

function namedMarks(pack: OfficePackage, workbook: string): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const { name, refersTo } of workbookNames(pack, workbook)) {
    const sheet = /^\$?(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(refersTo);
    if (!name.startsWith(MARK_NAME) || sheet === null) continue;
    const called = sheet[1]?.replaceAll("''", "'") ?? sheet[2] ?? '';
    marks.set(called.toLowerCase(), decodeMark(name.slice(MARK_NAME.length)));
  }
  return marks;
}

/** Names hold letters, digits and underscores everywhere; what else a mark has goes by number. */
const encodeMark = (mark: string): string =>
  mark.replace(/[^A-Za-z0-9]/g, (char) => `_${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const decodeMark = (text: string): string =>
  text.replace(/_([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
