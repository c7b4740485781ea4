import type { Color } from '#application/live/sheet-look.ts';
import type { OfficePackage } from '../package.ts';
import { openTags } from '../xml/elements.ts';
import { OFFICE_THEME } from './colors.ts';

/** Cells count light before dark, the theme names dark first. */
const ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The workbook's theme colours in the order in which cells number them. */
export function themeColors(pack: OfficePackage, workbook: string): readonly Color[] {
  const part = pack
    .relationships(workbook)
    .find(({ kind, target }) => kind === 'theme' && pack.has(target))?.target;
  if (part === undefined) return OFFICE_THEME;
  const found = new Map<string, Color>();
  let name = '';
  for (const tag of openTags(pack.read(part), part)) {
    if (ORDER.includes(tag.name)) name = tag.name;
    const value = tag.is('srgbClr')
      ? tag.attributes.get('val')
      : tag.is('sysClr')
        ? tag.attributes.get('lastClr')
        : undefined;
    if (name !== '' && value !== undefined && !found.has(name))
      found.set(name, `#${value.toUpperCase()}`);
    if (tag.is('fontScheme')) break;
  }
  return ORDER.map((each, index) => found.get(each) ?? OFFICE_THEME[index] ?? '#000000');
}
