import { factsThatHold } from '../../examples/facts.ts';
import { yuanText } from '#domain/money/fen.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { bookOf } from '#domain/rebate/order-book.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import type { RebateToDate } from '#domain/rebate/window.ts';
import { component, tier, wan, yuanOf, renewalGate } from '../../examples/components.ts';
import { on, yearBook } from '../../examples/year-2025.ts';

/** Expected figures were worked out in exact fractions outside this code. */
const book = yearBook();
const asOf = on('2025-12-25');
const read = (change: Partial<Component>): Policy => ({
  ...examplePolicy,
  components: examplePolicy.components.map((each) => ({ ...each, ...change })),
});
const year = (change: Partial<Component> = {}): RebateToDate =>
  rebateToDate(read(change), book, asOf);
const payouts = (result: RebateToDate): readonly string[] =>
  result.payouts.map(
    ({ period, rebate, trueUp }) => `${period.label} ${yuanText(rebate)} ${yuanText(trueUp)}`,
  );

describe('the example year', () => {
  it('read as whole', () => {
    const [base, security] = year().windows;
    expect(
      [base?.sales, base?.tierSales, base?.tier, base?.gap, base?.cushion, base?.rebate].map(
        (amount) => Number(amount),
      ),
    ).toEqual([304065225, 486545455, 2, 13454545, 286545455, 18243914]);
    expect([security?.sales, security?.rate.toString(), security?.rebate]).toEqual([
      182480230,
      '0.1',
      18248023,
    ]);
    expect(yuanText(year().total)).toBe('364919.37');
  });

  it('closing the gap lifts both components, most with security', () => {
    expect(year().windows.map(({ gain }) => (gain === null ? '' : yuanText(gain)))).toEqual([
      '108072.73',
      '113454.54',
    ]);
  });

  it(
    'pays each quarter at the tier it ended in, and makes up for earlier quarters when the ' +
      'tier rises',
    () => {
      expect(payouts(year())).toEqual([
        '2025Q1 55367.15 0.00',
        '2025Q2 45419.05 -0.01',
        '2025Q3 106020.07 46483.09',
        '2025Q4 111630.03 -0.01',
      ]);
    },
  );

  it('without true-up pays each quarter at its own tier', () => {
    expect(payouts(year({ trueUp: false }))).toEqual([
      '2025Q1 55367.15 0.00',
      '2025Q2 45419.05 0.00',
      '2025Q3 106020.07 0.00',
      '2025Q4 111630.03 0.00',
    ]);
  });

  it('read as marginal, order by order', () => {
    const result = year({ scheme: 'marginal', trueUp: false });
    expect(yuanText(result.total)).toBe('287925.34');
    for (const window of result.windows)
      expect(window.lines.reduce((sum, line) => sum + line.rebate, 0)).toBe(window.rebate);
  });

  it('rounded order by order comes to three fen more', () => {
    expect(yuanText(year({ rounding: { mode: 'half-up', per: 'order' } }).total)).toBe('364919.40');
  });

  it("by Alibaba's fiscal year stands far from the edge", () => {
    const result = year({ yearStart: 4 });
    const current = result.windows.filter(({ period }) => period.label === 'FY2026');
    expect(
      current.map(({ tierSales, gap }) => [yuanText(tierSales), yuanText(gap ?? (0 as never))]),
    ).toEqual([
      ['3828452.05', '1171547.95'],
      ['3828452.05', '1171547.95'],
    ]);
    expect(yuanText(result.total)).toBe('339550.31');
  });

  it('payouts and true-ups add up to the entitlement for every reading with true-up', () => {
    for (const change of [
      {},
      { pay: 'month' },
      { pay: 'half' },
      { pay: 'year' },
      { accumulate: 'half' },
      { accumulate: 'quarter', pay: 'month' },
      { base: 'net' },
      { yearStart: 7 },
    ] as Partial<Component>[]) {
      const result = year(change);
      expect(result.payouts.reduce((sum, { rebate, trueUp }) => sum + rebate + trueUp, 0)).toBe(
        result.windows.reduce((sum, { rebate }) => sum + rebate, 0),
      );
    }
  });
});

describe('clauses', () => {
  const order = (
    day: string,
    category: string,
    yuan: number,
    orderId = '',
  ): Parameters<typeof bookOf>[0][number] => ({
    day: on(day),
    category,
    amount: yuanOf(yuan),
    orderId,
  });
  const policy = (...components: Component[]): Policy => ({
    name: '',
    example: false,
    components,
    facts: new Map(),
  });
  const total = (of: Policy, orders: Parameters<typeof bookOf>[0], day = '2025-12-31'): string =>
    yuanText(rebateToDate(of, bookOf(orders), on(day)).total);

  it('sales that set the tier need not earn: security counts one and a half times', () => {
    const counts = {
      weights: { 基础: new Decimal(1), 安全: new Decimal('1.5') },
      others: new Decimal(0),
    };
    const base = component({ categories: { 基础: '基础' }, counts });
    // 150 万 base + 40 万 security × 1.5 = 210 万: the 6 % tier, earned by base alone.
    expect(
      total(policy(base), [
        order('2025-02-01', '基础', 1_500_000),
        order('2025-03-01', '安全', 400_000),
      ]),
    ).toBe('90000.00');
  });

  it('an order exactly on the threshold is in the tier (at) or not (above)', () => {
    expect(total(policy(component()), [order('2025-02-01', '基础', 5_000_000)])).toBe('400000.00');
    expect(
      total(policy(component({ edge: 'above' })), [order('2025-02-01', '基础', 5_000_000)]),
    ).toBe('300000.00');
  });

  it('increment pays on what lies above the baseline', () => {
    const growth = component({
      scheme: 'increment',
      baseline: new Decimal(yuanOf(2_000_000)),
      tiers: [tier(yuanOf(2_200_000), '0.02'), tier(yuanOf(2_300_000), '0.03')],
    });
    expect(total(policy(growth), [order('2025-02-01', '基础', 2_100_000)])).toBe('0.00');
    expect(total(policy(growth), [order('2025-02-01', '基础', 2_350_000)])).toBe('10500.00');
  });

  it('floor, then cap, hold the window', () => {
    expect(
      total(policy(component({ floor: yuanOf(30_000) })), [order('2025-02-01', '基础', 500_000)]),
    ).toBe('30000.00');
    expect(
      total(policy(component({ floor: yuanOf(30_000) })), [order('2025-02-01', '基础', 499_999)]),
    ).toBe('0.00');
    expect(
      total(policy(component({ cap: yuanOf(100_000) })), [order('2025-02-01', '基础', 5_000_000)]),
    ).toBe('100000.00');
  });

  it('of a HIGHEST group only the largest pays, whatever the order of the rows', () => {
    const a = component({ id: 'a', name: 'a', stack: { kind: 'highest', group: 'G' } });
    const b = component({
      id: 'b',
      name: 'b',
      stack: { kind: 'highest', group: 'G' },
      tiers: [tier(wan(10), '0.05')],
    });
    const c = component({ id: 'c', name: 'c', tiers: [tier(wan(0), '0.01')] });
    const orders = [order('2025-02-01', '基础', 2_500_000)];
    for (const components of [
      [a, b, c],
      [c, b, a],
      [b, a, c],
    ])
      expect(total(policy(...components), orders)).toBe('175000.00');
  });

  it('an unmet or unknown gate pays nothing and says so', () => {
    const gated = component({ gate: renewalGate });
    const at = (facts: Policy['facts']): RebateToDate =>
      rebateToDate(
        { ...policy(gated), facts },
        bookOf([order('2025-02-01', '基础', 1_000_000)]),
        on('2025-12-31'),
      );
    expect([at(new Map()).total, at(new Map()).windows[0]?.blocked]).toEqual([0, 'gate-unknown']);
    expect([
      at(factsThatHold({ 续费率: '0.89' })).total,
      at(factsThatHold({ 续费率: '0.89' })).windows[0]?.blocked,
    ]).toEqual([0, 'gate-unmet']);
    expect(yuanText(at(factsThatHold({ 续费率: '0.9' })).total)).toBe('40000.00');
  });

  it('versions by date earn on their own days; Carry lets earlier sales set the tier', () => {
    const half = (carry: boolean): Component => component({ from: on('2025-07-01'), carry });
    const orders = [order('2025-03-01', '基础', 1_800_000), order('2025-08-01', '基础', 300_000)];
    expect(total(policy(half(false)), orders)).toBe('0.00');
    expect(total(policy(half(true)), orders)).toBe('18000.00');
    expect(rebateToDate(policy(half(true)), bookOf(orders), on('2025-12-31')).unpaid).toEqual([
      { position: 0, reason: 'no-policy-on-day' },
    ]);
  });

  it('every order a window of its own, with its refund', () => {
    const each = component({ accumulate: 'order', tiers: [tier(wan(50), '0.04')] });
    expect(
      total(policy(each), [
        order('2025-02-01', '基础', 600_000, 'A'),
        order('2025-02-02', '基础', 400_000, 'B'),
        order('2025-05-02', '基础', -50_000, 'A'),
      ]),
    ).toBe('22000.00');
    // The refund drops order A below its threshold: what was paid is taken back.
    expect(
      total(policy(each), [
        order('2025-02-01', '基础', 600_000, 'A'),
        order('2025-05-02', '基础', -150_000, 'A'),
      ]),
    ).toBe('0.00');
  });

  it('a net base divides by 1.06 for the tier and for the earnings', () => {
    const net = component({ base: 'net' });
    expect(total(policy(net), [order('2025-02-01', '基础', 529_999.99)])).toBe('0.00');
    expect(total(policy(net), [order('2025-02-01', '基础', 530_000)])).toBe('20000.00');
  });

  it('a category that no component pays is listed as not eligible', () => {
    const base = component({ categories: { 基础: '基础' } });
    expect(
      rebateToDate(policy(base), bookOf([order('2025-02-01', 'CDN', 10)]), on('2025-12-31')).unpaid,
    ).toEqual([{ position: 0, reason: 'not-eligible' }]);
  });

  it('a refund below an edge takes the tier back', () => {
    const orders = [order('2025-02-01', '基础', 3_800_000), order('2025-03-01', '安全', 1_250_000)];
    expect(total(examplePolicy, orders)).toBe('454000.00');
    expect(total(examplePolicy, [...orders, order('2025-06-01', '基础', -100_000)])).toBe(
      '347000.00',
    );
  });
});
