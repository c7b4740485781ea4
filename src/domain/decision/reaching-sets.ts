import { itemAt } from '../columns.ts';
import { addFen } from '../money/fen.ts';
import type { Window } from '../rebate/window.ts';
import { type AdviceBasis, openWindows } from './advice-basis.ts';
import { type LaterPeriods, laterPeriods } from './later-periods.ts';
import type { PendingDeal } from '../pipeline/pending-deals.ts';
import { portfolioLines } from '../pipeline/portfolio-lines.ts';
import {
  type PortfolioPullIn,
  type PortfolioQuestion,
  cheapestPortfolioSet,
  bestPortfolioSet,
  worthOfSets,
} from './portfolio-pull-in.ts';
import type { EdgeOrder } from '../edge/edge-order.ts';

/**
 * Positions among `deals` of the cheapest set that reaches the next tier of a window, with its
 * figures.
 */
interface ReachingSet {
  readonly window: Window;
  readonly deals: readonly PendingDeal[];
  readonly set: PortfolioPullIn;
}

/** One set a threshold: windows that wait for the same sales are named once, by the first. */
function reachingSets(basis: AdviceBasis): readonly ReachingSet[] {
  const deals = basis.deals.filter((deal) => deal.amount > 0);
  const windows = openWindows(basis);
  // On the last day of the year no window is open any more: what is still pending belongs to the
  // next one.
  if (deals.length === 0 || windows.length === 0) return [];
  return setsOver(
    basis,
    deals,
    windows,
    questionOf(basis, deals, laterPeriods(basis, deals, windows)),
  );
}

export function setsOver(
  basis: AdviceBasis,
  deals: readonly PendingDeal[],
  windows: readonly Window[],
  question: PortfolioQuestion,
): readonly ReachingSet[] {
  const lines = portfolioLines(
    basis.policy,
    basis.book,
    basis.asOf,
    deals.map((deal) => deal.category),
  );
  if (lines === null) return [];
  const sets = windows
    .filter((window) => window.gap !== null)
    .flatMap((window) => {
      const missing = lines.missing.get(window.component);
      const set = missing === undefined ? null : cheapestPortfolioSet(question, lines, missing);
      return set?.ok && set.value.chosen.length > 0 && set.value.gain > 0
        ? [{ window, deals, set: set.value }]
        : [];
    });
  return sets.filter(
    ({ set }, index) =>
      sets.findIndex((other) => String(other.set.chosen) === String(set.chosen)) === index,
  );
}

export const questionOf = (
  { policy, book, asOf, supposed }: AdviceBasis,
  deals: readonly PendingDeal[],
  later: LaterPeriods,
): PortfolioQuestion => {
  const positionOf = new Map(deals.map((deal, position) => [deal.ledgerIndex, position]));
  const pairs = (
    of: readonly (readonly [number, number])[] = [],
  ): readonly (readonly [number, number])[] =>
    of.flatMap(([a, b]) => {
      const [first, second] = [positionOf.get(a), positionOf.get(b)];
      return first === undefined || second === undefined ? [] : [[first, second] as const];
    });
  return {
    policy,
    book,
    asOf,
    rules: { needs: pairs(supposed.rules.needs), excludes: pairs(supposed.rules.excludes) },
    deals: deals.map((deal) => ({
      amount: deal.amount,
      category: deal.category,
      ledgerIndex: deal.ledgerIndex,
      cost: addFen(deal.cost, later.lossOf(deal)),
    })),
  };
};

/**
 * 凑线: pending, and part of the cheapest set of several that reaches the next tier; worth the
 * set's gain less its cost.
 */
export function helping(basis: AdviceBasis): readonly EdgeOrder[] {
  return reachingSets(basis)
    .filter(({ set }) => set.chosen.length > 1)
    .flatMap(edgesOf);
}

const edgesOf = ({ window, deals, set }: ReachingSet): readonly EdgeOrder[] =>
  set.chosen.map((position) => ({
    ledgerIndex: itemAt(deals, position).ledgerIndex,
    window: window.id,
    component: window.component.name,
    period: window.period.label,
    role: 'helps',
    stake: set.net,
    tierWith: window.tier + 1,
    tierWithout: window.tier,
  }));

/** How many of the chosen deals are done without in turn, and how many sets are shown. */
const MOST_DROPPED = 6;

const SHOWN = 2;

/**
 * The best sets when one of the chosen deals falls through: what to fall back on, largest net
 * first.
 */
export function runnersUp(
  question: PortfolioQuestion,
  best: PortfolioPullIn,
  worth = worthOfSets(question),
): readonly PortfolioPullIn[] {
  const others = best.chosen
    .slice(0, MOST_DROPPED)
    .flatMap((dropped): readonly PortfolioPullIn[] => {
      const next = bestPortfolioSet(question, worth, dropped);
      return next.ok && next.value.chosen.length > 0 ? [next.value] : [];
    });
  const distinct = others.filter(
    (set, index) =>
      others.findIndex((other) => String(other.chosen) === String(set.chosen)) === index,
  );
  return distinct
    .sort((a, b) => b.net - a.net || a.chosen.length - b.chosen.length)
    .slice(0, SHOWN);
}
