import { Decimal } from '#domain/money/decimal.ts';
import { componentDefaults } from '#domain/policy/defaults.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { type InferredReading, inferReading } from '#domain/settlement/infer-reading.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import { reconcile } from '#domain/settlement/reconcile.ts';
import { productComparison } from '#domain/settlement/same-product.ts';
import type { Cell } from '#domain/sheet.ts';
import { type LedgerEntry, day, fenOf, ledgerOf, sheetOf } from './fixture.ts';

const PERIOD = { from: day('2025-01-01'), to: day('2025-03-31') };

function infer(
  policy: Policy,
  ledger: readonly LedgerEntry[],
  statement: readonly (readonly Cell[])[],
): InferredReading {
  const orders = ledgerOf(ledger);
  const reconciliation = reconcile(orders, readStatement([sheetOf(statement)]), {
    ...PERIOD,
    expectedRebate: () => fenOf('0.00'),
    sameProduct: productComparison(() => undefined),
  });
  const inferred = inferReading(orders, policy, reconciliation);
  if (inferred === null) throw new Error('no evidence');
  return inferred;
}

const tier = (threshold: string, rate: string): Component['tiers'][number] => ({
  threshold: fenOf(threshold),
  rate: new Decimal(rate),
  rateIsFloor: false,
  bonus: fenOf('0.00'),
  cell: '',
});
const policyOf = (...tiers: Component['tiers']): Policy => ({
  name: '',
  example: false,
  facts: new Map(),
  components: [{ ...componentDefaults, id: 'x', name: 'x', tiers }],
});

/** 200,000.00 in all: exactly on the second threshold. */
const ORDERS: readonly LedgerEntry[] = [
  { orderId: 'A1', day: '2025-01-10', amount: '80000.10' },
  { orderId: 'A2', day: '2025-02-10', amount: '70000.20' },
  { orderId: 'A3', day: '2025-03-10', amount: '49999.70' },
];
const POLICY = policyOf(tier('100000.00', '0.04'), tier('200000.00', '0.06'));
const HEAD = ['订单号', '客户', '现金支付', '佣金金额'];
const paid = (a1: string, a2: string, a3: string, ...more: Cell[][]): Cell[][] => [
  HEAD,
  ['A1', '甲', '80000.10', a1],
  ['A2', '甲', '70000.20', a2],
  ['A3', '甲', '49999.70', a3],
  ...more,
];

describe('the reading that reproduces what was paid', () => {
  test.each<[string, Cell[][], Partial<InferredReading['best']>]>([
    // 6 %: 4,800.006 · 4,200.012 · 2,999.982
    [
      'whole, at, half-up',
      paid('4800.01', '4200.01', '2999.98'),
      { scheme: 'whole', edge: 'at', base: 'gross', rounding: 'half-up on the total' },
    ],
    [
      'whole, at, cut off order by order',
      paid('4800.00', '4200.01', '2999.98'),
      { scheme: 'whole', edge: 'at', base: 'gross', rounding: 'truncate per order' },
    ],
    // 12,000.00 of exact sum where the lines add up to 11,999.99
    [
      'cut off on the total alone',
      paid('4800.00', '4200.01', '2999.98', ['合计', '', '', '12000.00']),
      { rounding: 'truncate on the total' },
    ],
    // 4 %: 3,200.004 · 2,800.008 · 1,999.988
    [
      'above: the threshold itself is not in the tier',
      paid('3200.00', '2800.01', '1999.99'),
      { scheme: 'whole', edge: 'above' },
    ],
    // 80,000.10 below 100,000 · 50,000.30 above it at 4 % = 2,000.012 · 49,999.70 at 4 % =
    // 1,999.988
    ['marginal', paid('0.00', '2000.01', '1999.99'), { scheme: 'marginal', below: 'nothing' }],
    // 200,000 ÷ 1.06 = 188,679.25 stays in the first tier: 80,000.10 ÷ 1.06 × 4 % = 3,018.8717 ·
    // 2,641.5170 · 1,886.7811
    ['net', paid('3018.87', '2641.52', '1886.78'), { base: 'net' }],
  ])('%s', (_, statement, expected) => {
    const { best, agreeing, of } = infer(POLICY, ORDERS, statement);
    expect(best).toMatchObject(expected);
    expect([agreeing, of]).toEqual([3, 3]);
  });

  test('sales below the first threshold at the first rate', () => {
    // 1,000.00 at 4 % although nothing is reached
    const { best } = infer(
      policyOf(tier('5000.00', '0.04')),
      [{ orderId: 'A1', day: '2025-01-10', amount: '1000.00' }],
      [HEAD, ['A1', '甲', '1000.00', '40.00']],
    );
    expect(best.below).toBe('first-rate');
  });

  test('each category sets its own tier', () => {
    // 400,000 + 300,000 reach 500,000 only together; paid as if alone: nothing. A third order of
    // 基础 lifts 基础 alone to 600,000: 4 %.
    const ledger = [
      { orderId: 'A1', day: '2025-01-10', amount: '400000.00', category: '基础' },
      { orderId: 'A2', day: '2025-01-11', amount: '300000.00', category: '安全' },
      { orderId: 'A3', day: '2025-01-12', amount: '200000.00', category: '基础' },
    ];
    const statement = [
      HEAD,
      ['A1', '甲', '400000.00', '16000.00'],
      ['A2', '甲', '300000.00', '0.00'],
      ['A3', '甲', '200000.00', '8000.00'],
    ];
    const { best, agreeing } = infer(examplePolicy, ledger, statement);
    expect([best.counts, agreeing]).toEqual(['own', 3]);
  });
});

describe('what a statement cannot decide', () => {
  test('clear of every threshold edge and fractions of a fen, it says nothing about them', () => {
    const { undecided, best, inForce } = infer(
      POLICY,
      [{ orderId: 'A1', day: '2025-01-10', amount: '250000.00' }],
      [HEAD, ['A1', '甲', '250000.00', '15000.00']],
    );
    expect(undecided).toEqual(['edge', 'rounding', 'below', 'counts']);
    expect(best).toEqual(inForce);
  });

  test('orders that speak for and against every reading', () => {
    const { ranking } = infer(POLICY, ORDERS, paid('4800.01', '4200.01', '1999.99'));
    const whole = ranking.find(
      ({ reading }) =>
        reading.scheme === 'whole' &&
        reading.edge === 'at' &&
        reading.rounding === 'half-up per order' &&
        reading.base === 'gross' &&
        reading.below === 'nothing',
    );
    expect([whole?.speaksFor, whole?.speaksAgainst, whole?.residual]).toEqual([
      [0, 1],
      [2],
      fenOf('999.99'),
    ]);
  });

  test('no order in common, no reading', () => {
    const ledger = ledgerOf(ORDERS);
    const reconciliation = reconcile(
      ledger,
      readStatement([sheetOf([HEAD, ['B1', '甲', '1.00', '0.04']])]),
      { ...PERIOD, expectedRebate: () => fenOf('0.00'), sameProduct: () => undefined },
    );
    expect(inferReading(ledger, POLICY, reconciliation)).toBeNull();
  });
});

test('a refund that only the statement has counts for the tier as the vendor sees it', () => {
  // 200,000.00 less 10,000.00: 4 %; at 6 % no line would fit.
  const refund: Cell[] = ['A2', '甲', '-10000.00', '-400.00'];
  const { best, agreeing, of } = infer(
    POLICY,
    ORDERS,
    paid('3200.00', '2800.01', '1999.99', refund),
  );
  expect(best).toMatchObject({ scheme: 'whole', edge: 'at', below: 'nothing' });
  expect([agreeing, of]).toEqual([3, 3]);
});

test('a split order may be rounded line by line', () => {
  // 250,000.50 at 6 %: 15,000.03; in two lines of 125,000.25: 7,500.015 each, cut off 7,500.01.
  const statement = [
    HEAD,
    ['A1', '甲', '125000.25', '7500.01'],
    ['A1', '甲', '125000.25', '7500.01'],
  ];
  const { best } = infer(
    POLICY,
    [{ orderId: 'A1', day: '2025-01-10', amount: '250000.50' }],
    statement,
  );
  expect(best.rounding).toBe('truncate per order');
});

test('an order that the statement takes out bears no evidence', () => {
  const statement = [
    [...HEAD, '佣金比例'],
    ['A1', '甲', '80000.10', '4800.01', '6%'],
    ['A2', '甲', '70000.20', '0.00', '0%'],
    ['A3', '甲', '49999.70', '2999.98', '6%'],
  ];
  const { agreeing, of } = infer(POLICY, ORDERS, statement);
  expect([agreeing, of]).toEqual([2, 2]);
});

test('where hardly an order is reproduced, nothing is decided', () => {
  const { undecided, agreeing } = infer(POLICY, ORDERS, paid('1.00', '2.00', '3.00'));
  expect(agreeing).toBe(0);
  expect(undecided).toEqual(['scheme', 'edge', 'base', 'rounding', 'below', 'counts']);
});
