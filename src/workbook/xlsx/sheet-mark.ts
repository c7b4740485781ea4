import type { OfficePackage } from './package.ts';
import { openTags } from './xml/elements.ts';

/**
 * Our sheets carry a worksheet custom property of this name, as Excel itself stores it: a
 * `customPr` of the sheet whose value stands in a small UTF-16 part. Excel keeps it, and Office.js
 * reads the same as `worksheet.customProperties`.
 */
export const MARK_PROPERTY = 'RebateRadar.page';

/**
 * Our pages are small; a longer sheet that carries somebody's custom property is not looked through
 * for ours.
 */
const LARGEST_PAGE = 32 * 1024 * 1024;

/** Which of our pages a sheet is; null when it is none of ours. */
export function readMark(pack: OfficePackage, sheetPart: string): string | null {
  const properties = pack
    .relationships(sheetPart)
    .filter(({ kind, target }) => kind === 'customProperty' && pack.has(target));
  if (properties.length === 0 || pack.size(sheetPart) > LARGEST_PAGE) return null;
  for (const tag of openTags(pack.read(sheetPart), sheetPart)) {
    if (!tag.is('customPr') || tag.attributes.get('name') !== MARK_PROPERTY) continue;
    const id = tag.attributes.byLocalName('id');
    const property = properties.find((candidate) => candidate.id === id);
    if (property !== undefined)
      return new TextDecoder('utf-16le').decode(pack.read(property.target));
  }
  return null;
}
