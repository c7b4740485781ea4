import {
  UNLIKELY,
  actionList,
  excludes,
  isUnlikely,
  listed,
} from '#domain/decision/action-list.ts';
import type { Advice } from '#domain/decision/advice.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { rate, twoCategoryPolicy, wan } from '../../examples/components.ts';
import { ASOF, advised, facts, type inputOf, row } from './advice-fixture.ts';

const policy = twoCategoryPolicy();
const rows = [
  row('基础', wan(150)),
  row('安全', wan(45)),
  row('基础', wan(4), { kind: 'pending', day: ASOF }),
  row('安全', wan(3), { kind: 'pending', day: ASOF }),
  row('安全', wan(9), { kind: 'pending', day: ASOF }),
];
const supposed = { discount: rate('0.01'), addOn: wan(60) };

describe('actions that can be done together', () => {
  const advice = advised(policy, rows, { supposed });
  const actions = actionList(advice);

  it('the next tier is reached once: one way to it stands, the others in its place', () => {
    const raising = actions.filter(({ best }) => best.raises.length > 0);
    expect(raising).toHaveLength(1);
    expect(raising[0]?.instead.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['close-gap', 'pull-in']),
    );
  });

  it('no two of the best exclude each other, and each alternative excludes its best', () => {
    const best = actions.map((action) => action.best);
    expect(best.flatMap((a) => best.filter((b) => a !== b && excludes(a, b)))).toEqual([]);
    expect(
      actions.flatMap(({ best: own, instead }) => instead.filter((other) => !excludes(own, other))),
    ).toEqual([]);
  });

  it('most yuan after cost first; what is only told is no action', () => {
    const net = actions.map(({ best }) => best.yuan - best.cost);
    expect(net).toEqual([...net].sort((a, b) => b - a));
    expect(actions.map(({ best }) => best.kind)).not.toContain('headroom');
  });

  it('listed, an alternative follows its action and nothing is lost', () => {
    const all = listed(advice);
    expect(new Set(all.map((one) => one.advice))).toEqual(new Set(advice));
    expect(all[0]?.isInstead).toBe(false);
    const first = all.findIndex(({ isInstead }) => isInstead);
    expect(all[first - 1]?.advice).toBe(actions.find(({ instead }) => instead.length > 0)?.best);
  });

  it('holding a tier and closing the gap go together', () => {
    const kinds = actionList(
      advised(policy, [row('基础', wan(205)), row('安全', wan(10)), ...rows.slice(2)], {}),
    ).map(({ best }) => best.kind);
    expect(kinds).toEqual(expect.arrayContaining(['hold', 'close-gap']));
  });
});

it('what a clause does is told, and stands in the way of no deal that could be signed', () => {
  const near = [row('基础', wan(199)), row('基础', wan(3), { kind: 'pending', day: ASOF })];
  const all = advised(policy, near);
  expect(all.map(({ kind }) => kind)).toContain('sensitivity');
  const actions = actionList(all);
  const kinds = actions.flatMap(({ best, instead }) => [best, ...instead]).map(({ kind }) => kind);
  expect(kinds).not.toContain('sensitivity');
  expect(actions.map(({ best }) => best.kind)).toContain('pull-in');
});

describe('sets of deals that hardly all come in', () => {
  const signed = [row('基础', wan(150)), row('安全', wan(45))];
  const advice = (count: number, probability: number): readonly Advice[] => {
    const deals = Array.from({ length: count }, () =>
      row('基础', wan(2), { kind: 'pending', day: ASOF }),
    );
    const chances = Float64Array.from([...signed, ...deals], () => probability);
    return advised(policy, [...signed, ...deals], { ledger: { probability: chances } });
  };
  const pulledIn = (list: readonly Advice[]): readonly Advice[] =>
    list.filter(({ kind }) => kind === 'pull-in');

  it('are told, with the reason, and never an action or its alternative', () => {
    const all = advice(40, 0.2);
    expect(pulledIn(all).length).toBeGreaterThan(0);
    expect(pulledIn(all).every(isUnlikely)).toBe(true);
    for (const one of pulledIn(all)) expect(one.explanation[0]).toEqual(UNLIKELY);
    const actions = actionList(all);
    expect(pulledIn(actions.flatMap(({ best, instead }) => [best, ...instead]))).toEqual([]);
    expect(actions.map(({ best }) => best.kind)).toContain('close-gap');
    expect(listed(all).map((one) => one.advice)).toEqual(expect.arrayContaining(pulledIn(all)));
  });

  it('leave their place to a smaller set that may well come in', () => {
    const all = advice(40, 0.6);
    const [first] = pulledIn(actionList(all).flatMap(({ best, instead }) => [best, ...instead]));
    expect(pulledIn(all).some(isUnlikely)).toBe(true);
    expect(first?.orders.length).toBeLessThan(40);
    expect(first && isUnlikely(first)).toBe(false);
  });

  it.each([
    ['all but certain', 3, 0.9],
    ['without a word on their chance', 40, NaN],
  ])('but not those %s', (_, count, probability) => {
    const all = advice(count, probability);
    const actions = actionList(all);
    expect(pulledIn(actions.flatMap(({ best, instead }) => [best, ...instead]))).toEqual(
      expect.arrayContaining(pulledIn(all)),
    );
    expect(pulledIn(all).flatMap((one) => facts(one, 'advice.unlikely'))).toEqual([]);
  });
});

describe('days left', () => {
  const daysOf = (more: Parameters<typeof inputOf>[2]): readonly number[] =>
    advised(policy, rows, more).flatMap(({ title }) =>
      title.code === 'advice.close-gap' ? [title.daysLeft] : [],
    );

  it.each([
    ['nobody says what today is', undefined, 12],
    ['the window is open today', dateOf(2025, 12, 28), 3],
    ['today is the last day', dateOf(2025, 12, 31), 0],
    ['the window is over by today', dateOf(2026, 2, 1), 12],
    ['the figures are about a later day than today', dateOf(2025, 12, 1), 12],
  ])('%s', (_, today, days) =>
    expect(new Set(daysOf(today === undefined ? {} : { today }))).toEqual(new Set([days])),
  );
});
