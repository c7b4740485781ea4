import type {
  ChartSeries,
  ChartValues,
  SheetChart,
  ChartCells,
} from '#application/live/sheet-drawings.ts';
import type { Color } from '#application/live/sheet-look.ts';
import { MOST_CHART_POINTS } from '#domain/bounds.ts';
import { parseTree, child, attribute, type XmlNode } from '../xml/tree.ts';
import { colorOfShape } from '../styles/colors.ts';
import { descendants, textIn, valueOf } from './nodes.ts';
import { parseRange } from '../read/cell-text.ts';

type Chart = Omit<SheetChart, 'from' | 'to'>;

/** Levels of a chart part that matter. */
const DEPTH = 14;

const DRAWN = new Set(['barChart', 'lineChart']);

/** A chart part: what it says, and the figures it was saved with. */
export function readChart(bytes: Uint8Array, part: string, theme: readonly Color[]): Chart {
  const root = parseTree(bytes, part, DEPTH);
  const chart = child(root, 'chart');
  const area = chart === undefined ? undefined : child(chart, 'plotArea');
  const groups = (area?.children ?? []).filter(({ name }) => name.endsWith('Chart'));
  const series = groups.flatMap((group) => seriesOf(bytes, group, theme));
  const first = groups.flatMap((group) => group.children).find(({ name }) => name === 'ser');
  const axis = area === undefined ? undefined : child(area, 'valAx');
  return {
    title: titleOf(bytes, chart, series),
    plot: series.some(isLong) ? null : plotOf(groups),
    stacked: groups.some((group) => valueOf(group, 'grouping') === 'stacked'),
    categories: first === undefined ? NOTHING : categoriesOf(bytes, first),
    series,
    format: formatOf(bytes, axis, first),
    least: numberIn(axis === undefined ? undefined : valueOf(child(axis, 'scaling'), 'min')),
  };
}

const NOTHING: ChartValues<never> = { cells: null, stored: [] };

const isLong = ({ values: { cells, stored } }: ChartSeries): boolean =>
  stored.length > MOST_CHART_POINTS ||
  (cells !== null &&
    (cells.block.bottom - cells.block.top + 1) * (cells.block.right - cells.block.left + 1) >
      MOST_CHART_POINTS);

/** What a page draws: bars that lie, or columns and lines over one axis. */
function plotOf(groups: readonly XmlNode[]): SheetChart['plot'] {
  const bars = groups.filter(({ name }) => name === 'barChart');
  const lie = bars.some((group) => valueOf(group, 'barDir') === 'bar');
  const isDrawn =
    groups.length > 0 &&
    bars.length < 2 &&
    groups.every(
      (group) => DRAWN.has(group.name) && valueOf(group, 'grouping') !== 'percentStacked',
    ) &&
    !groups.some(({ name, children }) => name === 'lineChart' && isPiled(children)) &&
    !(lie && groups.length > 1);
  if (!isDrawn) return null;
  return lie ? 'bars' : 'columns';
}

const isPiled = (children: readonly XmlNode[]): boolean =>
  children.some((each) => each.name === 'grouping' && attribute(each, 'val') === 'stacked');

function titleOf(
  bytes: Uint8Array,
  chart: XmlNode | undefined,
  series: readonly ChartSeries[],
): string {
  const title = chart === undefined ? undefined : child(chart, 'title');
  if (title !== undefined) {
    const tx = child(title, 'tx');
    const words = tx === undefined ? [] : descendants(tx, (name) => name === 't' || name === 'v');
    if (words.length > 0) return words.map((word) => textIn(bytes, word)).join('');
  } else if (chart === undefined || valueOf(chart, 'autoTitleDeleted') === '1') return '';
  return series.length === 1 ? (series[0]?.name ?? '') : '';
}

function seriesOf(
  bytes: Uint8Array,
  group: XmlNode,
  theme: readonly Color[],
): readonly ChartSeries[] {
  return group.children
    .filter(({ name }) => name === 'ser')
    .map((node) => {
      const shape = shapeOf(group, node);
      const order = Number(valueOf(node, 'idx') ?? 0);
      return {
        name: nameOf(bytes, node),
        shape,
        color: colorOfShape(node, shape, theme) ?? theme[4 + (order % 6)] ?? '#4472C4',
        labels: valueOf(child(node, 'dLbls'), 'showVal') === '1',
        values: valuesOf(bytes, child(node, 'val'), asNumber),
      };
    });
}

/** A line that is not drawn leaves its marks. */
function shapeOf(group: XmlNode, node: XmlNode): ChartSeries['shape'] {
  if (group.name === 'barChart') return 'bar';
  const properties = child(node, 'spPr');
  const line = properties === undefined ? undefined : child(properties, 'ln');
  return line !== undefined && child(line, 'noFill') !== undefined ? 'mark' : 'line';
}

function nameOf(bytes: Uint8Array, node: XmlNode): string {
  const tx = child(node, 'tx');
  const value = tx === undefined ? undefined : descendants(tx, (name) => name === 'v')[0];
  return value === undefined ? '' : textIn(bytes, value);
}

const categoriesOf = (bytes: Uint8Array, node: XmlNode): ChartValues<string> =>
  valuesOf(bytes, child(node, 'cat'), (text) => text);

const asNumber = (text: string): number | null => numberIn(text);

function numberIn(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

function valuesOf<T>(
  bytes: Uint8Array,
  node: XmlNode | undefined,
  read: (text: string) => T | null,
): ChartValues<T> {
  if (node === undefined) return NOTHING;
  const reference = descendants(node, (name) => name === 'f')[0];
  const stored: (T | null)[] = [];
  const count = Number(attribute(descendants(node, (n) => n === 'ptCount')[0] ?? node, 'val') ?? 0);
  for (const point of descendants(node, (name) => name === 'pt')) {
    const at = Number(attribute(point, 'idx') ?? stored.length);
    const value = child(point, 'v');
    if (!(at >= 0 && at <= MOST_CHART_POINTS)) continue;
    while (stored.length < at) stored.push(null);
    stored[at] = value === undefined ? null : read(textIn(bytes, value));
  }
  while (stored.length < Math.min(count, MOST_CHART_POINTS + 1)) stored.push(null);
  return { cells: reference === undefined ? null : chartCells(textIn(bytes, reference)), stored };
}

function formatOf(
  bytes: Uint8Array,
  axis: XmlNode | undefined,
  series: XmlNode | undefined,
): string {
  const own = axis === undefined ? undefined : child(axis, 'numFmt');
  const code = own === undefined ? undefined : attribute(own, 'formatCode');
  if (code !== undefined && own !== undefined && attribute(own, 'sourceLinked') !== '1')
    return code;
  const value = series === undefined ? undefined : child(series, 'val');
  const cells =
    value === undefined ? undefined : descendants(value, (name) => name === 'formatCode')[0];
  return cells === undefined ? (code ?? 'General') : textIn(bytes, cells);
}

const REFERENCE = /^(?:'((?:[^']|'')+)'|([^'![\]]+))!([$A-Z0-9:]+)$/i;

/**
 * The cells that a chart's reference names; null for names, other workbooks and areas in several
 * parts, whose stored figures are drawn.
 */
export function chartCells(reference: string): ChartCells | null {
  const match = REFERENCE.exec(reference.trim());
  const block = match === null ? null : parseRange(match[3] ?? '');
  if (match === null || block === null) return null;
  const line = block.top === block.bottom || block.left === block.right;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
  return line && !(sheet ?? '').includes('[') ? { sheet, block } : null;
}
