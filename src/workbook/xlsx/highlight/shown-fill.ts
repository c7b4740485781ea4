import type { Color } from '#application/live/sheet-look.ts';
import type { FillText } from '../../fill-record.ts';
import { colorOf } from '../styles/colors.ts';

/** Excel's names for patterns, as the format spells them. */
export const PATTERNS: ReadonlyMap<string, string> = new Map([
  ['Gray75', 'darkGray'],
  ['Gray50', 'mediumGray'],
  ['Gray25', 'lightGray'],
  ['Gray16', 'gray125'],
  ['Gray8', 'gray0625'],
  ['Horizontal', 'darkHorizontal'],
  ['Vertical', 'darkVertical'],
  ['Down', 'darkDown'],
  ['Up', 'darkUp'],
  ['Checker', 'darkGrid'],
  ['SemiGray75', 'darkTrellis'],
  ['LightHorizontal', 'lightHorizontal'],
  ['LightVertical', 'lightVertical'],
  ['LightDown', 'lightDown'],
  ['LightUp', 'lightUp'],
  ['Grid', 'lightGrid'],
  ['CrissCross', 'lightTrellis'],
]);

const PATTERN_NAMES: ReadonlyMap<string, string> = new Map(
  [...PATTERNS].map(([name, pattern]) => [pattern, name]),
);

/**
 * A fill of the style sheet as Excel's API tells it; "" for none, null for one that the API cannot
 * write: a gradient, or a colour that nobody names.
 */
export function shownFill(element: string, theme: readonly Color[]): FillText | null {
  if (element === '') return '';
  const pattern = /\spatternType="(\w+)"/.exec(element)?.[1];
  if (element.includes('gradientFill')) return null;
  if (pattern === undefined || pattern === 'none') return '';
  const [front, back] = [colorIn(element, 'fgColor', theme), colorIn(element, 'bgColor', theme)];
  if (pattern === 'solid') return front ?? null;
  const name = PATTERN_NAMES.get(pattern);
  return name === undefined ? null : `${name}|${back ?? ''}|${front ?? ''}`;
}

function colorIn(element: string, name: string, theme: readonly Color[]): Color | undefined {
  const tag = new RegExp(`<${name}\\b[^>]*>`).exec(element)?.[0] ?? '';
  const word = (attribute: string): string | undefined =>
    new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1];
  return colorOf(
    { rgb: word('rgb'), theme: word('theme'), indexed: word('indexed'), tint: word('tint') },
    theme,
  );
}
