import { dateOf } from '#domain/calendar/local-date.ts';
import { differenceOf } from '#domain/decision/advice-basis.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { component, tier, twoCategoryPolicy, wan, yuanOf } from '../../examples/components.ts';
import { basis, facts, advised, row } from './advice-fixture.ts';

/** 2 % of a quarter of 1,000,000; from 4,000,000 the whole year gets 2 %. */
const policy: Policy = {
  ...twoCategoryPolicy(),
  components: [
    component({
      id: '季度',
      name: '季度',
      accumulate: 'quarter',
      pay: 'quarter',
      tiers: [tier(wan(100), '0.02')],
    }),
    component({
      id: '年度',
      name: '年度',
      accumulate: 'year',
      pay: 'year',
      tiers: [tier(wan(400), '0.02')],
      stack: { kind: 'top-up', components: ['季度'] },
    }),
  ],
};
const rows = [
  row('基础', wan(120), { day: dateOf(2025, 2, 1) }),
  row('基础', wan(80), { day: dateOf(2025, 5, 1) }),
  row('基础', wan(190), { day: dateOf(2025, 8, 1) }),
];
const asOf = dateOf(2025, 9, 1);

// 100,000 more: 2,000 with the order, 16,000 with the year's end (4,000,000 × 2 % − 64,000).
describe('what a top-up will add counts before its last pay day', () => {
  it('in the worth of deals and of orders alike, beside the rebate as it stands', () => {
    const start = basis(policy, rows, { asOf });
    expect(start.now).toBe(wan(6.2));
    expect(start.worth([{ amount: wan(10), category: '基础' }])).toBe(wan(8));
    const order = { amount: wan(10), category: '基础', day: asOf };
    expect(differenceOf(start, [order])).toEqual({
      gain: wan(1.8),
      fact: { code: 'advice.difference', without: wan(6.2), with: wan(8), gain: wan(1.8) },
    });
  });

  it('in the advice to close the gap: the same figure as the gain of the window', () => {
    const gains = advised(policy, rows, { asOf }).flatMap((advice) =>
      facts(advice, 'advice.difference').map(({ gain }) => gain),
    );
    expect(gains).toContain(yuanOf(18_000));
  });
});
