import fc from 'fast-check';
import { fen } from '#domain/money/fen.ts';
import { Decimal } from '#domain/money/decimal.ts';
import type { Tier } from '#domain/policy/policy.ts';
import { barScale, labelAt, labelRoom } from '#taskpane/overview/TierBar.tsx';
import { runs } from '../runs.ts';

const tier = (threshold: number): Tier => ({
  threshold: fen(threshold),
  rate: new Decimal('0.04'),
  rateIsFloor: false,
  bonus: fen(0),
  cell: '',
});

const TIERS = [500_000_00, 2_000_000_00, 5_000_000_00].map(tier);

describe('barScale', () => {
  it.each([
    // sales, pending, tier reached; the end is 8 % beyond the largest of next threshold and sales
    // with pending
    ['nothing yet', 0, 0, 0, 0, [500_000_00]],
    [
      'half-way to the second tier',
      1_250_000_00,
      0,
      1,
      1_250_000_00 / 2_160_000_00,
      [500_000_00, 2_000_000_00],
    ],
    [
      'pending deals reach beyond the next tier',
      1_900_000_00,
      900_000_00,
      1,
      1_900_000_00 / 3_024_000_00,
      [500_000_00, 2_000_000_00],
    ],
    [
      'the top tier',
      6_000_000_00,
      0,
      3,
      6_000_000_00 / 6_480_000_00,
      [500_000_00, 2_000_000_00, 5_000_000_00],
    ],
  ])('%s', (_, sales, pending, reached, done, ticks) => {
    const scale = barScale(TIERS, reached, fen(sales), fen(pending));
    expect(scale.done).toBe(done);
    expect(scale.ticks.map((tick) => tick.threshold)).toEqual(ticks);
  });

  it('keeps everything on the bar, and no two labels on each other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -1_000, max: 2_000_000 }),
        fc.integer({ min: 0, max: 500_000 }),
        (thresholds, sales, pending) => {
          const tiers = [...thresholds]
            .sort((a, b) => a - b)
            .map((threshold) => tier(threshold * 100));
          const reached = tiers.filter(({ threshold }) => threshold <= sales * 100).length;
          const scale = barScale(tiers, reached, fen(sales * 100), fen(pending * 100));
          expect(scale.done + scale.pipeline).toBeLessThanOrEqual(1);
          // Set from the left near the start, from the right near the end, else about the tick.
          const lefts = scale.ticks
            .filter((tick) => tick.labelled)
            .map(({ at }) => labelAt(at) - (at < 0.1 ? 0 : at > 0.86 ? 0.17 : 0.085));
          const room = lefts.slice(1).map((left, index) => left - lefts[index]!);
          expect(Math.min(1, ...room)).toBeGreaterThan(0.17 - 1e-9);
          expect(scale.ticks.filter((tick) => tick.reached).length).toBe(
            scale.ticks.filter((tick) => tick.threshold <= Math.max(sales * 100, 0)).length,
          );
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('always names the next threshold', () => {
    const crowded = [100, 110, 120, 130, 140].map((wan) => tier(wan * 10_000_00));
    const scale = barScale(crowded, 3, fen(125 * 10_000_00), fen(0));
    expect(scale.ticks.find((tick) => tick.threshold === 130 * 10_000_00)?.labelled).toBe(true);
  });
});

it.each([
  [0.002, 0],
  [0.5, 0.5],
  [0.97, 1],
])('a threshold at %d has its label within the bar, from %d', (tick, from) => {
  expect(labelAt(tick)).toBe(from);
});

it('leaves out a label that would be written over another, in the longer language too', () => {
  const shown = (label: (threshold: number) => string): readonly number[] =>
    barScale(TIERS, 3, fen(6_500_000_00), fen(0), (each) => labelRoom(label(each)))
      .ticks.filter((tick) => tick.labelled)
      .map((tick) => tick.threshold / 100);
  expect(shown((threshold) => `${threshold / 1_000_000} 万`)).toEqual([
    500_000, 2_000_000, 5_000_000,
  ]);
  expect(shown((threshold) => `¥${(threshold / 100).toLocaleString('en-US')}`)).toEqual([
    2_000_000, 5_000_000,
  ]);
});
