import type { IRange, IScale, Worksheet } from '@univerjs/core';
import { numfmt } from '@univerjs/core';
import {
  SheetExtension,
  type SpreadsheetSkeleton,
  type UniverRenderingContext,
} from '@univerjs/preset-sheets-core';
import type { GridSheet } from '#application/live/live-grid.ts';
import type { ChartCorner, ChartValues, SheetChart } from '#application/live/sheet-drawings.ts';
import { chartShapes, frameShapes } from './chart-shapes.ts';
import { measureOn, paint } from './paint.ts';

/** Over everything that cells draw. */
const ABOVE_CELLS = 100;

/** Draws the charts of the sheets where they stand, from what their cells hold now. */
export class Charts extends SheetExtension {
  override uKey = 'RebateRadarCharts';
  protected override Z_INDEX = ABOVE_CELLS;
  private readonly bySheet: ReadonlyMap<string, readonly SheetChart[]>;

  /**
   * @param sheetOf - a sheet of the model by its name
   * @param notDrawn - stands in the place of a chart that is not drawn
   */
  constructor(
    sheets: readonly GridSheet[],
    ids: ReadonlyMap<string, string>,
    private readonly sheetOf: (name: string) => Worksheet | undefined,
    private readonly notDrawn: string,
  ) {
    super();
    this.bySheet = new Map(
      sheets.map(({ name, look }) => [ids.get(name) ?? '', look?.charts ?? []]),
    );
  }

  override draw(
    context: UniverRenderingContext,
    _scale: IScale,
    skeleton: SpreadsheetSkeleton,
    _diff?: IRange[],
  ): void {
    const { worksheet } = skeleton;
    for (const chart of this.bySheet.get(worksheet.getSheetId()) ?? []) {
      const from = placeOf(skeleton, chart.from);
      const to = placeOf(skeleton, chart.to);
      const size = { width: to.x - from.x, height: to.y - from.y };
      if (size.width < SMALLEST || size.height < SMALLEST) continue;
      const measure = measureOn(context);
      const { title, plot } = chart;
      const shapes =
        plot === null
          ? frameShapes(title, this.notDrawn, size, measure)
          : chartShapes(this.picture(chart, plot, worksheet), size, measure);
      paint(context, shapes, from.x, from.y);
    }
  }

  private picture(chart: SheetChart, plot: 'bars' | 'columns', own: Worksheet) {
    const { categories, series, format } = chart;
    const texts = this.valuesOf(categories, own, textOf);
    const drawn = series.map((each) => ({
      ...each,
      values: this.valuesOf(each.values, own, numberOf),
    }));
    const count = Math.max(texts.length, ...drawn.map(({ values }) => values.length), 0);
    return {
      ...chart,
      plot,
      categories: Array.from({ length: count }, (_, at) => texts[at] ?? ''),
      series: drawn,
      format: (value: number) => numfmt.format(format, value, { throws: false }),
    };
  }

  private valuesOf<T>(
    { cells, stored }: ChartValues<T>,
    own: Worksheet,
    read: (value: unknown) => T | null,
  ): readonly (T | null)[] {
    if (cells === null) return stored;
    const sheet = cells.sheet === null ? own : this.sheetOf(cells.sheet);
    if (sheet === undefined) return stored;
    const { top, left, bottom, right } = cells.block;
    const values: (T | null)[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        values.push(read(sheet.getCellRaw(row, column)?.v));
    return values;
  }
}

/** Pixels below which a chart's rows or columns are hidden. */
const SMALLEST = 24;

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

function placeOf(skeleton: SpreadsheetSkeleton, corner: ChartCorner): { x: number; y: number } {
  const { startX, startY } = skeleton.getCellWithCoordByIndex(corner.row, corner.column, false);
  return { x: startX + corner.x, y: startY + corner.y };
}
