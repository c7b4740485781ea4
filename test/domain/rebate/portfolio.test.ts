import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import type { Component } from '#domain/policy/policy.ts';
import { jointAmount, portfolioRebate } from '#domain/rebate/portfolio.ts';
import { component, tier, wan, yuanOf } from '../../examples/components.ts';

const holding = (categoryKey: string, sales: Fen): { categoryKey: string; sales: Fen } => ({
  categoryKey,
  sales,
});
const base = (parts: Partial<Component>): Component =>
  component({ categories: { 基础: '基础' }, ...parts });
const half = {
  weights: { 基础: new Decimal(1), 安全: new Decimal('1.5') },
  others: new Decimal(0),
};

it('each component earns on its own categories and counts what it counts', () => {
  const security = component({
    name: '安全',
    categories: { 安全: '安全' },
    tiers: [tier(wan(50), '0.07'), tier(wan(500), '0.12')],
  });
  // 500万 together: 300万 × 8 % + 200万 × 12 %
  expect(
    portfolioRebate([base({}), security], [holding('基础', wan(300)), holding('安全', wan(200))]),
  ).toBe(wan(48));
});

it.each([
  // 100.00 + 0.01 × 1.5 = 100.015: above 100.01, below 100.02; half a fen decides.
  ['at', '100.01', 1000],
  ['at', '100.02', 0],
  ['above', '100.01', 1000],
  ['above', '100.02', 0],
] as const)('half a fen of weighted sales is kept: %s %s', (edge, threshold, expected) => {
  const of = base({ counts: half, edge, tiers: [tier(yuanOf(Number(threshold)), '0.1')] });
  expect(portfolioRebate([of], [holding('基础', yuanOf(100)), holding('安全', yuanOf(0.01))])).toBe(
    expected,
  );
});

it('marginal: the schedule over all that counts, shared by what earns', () => {
  const of = base({ scheme: 'marginal', tiers: [tier(wan(0), '0'), tier(wan(100), '0.1')] });
  // 200万 count, 100万 of them above the threshold: 10万, of which 基础 with 150万 has three
  // quarters
  expect(portfolioRebate([of], [holding('基础', wan(150)), holding('安全', wan(50))])).toBe(
    wan(7.5),
  );
});

it('an order-by-order component looks at every line alone', () => {
  const of = base({ accumulate: 'order', tiers: [tier(wan(50), '0.04')] });
  expect(portfolioRebate([of], [holding('基础', wan(40)), holding('基础', wan(60))])).toBe(
    wan(2.4),
  );
});

it('of every HIGHEST group the largest pays, whatever the order', () => {
  const amounts: Readonly<Record<string, number>> = { a: 500, b: 300, c: -20, d: 7 };
  const named = (id: string, group: string | null): Component =>
    component({ id, stack: group === null ? { kind: 'add' } : { kind: 'highest', group } });
  const all = [named('b', 'G'), named('d', null), named('a', 'G'), named('c', 'H')];
  const expected = 500 - 20 + 7;
  expect(jointAmount(all, ({ id }) => fen(amounts[id] as number))).toBe(expected);
  expect(jointAmount([...all].reverse(), ({ id }) => fen(amounts[id] as number))).toBe(expected);
});
