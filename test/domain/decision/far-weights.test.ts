import { dateOf } from '#domain/calendar/local-date.ts';
import { component, tier, twoCategoryPolicy, wan, yuanOf } from '../../examples/components.ts';
import { advised, row } from './advice-fixture.ts';

test('a fen in the open quarter beside millions in a closed one is advised on', () => {
  // The fen would have to count a hundred million times, and the millions then would, too.
  const quarterly = component({ accumulate: 'quarter', tiers: [tier(wan(100), '0.03')] });
  const policy = { ...twoCategoryPolicy(), components: [quarterly] };
  const rows = [row('基础', wan(250)), row('基础', yuanOf(0.01), { day: dateOf(2025, 10, 10) })];
  expect(advised(policy, rows).map(({ kind }) => kind)).not.toContain('sensitivity');
});
