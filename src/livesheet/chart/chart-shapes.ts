import type { ChartPicture } from './chart-picture.ts';
import { barShapes, lineShapes, type Plot, axisTicks } from './plot-shapes.ts';
import { type Measure, shortened, type Shape } from './shape.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const INK = '#1F2A37';

const GREY = '#5B6775';

const RULE = '#E1E6ED';

const TEXT = 12;

const EDGE = 10;

/** What is drawn for a chart, in pixels from its upper left corner. */
export function chartShapes(chart: ChartPicture, size: Size, measure: Measure): readonly Shape[] {
  const top = chart.title === '' ? EDGE : 32;
  const bottom = size.height - (chart.series.length > 1 ? 26 : 6);
  const plot = chart.plot === 'bars' ? lying : standing;
  return [
    { kind: 'box', x: 0, y: 0, ...size, color: '#FFFFFF', line: RULE },
    ...titleShapes(chart.title, size, measure),
    ...plot(chart, { left: EDGE, right: size.width - EDGE - 4, top, bottom }, measure),
    ...(chart.series.length > 1 ? legend(chart, size, measure) : []),
  ];
}

/** A frame that says which chart stands here when it cannot be drawn. */
export function frameShapes(
  title: string,
  sentence: string,
  size: Size,
  measure: Measure,
): readonly Shape[] {
  const text = shortened(sentence, size.width - 2 * EDGE, TEXT, measure);
  const y = size.height / 2;
  return [
    { kind: 'box', x: 0, y: 0, ...size, color: '#FFFFFF', line: RULE },
    ...titleShapes(title, size, measure),
    { kind: 'text', x: size.width / 2, y, text, size: TEXT, color: GREY, align: 'center' },
  ];
}

function titleShapes(title: string, { width }: Size, measure: Measure): readonly Shape[] {
  if (title === '') return [];
  const text = shortened(title, width - 2 * EDGE, 14, measure);
  return [
    { kind: 'text', x: width / 2, y: 16, text, size: 14, bold: true, color: INK, align: 'center' },
  ];
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function standing(chart: ChartPicture, area: Area, measure: Measure): readonly Shape[] {
  const bottom = area.bottom - 20;
  const ticks = ticksOf(chart, Math.max(2, Math.floor((bottom - area.top) / 36)));
  const widest = Math.max(...ticks.map((tick) => measure(chart.format(tick), TEXT)));
  const left = area.left + widest + 6;
  const plot = plotOf(chart, ticks, { left, right: area.right, top: area.top, bottom });
  const rules = ticks.flatMap((tick): readonly Shape[] => {
    const y = plot.at(tick);
    return [
      { kind: 'line', points: [left, y, area.right, y], color: RULE, width: 1 },
      text(chart.format(tick), left - 6, y, 'right'),
    ];
  });
  const names = chart.categories.map((name, at) =>
    text(
      shortened(name, plot.band - 4, TEXT, measure),
      plot.start(at) + plot.band / 2,
      bottom + 12,
      'center',
    ),
  );
  return [
    ...rules,
    ...names,
    ...barShapes(chart, plot, measure),
    ...lineShapes(chart, plot),
    zero(plot, left, area.right),
  ];
}

const zero = (plot: Plot, left: number, right: number): Shape => {
  const y = plot.at(plot.base);
  return { kind: 'line', points: [left, y, right, y], color: '#B8C0CA', width: 1 };
};

function lying(chart: ChartPicture, area: Area, measure: Measure): readonly Shape[] {
  const room = (area.right - area.left) * 0.42;
  const names = chart.categories.map((name) => shortened(name, room, TEXT, measure));
  const left = area.left + Math.max(0, ...names.map((name) => measure(name, TEXT))) + 8;
  const bottom = area.bottom - 18;
  const { most } = reach(chart);
  const wide = measure(chart.format(most), TEXT) + 18;
  const ticks = ticksOf(chart, Math.max(1, Math.min(6, Math.floor((area.right - left) / wide))));
  const right = area.right - measure(chart.format(ticks.at(-1) ?? 0), TEXT) / 2;
  const plot = plotOf(chart, ticks, { left, right, top: area.top, bottom });
  const rules = ticks.flatMap((tick): readonly Shape[] => {
    const x = plot.at(tick);
    return [
      { kind: 'line', points: [x, area.top, x, bottom], color: RULE, width: 1 },
      text(chart.format(tick), x, bottom + 11, 'center'),
    ];
  });
  const labels = names.map((name, at) =>
    text(name, left - 8, plot.start(at) + plot.band / 2, 'right'),
  );
  return [...rules, ...labels, ...barShapes(chart, plot, measure)];
}

const text = (words: string, x: number, y: number, align: 'right' | 'center'): Shape => ({
  kind: 'text',
  x,
  y,
  text: words,
  size: TEXT,
  color: GREY,
  align,
});

const ticksOf = (chart: ChartPicture, room: number): readonly number[] => {
  const { least, most } = reach(chart);
  return axisTicks(least, most, room, chart.least);
};

/** The smallest and the largest value that is drawn: bars that are stacked reach as their sum. */
function reach({ series, stacked, categories }: ChartPicture): { least: number; most: number } {
  const bars = series.filter(({ shape }) => shape === 'bar');
  const sums = categories.flatMap((_, at) => {
    const values = bars.map(({ values: each }) => each[at] ?? 0);
    const sum = (of: readonly number[]): number => of.reduce((total, value) => total + value, 0);
    return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))];
  });
  const alone = stacked ? series.filter(({ shape }) => shape !== 'bar') : series;
  const values = alone.flatMap((each) => each.values.filter((value) => value !== null));
  const all = [...(stacked ? sums : []), ...values];
  return { least: Math.min(0, ...all), most: Math.max(0, ...all) };
}

function plotOf(chart: ChartPicture, ticks: readonly number[], area: Area): Plot {
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const isLying = chart.plot === 'bars';
  const length = isLying ? area.right - area.left : area.bottom - area.top;
  const across = isLying ? area.bottom - area.top : area.right - area.left;
  const band = across / Math.max(1, chart.categories.length);
  const share = (value: number): number =>
    Math.min(1, Math.max(0, (value - low) / (high - low || 1))) * length;
  return {
    isLying,
    band,
    base: Math.max(low, Math.min(0, high)),
    start: (at) => (isLying ? area.top : area.left) + at * band,
    at: (value) => (isLying ? area.left + share(value) : area.bottom - share(value)),
  };
}

function legend(chart: ChartPicture, size: Size, measure: Measure): readonly Shape[] {
  const room = (size.width - 2 * EDGE) / chart.series.length - 26;
  const names = chart.series.map(({ name }) => shortened(name, room, TEXT, measure));
  const widths = names.map((name) => measure(name, TEXT) + 26);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const y = size.height - 14;
  let x = (size.width - whole) / 2;
  return chart.series.flatMap(({ color, shape }, at): readonly Shape[] => {
    const left = x;
    x += widths[at] ?? 0;
    const name = names[at] ?? '';
    const sign: Shape =
      shape === 'bar'
        ? { kind: 'box', x: left, y: y - 4, width: 8, height: 8, color }
        : { kind: 'line', points: [left - 2, y, left + 10, y], color, width: 3 };
    return [
      sign,
      { kind: 'text', x: left + 14, y, text: name, size: TEXT, color: GREY, align: 'left' },
    ];
  });
}
