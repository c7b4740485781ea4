import type { ChartPicture } from './chart-picture.ts';
import type { Measure, Shape } from './shape.ts';

/** Where values and categories come to stand. */
export interface Plot {
  /** Bars lie: values run to the right, categories down. */
  readonly isLying: boolean;
  /** Pixels of a category. */
  readonly band: number;
  /** The value from which bars rise. */
  readonly base: number;
  /** Where a category begins. */
  readonly start: (category: number) => number;
  readonly at: (value: number) => number;
}

/** What is free between two categories, as a share of a bar. */
const GAP = 0.7;

/** The bars, those of one category beside each other or on top of each other. */
export function barShapes(chart: ChartPicture, plot: Plot, measure: Measure): readonly Shape[] {
  const bars = chart.series.filter(({ shape }) => shape === 'bar');
  const abreast = chart.stacked ? 1 : bars.length;
  const thick = plot.band / (abreast + GAP);
  return chart.categories.flatMap((_, category) => {
    const ends = { up: 0, down: 0 };
    return bars.flatMap(({ values, color, labels }, index): readonly Shape[] => {
      const value = values[category] ?? null;
      if (value === null) return [];
      const side = value < 0 ? 'down' : 'up';
      const from = chart.stacked ? ends[side] : plot.base;
      const to = chart.stacked ? from + value : value;
      ends[side] = to;
      const across = plot.start(category) + (plot.band - thick * abreast) / 2;
      const bar = box(plot, across + thick * (chart.stacked ? 0 : index), thick, from, to, color);
      return labels ? [bar, label(bar, plot, chart.format(value), measure)] : [bar];
    });
  });
}

type Box = Extract<Shape, { kind: 'box' }>;

function box(
  plot: Plot,
  across: number,
  thick: number,
  from: number,
  to: number,
  color: string,
): Box {
  const [low, high] = [plot.at(from), plot.at(to)].sort((a, b) => a - b) as [number, number];
  const length = high - low;
  return plot.isLying
    ? { kind: 'box', x: low, y: across, width: length, height: thick, color }
    : { kind: 'box', x: across, y: low, width: thick, height: length, color };
}

/** Inside its bar where it fits, else behind its end. */
function label(bar: Box, { isLying }: Plot, words: string, measure: Measure): Shape {
  const size = 11;
  const wide = measure(words, size) + 6;
  const fits = isLying
    ? bar.width >= wide && bar.height >= size
    : bar.height >= size + 4 && bar.width >= wide;
  const middle = { x: bar.x + bar.width / 2, y: bar.y + bar.height / 2 };
  const text = { kind: 'text', text: words, size } as const;
  if (fits) return { ...text, ...middle, color: '#FFFFFF', align: 'center' };
  return isLying
    ? { ...text, x: bar.x + bar.width + 4, y: middle.y, color: '#1F2A37', align: 'left' }
    : { ...text, x: middle.x, y: bar.y - size / 2 - 2, color: '#1F2A37', align: 'center' };
}

/** Lines with their points, and marks across a category. A blank value leaves a gap. */
export function lineShapes(chart: ChartPicture, plot: Plot): readonly Shape[] {
  return chart.series
    .filter(({ shape }) => shape !== 'bar')
    .flatMap(({ shape, values, color }): readonly Shape[] => {
      const points = chart.categories.map((_, at) => {
        const value = values[at] ?? null;
        return value === null ? null : { x: plot.start(at) + plot.band / 2, y: plot.at(value) };
      });
      if (shape === 'mark') {
        const half = Math.min(14, plot.band / 3);
        return points.flatMap((point): readonly Shape[] =>
          point === null
            ? []
            : [
                {
                  kind: 'line',
                  points: [point.x - half, point.y, point.x + half, point.y],
                  color,
                  width: 4,
                },
              ],
        );
      }
      const strokes = points.flatMap((point, at): readonly Shape[] => {
        const before = at === 0 ? null : (points[at - 1] ?? null);
        if (point === null || before === null) return [];
        return [
          {
            kind: 'line',
            points: [before.x, before.y, point.x, point.y],
            color,
            width: 2.25,
          },
        ];
      });
      const dots = points.flatMap((point): readonly Shape[] =>
        point === null
          ? []
          : [{ kind: 'box', x: point.x - 3, y: point.y - 3, width: 6, height: 6, color }],
      );
      return [...strokes, ...dots];
    });
}

/** The values that an axis names, the first and the last of them its ends. */
export function axisTicks(
  least: number,
  most: number,
  room: number,
  from: number | null,
): readonly number[] {
  const low = from ?? Math.min(0, least);
  const high = Math.max(most, low, from === null ? 0 : low);
  const step = roundStep((high === low ? Math.abs(high) || 1 : high - low) / Math.max(1, room));
  const first = from ?? Math.floor(low / step) * step;
  const count = Math.ceil((high - first) / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => round(first + at * step, step));
}

/** 1, 2 or 5 with noughts: the next that is not less. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return (
    [1, 2, 5, 10].map((each) => each * power).find((each) => each >= step * (1 - 1e-9)) ?? step
  );
}

const round = (value: number, step: number): number =>
  Number(value.toFixed(Math.max(0, Math.min(12, 1 - Math.floor(Math.log10(step))))));
