import * as fc from 'fast-check';
import { analyze } from '#application/analyze/analyze.ts';
import { addDays, dateOf } from '#domain/calendar/local-date.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import { type Suppositions, nothingSupposed } from '#domain/pipeline/suppositions.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { component, rate, tier, wan } from '../examples/components.ts';
import { type PlainRow, plainLedger } from '../examples/plain-ledger.ts';

export const ASOF = dateOf(2025, 9, 10);
/** The day on which a component's second version begins. */
export const TURN = dateOf(2025, 7, 1);

export const anyPart = fc.record({
  base: fc.constantFrom<'gross' | 'net'>('gross', 'net'),
  edge: fc.constantFrom<'at' | 'above'>('at', 'above'),
  scheme: fc.constantFrom<'whole' | 'marginal'>('whole', 'marginal'),
  trueUp: fc.boolean(),
  weight: fc.constantFrom('1', '1.5', '0.5'),
  step: fc.integer({ min: 20, max: 80 }),
  rates: fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 120 })),
});
export type Part = typeof anyPart extends fc.Arbitrary<infer T> ? T : never;

/** A component that counts sales of its own name alone. */
export const componentOf = (name: string, part: Part, dates: Partial<Component> = {}): Component =>
  component({
    id: `${name}${dates.from === undefined ? '' : ' V2'}`,
    name,
    categories: { [name]: name },
    counts: { weights: { [name]: rate(part.weight) }, others: rate('1') },
    tiers: [
      tier(wan(part.step), String(part.rates[0] / 1000)),
      tier(wan(part.step * 3), String(part.rates[1] / 1000)),
    ],
    base: part.base,
    edge: part.edge,
    scheme: part.scheme,
    trueUp: part.scheme === 'whole' && part.trueUp,
    ...dates,
  });

/** One component whose versions change in July, and one that goes on. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .tuple(anyPart, anyPart, anyPart)
  .map(([first, second, other]) => ({
    name: 'P',
    example: false,
    facts: new Map(),
    components: [
      componentOf('基础', first, { to: addDays(TURN, -1) }),
      componentOf('基础', second, { from: TURN }),
      componentOf('安全', other),
    ],
  }));

export const anyAmount = fc.integer({ min: 1_000_00, max: 60 * 10_000_00 });
export const anyRow = fc.record({
  category: fc.constantFrom('基础', '安全'),
  amount: anyAmount.map(fen),
  day: fc.integer({ min: 0, max: 240 }).map((days) => addDays(dateOf(2025, 1, 5), days)),
});
export const anyDeal = fc.record({
  category: fc.constantFrom('基础', '安全'),
  amount: anyAmount.map(fen),
  chance: fc.option(fc.integer({ min: 0, max: 100 })),
  supposed: fc.option(fc.integer({ min: 0, max: 100 })),
});
export type Deal = typeof anyDeal extends fc.Arbitrary<infer T> ? T : never;

/** What is, is advised and is forecast, by `sold` and `deals`, with what is supposed of these. */
export function analysisOf(
  policy: Policy,
  sold: readonly PlainRow[],
  deals: readonly Deal[],
  more: Partial<Suppositions> = {},
): Analysis {
  const rows = [
    ...sold,
    ...deals.map(({ category, amount }): PlainRow => ({
      category,
      amount,
      kind: 'pending',
      day: ASOF,
    })),
  ];
  const dealAt = (index: number): Deal | undefined => deals[index - sold.length];
  const probabilities = new Map(
    rows.flatMap((_, index) => {
      const supposed = dealAt(index)?.supposed ?? null;
      return supposed === null ? [] : [[index, new Decimal(supposed).div(100)] as const];
    }),
  );
  const supposed: Suppositions = { ...nothingSupposed, probabilities, ...more };
  const result = analyze({
    ledger: {
      ...plainLedger(rows),
      probability: Float64Array.from(rows, (_, index) => (dealAt(index)?.chance ?? NaN) / 100),
    },
    policy: { policy, findings: [] },
    asOf: ASOF,
    yearStart: null,
    nearShare: 0.1,
    supposed,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
