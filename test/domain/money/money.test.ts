import * as fc from 'fast-check';
import { Decimal } from '#domain/money/decimal.ts';
import { ExactSum } from '#domain/money/exact-sum.ts';
import { fen, fenFromCellNumber, yuanNumber, yuanText } from '#domain/money/fen.ts';
import { ratio, roundProduct } from '#domain/money/ratio.ts';
import { roundFen } from '#domain/money/rounding.ts';
import { runs } from '../../runs.ts';

it.each([
  ['a plain amount', 58_000, 5_800_000],
  ['the double behind =21.9/0.2 means 109.5', 21.9 / 0.2, 10_950],
  ['half a fen goes away from zero', 1.005, 101],
  ['half a fen below zero', -1.005, -101],
  ['a third of a fen', 0.3333333333333333, 33],
  ['0.1 + 0.2', 0.1 + 0.2, 30],
  ['minus zero is zero', -0, 0],
  ['the largest amounts are exact', 12_345_678_901_234.5, 1_234_567_890_123_450],
  ['not a number', NaN, undefined],
  ['infinite', Infinity, undefined],
  ['beyond the safe integers', 1e16, undefined],
])('a cell becomes fen: %s', (_, cell, expected) => {
  expect(fenFromCellNumber(cell)).toBe(expected);
});

it('every amount in fen survives the cell and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9e14, max: 9e14 }), (amount) => {
      expect(fenFromCellNumber(yuanNumber(fen(amount)))).toBe(amount === 0 ? 0 : amount);
    }),
    { numRuns: runs(3000) },
  );
});

it.each([
  ['0.00', 0],
  ['-0.05', -5],
  ['12336.02', 1_233_602],
  ['0.10', 10],
])('writes %s', (text, amount) => {
  expect(yuanText(fen(amount))).toBe(text);
});

it.each([
  ['205600.25 × 6 %', 20_560_025, '0.06', '1', 1_233_602],
  ['half away from zero', 50, '0.01', '1', 1],
  ['half away from zero, below zero', -50, '0.01', '1', -1],
  ['net of 6 % tax', 10_600, '0.06', '1.06', 600],
])('rounds a product: %s', (_, amount, rate, divisor, expected) => {
  expect(roundProduct(amount, ratio(new Decimal(rate), new Decimal(divisor)), 'half-up')).toBe(
    expected,
  );
});

it('whole-number rounding equals decimal rounding', () => {
  const amount = fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: -9e15, max: 9e15 }),
  );
  fc.assert(
    fc.property(
      amount,
      fc.integer({ min: 0, max: 99_999 }),
      fc.constantFrom('1', '1.06', '1.13', '1.5'),
      fc.constantFrom('half-up' as const, 'truncate' as const),
      (of, rate, divisor, mode) => {
        const exact = new Decimal(of).times(rate).div(100_000).div(divisor);
        expect(
          roundProduct(of, ratio(new Decimal(rate).div(100_000), new Decimal(divisor)), mode),
        ).toBe(roundFen(exact, mode));
      },
    ),
    { numRuns: runs(4000) },
  );
});

it('a quotient that stands for one half rounds as one half', () => {
  // Three thirds of half a fen, each third cut at 60 digits.
  const third = new Decimal('0.5').div(3);
  expect(roundFen(third.plus(third).plus(third), 'half-up')).toBe(1);
});

it('a running sum never loses a fen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }), {
        maxLength: 40,
      }),
      (wholes) => {
        const sum = new ExactSum();
        for (const whole of wholes) sum.add(whole);
        expect(sum.toDecimal().toFixed()).toBe(
          wholes.reduce((total, whole) => total + BigInt(whole), 0n).toString(),
        );
      },
    ),
  );
});

it('refuses what is not whole fen: that is a bug', () => {
  expect(() => fen(0.5)).toThrow('safe whole number');
});
