import { MOST_SET_DEALS, SET_WORK } from '../bounds.ts';
import { itemAt } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, NO_FEN, fen, subtractFen, sumFen } from '../money/fen.ts';
import type { Policy } from '../policy/policy.ts';
import { addsUp, rebateWithDeals } from '../rebate/added-deals.ts';
import { type OrderBook, withOrders } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import { type Result, fail, ok } from '../result.ts';
import { bestSet } from './best-set.ts';
import { type Group, choiceGroups } from './choice-groups.ts';
import type { DealRules } from '../pipeline/suppositions.ts';
import type { DecisionFact } from './decision.facts.ts';
import { better, type Choice } from './meet-in-the-middle.ts';
import { reachObjective } from './objective.ts';
import {
  type PortfolioLine,
  type PortfolioLines,
  portfolioLines,
} from '../pipeline/portfolio-lines.ts';

/** A deal that could be brought forward to the as-of day. */
export interface CandidateDeal {
  readonly amount: Fen;
  readonly category: string;
  readonly cost: Fen;
  /** Row whose customer and other words conditions are held against; absent: it meets them. */
  readonly ledgerIndex?: number;
}

export interface PortfolioQuestion {
  readonly policy: Policy;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly deals: readonly CandidateDeal[];
  /** Deals that need or exclude each other, by position. */
  readonly rules?: DealRules;
}

export interface PortfolioPullIn {
  /** Positions, ascending. */
  readonly chosen: readonly number[];
  readonly sum: Fen;
  /** Two full recomputations, and their difference. */
  readonly before: Fen;
  readonly after: Fen;
  readonly gain: Fen;
  readonly cost: Fen;
  readonly net: Fen;
  /**
   * Proven best (up to the fen each component rounds), or what another set could be better by at
   * most.
   */
  readonly proof: { readonly kind: 'optimal' } | { readonly kind: 'gap'; readonly gap: Fen };
}

/**
 * The set of deals with the largest gain of the whole portfolio less cost.
 *
 * Where the portfolio is linear between tiers (several components on one measure of sales), as
 * exact and as fast as `pullIn`: one best set a line. Otherwise every set of up to 12 deals is
 * tried, and of more the 12 largest with the gap said.
 *
 * @param worth - of sets; shared by searches over the same deals, each set is computed once
 * @param without - the position of a deal that falls through
 */
export function bestPortfolioSet(
  question: PortfolioQuestion,
  worth = worthOfSets(question),
  without?: number,
): Result<PortfolioPullIn, DecisionFact> {
  const { policy, book, asOf, deals } = question;
  const lines = portfolioLines(
    policy,
    book,
    asOf,
    deals.map((deal) => deal.category),
  );
  if (lines === null) return triedSets(question, worth, without);
  return linearSets(without === undefined ? question : standIn(question, without), lines, worth);
}

type Worth = (deals: readonly CandidateDeal[]) => Fen;

/** The rebate with a set of the question's deals, which is asked for again and again. */
export function worthOfSets(
  { policy, book, asOf, deals }: PortfolioQuestion,
  compute: Worth = rebateWithDeals(policy, book, asOf),
): Worth {
  const positions = new Map(deals.map((deal, position) => [deal, position]));
  const known = new Map<string, Fen>();
  return (set) => {
    const at = set.map((deal) => positions.get(deal));
    if (at.includes(undefined)) return compute(set);
    const key = at.join();
    const worth = known.get(key) ?? compute(set);
    known.set(key, worth);
    return worth;
  };
}

/**
 * A deal of nothing at a price in the place of one that falls through: positions stay as they are,
 * and nobody takes it.
 */
const standIn = (question: PortfolioQuestion, without: number): PortfolioQuestion => ({
  ...question,
  deals: question.deals.map((deal, position) =>
    position === without ? { ...deal, amount: NO_FEN, cost: fen(Math.max(1, deal.cost)) } : deal,
  ),
});

/**
 * The cheapest set that adds `missing` tier sales (units of the lines): the next tier of one
 * window.
 */
export function cheapestPortfolioSet(
  question: PortfolioQuestion,
  lines: PortfolioLines,
  missing: number,
): Result<PortfolioPullIn, DecisionFact> {
  const { deals, rules = {} } = question;
  const groups = choiceGroups(
    deals.map((deal) => unitsOf(lines, deal)),
    deals.map((deal) => deal.cost),
    rules,
  );
  if (!groups.ok) return groups;
  const best = bestSet(reachObjective(0, missing), groups.value);
  return best === null
    ? fail({ code: 'decision.unreachable', tier: 0 })
    : ok(verified(question, best.choice.deals, best.gap));
}

const unitsOf = ({ units }: PortfolioLines, deal: CandidateDeal): number =>
  deal.amount * (units.get(categoryKey(deal.category)) ?? 0);

function linearSets(
  question: PortfolioQuestion,
  lines: PortfolioLines,
  worth: Worth,
): Result<PortfolioPullIn, DecisionFact> {
  const { rules = {} } = question;
  let best: Choice | null = null;
  let bound = -Infinity;
  for (const line of lines.lines) {
    const groups = lineGroups(question.deals, lines, line, rules);
    if (!groups.ok) return groups;
    const found = bestSet(onLine(line), groups.value);
    if (found === null) continue;
    const set = evaluated(question, worth, found.choice.deals);
    // Within a fen of a bound counts as reached: the lines are before rounding.
    bound = Math.max(
      bound,
      found.gap === 0 ? set.net : set.net + Math.ceil(found.gap / Number(line.denominator)),
    );
    if (best === null || better(set, best)) best = set;
  }
  return best === null
    ? fail({ code: 'decision.unreachable', tier: 0 })
    : ok(verified(question, best.deals, Math.max(0, bound - best.net)));
}

/** On a line the rebate of a deal is a cost below zero, in parts of the denominator. */
function lineGroups(
  deals: readonly CandidateDeal[],
  lines: PortfolioLines,
  line: PortfolioLine,
  rules: DealRules,
): Result<readonly Group[], DecisionFact> {
  const denominator = Number(line.denominator);
  const costs = deals.map(
    (deal) =>
      deal.cost * denominator -
      Number(line.slopes.get(categoryKey(deal.category)) ?? 0n) * deal.amount,
  );
  const reach = costs.reduce((sum, cost) => sum + Math.abs(cost), 0);
  return Number.isSafeInteger(reach)
    ? choiceGroups(
        deals.map((deal) => unitsOf(lines, deal)),
        costs,
        rules,
      )
    : fail({ code: 'decision.too-large' });
}

function onLine({ low, high }: PortfolioLine): ReturnType<typeof reachObjective> {
  const reach = reachObjective(0, low);
  return {
    ...reach,
    lines: reach.lines.map((line) => ({ ...line, high })),
    worth: (total) => (total >= low && total <= high ? 0 : -Infinity),
    rising: high === Infinity,
  };
}

function evaluated({ deals }: PortfolioQuestion, worth: Worth, chosen: readonly number[]): Choice {
  const taken = chosen.map((position) => itemAt(deals, position));
  const cost = sumFen(taken.map((deal) => deal.cost));
  return {
    net: subtractFen(worth(taken), cost),
    sum: sumFen(taken.map((deal) => deal.amount)),
    cost,
    deals: chosen,
  };
}

/** Fewer where each set costs a walk of the whole book. */
const mostTried = ({ policy, book }: PortfolioQuestion): number =>
  addsUp(policy)
    ? MOST_SET_DEALS
    : Math.max(1, Math.min(MOST_SET_DEALS, Math.floor(Math.log2(SET_WORK / (book.size + 1)))));

/** Every allowed set of the largest deals, one by one. */
function triedSets(
  question: PortfolioQuestion,
  worth: Worth,
  without: number | undefined,
): Result<PortfolioPullIn, DecisionFact> {
  const { deals, rules = {} } = question;
  const largest = new Set(
    [...deals.keys()]
      .filter((position) => position !== without)
      .sort((a, b) => itemAt(deals, b).amount - itemAt(deals, a).amount || a - b)
      .slice(0, mostTried(question)),
  );
  const groups = choiceGroups(
    deals.map((deal) => deal.amount),
    deals.map((deal) => deal.cost),
    rules,
    (position) => categoryKey(itemAt(deals, position).category),
  );
  if (!groups.ok) return groups;
  let best = evaluated(question, worth, []);
  const visit = (group: number, chosen: readonly number[]): void => {
    if (group === groups.value.length) {
      const set = evaluated(
        question,
        worth,
        [...chosen].sort((a, b) => a - b),
      );
      if (better(set, best)) best = set;
      return;
    }
    for (const { deals: taken } of itemAt(groups.value, group).options)
      if (taken.every((deal) => largest.has(deal))) visit(group + 1, [...chosen, ...taken]);
  };
  visit(0, []);
  const others = deals.filter((_, position) => position !== without);
  // More deals never earn less than all of them together, and cost at least what pays.
  const most =
    others.length === largest.size
      ? best.net
      : worth(others) - sumFen(others.map((deal) => fen(Math.min(deal.cost, 0))));
  return ok(verified(question, best.deals, Math.max(0, most - best.net)));
}

/** The figures of a set, by two full recomputations. */
function verified(
  { policy, book, asOf, deals }: PortfolioQuestion,
  chosen: readonly number[],
  gap: number,
): PortfolioPullIn {
  const taken = chosen.map((position) => itemAt(deals, position));
  const before = totalRebate(policy, book, asOf);
  const after =
    chosen.length === 0
      ? before
      : totalRebate(
          policy,
          withOrders(
            book,
            taken.map(({ cost: _cost, ...deal }) => ({ ...deal, day: asOf })),
          ),
          asOf,
        );
  const cost = chosen.length === 0 ? NO_FEN : sumFen(taken.map((deal) => deal.cost));
  const gain = subtractFen(after, before);
  return {
    chosen,
    sum: sumFen(taken.map((deal) => deal.amount)),
    before,
    after,
    gain,
    cost,
    net: subtractFen(gain, cost),
    proof: gap === 0 ? { kind: 'optimal' } : { kind: 'gap', gap: fen(gap) },
  };
}
