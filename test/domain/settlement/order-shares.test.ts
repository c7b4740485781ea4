import fc from 'fast-check';
import { addDays } from '#domain/calendar/local-date.ts';
import { Decimal, ONE } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { roundFen } from '#domain/money/rounding.ts';
import { componentDefaults } from '#domain/policy/defaults.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { type OrderBook, bookOf } from '#domain/rebate/order-book.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import { orderShares } from '#domain/settlement/order-shares.ts';
import { day } from './fixture.ts';
import { runs } from '../../runs.ts';

const tier = (threshold: number, rate: string): Component['tiers'][number] => ({
  threshold: fen(threshold),
  rate: new Decimal(rate),
  rateIsFloor: false,
  bonus: fen(0),
  cell: '',
});
const component = (changes: Partial<Component>): Component => ({
  ...componentDefaults,
  id: 'x',
  name: 'x',
  categories: { a: 'a' },
  counts: { weights: { a: new Decimal('1.5'), b: ONE }, others: ONE },
  tiers: [tier(100_000, '0.04'), tier(300_000, '0.07')],
  ...changes,
});
const policyOf = (...components: Component[]): Policy => ({
  name: '',
  example: false,
  facts: new Map(),
  components,
});
const END = day('2025-03-31');

const sumOf = (policy: Policy, book: OrderBook, own: Component): Fen => {
  const shares = orderShares(policy, book, END, () => true);
  return roundFen(
    [...shares.values()]
      .flat()
      .filter((share) => share.component === own)
      .reduce((sum, share) => sum.plus(share.exact), new Decimal(0)),
    own.rounding.mode,
  );
};

const books = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 80 }),
      amount: fc.integer({ min: -60_000, max: 150_000 }),
      category: fc.constantFrom('a', 'b'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((orders) =>
    bookOf(
      orders.map((order) => ({
        ...order,
        amount: fen(order.amount),
        day: addDays(day('2025-01-01'), order.day),
      })),
    ),
  );

/** Inside one pay period there is nothing to true up, so the orders' shares are all there is. */
test.each<[string, Partial<Component>]>([
  ['whole', { scheme: 'whole' }],
  ['whole, net', { scheme: 'whole', base: 'net', edge: 'above' }],
  ['marginal', { scheme: 'marginal' }],
  ['marginal, net', { scheme: 'marginal', base: 'net' }],
])('the shares of %s add up to the rebate', (_, changes) => {
  const own = component(changes);
  fc.assert(
    fc.property(books, (book) => {
      expect(sumOf(policyOf(own), book, own)).toBe(rebateToDate(policyOf(own), book, END).total);
    }),
    { numRuns: runs(150) },
  );
});

test('increment: only what lies above the baseline', () => {
  const own = component({
    scheme: 'increment',
    baseline: new Decimal(120_000),
    counts: { weights: {}, others: ONE },
  });
  const book = bookOf(
    [100_000, 50_000, 10_000].map((amount, index) => ({
      day: addDays(day('2025-01-01'), index),
      amount: fen(amount),
      category: 'a',
    })),
  );
  const shares = orderShares(policyOf(own), book, END, () => true);
  expect([0, 1, 2].map((position) => shares.get(position)?.[0]?.exact.toString())).toEqual([
    '0',
    '1200',
    '400',
  ]);
});

test('of a group in which only the highest pays, only its shares count', () => {
  const stack = { kind: 'highest', group: 'g' } as const;
  const [low, high] = [
    component({ id: 'low', stack, tiers: [tier(100_000, '0.02')] }),
    component({ id: 'high', stack, tiers: [tier(100_000, '0.05')] }),
  ];
  const book = bookOf([{ day: day('2025-01-05'), amount: fen(200_000), category: 'a' }]);
  expect([sumOf(policyOf(low, high), book, low), sumOf(policyOf(low, high), book, high)]).toEqual([
    fen(0),
    fen(10_000),
  ]);
});

test('a window for every order: each sets its own tier', () => {
  const own = component({ accumulate: 'order', counts: { weights: {}, others: ONE } });
  const book = bookOf([
    { day: day('2025-01-05'), amount: fen(100_000), category: 'a', orderId: 'A1' },
    { day: day('2025-01-06'), amount: fen(300_000), category: 'a', orderId: 'A2' },
    { day: day('2025-01-07'), amount: fen(99_999), category: 'a', orderId: 'A3' },
  ]);
  const shares = orderShares(policyOf(own), book, END, () => true);
  expect([0, 1, 2].map((position) => shares.get(position)?.[0]?.exact.toString())).toEqual([
    '4000',
    '21000',
    '0',
  ]);
});

test(
  'sales after the settled period do not lift its tier, and a pay period is paid at the tier ' +
    'it ends in',
  () => {
    const own = component({ pay: 'month', counts: { weights: {}, others: ONE } });
    const book = bookOf(
      [
        ['2025-01-05', 150_000],
        ['2025-02-05', 200_000],
        ['2025-04-05', 900_000],
      ].map(([iso, amount]) => ({
        day: day(String(iso)),
        amount: fen(Number(amount)),
        category: 'a',
      })),
    );
    const shares = orderShares(policyOf(own), book, END, () => true);
    expect([...shares.values()].flat().map((share) => share.exact.toString())).toEqual([
      '6000',
      '14000',
    ]);
  },
);
