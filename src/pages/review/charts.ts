import type { PageChart } from '../page.ts';
import type { Canvas } from './canvas.ts';
import { LAST } from './section.ts';

/** Colours that also differ in lightness, for black-and-white print. */
export const CHART = { strong: '#1F3A5F', pale: '#C9D6E5', accent: '#2A9D8F' } as const;

/** A chart over some columns of a band. */
export function layChart(
  canvas: Canvas,
  row: number,
  columns: readonly [from: number, to: number],
  chart: Omit<PageChart, 'at' | 'numberFormat'> & { readonly numberFormat?: string },
  rows: number,
): void {
  canvas.charts.push({
    numberFormat: '#,##0',
    ...chart,
    at: { row, column: columns[0], rows, columns: columns[1] - columns[0] + 1 },
  });
}

export const RIGHT = [5, LAST] as const;
