import fc from 'fast-check';
import { readIdColumn } from '#domain/ledger/id-column.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { runs } from '../../runs.ts';

const idsOf = (cells: readonly Cell[]): ReturnType<typeof readIdColumn> => {
  const sheet: Sheet = { name: '订单', rowCount: cells.length, columns: [cells] };
  return readIdColumn({ sheet, from: 1, to: cells.length }, 0, cells);
};

/** Longer than what is compared at one time. */
const ROWS = 200;

const counting = fc
  .record({
    start: fc.constantFrom(1, 90, 100, 999_900, 925_000_000_000_000, 9_999_999_999_999_900),
    step: fc.constantFrom(0, 1, 7),
    strange: fc.option(
      fc.tuple(
        fc.integer({ min: 1, max: ROWS }),
        fc.constantFrom<Cell>('92500000000a001', '92500000000-001', '合计', '00', 7, null, '7'),
      ),
    ),
  })
  .map(({ start, step, strange }): readonly Cell[] => {
    const cells: Cell[] = ['订单号'];
    for (let row = 0; row < ROWS; row += 1) cells.push(String(BigInt(start + row * step)));
    if (strange !== null) [, cells[strange[0]]] = strange;
    return cells;
  });

test('ids that count up are the same as when each of them is looked at', () => {
  let rising = 0;
  fc.assert(
    fc.property(counting, (cells) => {
      const short = idsOf(cells);
      // A row without an id sends all of them the long way.
      const long = idsOf([...cells, null]);
      if (short.isRising) rising += 1;
      expect(short).toEqual({
        ...long,
        ids: long.ids.slice(0, -1),
        isNumber: long.isNumber.subarray(0, -1),
      });
    }),
    { numRuns: runs(300) },
  );
  expect(rising).toBeGreaterThan(0);
});

test.each([
  ['a letter between figures', ['订单号', '1000', '10a0', '2000']],
  ['the same again', ['订单号', '1000', '1000', '2000']],
  ['a smaller one', ['订单号', '1000', '3000', '2000']],
])('%s is no counting up', (_, cells) => {
  const { isRising, isNumber } = idsOf(cells);
  expect([isRising, isNumber.every((one) => one === 1)]).not.toEqual([true, true]);
});
