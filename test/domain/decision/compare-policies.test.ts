import * as fc from 'fast-check';
import { comparePolicies } from '#domain/decision/compare-policies.ts';
import { fen } from '#domain/money/fen.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { bookOf } from '#domain/rebate/order-book.ts';
import { totalRebate } from '#domain/rebate/policy-run.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import {
  anyComponent,
  component,
  twoCategoryPolicy,
  tier,
  wan,
} from '../../examples/components.ts';
import { runs } from '../../runs.ts';

const ASOF = dateOf(2025, 12, 31);

it('says whose rebate a draft moves', () => {
  const book = bookOf([
    { day: dateOf(2025, 2, 1), category: '基础', amount: wan(150) },
    { day: dateOf(2025, 5, 1), category: '安全', amount: wan(40) },
    { day: dateOf(2025, 9, 1), category: '基础', amount: wan(30) },
  ]);
  const draft: Policy = {
    ...twoCategoryPolicy(),
    components: twoCategoryPolicy().components.map((one) =>
      one.name === '基础'
        ? {
            ...one,
            tiers: [tier(wan(50), '0.03'), tier(wan(200), '0.07'), tier(wan(500), '0.08', wan(1))],
          }
        : one,
    ),
  };
  const { difference, orders, rest } = comparePolicies(book, twoCategoryPolicy(), draft, ASOF);
  // 220万: 6 % becomes 7 % of base, security stays.
  expect([
    difference,
    rest,
    orders.map(({ position, difference: own }) => [position, own]),
  ]).toEqual([
    wan(1.8),
    0,
    [
      [0, wan(1.5)],
      [2, wan(0.3)],
    ],
  ]);
});

it('keeps earlier pay periods at their own tier without true-up', () => {
  const book = bookOf([
    { day: dateOf(2025, 2, 1), category: '基础', amount: wan(100) },
    { day: dateOf(2025, 5, 1), category: '基础', amount: wan(150) },
  ]);
  const [base] = twoCategoryPolicy().components;
  const without = {
    ...twoCategoryPolicy(),
    components: [{ ...component(), ...base, trueUp: false }],
  };
  const { orders, rest } = comparePolicies(
    book,
    { ...without, components: [component({ categories: 'all' })] },
    without,
    ASOF,
  );
  expect([orders.map(({ position, difference }) => [position, difference]), rest]).toEqual([
    [[0, -wan(2)]],
    0,
  ]);
});

it('adds up to the difference of two full recomputations, whatever the policies', () => {
  const anyPolicy = anyComponent(60_000).map((one): Policy => ({
    name: '',
    example: false,
    components: [one],
    facts: new Map(),
  }));
  const plainPolicy = anyPolicy.map(({ components, ...rest }): Policy => ({
    ...rest,
    components: components.map((one) => ({
      ...one,
      scheme: 'whole',
      cap: null,
      floor: null,
      tiers: one.tiers.map((tier) => ({ ...tier, bonus: fen(0) })),
    })),
  }));
  const either = fc.oneof(anyPolicy, plainPolicy);
  const anyOrders = fc.array(
    fc.record({
      day: fc.integer({ min: 20_089, max: 20_453 }),
      amount: fc.integer({ min: -2000, max: 20_000 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  let plainCases = 0;
  fc.assert(
    fc.property(either, either, anyOrders, (before, after, orders) => {
      const book = bookOf(
        orders.map(({ day, amount }) => ({
          day: dateOf(2025, 1, 1 + (day % 28)),
          amount: fen(amount),
          category: '基础',
        })),
      );
      const compared = comparePolicies(book, before, after, ASOF);
      expect(compared.difference).toBe(
        totalRebate(after, book, ASOF) - totalRebate(before, book, ASOF),
      );
      expect(
        compared.orders.reduce<number>((sum, order) => sum + order.difference, compared.rest),
      ).toBe(compared.difference);
      const plain = [...before.components, ...after.components].every(
        ({ scheme, cap, floor, tiers }) =>
          scheme === 'whole' &&
          cap === null &&
          floor === null &&
          tiers.every(({ bonus }) => bonus === 0),
      );
      plainCases += plain ? 1 : 0;
      expect(plain ? Math.abs(compared.rest) : 0).toBeLessThanOrEqual(book.size + 2);
    }),
    { numRuns: runs(200) },
  );
  expect(plainCases).toBeGreaterThan(0);
});
