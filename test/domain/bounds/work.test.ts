import { dateOf } from '#domain/calendar/local-date.ts';
import * as category from '#domain/catalog/category.ts';
import * as remainders from '#domain/money/largest-remainder.ts';
import * as ratios from '#domain/money/ratio.ts';
import { fen } from '#domain/money/fen.ts';
import { totalWith } from '#domain/policy-check/changed-total.ts';
import { tierDoubts } from '#domain/policy-check/tier-doubts.ts';
import { priceSilence } from '#domain/policy-check/unstated-clauses.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import * as windows from '#domain/rebate/component-windows.ts';
import { runPolicy, totalRebate } from '#domain/rebate/policy-run.ts';
import { kinOf } from '#domain/rebate/refunds.ts';
import { component, rate, tier, wan } from '../../examples/components.ts';
import { ASOF, inputOf, row } from '../decision/advice-fixture.ts';
import { lowered } from './lowered.ts';

/** Work is counted in calls, never in seconds: what grows faster than the input has no end. */
function mockCounted(path: string): Record<string, unknown> {
  const actual = jest.requireActual<Record<string, unknown>>(path);
  const counting = Object.entries(actual).map(([name, value]) => [
    name,
    typeof value === 'function' ? jest.fn(value as () => unknown) : value,
  ]);
  return { __esModule: true, ...(Object.fromEntries(counting) as Record<string, unknown>) };
}
jest.mock('#domain/rebate/component-windows.ts', () =>
  mockCounted('#domain/rebate/component-windows.ts'),
);
jest.mock('#domain/money/ratio.ts', () => mockCounted('#domain/money/ratio.ts'));
jest.mock('#domain/money/largest-remainder.ts', () =>
  mockCounted('#domain/money/largest-remainder.ts'),
);
jest.mock('#domain/catalog/category.ts', () => mockCounted('#domain/catalog/category.ts'));
jest.mock('#domain/bounds.ts', () => ({
  __esModule: true,
  ...jest.requireActual<object>('#domain/bounds.ts'),
}));

const callsOf = (counting: unknown, work: () => unknown): number => {
  const { mock } = counting as jest.Mock;
  const before = mock.calls.length;
  work();
  return mock.calls.length - before;
};

const policyOf = (size: number, parts: Partial<Component> = {}): Policy => ({
  name: '',
  example: false,
  facts: new Map(),
  components: Array.from({ length: size }, (_, at) =>
    component({
      id: `C${at}`,
      name: `C${at}`,
      tiers: [tier(wan(1), '0.01'), tier(wan(2), `0.0${2 + (at % 7)}`)],
      unstated: ['scheme', 'edge', 'accumulate'],
      ...parts,
    }),
  ),
});

const { book } = inputOf(policyOf(1), [
  row('基础', wan(2)),
  row('安全', wan(1), { day: dateOf(2025, 7, 3) }),
]);
const silencesOf = (policy: Policy): readonly string[] =>
  priceSilence(policy, book, ASOF).map(({ fact }) => fact.code);

describe('work in proportion to the policy', () => {
  it('a silence walks the component concerned, not all of them', () => {
    const walks = (size: number): number =>
      callsOf(windows.componentWindows, () => silencesOf(policyOf(size)));
    expect(walks(20)).toBeGreaterThan(0);
    expect(walks(40)).toBe(2 * walks(20));
  });

  it('components of one group walk each other once', () => {
    const stacked = policyOf(20, { stack: { kind: 'highest', group: 'A' } });
    expect(callsOf(windows.componentWindows, () => runPolicy(stacked, book, ASOF))).toBe(2 * 20);
  });

  it('a cap is shared out once for all of its group', () => {
    const shares = (size: number): number =>
      callsOf(remainders.largestRemainder, () =>
        runPolicy(policyOf(size, { groupCap: { group: 'A', amount: fen(100_00) } }), book, ASOF),
      );
    expect(shares(5)).toBeGreaterThan(0);
    expect(shares(20)).toBe(shares(5));
  });

  it('names are compared only where refunds are looked at by their originals', () => {
    const policy = policyOf(20);
    const kin = (): unknown => policy.components.map((each) => kinOf(policy, each));
    expect(callsOf(category.categoryKey, kin)).toBe(0);
  });

  it('a component of many tiers is made ready once, whatever is asked of its tiers', () => {
    const many = (size: number): Component =>
      component({
        tiers: Array.from({ length: size }, (_, at) => tier(wan(1 + at), `0.${1000 + at}`)),
      });
    const made = (size: number): number => callsOf(ratios.ratio, () => tierDoubts(many(size)));
    expect(made(30)).toBeGreaterThan(0);
    expect(made(60)).toBeLessThanOrEqual(2 * made(30));
  });
});

describe('MOST_PRICED_TOGETHER', () => {
  const cap = { groupCap: { group: 'A', amount: wan(1) } };
  const cheap = ['policy.scheme-unstated', 'policy.edge-unstated'];
  const last = (policy: Policy): readonly string[] => silencesOf(policy).slice(-3);

  it('at it every silence is priced, beyond it the silences are named', () => {
    const priced = (most: number): readonly string[] =>
      lowered({ MOST_PRICED_TOGETHER: most }, () => last(policyOf(4, cap)));
    expect(priced(4)).toEqual([...cheap, 'policy.accumulate-unstated']);
    expect(priced(3)).toEqual([...cheap, 'policy.silence-unpriced']);
  });

  it('beyond it the yuan of the others are not made up', () => {
    const found = lowered({ MOST_PRICED_TOGETHER: 3 }, () =>
      priceSilence(policyOf(4, cap), book, ASOF),
    );
    expect(found.every(({ atStake }) => atStake === null)).toBe(true);
  });

  it('components that pay apart are priced beyond it', () => {
    const priced = lowered({ MOST_PRICED_TOGETHER: 1 }, () => last(policyOf(4)));
    expect(priced).toEqual([...cheap, 'policy.accumulate-unstated']);
  });
});

describe('one component changed is the whole policy with it changed', () => {
  const others: readonly (readonly [string, Partial<Component>])[] = [
    ['apart', {}],
    ['stacked', { stack: { kind: 'highest', group: 'A' } }],
    ['capped together', { groupCap: { group: 'A', amount: wan(0.05) } }],
    ['topped up', { stack: { kind: 'top-up', components: ['C0'] } }],
    ['restated', { refund: 'restate' }],
  ];
  const changes: readonly Partial<Component>[] = [
    { scheme: 'marginal', trueUp: false },
    { edge: 'above' },
    { accumulate: 'month' },
    { refund: 'restate' },
    { tiers: [tier(wan(1), '0.09')] },
    { counts: { weights: {}, others: rate('1.5') } },
  ];

  it.each(others)('%s', (_, parts) => {
    const all = policyOf(3, parts).components;
    const policy = { ...policyOf(3), components: [policyOf(1).components[0]!, ...all.slice(1)] };
    const total = totalRebate(policy, book, ASOF);
    for (const component of policy.components)
      for (const change of changes) {
        const components = policy.components.map((each) =>
          each === component ? { ...each, ...change } : each,
        );
        expect(totalWith(component, change, { policy, book, asOf: ASOF, total })).toBe(
          totalRebate({ ...policy, components }, book, ASOF),
        );
      }
  });
});
