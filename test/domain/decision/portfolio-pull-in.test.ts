import { Decimal } from '#domain/money/decimal.ts';
import * as fc from 'fast-check';
import {
  type CandidateDeal,
  type PortfolioPullIn,
  type PortfolioQuestion,
  bestPortfolioSet,
  cheapestPortfolioSet,
  worthOfSets,
} from '#domain/decision/portfolio-pull-in.ts';
import { portfolioLines } from '#domain/pipeline/portfolio-lines.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import type { Policy, Scheme } from '#domain/policy/policy.ts';
import { bookOf, withOrders } from '#domain/rebate/order-book.ts';
import { rebateWithDeals } from '#domain/rebate/added-deals.ts';
import { totalRebate } from '#domain/rebate/policy-run.ts';
import { component, rate, tier, twoCategoryPolicy, wan } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

const ASOF = dateOf(2025, 12, 19);
const order = (category: string, amount: Fen) => ({ day: dateOf(2025, 3, 3), category, amount });
const solved = (question: PortfolioQuestion): PortfolioPullIn => {
  const solution = bestPortfolioSet(question);
  if (!solution.ok) throw new Error(solution.error.code);
  return solution.value;
};

describe('sets over two categories on one measure of sales', () => {
  it('takes what carries everything else over the threshold', () => {
    // 480万 (360 base, 120 security): +20万 base is worth 112,000, +20万 security 120,000; both
    // together 137,600 less cost.
    const book = bookOf([order('基础', wan(360)), order('安全', wan(120))]);
    const deals = [
      { amount: wan(20), category: '基础', cost: wan(1) },
      { amount: wan(20), category: '安全', cost: wan(3) },
    ];
    const solution = solved({ policy: twoCategoryPolicy(), book, asOf: ASOF, deals });
    expect([solution.chosen, solution.gain, solution.cost, solution.proof]).toEqual([
      [0],
      wan(11.2),
      wan(1),
      { kind: 'optimal' },
    ]);
  });

  it('finds the cheapest set for a tier', () => {
    const book = bookOf([order('基础', wan(360)), order('安全', wan(80))]);
    const policy = twoCategoryPolicy();
    const deals = [
      ['基础', 40, 2],
      ['安全', 35, 2.4],
      ['基础', 60, 3.5],
    ].map(([category, amount, cost]) => ({
      category: String(category),
      amount: wan(Number(amount)),
      cost: wan(Number(cost)),
    }));
    const lines = portfolioLines(policy, book, ASOF, ['基础', '安全']);
    const solution =
      lines && cheapestPortfolioSet({ policy, book, asOf: ASOF, deals }, lines, wan(60));
    expect(solution?.ok && solution.value.chosen).toEqual([2]);
  });
});

/** Net of every set, by full recomputation. */
function bestByTrying({ policy, book, asOf, deals }: PortfolioQuestion): number {
  let best = -Infinity;
  const before = totalRebate(policy, book, asOf);
  for (let mask = 0; mask < 2 ** deals.length; mask += 1) {
    const taken = deals.filter((_, index) => (mask >> index) % 2 === 1);
    const cost = taken.reduce((sum, deal) => sum + deal.cost, 0);
    best = Math.max(
      best,
      totalRebate(
        policy,
        withOrders(
          book,
          taken.map((deal) => ({ ...deal, day: asOf })),
        ),
        asOf,
      ) -
        before -
        cost,
    );
  }
  return best;
}

const anyPolicy = (scheme: Scheme): fc.Arbitrary<Policy> =>
  fc
    .record({
      thresholds: fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 3, maxLength: 3 }),
      weight: fc.constantFrom('1', '1.5', '0'),
      bonus: fc.constantFrom(0, 25_000),
      trueUp: fc.boolean(),
      base: fc.constantFrom<'gross' | 'net'>('gross', 'net'),
      baseline: fc.integer({ min: 0, max: 100 }),
      rates: fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 6, maxLength: 6 }),
    })
    .map(({ thresholds, weight, bonus, trueUp, base, baseline, rates }) => {
      const sorted = [...thresholds].sort((a, b) => a - b);
      const of = (name: string, from: number) =>
        component({
          id: name,
          name,
          scheme,
          trueUp,
          base,
          baseline: new Decimal(baseline * 100_000),
          categories: { [name]: name },
          counts: { weights: { 安全: rate(weight) }, others: rate('1') },
          tiers: sorted.map((threshold, index) =>
            tier(
              fen(threshold * 100_000),
              String((rates[from + index] as number) / 100),
              fen(bonus * index),
            ),
          ),
        });
      return {
        name: '',
        example: false,
        components: [of('基础', 0), of('安全', 3)],
        facts: new Map(),
      };
    });

const anyDeals: fc.Arbitrary<readonly CandidateDeal[]> = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 6_000_000 }).map(fen),
    category: fc.constantFrom('基础', '安全'),
    cost: fc.integer({ min: 0, max: 300_000 }).map(fen),
  }),
  { maxLength: 6 },
);

describe('equals trying every set by full recomputation', () => {
  test.each<[Scheme, number, number]>([
    ['whole', 120, 2],
    ['increment', 80, 2],
    ['marginal', 50, 0],
  ])('%s', (scheme, numRuns, slack) => {
    fc.assert(
      fc.property(
        anyPolicy(scheme),
        fc.array(
          fc.tuple(fc.constantFrom('基础', '安全'), fc.integer({ min: 1, max: 8_000_000 })),
          { minLength: 1, maxLength: 4 },
        ),
        anyDeals,
        (policy, orders, deals) => {
          const question = {
            policy,
            book: bookOf(orders.map(([category, amount]) => order(category, fen(amount)))),
            asOf: ASOF,
            deals,
          };
          const solution = solved(question);
          const wanted = bestByTrying(question);
          // Each of the two components rounds for itself: the line through a tier is true to a fen
          // each.
          expect(solution.net).toBeLessThanOrEqual(wanted);
          expect(solution.net).toBeGreaterThanOrEqual(wanted - slack);
          expect(solution.proof).toEqual({ kind: 'optimal' });
        },
      ),
      { numRuns: runs(numRuns) },
    );
  });
});

describe('size', () => {
  it('chooses among 200 deals of two categories, proven', () => {
    let seed = 7;
    const draw = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const deals = Array.from({ length: 200 }, () => {
      const amount = fen(Math.ceil(draw() * 5_000_000));
      return {
        amount,
        category: draw() < 0.5 ? '基础' : '安全',
        cost: fen(Math.round(amount * draw() * 0.2)),
      };
    });
    const solution = solved({
      policy: twoCategoryPolicy(),
      book: bookOf([order('基础', wan(300)), order('安全', wan(60))]),
      asOf: ASOF,
      deals,
    });
    expect(solution.proof).toEqual({ kind: 'optimal' });
  });
});

describe('sets for when a deal falls through', () => {
  const byOrder = anyPolicy('whole').map((policy): Policy => ({
    ...policy,
    components: policy.components.map((each) => ({ ...each, accumulate: 'order' })),
  }));
  test.each([
    ['in whole', anyPolicy('whole')],
    ['marginal', anyPolicy('marginal')],
    ['order by order', byOrder],
  ])('are the best of the others, and no set is computed twice: %s', (_, policies) => {
    let tried = 0;
    fc.assert(
      fc.property(policies, anyDeals, fc.nat(5), (policy, deals, at) => {
        fc.pre(deals.length > 0);
        const without = at % deals.length;
        const book = bookOf([order('基础', wan(20)), order('安全', wan(10))]);
        const question = { policy, book, asOf: ASOF, deals };
        const computed: string[] = [];
        const plain = rebateWithDeals(policy, book, ASOF);
        const worth = worthOfSets(question, (set) => {
          computed.push(set.map((deal) => deals.indexOf(deal)).join());
          return plain(set);
        });
        bestPortfolioSet(question, worth);
        const found = bestPortfolioSet(question, worth, without);
        const others = deals.filter((_, position) => position !== without);
        const alone = bestPortfolioSet({ ...question, deals: others });
        expect(found.ok && [found.value.net, found.value.chosen.includes(without)]).toEqual(
          alone.ok && [alone.value.net, false],
        );
        const whole = computed.filter((set) => !set.includes('-1'));
        expect(new Set(whole).size).toBe(whole.length);
        tried = Math.max(tried, whole.length);
      }),
      { numRuns: runs(40) },
    );
    // More than the sets on lines: every one.
    expect(policies !== byOrder || tried > 16).toBe(true);
  });
});
