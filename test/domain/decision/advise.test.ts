import type { Advice } from '#domain/decision/advice.ts';
import { ROW_KINDS } from '#domain/ledger/row-kind.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { factsThatHold } from '../../examples/facts.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Scheme } from '#domain/policy/policy.ts';
import { withOrders } from '#domain/rebate/order-book.ts';
import { totalRebate } from '#domain/rebate/policy-run.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import {
  component,
  rate,
  tier,
  twoCategoryPolicy,
  wan,
  renewalGate,
} from '../../examples/components.ts';
import { yearOrders } from '../../examples/year-2025.ts';
import type { PlainRow } from '../../examples/plain-ledger.ts';
import { ASOF, advised, facts, basis, inputOf, row } from './advice-fixture.ts';

const sold = (base: number, security: number): readonly PlainRow[] => [
  row('基础', wan(base), { customer: '甲' }),
  row('安全', wan(security), { customer: '乙' }),
];
const pending = (category: string, amount: Fen, more: Partial<PlainRow> = {}): PlainRow =>
  row(category, amount, { kind: 'pending', day: ASOF, ...more });
const ofKind = (advice: readonly Advice[], kind: Advice['kind']): readonly Advice[] =>
  advice.filter((one) => one.kind === kind);
const titles = (advice: readonly Advice[], code: Advice['title']['code']): readonly Advice[] =>
  advice.filter((one) => one.title.code === code);

describe('pushing over the edge, whole and marginal', () => {
  // By order date all base before all security; the add-on is base.
  test.each<[string, Scheme, number, number, number, number]>([
    ['480万 + 20万', 'whole', 360, 120, 20, 11.2],
    ['190万 + 10万', 'whole', 150, 40, 10, 4.8],
    ['46万 + 4万', 'whole', 40, 6, 4, 2.18],
    ['480万 + 20万', 'marginal', 360, 120, 20, 1.2],
    ['190万 + 10万', 'marginal', 150, 40, 10, 0.4],
  ])('%s (%s)', (_, scheme, base, security, gap, gain) => {
    const advice = titles(
      advised(twoCategoryPolicy(scheme), sold(base, security)),
      'advice.close-gap',
    );
    const closing = advice.find(
      (one) => facts(one, 'advice.close-gap')[0]?.category === '基础',
    ) as Advice;
    expect(facts(closing, 'advice.close-gap')[0]).toMatchObject({
      amount: wan(gap),
      gain: wan(gain),
      daysLeft: 12,
    });
    expect(closing.yuan).toBe(wan(gain));
    expect(
      facts(closing, 'advice.break-even')[0]?.discount.eq(new Decimal(wan(gain)).div(wan(gap))),
    ).toBe(true);
  });

  it('46万 + 4万 earns nothing when marginal, so nothing is advised', () => {
    expect(titles(advised(twoCategoryPolicy('marginal'), sold(40, 6)), 'advice.close-gap')).toEqual(
      [],
    );
  });

  it('fills the gap of the year with either category', () => {
    const rows = yearOrders().map(({ day, category, amount }) => row(category, amount, { day }));
    const gains = titles(
      advised(examplePolicy, rows, { asOf: dateOf(2025, 12, 28) }),
      'advice.close-gap',
    ).map((one) => [facts(one, 'advice.close-gap')[0]?.category, one.yuan]);
    expect(gains).toEqual([
      ['安全', 11_345_454],
      ['基础', 10_807_273],
    ]);
  });

  it('puts a bribe or a feigned order beside no push', () => {
    const [push] = titles(advised(twoCategoryPolicy(), sold(360, 120)), 'advice.close-gap') as [
      Advice,
    ];
    expect(push.assumptions.map(({ code }) => code)).toContain('advice.true-orders-only');
  });
});

describe('holding the edge', () => {
  test.each<[string, Scheme, number]>([
    ['whole', 'whole', 10.7],
    ['marginal', 'marginal', 0.7],
  ])('505万 loses 10万 of base: %s', (_, scheme, loss) => {
    const rows = [
      row('基础', wan(370)),
      row('安全', wan(125)),
      row('基础', wan(10), { orderId: 'ten' }),
    ];
    const hold = titles(advised(twoCategoryPolicy(scheme), rows), 'advice.hold').find(
      (one) => facts(one, 'advice.hold')[0]?.window.component === '基础',
    ) as Advice;
    expect(
      facts(hold, 'advice.order-at-risk').find(({ order }) => order.orderId === 'ten')?.loss,
    ).toBe(wan(loss));
    expect(facts(hold, 'advice.hold')[0]).toMatchObject({ cushion: wan(5), count: 2 });
  });
});

describe('pulling deals in', () => {
  const policy = { ...twoCategoryPolicy(), components: [component({ id: '基础', name: '基础' })] };
  const deals = [pending('基础', wan(40)), pending('基础', wan(35)), pending('基础', wan(60))];
  const costs = {
    costs: new Map([
      [1, wan(2)],
      [2, wan(2.4)],
      [3, wan(3.5)],
    ]),
  };

  it('names the cheapest set and the set with the largest net', () => {
    const advice = advised(policy, [row('基础', wan(440)), ...deals], { supposed: costs });
    const [cheapest] = titles(advice, 'advice.reach-tier') as [Advice];
    expect([cheapest.orders, cheapest.cost]).toEqual([[3], wan(3.5)]);
    const [most] = titles(advice, 'advice.pull-in') as [Advice];
    expect([most.orders, most.yuan, most.cost]).toEqual([[1, 2, 3], wan(19.6), wan(7.9)]);
    expect(facts(most, 'advice.proven')).toHaveLength(1);
    // Without C (60): A and B, 41.2 − 26.4 − 4.4 = 10.4; without A: B and C, 42.8 − 26.4 − 5.9 =
    // 10.5.
    expect(
      facts(most, 'advice.runner-up').map(({ orders, net }) => [
        orders.map(({ orderId }) => orderId),
        net,
      ]),
    ).toEqual([
      [['N1', 'N3'], wan(11.3)],
      [['N2', 'N3'], wan(10.5)],
    ]);
  });

  it('names three deals of another set, and how many more there are', () => {
    const many = Array.from({ length: 12 }, (_, at) => pending('基础', wan(10 + at)));
    const advice = advised(policy, [row('基础', wan(440)), ...many], {});
    const [most] = titles(advice, 'advice.pull-in') as [Advice];
    const others = facts(most, 'advice.runner-up');
    expect(others.length).toBeGreaterThan(0);
    for (const { orders, more } of others) expect([orders.length, more]).toEqual([3, 8]);
  });

  it('takes the cost from the row, then from the discount, and says so', () => {
    const ledger = {
      cost: Float64Array.from([NaN, wan(2), NaN, NaN]),
      probability: Float64Array.from([NaN, 0.6, 0.5, 0.7]),
    };
    const [most] = titles(
      advised(policy, [row('基础', wan(440)), ...deals], {
        ledger,
        supposed: { discount: rate('0.05') },
      }),
      'advice.pull-in',
    ) as [Advice];
    expect(facts(most, 'advice.deal').map(({ cost }) => cost)).toEqual([wan(2), wan(1.75), wan(3)]);
    expect(String(most.probability)).toBe('0.21');
    expect(facts(most, 'advice.cost-by-discount')).toEqual([
      { code: 'advice.cost-by-discount', discount: rate('0.05'), count: 2 },
    ]);
  });

  it('counts what the next year loses', () => {
    // 480万 + 20万 now: +112,000. In 2026 the 20万 would have joined 190万: 12.6 − 7.6 = 50,000
    // less there.
    const rows = [
      row('基础', wan(480)),
      pending('基础', wan(20), { day: dateOf(2026, 1, 20) }),
      pending('基础', wan(190), { day: dateOf(2026, 2, 2) }),
    ];
    const advice = advised(policy, rows, {
      supposed: { rules: { excludes: [[1, 2]] }, costs: new Map([[2, wan(100)]]) },
    });
    const [most] = titles(advice, 'advice.pull-in') as [Advice];
    expect([most.orders, most.yuan, most.cost]).toEqual([[1], wan(11.2), wan(5)]);
    expect(facts(most, 'advice.next-period-loss')[0]).toMatchObject({
      loss: wan(5),
      count: 1,
      until: dateOf(2026, 12, 31),
    });
  });
});

describe('pooling', () => {
  it('splits A 195万 (150/45) and B 8万 and asks for consent', () => {
    const partners = [{ name: 'B', sales: [{ category: '基础', amount: wan(8) }] }];
    const [pooled] = titles(
      advised(twoCategoryPolicy(), sold(150, 45), { supposed: { partners } }),
      'advice.pool',
    ) as [Advice];
    expect([pooled.yuan, facts(pooled, 'advice.pool')[0]?.joint]).toEqual([wan(4.83), wan(13.98)]);
    expect(facts(pooled, 'advice.our-share')[0]).toMatchObject({
      alone: wan(9.15),
      fair: wan(9.15 + 4.83 / 2),
      equal: wan(9.15 + 4.83 / 2),
    });
    expect(pooled.assumptions.map(({ code }) => code)).toContain('advice.pool-consent');
  });

  it('is not offered without figures of partners', () => {
    expect(ofKind(advised(twoCategoryPolicy(), sold(150, 45)), 'pool')).toEqual([]);
  });
});

describe('bundles', () => {
  it('values 60万 of security with 100万 of base as it lifts everything', () => {
    // 250万 of base: 60万 security at 10 %. A 150万 book: from 6.0万 to 8.4 + 0 … by tiers of the
    // total.
    const [bundle] = titles(
      advised(twoCategoryPolicy(), [row('基础', wan(250), { customer: '瓯海医院' })], {
        supposed: { addOn: wan(60) },
      }),
      'advice.bundle',
    ) as [Advice];
    expect([bundle.yuan, facts(bundle, 'advice.bundle')[0]?.industry]).toEqual([wan(6), 'medical']);
    const [lifted] = titles(
      advised(twoCategoryPolicy(), [row('基础', wan(150), { customer: '甲' })], {
        supposed: { addOn: wan(60) },
      }),
      'advice.bundle',
    ) as [Advice];
    // 150 × 4 % = 6; then 150 × 6 % + 60 × 10 % = 15.
    expect([lifted.yuan, facts(lifted, 'advice.own-and-others')[0]]).toEqual([
      wan(9),
      { code: 'advice.own-and-others', own: wan(4.2), others: wan(4.8) },
    ]);
    expect(facts(lifted, 'advice.product-set').map(({ level }) => level)).toEqual([2, 3]);
  });

  it('leaves customers with security alone, and takes the middle security order', () => {
    const rows = [
      row('基础', wan(100), { customer: '甲' }),
      row('安全', wan(3), { customer: '甲' }),
      row('安全', wan(9), { customer: '丙' }),
      row('安全', wan(5), { customer: '丙' }),
      row('基础', wan(50), { customer: '丁' }),
    ];
    const [bundle] = titles(advised(twoCategoryPolicy(), rows), 'advice.bundle') as [Advice];
    expect(facts(bundle, 'advice.bundle-customer').map(({ customer }) => customer)).toEqual(['丁']);
    expect(facts(bundle, 'advice.typical-amount')).toEqual([
      { code: 'advice.typical-amount', amount: wan(5), orders: 3 },
    ]);
  });
});

describe('what may be passed on', () => {
  it('is bounded by the tier that is sure', () => {
    const rows = [...sold(360, 120), pending('基础', wan(20))];
    const share = titles(
      advised(twoCategoryPolicy(), rows, { supposed: { margin: rate('0.01') } }),
      'advice.share',
    ).find((one) => facts(one, 'advice.share')[0]?.category === '基础') as Advice;
    expect(share.cost).toBe(wan(1));
    expect(facts(share, 'advice.share-left').map(({ reached, left }) => [reached, left])).toEqual([
      [false, wan(0.2)],
      [true, wan(0.6)],
    ]);
    expect(share.assumptions.map(({ code }) => code)).toContain('advice.share-openly');
  });

  it('is said once of a deal that several components pay, at all of their rates', () => {
    const [first] = twoCategoryPolicy().components;
    if (!first) throw new Error('no component');
    const other = { ...first, id: 'other', name: '另一项' };
    const policy = { ...twoCategoryPolicy(), components: [first, other] };
    const shares = titles(
      advised(policy, [...sold(360, 120), pending('基础', wan(20))]),
      'advice.share',
    ).filter((one) => facts(one, 'advice.share')[0]?.category === '基础');
    expect(shares.map(({ cost }) => cost)).toEqual([wan(2.4)]);
    expect(shares.flatMap((one) => facts(one, 'advice.share-sure-rate'))).toMatchObject([
      { rate: rate('0.12') },
    ]);
  });
});

describe('headroom', () => {
  it('says what each customer carries', () => {
    const rows = [
      row('基础', wan(380), { customer: '甲' }),
      row('基础', wan(150), { customer: '乙' }),
    ];
    const policy = {
      ...twoCategoryPolicy(),
      components: [component({ id: '基础', name: '基础' })],
    };
    const [headroom] = titles(advised(policy, rows), 'advice.headroom') as [Advice];
    expect(headroom.yuan).toBe(wan(36.4));
    expect(
      facts(headroom, 'advice.customer-part').map(({ customer, leaveOut, fair, proRata }) => [
        customer,
        leaveOut,
        fair,
        proRata,
      ]),
    ).toEqual([
      ['甲', wan(36.4), wan(29.6), wan(30.4)],
      ['乙', wan(19.6), wan(12.8), wan(12)],
    ]);
  });
});

describe('renewals and gates', () => {
  it('values the renewals due in the window', () => {
    const rows = [
      row('基础', wan(470), { customer: '甲' }),
      row('基础', wan(20), { customer: '乙' }),
      row('基础', wan(10), { customer: '丙', day: dateOf(2025, 4, 4) }),
    ];
    const renewalOn = Int32Array.from([
      dateOf(2026, 5, 1),
      dateOf(2025, 12, 25),
      dateOf(2025, 11, 1),
    ]);
    const [renewal] = titles(
      advised(twoCategoryPolicy(), rows, { ledger: { renewalOn } }),
      'advice.renewal',
    ) as [Advice];
    expect([renewal.orders, renewal.yuan]).toEqual([[1], wan(1.6)]);
  });

  it('offers nothing from a gate that nobody knows, and says what it decides', () => {
    const gated = component({
      id: '基础',
      name: '基础',
      gate: renewalGate,
    });
    const advice = advised({ ...twoCategoryPolicy(), components: [gated] }, sold(360, 120));
    const [gate] = titles(advice, 'advice.gate-open') as [Advice];
    expect([gate.yuan, facts(gate, 'advice.gate-open')[0]?.gain]).toEqual([0, wan(28.8)]);
    expect(gate.explanation.map(({ code }) => code)).toEqual(['rebate.gate-unknown']);
    expect(advice.filter(({ yuan }) => yuan > 0)).toEqual([]);
  });

  it('names the gate that holds a component back', () => {
    const gated = component({ id: '基础', name: '基础', gate: renewalGate });
    const [gate] = titles(
      advised(
        {
          ...twoCategoryPolicy(),
          components: [gated],
          facts: factsThatHold({ 续费率: '0.5' }),
        },
        sold(360, 120),
      ),
      'advice.gate',
    ) as [Advice];
    expect([gate.yuan, facts(gate, 'advice.gate-state')[0]?.state]).toEqual([
      wan(28.8),
      'gate-unmet',
    ]);
  });
});

describe('clauses', () => {
  it('finds the weight and the threshold that would flip the tier', () => {
    // 20万 short with 120万 of security: at a weight of 1 + 20/120, rounded up.
    const found = ofKind(advised(twoCategoryPolicy(), sold(360, 120)), 'sensitivity');
    expect(
      found
        .flatMap((one) => facts(one, 'advice.threshold-flips'))
        .map(({ threshold, needed, gain }) => [threshold, needed, gain]),
    ).toEqual([[wan(500), wan(480), wan(9.6)]]);
    const weights = found
      .flatMap((one) => facts(one, 'advice.weight-flips'))
      .map(({ category, needed, gain }) => [category, String(needed), gain]);
    expect(weights).toEqual([['基础', '1.056', wan(9.6)]]);
  });

  it('looks for no weight that would bring a threshold of trillions near', () => {
    const policy = twoCategoryPolicy();
    const far = policy.components.map((one) => ({
      ...one,
      tiers: [tier(wan(1_000_000_000), '0.04')],
    }));
    const found = advised({ ...policy, components: far }, sold(360, 120));
    expect(found.flatMap((one) => facts(one, 'advice.weight-flips'))).toEqual([]);
  });
});

describe('open questions', () => {
  const question = (choices: readonly Fen[]) => ({
    key: 'q',
    indices: [2],
    reason: 'unit' as const,
    sheet: '订单',
    row: 4,
    cell: 'F4',
    typed: '9.8',
    fact: { code: 'ledger.no-sheet' as const },
    alike: 'unit',
    choices: [
      ...choices.map((amount, index) => ({ id: `a${index}`, kind: 'amount' as const, amount })),
      { id: 'out', kind: 'leave-out' as const },
    ],
  });
  const rows = [
    row('基础', wan(360)),
    row('安全', wan(120)),
    row('基础', fen(0), { kind: 'question' }),
  ];

  it('bound every piece of advice', () => {
    const questions = [question([fen(980), wan(20)])];
    const advice = advised(twoCategoryPolicy(), rows, { ledger: { questions } });
    const [answer] = ofKind(advice, 'answer-questions') as [Advice];
    expect(facts(answer, 'advice.answer')[0]).toMatchObject({
      count: 1,
      least: fen(0),
      most: wan(11.2),
    });
    for (const one of advice.filter(({ kind }) => kind !== 'answer-questions'))
      expect(facts(one, 'advice.open-questions')).toEqual([
        { code: 'advice.open-questions', count: 1, least: fen(0), most: wan(11.2) },
      ]);
  });

  it('include answers that would lower the rebate', () => {
    expect(
      basis(
        twoCategoryPolicy(),
        [row('基础', wan(505)), row('基础', fen(0), { kind: 'question' })],
        { ledger: { questions: [{ ...question([wan(-10)]), row: 3, indices: [1] }] } },
      ).questions,
    ).toMatchObject({ count: 1, least: wan(29.7 - 40.4), most: fen(0), exact: true });
  });
});

describe('every piece of advice', () => {
  const rows = [
    ...yearOrders().map(({ day, category, amount }, index) =>
      row(category, amount, { day, customer: `客户${index % 9}` }),
    ),
    pending('基础', wan(9)),
    pending('安全', wan(6.5)),
    pending('基础', wan(12), { day: dateOf(2026, 3, 1) }),
  ];
  const more = {
    supposed: {
      discount: rate('0.03'),
      partners: [{ name: '伙伴', sales: [{ category: '基础', amount: wan(30) }] }],
    },
    ledger: { renewalOn: Int32Array.from(rows, () => dateOf(2025, 12, 28)) },
  };
  const advice = advised(examplePolicy, rows, more);

  it('is ranked by yuan after cost', () => {
    const nets = advice.map(({ yuan, cost }) => yuan - cost);
    expect(nets).toEqual([...nets].sort((a, b) => b - a));
    expect([...new Set(advice.map(({ kind }) => kind))].sort()).toEqual([
      'bundle',
      'close-gap',
      'headroom',
      'pool',
      'pull-in',
      'renewal',
      'sensitivity',
      'share',
    ]);
  });

  it('shows the two recomputations that its yuan is the difference of', () => {
    const differences = advice.filter(({ kind }) => kind !== 'pool');
    expect(differences.length).toBeGreaterThanOrEqual(7);
    for (const one of differences) {
      expect([one.kind, facts(one, 'advice.difference').map(({ gain }) => Math.abs(gain))]).toEqual(
        [one.kind, [one.yuan]],
      );
      for (const { without, with: withIt, gain } of facts(one, 'advice.difference'))
        expect(withIt - without).toBe(gain);
    }
  });

  it('says whose table it rests on, and for a set which orders', () => {
    for (const one of advice)
      expect(one.assumptions.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['advice.counted-on', 'advice.example-policy']),
      );
    const { policy, book, asOf, ledger } = inputOf(examplePolicy, rows, more);
    for (const one of ofKind(advice, 'pull-in')) {
      expect(one.orders.every((index) => ledger.kind[index] === ROW_KINDS.indexOf('pending'))).toBe(
        true,
      );
      const extra = one.orders.map((index) => ({
        day: asOf,
        amount: fen(ledger.amount[index] as number),
        category: ledger.categories[ledger.category[index] as number] as string,
      }));
      expect(
        totalRebate(policy, withOrders(book, extra), asOf) - totalRebate(policy, book, asOf),
      ).toBe(one.yuan);
    }
  });
});

it('advises nothing on an empty ledger', () => {
  expect(advised(examplePolicy, [])).toEqual([]);
});

it('works with one category, one tier and every window closed', () => {
  const closed = component({
    id: 'x',
    name: 'x',
    tiers: [tier(wan(1), '0.05')],
    to: dateOf(2025, 6, 30),
  });
  expect(
    advised({ ...twoCategoryPolicy(), components: [closed] }, sold(2, 1)).map(({ kind }) => kind),
  ).toEqual([]);
});
