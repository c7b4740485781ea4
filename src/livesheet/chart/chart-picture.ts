import type { ChartSeries, SheetChart } from '#application/live/sheet-drawings.ts';

/** A chart with the figures that its cells hold now. */
export interface ChartPicture extends Pick<SheetChart, 'title' | 'stacked' | 'least'> {
  readonly plot: 'bars' | 'columns';
  readonly categories: readonly string[];
  readonly series: readonly (Pick<ChartSeries, 'name' | 'shape' | 'color' | 'labels'> & {
    readonly values: readonly (number | null)[];
  })[];
  readonly format: (value: number) => string;
}
