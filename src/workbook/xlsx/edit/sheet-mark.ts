import { LARGEST_OWN_PAGE } from '#domain/bounds.ts';
import { nameOfMark, namedMarks } from '../../own-sheet-mark.ts';
import { addContentTypes } from './content-types.ts';
import { addRelationship } from './add-relationship.ts';
import { type DefinedName, quotedName, workbookNames } from './defined-names.ts';
import type { Dialect } from './dialect.ts';
import type { OfficePackage } from '../package.ts';
import { openTags } from '../xml/elements.ts';

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
const PROPERTY_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty';

/** The workbook's own part, and its sheets' with their names. */
interface SheetParts {
  readonly workbook: string;
  readonly sheets: readonly { readonly part: string; readonly name: string }[];
}

/** The marks that the sheets carry outright, by part. */
export function marksSaid(
  pack: OfficePackage,
  { workbook, sheets }: SheetParts,
): ReadonlyMap<string, string> {
  const named = namedMarks(workbookNames(pack, workbook));
  const marks = new Map<string, string>();
  for (const { part, name } of sheets) {
    const mark = propertyMark(pack, part) ?? named.get(name.toLowerCase());
    if (mark !== undefined) marks.set(part, mark);
  }
  return marks;
}

/** A name that says which of our pages `sheet` is. */
export const markName = (mark: string, sheet: string): DefinedName => ({
  name: nameOfMark(mark),
  refersTo: `${quotedName(sheet)}!$A$1`,
  hidden: true,
});

/** Puts the mark's value into a part of its own, in UTF-16; returns its relationship. */
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
  if (properties.length === 0 || pack.size(sheetPart) > LARGEST_OWN_PAGE) return undefined;
  for (const tag of openTags(pack.read(sheetPart), sheetPart)) {
    if (!tag.is('customPr') || tag.attributes.get('name') !== MARK_PROPERTY) continue;
    const id = tag.attributes.byLocalName('id');
    const property = properties.find((candidate) => candidate.id === id);
    if (property !== undefined)
      return new TextDecoder('utf-16le').decode(pack.read(property.target));
  }
  return undefined;
}
