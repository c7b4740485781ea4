import type { Cell } from '#domain/sheet.ts';
import { headingRows } from '../../src/livesheet/heading-rows.ts';

it.each<[string, readonly (readonly Cell[])[], number]>([
  [
    'a header',
    [
      ['订单号', '金额'],
      ['A1', 5],
      ['A2', 3],
    ],
    1,
  ],
  ['titles above it', [['2025 年订单'], ['单位：元'], ['订单号', '金额'], ['A1', 5]], 3],
  [
    'English',
    [
      ['Order no.', 'Amount'],
      ['A1', 5],
      ['A2', 3],
    ],
    1,
  ],
  [
    'words nobody knows',
    [
      ['甲列', '乙列'],
      ['x', 5],
      ['y', 3],
    ],
    1,
  ],
  [
    'amounts as text',
    [
      ['甲列', '乙列'],
      ['x', '5.00 元'],
      ['y', '3.00 元'],
    ],
    1,
  ],
  [
    'data alone',
    [
      ['A1', 5],
      ['A2', 3],
    ],
    0,
  ],
  ['names alone', [['乙'], ['甲'], ['丙']], 0],
])('rows that sorting leaves in place: %s', (_what, rows, above) => {
  const width = Math.max(...rows.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? null));
  expect(headingRows(columns)).toBe(above);
});
