import { Decimal } from '#domain/money/decimal.ts';
import * as fc from 'fast-check';
import type { DealRules } from '#domain/pipeline/suppositions.ts';
import { type PullIn, type PullInAim, pullIn } from '#domain/decision/pull-in.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import type { Component } from '#domain/policy/policy.ts';
import { amountOf, tierAt } from '#domain/rebate/figures.ts';
import { anyComponent, component, tier, wan } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

const NET: PullInAim = { kind: 'largest-net' };
const solved = (...ask: Parameters<typeof pullIn>): PullIn => {
  const solution = pullIn(...ask);
  if (!solution.ok) throw new Error(solution.error.code);
  return solution.value;
};

describe('sets worked by hand on 50/200/500万 at 4/6/8 %', () => {
  test.each([
    [
      'the cheapest way from 440万 to 500万 is C alone',
      wan(440),
      [
        [40, 2],
        [35, 2.4],
        [60, 3.5],
      ],
      { kind: 'cheapest', tier: 3 },
      [2],
      wan(3.5),
    ],
    [
      'all three pay, although B alone would not',
      wan(440),
      [
        [40, 2],
        [35, 2.4],
        [60, 3.5],
      ],
      NET,
      [0, 1, 2],
      wan(11.7),
    ],
    [
      'the cheapest way from 478万 is the 50万 at 0.7万',
      wan(478),
      [
        [16, 1.8],
        [19, 6],
        [50, 0.7],
        [35, 5.3],
      ],
      { kind: 'cheapest', tier: 3 },
      [2],
      wan(0.7),
    ],
    [
      'from 478万 the largest net is 12.86万',
      wan(478),
      [
        [16, 1.8],
        [19, 6],
        [50, 0.7],
        [35, 5.3],
      ],
      NET,
      [2],
      wan(12.86),
    ],
    [
      'nothing is worth its cost',
      wan(300),
      [
        [10, 1],
        [20, 2],
      ],
      NET,
      [],
      wan(0),
    ],
    [
      'a tier already reached costs nothing',
      wan(210),
      [[10, 1]],
      { kind: 'cheapest', tier: 2 },
      [],
      wan(0),
    ],
    ['a cost below zero is taken', wan(300), [[0, -1]], NET, [0], wan(1)],
  ] as [string, Fen, [number, number][], PullInAim, number[], Fen][])(
    '%s',
    (_, committed, deals, aim, chosen, figure) => {
      const solution = solved(
        component(),
        committed,
        deals.map(([amount]) => wan(amount)),
        deals.map(([, cost]) => wan(cost)),
        aim,
      );
      expect(solution.chosen).toEqual(chosen);
      expect(aim.kind === 'cheapest' ? solution.cost : solution.net).toBe(figure);
      expect(solution.proof).toEqual({ kind: 'optimal' });
    },
  );

  test.each([
    [
      'fewest deals',
      [
        [10, 0],
        [10, 0],
        [20, 0],
      ],
      [2],
    ],
    [
      'then the smaller total',
      [
        [25, 0],
        [20, 0],
      ],
      [1],
    ],
    [
      'then the earlier ones',
      [
        [20, 0],
        [20, 0],
      ],
      [0],
    ],
  ] as [string, [number, number][], number[]][])('ties go to the %s', (_, deals, chosen) => {
    const solution = solved(
      component(),
      wan(480),
      deals.map(([amount]) => wan(amount)),
      deals.map(([, cost]) => wan(cost)),
      { kind: 'cheapest', tier: 3 },
    );
    expect(solution.chosen).toEqual(chosen);
  });

  test.each([
    [
      'a tier out of reach',
      pullIn(component(), wan(10), [wan(20)], [wan(0)], { kind: 'cheapest', tier: 1 }),
      'decision.unreachable',
    ],
    [
      'a tier that is not there',
      pullIn(component(), wan(10), [wan(20)], [wan(0)], { kind: 'cheapest', tier: 4 }),
      'decision.no-such-tier',
    ],
    [
      'lists of unequal length',
      pullIn(component(), wan(10), [wan(20)], [], NET),
      'decision.unequal-lists',
    ],
    [
      'rules over too many deals',
      pullIn(component(), wan(10), Array(16).fill(wan(1)), Array(16).fill(wan(0)), NET, {
        needs: [...Array(15).keys()].map((deal) => [deal, deal + 1] as const),
      }),
      'decision.rules-too-large',
    ],
  ])('%s is said', (_, solution, code) => {
    expect(solution.ok ? '' : solution.error.code).toBe(code);
  });
});

/** Every set, one by one. */
function tryEverySet(
  of: Component,
  committed: Fen,
  deals: readonly Fen[],
  costs: readonly Fen[],
  aim: PullInAim,
  { needs = [], excludes = [] }: DealRules = {},
): { readonly figure: number; readonly chosen: readonly number[] } | null {
  let best: {
    readonly figure: number;
    readonly sum: number;
    readonly chosen: readonly number[];
  } | null = null;
  const before = amountOf(of, committed, committed);
  for (let mask = 0; mask < 2 ** deals.length; mask += 1) {
    const chosen = [...deals.keys()].filter((deal) => (mask >> deal) % 2 === 1);
    if (
      needs.some(([a, b]) => chosen.includes(a) && !chosen.includes(b)) ||
      excludes.some(([a, b]) => chosen.includes(a) && chosen.includes(b))
    )
      continue;
    const sum = chosen.reduce((total, deal) => total + (deals[deal] as number), 0);
    const cost = chosen.reduce((total, deal) => total + (costs[deal] as number), 0);
    const total = fen(committed + sum);
    if (aim.kind === 'cheapest' && tierAt(of, total) < aim.tier) continue;
    const figure = aim.kind === 'cheapest' ? -cost : amountOf(of, total, total) - before - cost;
    const order =
      best === null
        ? 1
        : figure - best.figure ||
          best.chosen.length - chosen.length ||
          best.sum - sum ||
          earlier(chosen, best.chosen);
    if (order > 0) best = { figure, sum, chosen };
  }
  return best;
}

function earlier(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((deal, index) => deal !== b[index]);
  return differs < 0 ? 0 : (b[differs] as number) - (a[differs] as number);
}

const anyAim: fc.Arbitrary<PullInAim> = fc.oneof(
  fc.constant(NET),
  fc.integer({ min: 1, max: 3 }).map((tier) => ({ kind: 'cheapest', tier }) as const),
);

it('cuts off what is below zero towards zero, and still takes no idle deal', () => {
  // 增量 below its baseline: −297.528 fen is −297, which a bound of −297.528 would hold for
  // impossible.
  const below = component({
    scheme: 'increment',
    tiers: [tier(fen(0), '0.033')],
    baseline: new Decimal(9016),
    rounding: { mode: 'truncate', per: 'total' },
  });
  expect(solved(below, fen(0), [fen(0)], [fen(0)], NET).chosen).toEqual([]);
});

it('of equal sets takes the earlier deals, also where two of the later are alike', () => {
  const to9701 = component({ tiers: [0, 1, 9701].map((from) => tier(fen(from), '0')) });
  const amounts = [500, 8700, 700, 500, 8900].map(fen);
  const costs = amounts.map((amount) => fen(amount / 20));
  const cheapest: PullInAim = { kind: 'cheapest', tier: 3 };
  // 9,900 at 495 from 0, 1, 2 and from 0, 3, 4 (0 and 3 are alike).
  expect(solved(to9701, fen(0), amounts, costs, cheapest).chosen).toEqual([0, 1, 2]);
});

describe('equals trying every set', () => {
  test.each([
    [
      'amounts and costs to the fen',
      fc.integer({ min: -500, max: 9000 }),
      fc.integer({ min: -20, max: 900 }),
      10,
      700,
    ],
    [
      'a grid with many ties',
      fc.integer({ min: -1, max: 6 }).map((step) => step * 1000),
      fc.integer({ min: 0, max: 5 }).map((step) => step * 50),
      11,
      500,
    ],
    [
      'costs in proportion to amounts',
      fc.integer({ min: 0, max: 90 }).map((step) => step * 100),
      fc.constant(null),
      11,
      300,
    ],
  ] as [string, fc.Arbitrary<number>, fc.Arbitrary<number | null>, number, number][])(
    '%s',
    (_, amounts, costs, most, numRuns) => {
      fc.assert(
        fc.property(
          anyComponent(30_000),
          fc.integer({ min: 0, max: 30_000 }),
          fc.array(fc.tuple(amounts, costs), { maxLength: most }),
          anyAim,
          (of, committed, pairs, aim) => {
            const deals = pairs.map(([amount]) => fen(amount));
            const fees = pairs.map(([amount, cost]) => fen(cost ?? amount / 20));
            const wanted =
              aim.kind === 'cheapest' && aim.tier > of.tiers.length
                ? null
                : tryEverySet(of, fen(committed), deals, fees, aim);
            const solution = pullIn(of, fen(committed), deals, fees, aim);
            if (wanted === null) expect(solution.ok).toBe(false);
            else {
              const found = solution.ok ? solution.value : null;
              // + 0: a cost of nothing is 0, not -0.
              expect({
                figure: aim.kind === 'cheapest' ? -(found?.cost ?? NaN) + 0 : found?.net,
                chosen: found?.chosen,
                proof: found?.proof.kind,
              }).toEqual({ figure: wanted.figure + 0, chosen: wanted.chosen, proof: 'optimal' });
            }
          },
        ),
        { numRuns: runs(numRuns) },
      );
    },
  );
});
