import fc from 'fast-check';
import { dateOf } from '#domain/calendar/local-date.ts';
import { expectedRebate } from '#domain/forecast/distribution.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import { type Forecast, forecastOf } from '#domain/pipeline/forecast.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { PlainRow } from '../../examples/plain-ledger.ts';
import { inputOf, row } from '../decision/advice-fixture.ts';
import { runs } from '../../runs.ts';

interface Deal {
  readonly amount: number;
  readonly category: string;
  readonly percent: number | null;
}

const deal = (amount: number, category: string, percent: number | null): Deal => ({
  amount,
  category,
  percent,
});

const sold = [row('基础', fen(1_900_000_00))];

function forecast(deals: readonly Deal[], orders: readonly PlainRow[] = sold): Forecast {
  const rows = [
    ...orders,
    ...deals.map(({ amount, category }) =>
      row(category, fen(amount), { kind: 'pending', day: dateOf(2025, 12, 19) }),
    ),
  ];
  const probability = Float64Array.from(
    rows,
    (_, index) => (deals[index - orders.length]?.percent ?? NaN) / 100,
  );
  return forecastOf(inputOf(examplePolicy, rows, { ledger: { probability } }));
}

describe('what the pending deals make of the rebate', () => {
  // 190 万 at 4% is 76,000; with 10 万 base it is 200 万 at 6%: 120,000.
  const { committed, expected, everything, distribution, windows } = forecast([
    deal(100_000_00, '基础', 25),
    deal(50_000_00, '基础', 50),
  ]);

  test('worked by hand: no deal, every deal, and each outcome weighed', () => {
    expect([committed, everything]).toEqual([7_600_000, 12_300_000]);
    // 0.375 × 76,000 + 0.375 × 78,000 + 0.125 × 120,000 + 0.125 × 123,000
    expect(expected).toEqual({ ok: true, value: 8_812_500 });
    expect(distribution.map(({ from, probability }) => [from, probability.toString()])).toEqual([
      [7_600_000, '0.375'],
      [7_800_000, '0.375'],
      [12_000_000, '0.125'],
      [12_300_000, '0.125'],
    ]);
  });

  test('chance of each tier, from below the first up', () => {
    const [base] = windows;
    expect(base?.chances.ok && base.chances.value.map(String)).toEqual(['0', '0.75', '0.25', '0']);
    expect([base?.anticipatedTier, base?.chanceOfNext?.toString()]).toEqual([1, '0.25']);
  });

  test(
    'deals without a chance are in the rebate of everything and in nothing that weighs ' +
      'chances',
    () => {
      const {
        expected: weighed,
        everything: all,
        deals,
        likely,
      } = forecast([deal(100_000_00, '基础', null), deal(50_000_00, '基础', 50)]);
      expect([weighed, all, deals.length, likely.length]).toEqual([
        { ok: true, value: 7_700_000 },
        12_300_000,
        2,
        1,
      ]);
    },
  );

  test('many outcomes fall into stretches of a round width whose chances add up to 1', () => {
    const many = forecast(
      Array.from({ length: 6 }, (_, index) =>
        deal(23_456_78 + index * 1_111_11, index % 2 === 0 ? '基础' : '安全', 30),
      ),
    ).distribution;
    expect(many.length).toBeLessThanOrEqual(9);
    expect(many.reduce((sum, one) => sum.plus(one.probability), new Decimal(0)).toString()).toBe(
      '1',
    );
    expect(new Set(many.map(({ from, to }) => to - from))).toEqual(new Set([10_000_00]));
  });
});

test(
  'more deals than can be tried: the expectation is that of the few plus those that ' + 'are sure',
  () => {
    const shape = fc.tuple(
      fc.integer({ min: 1, max: 4_000_000 }),
      fc.array(
        fc.record({
          amount: fc.integer({ min: 1, max: 900_000_00 }),
          security: fc.boolean(),
          percent: fc.integer({ min: 0, max: 100 }),
        }),
        { minLength: 3, maxLength: 6 },
      ),
      fc.integer({ min: 9, max: 12 }),
    );
    fc.assert(
      fc.property(shape, ([yuan, open, sureCount]) => {
        const orders = [row('基础', fen(yuan * 100))];
        const likely = open.map(({ amount, security, percent }) =>
          deal(amount, security ? '安全' : '基础', percent),
        );
        // Deals that are certain: once among the deals (too many to try), once counted already.
        const sure = Array.from({ length: sureCount }, (_, index) =>
          deal(1_000_00 + index, '基础', 100),
        );
        const byLines = forecast([...likely, ...sure], orders).expected;
        const tried = forecast(likely, [
          ...orders,
          ...sure.map(({ amount, category }) => row(category, fen(amount))),
        ]).expected;
        if (!byLines.ok || !tried.ok) throw new Error('both are exact');
        // A line's constant is true to the fen that each of the two components rounds.
        expect(Math.abs(byLines.value - tried.value)).toBeLessThanOrEqual(2);
      }),
      { numRuns: runs(40) },
    );
  },
);

test('forty deals to the fen: what one component alone expects of them', () => {
  const amounts = Array.from({ length: 40 }, (_, index) =>
    fen(123_457 + index * 977_313 + ((index * index * 7_919) % 9_973)),
  );
  const { expected } = forecast(
    amounts.map((amount, index) => deal(amount, '基础', 10 + index)),
    sold,
  );
  const [base] = examplePolicy.components;
  const alone =
    base &&
    expectedRebate(
      base,
      fen(1_900_000_00),
      amounts,
      amounts.map((_, index) => new Decimal(10 + index).div(100)),
    );
  if (!expected.ok || !alone?.ok) throw new Error('both are exact');
  // A line's constant is true to the fen that the component rounds.
  expect(Math.abs(expected.value - alone.value)).toBeLessThanOrEqual(1);
});
