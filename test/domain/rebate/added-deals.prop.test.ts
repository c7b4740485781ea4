import * as fc from 'fast-check';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import { fen } from '#domain/money/fen.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { rebateWithDeals } from '#domain/rebate/added-deals.ts';
import { bookOf, withOrders } from '#domain/rebate/order-book.ts';
import { totalRebate } from '#domain/rebate/policy-run.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import { anyComponent } from '../../examples/components.ts';
import { on } from '../../examples/year-2025.ts';
import { runs } from '../../runs.ts';

const start = on('2025-01-01');
const order = fc.record({
  day: fc.integer({ min: 0, max: 500 }).map((day) => (start + day) as LocalDate),
  amount: fc.integer({ min: -5_000, max: 20_000 }).map(fen),
  category: fc.constantFrom('基础', '安全', 'CDN'),
});
const policy: fc.Arbitrary<Policy> = fc
  .array(
    fc.record({
      of: anyComponent(60_000),
      accumulate: fc.constantFrom(
        'month' as const,
        'quarter' as const,
        'half' as const,
        'year' as const,
      ),
      pay: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
      trueUp: fc.boolean(),
      category: fc.constantFrom('基础', '安全'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((made) => ({
    name: '',
    example: false,
    facts: new Map(),
    components: made.map(({ of, accumulate, pay, trueUp, category }, index) => ({
      ...of,
      id: `c${index}`,
      name: `c${index}`,
      accumulate,
      pay,
      trueUp,
      categories: { [category]: category },
    })),
  }));

it('adding deals to a walked book equals walking the longer book', () => {
  fc.assert(
    fc.property(
      policy,
      fc.array(order, { maxLength: 25 }),
      fc.array(order, { maxLength: 4 }),
      (of, orders, deals) => {
        const asOf = on('2026-02-20');
        const book = bookOf(orders);
        expect(rebateWithDeals(of, book, asOf)(deals)).toBe(
          totalRebate(
            of,
            withOrders(
              book,
              deals.map((deal) => ({ ...deal, day: asOf })),
            ),
            asOf,
          ),
        );
      },
    ),
    { numRuns: runs(400) },
  );
});

it('payouts add up to the total, and lines to their window', () => {
  fc.assert(
    fc.property(policy, fc.array(order, { maxLength: 25 }), (of, orders) => {
      const result = rebateToDate(of, bookOf(orders), on('2026-02-20'));
      expect(result.payouts.reduce((sum, { rebate, trueUp }) => sum + rebate + trueUp, 0)).toBe(
        result.total,
      );
      for (const window of result.windows)
        expect(window.lines.reduce((sum, { rebate }) => sum + rebate, 0)).toBe(window.rebate);
    }),
    { numRuns: runs(400) },
  );
});
