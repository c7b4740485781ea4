import * as fc from 'fast-check';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { componentDefaults } from '#domain/policy/defaults.ts';
import type { Component, Gate, Policy, Scheme, Tier } from '#domain/policy/policy.ts';

/** Yuan in the trade's unit: 万, exactly. */
export const wan = (amount: number): Fen => fen(Math.round(amount * 10_000_00));
export const yuanOf = (amount: number): Fen => fen(Math.round(amount * 100));
export const rate = (text: string): Decimal => new Decimal(text);

export const tier = (threshold: Fen, rateText: string, bonus: Fen = fen(0)): Tier => ({
  threshold,
  rate: rate(rateText),
  rateIsFloor: false,
  bonus,
  cell: 'A1',
});

/** 续费率>=90%: a fact, without a period. */
export const renewalGate: Gate = {
  text: '续费率>=90%',
  terms: [
    {
      measure: { kind: 'fact', name: '续费率' },
      operator: '>=',
      value: rate('0.9'),
      percent: true,
      text: '续费率>=90%',
    },
  ],
};

export function component(parts: Partial<Component> = {}): Component {
  return {
    ...componentDefaults,
    id: '返点',
    policy: '',
    name: '返点',
    categories: 'all',
    counts: { weights: {}, others: rate('1') },
    tiers: [tier(wan(50), '0.04'), tier(wan(200), '0.06'), tier(wan(500), '0.08')],
    scheme: 'whole',
    edge: 'at',
    baseline: null,
    accumulate: 'year',
    pay: 'quarter',
    trueUp: true,
    yearStart: 1,
    from: null,
    to: null,
    cap: null,
    floor: null,
    stack: { kind: 'add' },
    gate: null,
    base: 'gross',
    taxRate: rate('0.06'),
    rounding: { mode: 'half-up', per: 'total' },
    carry: false,
    source: '',
    recordedOn: '',
    unstated: [],
    ...parts,
  };
}

/**
 * Base 4/6/8 % and security 7/10/12 % of their own sales, the tier set by the year's total of both.
 */
export function twoCategoryPolicy(scheme: Scheme = 'whole'): Policy {
  const tiers = (rates: readonly string[]): Tier[] =>
    [50, 200, 500].map((from, index) => tier(wan(from), rates[index] as string));
  const of = (name: string, rates: readonly string[]): Component =>
    component({
      id: name,
      name,
      scheme,
      trueUp: scheme !== 'marginal',
      categories: { [name]: name },
      tiers: tiers(rates),
    });
  return {
    name: '示例',
    example: true,
    components: [of('基础', ['0.04', '0.06', '0.08']), of('安全', ['0.07', '0.10', '0.12'])],
    facts: new Map(),
  };
}

/** Any component whose figures a person could have typed; thresholds up to `reach` fen. */
export const anyComponent = (reach: number): fc.Arbitrary<Component> =>
  fc
    .record({
      thresholds: fc.uniqueArray(fc.integer({ min: 0, max: reach }), {
        minLength: 1,
        maxLength: 4,
      }),
      rates: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 4, maxLength: 4 }),
      bonuses: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5000 })), {
        minLength: 4,
        maxLength: 4,
      }),
      scheme: fc.constantFrom<Scheme>('whole', 'marginal', 'increment'),
      edge: fc.constantFrom<'at' | 'above'>('at', 'above'),
      base: fc.constantFrom<'gross' | 'net'>('gross', 'net'),
      mode: fc.constantFrom<'half-up' | 'truncate'>('half-up', 'truncate'),
      per: fc.constantFrom<'order' | 'total'>('order', 'total'),
      baseline: fc.integer({ min: 0, max: reach }),
      cap: fc.option(fc.integer({ min: 0, max: Math.ceil(reach / 10) })),
      floor: fc.option(fc.integer({ min: 0, max: Math.ceil(reach / 20) })),
    })
    .map((made) =>
      component({
        tiers: [...made.thresholds]
          .sort((a, b) => a - b)
          .map((threshold, index) =>
            tier(
              fen(threshold),
              String((made.rates[index] as number) / 1000),
              fen(made.bonuses[index] as number),
            ),
          ),
        scheme: made.scheme,
        edge: made.edge,
        base: made.base,
        baseline: new Decimal(made.baseline),
        rounding: { mode: made.mode, per: made.per },
        cap: made.cap === null ? null : fen(made.cap),
        floor: made.floor === null ? null : fen(made.floor),
      }),
    );
