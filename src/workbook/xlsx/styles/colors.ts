import type { Color } from '#application/live/sheet-look.ts';
import type { ChartSeries } from '#application/live/sheet-drawings.ts';
import { attribute, child, type XmlNode } from '../xml/tree.ts';

/** The colours of Excel 97's palette, which files still name by number (ECMA-376, 18.8.27). */
const INDEXED = [
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00',
  '0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080',
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF',
  '800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99',
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300',
  '993300 993366 333399 333333',
].flatMap((row) => row.split(' '));

/** Office's own theme, for workbooks that bring none: light and dark first, as cells count them. */
export const OFFICE_THEME: readonly Color[] = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
  '#0563C1',
  '#954F72',
];

interface ColorWords {
  readonly rgb?: string | undefined;
  readonly theme?: string | undefined;
  readonly indexed?: string | undefined;
  readonly tint?: string | undefined;
}

/** The colour that a style names; undefined: whatever the screen's own is. */
export function colorOf(words: ColorWords, theme: readonly Color[]): Color | undefined {
  const base = baseColor(words, theme);
  const tint = Number(words.tint ?? 0);
  return base === undefined || !(tint !== 0) ? base : tinted(base, tint);
}

function baseColor(
  { rgb, theme, indexed }: ColorWords,
  colors: readonly Color[],
): Color | undefined {
  if (rgb !== undefined && /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb))
    return `#${rgb.slice(-6).toUpperCase()}`;
  if (theme !== undefined) return colors[Number(theme)];
  const index = INDEXED[Number(indexed)];
  return indexed === undefined || index === undefined ? undefined : `#${index}`;
}

/** Lighter for a tint above 0, darker below: the lightness moves, the hue stays (18.8.19). */
function tinted(color: Color, tint: number): Color {
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const high = Math.max(...channels);
  const low = Math.min(...channels);
  const light = (high + low) / 510;
  const next = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  return `#${channels.map((channel) => hex(relit(channel / 255, light, next))).join('')}`;
}

/** A channel of the same hue and saturation at another lightness. */
function relit(channel: number, light: number, next: number): number {
  const room = (at: number): number => (at <= 0.5 ? at : 1 - at);
  if (room(light) === 0) return next;
  return next + ((channel - light) / room(light)) * room(next);
}

const hex = (channel: number): string =>
  Math.min(255, Math.max(0, Math.round(channel * 255)))
    .toString(16)
    .toUpperCase()
    .padStart(2, '0');

/** How drawings name the theme's colours, in the order in which cells number them. */
const NAMES = new Map(
  [
    ['bg1', 'lt1'],
    ['tx1', 'dk1'],
    ['bg2', 'lt2'],
    ['tx2', 'dk2'],
    ['accent1'],
    ['accent2'],
    ['accent3'],
    ['accent4'],
    ['accent5'],
    ['accent6'],
    ['hlink'],
    ['folHlink'],
  ].flatMap((names, at) => names.map((name) => [name, at] as const)),
);

/** The colour that a series names for itself; undefined: the next of the theme's. */
export function colorOfShape(
  series: XmlNode,
  shape: ChartSeries['shape'],
  theme: readonly Color[],
): Color | undefined {
  const under = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
    node === undefined ? undefined : child(node, name);
  const holder = shape === 'mark' ? under(series, 'marker') : series;
  const properties = under(holder, 'spPr');
  const filled = shape === 'line' ? under(properties, 'ln') : properties;
  const fill = under(filled, 'solidFill');
  const rgb = under(fill, 'srgbClr');
  if (rgb !== undefined) return hexIn(attribute(rgb, 'val'));
  const named = under(fill, 'schemeClr');
  const at = named === undefined ? undefined : NAMES.get(attribute(named, 'val') ?? '');
  return at === undefined ? undefined : theme[at];
}

const hexIn = (text: string | undefined): Color | undefined =>
  text !== undefined && /^[0-9a-f]{6}$/i.test(text) ? `#${text.toUpperCase()}` : undefined;
