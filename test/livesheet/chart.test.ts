import { axisTicks } from '../../src/livesheet/chart/plot-shapes.ts';
import type { ChartPicture } from '../../src/livesheet/chart/chart-picture.ts';
import { chartShapes } from '../../src/livesheet/chart/chart-shapes.ts';
import type { Shape } from '../../src/livesheet/chart/shape.ts';
import { dressOf } from '../../src/livesheet/table-dress.ts';

const measure = (text: string, size: number): number => [...text].length * size * 0.6;

const SIZE = { width: 480, height: 300 };

const bar = (name: string, values: readonly (number | null)[], color = '#111111') => ({
  name,
  shape: 'bar' as const,
  color,
  labels: false,
  values,
});

const chart = (more: Partial<ChartPicture>): ChartPicture => ({
  title: '返点',
  plot: 'columns',
  stacked: false,
  least: null,
  categories: ['Q1', 'Q2'],
  series: [bar('返点', [100, 50])],
  format: String,
  ...more,
});

const boxes = (shapes: readonly Shape[], color: string) =>
  shapes.filter((shape) => shape.kind === 'box').filter((shape) => shape.color === color);

const words = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

test.each([
  [0, 100, 5, null, [0, 20, 40, 60, 80, 100]],
  [0, 5_134_545.45, 4, null, [0, 2_000_000, 4_000_000, 6_000_000]],
  [-30, 70, 5, null, [-40, -20, 0, 20, 40, 60, 80]],
  [0, 0, 4, null, [0]],
  [0, 0.07, 4, null, [0, 0.02, 0.04, 0.06, 0.08]],
  [0, 900, 4, 500, [500, 600, 700, 800, 900]],
])('an axis over %d to %d', (least, most, room, from, ticks) => {
  expect(axisTicks(least, most, room, from)).toEqual(ticks);
});

test('columns rise from nought, as high as their values', () => {
  const [first, second] = boxes(chartShapes(chart({}), SIZE, measure), '#111111');
  expect(first).toMatchObject({ y: 32, height: 242 });
  expect(second).toMatchObject({ y: 153, height: 121 });
  expect(first!.x).toBeLessThan(second!.x);
});

test('bars lie, the first category on top, and blank values draw none', () => {
  const shapes = chartShapes(
    chart({ plot: 'bars', categories: ['甲', '乙', '丙'], series: [bar('a', [10, null, 20])] }),
    SIZE,
    measure,
  );
  const [first, last] = boxes(shapes, '#111111');
  expect(boxes(shapes, '#111111')).toHaveLength(2);
  expect([first!.width, last!.width]).toEqual([216.8, 433.6]);
  expect(first!.y).toBeLessThan(last!.y);
  expect(words(shapes)).toEqual(expect.arrayContaining(['甲', '乙', '丙', '返点']));
});

test('stacked bars stand on each other, negative ones below nought', () => {
  const series = [bar('a', [60, -20], '#AAAAAA'), bar('b', [40, 30], '#BBBBBB')];
  const shapes = chartShapes(chart({ stacked: true, series }), SIZE, measure);
  const [a, below] = boxes(shapes, '#AAAAAA').filter(({ width }) => width > 8);
  const [b] = boxes(shapes, '#BBBBBB').filter(({ width }) => width > 8);
  expect(b).toMatchObject({ y: 32, height: 74 });
  expect(a).toMatchObject({ y: 106, height: 111 });
  expect(below).toMatchObject({ y: 217, height: 37 });
  expect(words(shapes)).toEqual(expect.arrayContaining(['a', 'b']));
});

test('everything stays inside the frame, whatever the words and the figures', () => {
  const long = '一个名字长得放不下的客户有限责任公司华东分公司第二采购部';
  for (const plot of ['bars', 'columns'] as const)
    for (const least of [null, 10]) {
      const picture = chart({
        plot,
        least,
        title: long.repeat(3),
        categories: [long, long, long],
        series: [bar(long, [1e9, -5e8, 0]), bar('b', [1, 2, null])],
        format: (value) => value.toLocaleString('en-US'),
      });
      const outside = chartShapes(picture, SIZE, measure).filter((shape) => !isInside(shape));
      expect(outside).toEqual([]);
    }
});

/** Half a hair of rounding is no harm. */
function isInside(shape: Shape): boolean {
  if (shape.kind === 'text') return measure(shape.text, shape.size) <= SIZE.width;
  if (shape.kind === 'line') return shape.points.every((at) => at >= 0 && at <= SIZE.width);
  const [right, bottom] = [shape.x + shape.width, shape.y + shape.height];
  return shape.x >= 0 && shape.y >= 0 && right <= SIZE.width + 0.01 && bottom <= SIZE.height + 0.01;
}

test('a table dresses its header, its bands in turn and its totals', () => {
  const table = {
    block: { top: 2, left: 0, bottom: 6, right: 3 },
    header: { fill: '#4472C4' },
    totals: { bold: true as const },
    bands: [{ fill: '#DAE3F3' }, {}],
    line: null,
    ruled: false,
  };
  expect([2, 3, 4, 5, 6].map((row) => dressOf(table, row))).toEqual([
    { fill: '#4472C4' },
    { fill: '#DAE3F3' },
    {},
    { fill: '#DAE3F3' },
    { bold: true },
  ]);
});
