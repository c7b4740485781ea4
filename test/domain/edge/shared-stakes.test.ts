import { dateOf } from '#domain/calendar/local-date.ts';
import { edgeOrders, sharedStakes } from '#domain/edge/edge-orders.ts';
import { twoCategoryPolicy, wan } from '../../examples/components.ts';
import { helping } from '#domain/decision/reaching-sets.ts';
import { ASOF, basis, inputOf, row } from '../decision/advice-fixture.ts';

const policy = { ...twoCategoryPolicy(), components: twoCategoryPolicy().components.slice(0, 1) };

it('five orders near one threshold share one stake; each that holds a tier has its own', () => {
  const rows = [30, 25, 20, 60, 55].map((amount, index) =>
    row('基础', wan(amount), { day: dateOf(2025, 3, 1 + index) }),
  );
  const { edges } = edgeOrders({ ...inputOf(policy, rows), nearShare: 0.1 });
  const groups = sharedStakes(edges);
  const near = groups.filter(({ role }) => role === 'near');
  expect(near.map(({ orders }) => orders.length)).toEqual([5]);
  expect(groups.filter(({ role, orders }) => role !== 'near' && orders.length > 1)).toEqual([]);
  expect(groups.flatMap(({ orders }) => orders)).toHaveLength(edges.length);
});

it('a set that helps only together is worth its gain once', () => {
  const rows = [
    row('基础', wan(440)),
    ...[40, 35, 10].map((amount) => row('基础', wan(amount), { kind: 'pending', day: ASOF })),
  ];
  const groups = sharedStakes(helping(basis(policy, rows)));
  expect(groups.map(({ stake, orders }) => [stake, orders.length])).toEqual([[wan(14.8), 2]]);
});
