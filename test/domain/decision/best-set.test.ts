import * as fc from 'fast-check';
import { type BestSet, type Effort, bestSet } from '#domain/decision/best-set.ts';
import { type Group, choiceGroups } from '#domain/decision/choice-groups.ts';
import { bestPair } from '#domain/decision/meet-in-the-middle.ts';
import { reachObjective, rebateObjective } from '#domain/decision/objective.ts';
import { type PartialChoices, partialChoices } from '#domain/decision/partial-choices.ts';
import { pullIn } from '#domain/decision/pull-in.ts';
import { rebateCurve } from '#domain/forecast/rebate-curve.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { tierAt } from '#domain/rebate/figures.ts';
import type { Component } from '#domain/policy/policy.ts';
import { anyComponent, component, wan } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

const grouped = (deals: readonly number[], costs: readonly number[]): readonly Group[] => {
  const groups = choiceGroups(deals, costs);
  if (!groups.ok) throw new Error(groups.error.code);
  return groups.value;
};

/** Largest worth less cost over every set. */
function bestNet(
  worth: (total: number) => number,
  committed: number,
  deals: readonly number[],
  costs: readonly number[],
): number {
  let best = -Infinity;
  const visit = (deal: number, total: number, cost: number): void => {
    if (deal === deals.length) best = Math.max(best, worth(total) - cost);
    else {
      visit(deal + 1, total, cost);
      visit(deal + 1, total + (deals[deal] as number), cost + (costs[deal] as number));
    }
  };
  visit(0, committed, 0);
  return best;
}

const deal = fc.record({
  amount: fc.integer({ min: -900, max: 9000 }),
  cost: fc.integer({ min: -30, max: 900 }),
});
const priced = fc
  .integer({ min: 1, max: 9000 })
  .map((amount) => ({ amount, cost: Math.round(amount * 0.07) + 10 }));

describe('whatever the effort, a proven best is best and a gap holds', () => {
  test.each<[string, Effort]>([
    ['one list', { list: 1e6, ties: 1e6, half: 1e6, closest: 1, wider: 1 }],
    ['two lists that meet', { list: 1, ties: 1, half: 1e6, closest: 1, wider: 1 }],
    [
      'two lists after a good first choice',
      { list: 1, ties: 1, half: 1e6, closest: 64, wider: 64 },
    ],
    ['the closest calls only', { list: 1, ties: 1, half: 1, closest: 16, wider: 64 }],
  ])('%s', (_, effort) => {
    let proven = 0;
    fc.assert(
      fc.property(
        anyComponent(40_000),
        fc.integer({ min: 0, max: 30_000 }),
        fc.oneof(fc.array(deal, { maxLength: 12 }), fc.array(priced, { maxLength: 12 })),
        fc.boolean(),
        (of, committed, list, net) => {
          const [deals, costs] = [list.map(({ amount }) => amount), list.map(({ cost }) => cost)];
          const objective = net
            ? rebateObjective(rebateCurve(of), committed)
            : reachObjective(committed, 42_000);
          const wanted = bestNet((total) => objective.worth(total), committed, deals, costs);
          const found = bestSet(objective, grouped(deals, costs), effort);
          if (wanted === -Infinity) expect(found).toBeNull();
          else expectHolds(found as BestSet, wanted);
          if (found?.gap === 0) proven += 1;
        },
      ),
      { numRuns: runs(250) },
    );
    expect(proven).toBeGreaterThan(runs(250) * (effort.half === 1 ? 0.2 : 0.4));
  });
});

function expectHolds({ choice, gap }: BestSet, wanted: number): void {
  expect(choice.net).toBeLessThanOrEqual(wanted);
  expect(choice.net + gap).toBeGreaterThanOrEqual(wanted);
}

it('pairs only sums that stay on their line', () => {
  // 2 % up to 100 fen × 100, nothing beyond: 40 and 60 meet the limit, 40 and 61 pass it.
  const to = {
    low: 0,
    high: 10_000,
    slope: 0.02,
    constant: 0,
    wholeSlope: 1,
    wholeConstant: 0,
    denominator: 50,
    lift: 0.5,
  };
  const objective = {
    committed: 0,
    lines: [to],
    rising: false,
    worth: (total: number) => (total <= 10_000 ? Math.round(total / 50) : -Infinity),
  };
  const none = { bounds: [], net: -Infinity, rising: false, outside: [] };
  const list = (groups: readonly Group[]) => partialChoices(groups, none, 1e6) as PartialChoices;
  const pair = bestPair(
    objective,
    list(grouped([4000], [0])),
    list([
      { first: 1, options: [6000, 6001].map((sum, deal) => ({ sum, cost: 0, deals: [deal + 1] })) },
    ]),
  );
  expect([pair?.net, pair?.sum]).toEqual([200, 10_000]);
});

describe('size', () => {
  // A plain congruential sequence: the same deals on every run.
  const deals = (
    count: number,
    cost: (amount: number, draw: number) => number,
    grid = 1,
    largest = 50_000_000,
  ): { readonly amounts: Fen[]; readonly costs: Fen[] } => {
    let seed = 20_251;
    const draw = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const amounts = Array.from({ length: count }, () =>
      fen(Math.ceil((draw() * largest) / grid) * grid),
    );
    return { amounts, costs: amounts.map((amount) => fen(Math.round(cost(amount, draw())))) };
  };

  test.each([
    ['40 deals to the fen, any cost', deals(40, (_, draw) => draw * 2_500_000)],
    ['40 deals to the fen, 15 % off each', deals(40, (amount) => amount * 0.15)],
    ['40 deals in 万', deals(40, (amount, draw) => amount * draw * 0.1, 1_000_000)],
    ['200 deals to the fen, any cost', deals(200, (_, draw) => draw * 2_500_000)],
    ['200 deals in 万, 15 % off each', deals(200, (amount) => amount * 0.15, 1_000_000)],
  ])('%s: proven best', (_, { amounts, costs }) => {
    for (const aim of [{ kind: 'largest-net' }, { kind: 'cheapest', tier: 3 }] as const) {
      const solution = pullIn(component(), wan(150), amounts, costs, aim);
      expect(solution.ok && solution.value.proof).toEqual({ kind: 'optimal' });
    }
  });

  it('takes as few of 60 free deals as will do', () => {
    const { amounts } = deals(60, () => 0);
    const largest = [...amounts].sort((a, b) => b - a);
    let fewest = 0;
    for (let sum = 0; sum < wan(350); fewest += 1) sum += largest[fewest] as number;
    const solution = pullIn(
      component(),
      wan(150),
      amounts,
      amounts.map(() => fen(0)),
      { kind: 'cheapest', tier: 3 },
    );
    expect(
      solution.ok && [solution.value.proof.kind, solution.value.cost, solution.value.chosen.length],
    ).toEqual(['optimal', 0, fewest]);
  });

  it('says what is left when 200 deals cannot be proven', () => {
    const { amounts, costs } = deals(200, (amount) => amount * 0.07 + 100_000, 1, 5_000_000);
    const solution = pullIn(component(), wan(150), amounts, costs, { kind: 'cheapest', tier: 3 });
    expect(solution.ok && solution.value.proof).toEqual({ kind: 'gap', gap: expect.any(Number) });
    expect(solution.ok && tierReached(component(), solution.value.sum)).toBe(3);
  });
});

const tierReached = (of: Component, sum: Fen): number => tierAt(of, fen(wan(150) + sum));
