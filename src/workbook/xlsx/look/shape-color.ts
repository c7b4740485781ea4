import type { ChartSeries } from '#application/live/sheet-drawings.ts';
import type { Color } from '#application/live/sheet-look.ts';
import { attribute, child, type XmlNode } from '../xml/tree.ts';

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
