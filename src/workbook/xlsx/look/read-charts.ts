import type { ChartCorner, SheetChart } from '#application/live/sheet-drawings.ts';
import type { Color } from '#application/live/sheet-look.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { OfficePackage } from '../package.ts';
import { parseTree, attribute, child, type XmlNode } from '../xml/tree.ts';
import { readChart } from './chart-part.ts';
import { descendants, textIn } from './nodes.ts';

/** Levels of a drawing part that matter. */
const DEPTH = 10;
/** English Metric Units of a pixel. */
const EMU = 9525;

/** The charts of a sheet in the order of its drawing. */
export function readCharts(
  pack: OfficePackage,
  sheetPart: string,
  theme: readonly Color[],
): readonly SheetChart[] {
  return pack
    .relationships(sheetPart)
    .filter(({ kind, target }) => kind === 'drawing' && pack.has(target))
    .flatMap(({ target }) => whole(() => chartsOf(pack, target, theme)) ?? []);
}

function chartsOf(
  pack: OfficePackage,
  drawing: string,
  theme: readonly Color[],
): readonly SheetChart[] {
  const bytes = pack.read(drawing);
  const parts = new Map(pack.relationships(drawing).map(({ id, target }) => [id, target]));
  return parseTree(bytes, drawing, DEPTH).children.flatMap((anchor) => {
    const place = placeOf(bytes, anchor);
    if (place === null) return [];
    return descendants(anchor, (name) => name === 'chart').flatMap((frame) => {
      const part = parts.get(relationOf(frame));
      if (part === undefined || !pack.has(part)) return [];
      const chart = whole(() => readChart(pack.read(part), part, theme)) ?? UNREAD;
      return [{ ...chart, ...place }];
    });
  });
}

/** A chart that cannot be read stays in the file; its place is shown. */
const UNREAD = {
  title: '',
  plot: null,
  stacked: false,
  categories: { cells: null, stored: [] },
  series: [],
  format: 'General',
  least: null,
} as const;

/** A drawing is no reason not to open the sheet: what is damaged in it is not drawn. */
function whole<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isRefusal<FileTrouble>(error, 'file')) return null;
    throw error;
  }
}

/** `r:id`, whatever the prefix. */
const relationOf = (frame: XmlNode): string =>
  [...frame.attributes].find(([name]) => name.replace(/^.*:/, '') === 'id')?.[1].value ?? '';

function placeOf(bytes: Uint8Array, anchor: XmlNode): Pick<SheetChart, 'from' | 'to'> | null {
  const from = cornerOf(bytes, child(anchor, 'from')) ?? pointOf(child(anchor, 'pos'));
  if (from === null) return null;
  const to = cornerOf(bytes, child(anchor, 'to'));
  if (to !== null) return { from, to };
  const size = child(anchor, 'ext');
  if (size === undefined) return null;
  const [x, y] = [pixels(attribute(size, 'cx')), pixels(attribute(size, 'cy'))];
  return { from, to: { ...from, x: from.x + x, y: from.y + y } };
}

function cornerOf(bytes: Uint8Array, node: XmlNode | undefined): ChartCorner | null {
  if (node === undefined) return null;
  const number = (name: string): number => {
    const found = child(node, name);
    return found === undefined ? 0 : Number(textIn(bytes, found).trim()) || 0;
  };
  return {
    row: number('row'),
    column: number('col'),
    x: number('colOff') / EMU,
    y: number('rowOff') / EMU,
  };
}

const pointOf = (node: XmlNode | undefined): ChartCorner | null =>
  node === undefined
    ? null
    : { row: 0, column: 0, x: pixels(attribute(node, 'x')), y: pixels(attribute(node, 'y')) };

const pixels = (text: string | undefined): number => (Number(text ?? 0) || 0) / EMU;
