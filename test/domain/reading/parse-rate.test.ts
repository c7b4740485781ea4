import { parseRate } from '#domain/reading/parse-rate.ts';
import type { Cell } from '#domain/sheet.ts';

const told = (cell: Cell): string => {
  const reading = parseRate(cell);
  if (reading.kind === 'rate')
    return `${reading.rate.toString()} ${reading.mark} ${reading.written}`;
  return reading.kind === 'range'
    ? `${reading.from.toString()}..${reading.to.toString()}`
    : reading.kind;
};

const cases: readonly (readonly [Cell, string])[] = [
  ['6%', '0.06 exact percent'],
  ['６％', '0.06 exact percent'],
  ['6 %', '0.06 exact percent'],
  ['0.06', '0.06 exact fraction'],
  [0.06, '0.06 exact fraction'],
  ['7', '0.07 exact bare'],
  [7, '0.07 exact bare'],
  ['4个点', '0.04 exact percent'],
  ['4.5点', '0.045 exact percent'],
  ['5‰', '0.005 exact percent'],
  ['-2%', '-0.02 exact percent'],
  [0.1 + 0.2, '0.3 exact fraction'],
  ['100%', '1 exact percent'],
  ['12%+', '0.12 floor percent'],
  ['≥12%', '0.12 floor percent'],
  ['12％以上', '0.12 floor percent'],
  ['近12%', '0.12 about percent'],
  ['约12%', '0.12 about percent'],
  ['12%左右', '0.12 about percent'],
  ['6%-8%', '0.06..0.08'],
  ['6-8%', '0.06..0.08'],
  ['６％～８％', '0.06..0.08'],
  ['8%-6%', 'not-a-rate'],
  ['1', 'not-a-rate'],
  [1, 'not-a-rate'],
  ['500', 'not-a-rate'],
  ['面议', 'not-a-rate'],
  [{ fault: '#REF!' }, 'not-a-rate'],
  [true, 'not-a-rate'],
  [NaN, 'not-a-rate'],
  ['', 'empty'],
  [null, 'empty'],
  ['-', 'empty'],
  ['——', 'empty'],
];
test.each(cases)('%j is %s', (cell, expected) => expect(told(cell)).toBe(expected));
