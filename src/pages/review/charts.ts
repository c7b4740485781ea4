import type { PageChart } from '../page.ts';
import type { Canvas } from './canvas.ts';
import { FIRST, LAST } from './section.ts';

/** Colours that also differ in lightness, for black-and-white print. */
export const CHART = { strong: '#1F3A5F', pale: '#C9D6E5', accent: '#2A9D8F' } as const;

const ROWS = 12;

/**
 * Blank rows for charts side by side, with a little air above. Returns the first row of the charts.
 */
export function chartBand(canvas: Canvas): number {
  canvas.gap();
  const row = canvas.next;
  for (let index = 0; index < ROWS; index += 1) canvas.row([], { height: 16 });
  return row;
}

/** A chart over some columns of a band. */
export function layChart(
  canvas: Canvas,
  row: number,
  columns: readonly [from: number, to: number],
  chart: Omit<PageChart, 'at' | 'numberFormat'> & { readonly numberFormat?: string },
  rows = ROWS,
): void {
  canvas.charts.push({
    numberFormat: '#,##0',
    ...chart,
    at: { row, column: columns[0], rows, columns: columns[1] - columns[0] + 1 },
  });
}

export const LEFT = [FIRST, 4] as const;
export const RIGHT = [5, LAST] as const;
