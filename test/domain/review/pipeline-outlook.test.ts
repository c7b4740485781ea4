import fc from 'fast-check';
import { addDays, dateOf } from '#domain/calendar/local-date.ts';
import type { PendingDeal } from '#domain/pipeline/pending-deals.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { bookOf, withOrders } from '#domain/rebate/order-book.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import { pipelineOutlook } from '#domain/review/pipeline-outlook.ts';

const asOf = dateOf(2025, 11, 30);
const deal = (
  amount: number,
  category: string,
  probability: string | null,
  cost = 0,
): PendingDeal => ({
  ledgerIndex: 0,
  amount: fen(amount),
  category,
  orderId: '',
  customer: '',
  day: null,
  cost: fen(cost),
  costFrom: 'row',
  probability: probability === null ? null : new Decimal(probability),
  stage: '',
});
const book = bookOf([{ day: dateOf(2025, 3, 1), amount: fen(1_900_000_00), category: '基础' }]);
const outlookOf = (deals: readonly PendingDeal[], of = book) =>
  pipelineOutlook({
    policy: examplePolicy,
    book: of,
    asOf,
    windows: rebateToDate(examplePolicy, of, asOf).windows,
    deals,
  });

describe('what the pipeline may bring', () => {
  // 190 万 at 4% is 76,000; with 10 万 base it is 200 万 at 6%: 120,000.
  const { committed, expected, everything, distribution, chances, best, bestGain } = outlookOf([
    deal(100_000_00, '基础', '0.25', 1_000_00),
    deal(50_000_00, '基础', '0.5'),
  ]);

  test('worked by hand: no deal, every deal, and each outcome weighed', () => {
    expect([committed, everything]).toEqual([7_600_000, 12_300_000]);
    // 0.375 × 76,000 + 0.375 × 78,000 + 0.125 × 120,000 + 0.125 × 123,000
    expect(expected).toBe(8_812_500);
    expect(distribution.map(({ from, probability }) => [from, probability.toString()])).toEqual([
      [7_600_000, '0.375'],
      [7_800_000, '0.375'],
      [12_000_000, '0.125'],
      [12_300_000, '0.125'],
    ]);
  });
  test('chance of each tier, from below the first up', () => {
    expect(chances.find((one) => one.component === '基础')?.chances.map(String)).toEqual([
      '0',
      '0.75',
      '0.25',
      '0',
    ]);
  });
  test('the best set is worth its cost', () =>
    expect([best, bestGain]).toEqual([[0, 1], 4_700_000]));

  test('deals without a chance are left out of every chance, and said', () => {
    const outlook = outlookOf([deal(100_000_00, '基础', null), deal(50_000_00, '基础', '0.5')]);
    expect([outlook.unstated, outlook.expected, outlook.everything]).toEqual([
      1, 7_700_000, 12_300_000,
    ]);
    expect(outlookOf([deal(100_000_00, '基础', null)])).toMatchObject({
      expected: null,
      distribution: [],
      chances: [],
    });
  });

  test('many outcomes fall into stretches of a round width whose chances add up to 1', () => {
    const outlook = outlookOf(
      Array.from({ length: 6 }, (_, index) =>
        deal(23_456_78 + index * 1_111_11, index % 2 === 0 ? '基础' : '安全', '0.3'),
      ),
    );
    expect(outlook.distribution.length).toBeLessThanOrEqual(9);
    expect(
      outlook.distribution
        .reduce((sum, one) => sum.plus(one.probability), new Decimal(0))
        .toString(),
    ).toBe('1');
    const widths = new Set(outlook.distribution.map(({ from, to }) => to - from));
    expect(widths.size).toBe(1);
    expect([...widths][0]).toBe(10_000_00);
  });
});

test('deals beyond what can be tried: the expectation by lines is that of the first twelve plus sure ones', () => {
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
    fc.integer({ min: 8, max: 12 }),
  );
  fc.assert(
    fc.property(shape, ([yuan, open, sureCount]) => {
      const start = bookOf([
        { day: dateOf(2025, 2, 2), amount: fen(yuan * 100), category: '基础' },
      ]);
      const likely = open.map(({ amount, security, percent }) =>
        deal(amount, security ? '安全' : '基础', String(percent / 100)),
      );
      // Deals that are certain: once among the deals (too many to try), once in the book.
      const sure = Array.from({ length: sureCount }, (_, index) =>
        deal(1_000_00 + index, '基础', '1'),
      );
      const byLines = outlookOf([...likely, ...sure], start).expected;
      const tried = outlookOf(
        likely,
        withOrders(
          start,
          sure.map((one) => ({
            day: addDays(asOf, 0),
            amount: one.amount,
            category: one.category,
          })),
        ),
      ).expected;
      expect(byLines).not.toBeNull();
      // A line's constant is true to the fen that each of the two components rounds.
      expect(Math.abs((byLines ?? 0) - (tried ?? 0))).toBeLessThanOrEqual(2);
    }),
    { numRuns: 40 },
  );
});
