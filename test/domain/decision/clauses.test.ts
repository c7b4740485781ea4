import { actionList } from '#domain/decision/action-list.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { edgeOrders } from '#domain/edge/edge-orders.ts';
import { forecastOf } from '#domain/pipeline/forecast.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { component, rate, tier, twoCategoryPolicy, wan } from '../../examples/components.ts';
import type { PlainRow } from '../../examples/plain-ledger.ts';
import { ASOF, advised, facts, inputOf, row } from './advice-fixture.ts';

const policyOf = (...components: Component[]): Policy => ({ ...twoCategoryPolicy(), components });
const year = (rows: readonly PlainRow[]) => ({
  sheets: [
    {
      name: '订单',
      headerRow: 1,
      columns: {
        amount: { header: '实付', column: 2 },
        customer: { header: '客户', column: 1 },
      },
      unknownHeaders: [],
      headed: [1, 2],
    },
  ],
  customer: rows.map(({ customer }) => customer ?? ''),
});

describe('thresholds of each customer', () => {
  const perCustomer = component({ per: { header: '客户', cell: 'A1' } });
  const rows = [
    row('基础', wan(49), { customer: '甲' }),
    row('基础', wan(190), { customer: '乙' }),
    row('基础', wan(10), { customer: '丙', kind: 'pending', day: ASOF }),
  ];
  const advice = advised(policyOf(perCustomer), rows, { ledger: year(rows) });

  it('a member closes its own gap: worth the difference of two full recomputations', () => {
    const members = advice.flatMap((one) =>
      facts(one, 'advice.close-member').map(({ member, amount, gain }) => [member, amount, gain]),
    );
    // 乙: 10 万 more, from 190 万 at 4 % to 200 万 at 6 %; 甲: 1 万 more, 50 万 at 4 %.
    expect(members).toEqual([
      ['乙', wan(10), wan(4.4)],
      ['甲', wan(1), wan(2)],
    ]);
  });

  it('members do not exclude each other; nobody is offered one gap of all together', () => {
    expect(actionList(advice).filter(({ best }) => best.kind === 'close-gap')).toHaveLength(2);
    expect(advice.map(({ title }) => title.code)).not.toContain('advice.close-gap');
  });

  it('no edges, no anticipated tier: there is no single tier', () => {
    const input = inputOf(policyOf(perCustomer), rows, { ledger: year(rows) });
    expect(edgeOrders({ ...input, nearShare: 0.5 }).edges).toEqual([]);
    expect(forecastOf(input).windows).toEqual([]);
  });
});

describe('a tier by the number of orders', () => {
  const byOrders = component({
    measure: { kind: 'orders' },
    tiers: [
      { ...tier(wan(0), '0.02'), level: rate('2') },
      { ...tier(wan(0), '0.05'), level: rate('4') },
    ],
  });
  const rows = [1, 2, 3].map((month) => row('基础', wan(10), { day: dateOf(2025, month, 3) }));

  it('says how many orders are missing and what one tier more pays on the sales there are', () => {
    const [level] = advised(policyOf(byOrders), rows).flatMap((one) =>
      facts(one, 'advice.close-level'),
    );
    expect([level?.unit, level?.missing.toString(), level?.gain]).toEqual([
      'orders',
      '1',
      wan(0.9),
    ]);
  });

  it('has no edges and no set to pull in', () => {
    const input = inputOf(policyOf(byOrders), rows);
    expect(edgeOrders({ ...input, nearShare: 0.9 }).edges).toEqual([]);
  });
});

describe('a tier by the quarter before', () => {
  it('cannot be raised any more: nothing is offered', () => {
    const lagging = component({ accumulate: 'quarter', lag: { kind: 'previous' } });
    const rows = [
      row('基础', wan(190), { day: dateOf(2025, 9, 3) }),
      row('基础', wan(30), { day: dateOf(2025, 11, 3) }),
    ];
    const codes = advised(policyOf(lagging), rows).map(({ title }) => title.code);
    expect(codes).not.toContain('advice.close-level');
    expect(codes).not.toContain('advice.close-gap');
  });
});

describe('a baseline that the ledger does not reach back to', () => {
  const growth = component({
    scheme: 'increment',
    baselineFrom: { kind: 'last-year', name: '', factor: rate('1'), text: '去年同期' },
  });
  const advice = advised(policyOf(growth), [
    row('基础', wan(300), { day: dateOf(2025, 3, 3) }),
    row('基础', wan(10), { kind: 'pending', day: ASOF }),
  ]);

  it('nothing is advised from it, and what is missing is said', () => {
    const [only] = advice.filter(({ title }) => title.code === 'advice.not-from');
    expect(only?.explanation.map(({ code }) => code)).toEqual(['rebate.past-missing']);
    expect(advice.filter(({ yuan }) => yuan > 0)).toEqual([]);
    expect(actionList(advice)).toEqual([]);
  });
});

describe('conditions', () => {
  const onlyNew = component({
    where: {
      terms: [{ kind: 'field', field: '客户', not: false, values: ['甲'] }],
      text: '客户=甲',
      cell: 'A1',
    },
  });

  it('a deal that does not meet them brings nothing, one that does brings its tier', () => {
    const rows = [
      row('基础', wan(190), { customer: '甲' }),
      row('基础', wan(20), { customer: '甲', kind: 'pending', day: ASOF }),
      row('基础', wan(20), { customer: '乙', kind: 'pending', day: ASOF }),
    ];
    const ledger = { ...year(rows), probability: Float64Array.from([NaN, 0.5, 0.5]) };
    const { everything, committed, expected } = forecastOf(
      inputOf(policyOf(onlyNew), rows, { ledger }),
    );
    // 190 万 at 4 %; with 甲's 20 万 it is 210 万 at 6 %.
    expect([committed, everything, expected]).toEqual([
      wan(7.6),
      wan(12.6),
      { ok: true, value: wan(10.1) },
    ]);
    const [best] = advised(policyOf(onlyNew), rows, { ledger }).filter(
      ({ title }) => title.code === 'advice.pull-in',
    );
    expect([best?.orders, best?.yuan]).toEqual([[1], wan(5)]);
  });
});

describe('what several components pay together', () => {
  const capped = (name: string): Component =>
    component({
      id: name,
      name,
      categories: { [name]: name },
      counts: { weights: { [name]: rate('1') }, others: rate('0') },
      tiers: [tier(wan(50), '0.04'), tier(wan(100), '0.06')],
      groupCap: { group: 'A', amount: wan(5) },
    });

  it('a gain that the group’s cap eats is no gain', () => {
    // 90 万 at 4 % are 3.6 万, 40 万 of the other none. 10 万 more make 6 万 or 5.6 万, cut to 5.
    const rows = [row('基础', wan(90)), row('安全', wan(40))];
    const gains = advised(policyOf(capped('基础'), capped('安全')), rows).flatMap((one) =>
      facts(one, 'advice.close-gap').map(({ window, gain }) => [window.component, gain]),
    );
    expect(gains).toEqual([
      ['基础', wan(1.4)],
      ['安全', wan(1.4)],
    ]);
  });
});
