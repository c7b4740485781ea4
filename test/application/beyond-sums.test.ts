import { beyondSums } from '#application/sums/sums-sheet.ts';
import { localDate } from '#domain/calendar/local-date.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Component } from '#domain/policy/policy.ts';

const whyOf = (change: Partial<Component>): string | undefined =>
  beyondSums({
    ...examplePolicy,
    components: examplePolicy.components.map((component) => ({ ...component, ...change })),
  })?.why;

test('sums tell an ordinary policy', () => {
  expect(whyOf({ scheme: 'whole' })).toBeUndefined();
});

test.each<[string, Partial<Component>, string]>([
  ['rounding by order', { rounding: { mode: 'half-up', per: 'order' } }, 'per-order'],
  ['each order its own window', { accumulate: 'order' }, 'per-order'],
  ['a running tier', { scheme: 'rolling' }, 'per-order'],
  ['thresholds per customer', { per: { header: '客户', cell: 'A1' } }, 'clause'],
  ['refunds at the original rate', { refund: 'original-rate' }, 'clause'],
  ['refunds restated', { refund: 'restate' }, 'clause'],
  ['a claw-back', { clawback: 6 }, 'clause'],
  ['a number of orders', { measure: { kind: 'orders' } }, 'clause'],
  [
    'marginal on other sales than it pays',
    {
      scheme: 'marginal',
      categories: { 基础: '基础' },
      counts: { weights: {}, others: new Decimal(1) },
    },
    'mixed-weights',
  ],
  ['a beginning within a month', { from: localDate(2025, 3, 15)! }, 'mid-month'],
  ['an end within a month', { to: localDate(2025, 3, 30)! }, 'mid-month'],
])('%s is beyond sums', (_, change, why) => {
  expect(whyOf(change)).toBe(why);
});

test('whole months are not', () => {
  expect(whyOf({ from: localDate(2025, 3, 1)!, to: localDate(2025, 3, 31)! })).toBeUndefined();
});
