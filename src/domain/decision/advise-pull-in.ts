import { itemAt } from '../columns.ts';
import { Decimal, ONE } from '../money/decimal.ts';
import { type Fen, NO_FEN, addFen, subtractFen, sumFen } from '../money/fen.ts';
import type { Window } from '../rebate/window.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import {
  type AdviceBasis,
  commonAssumptions,
  differenceFact,
  named,
  namedOrder,
  openWindows,
  raisedBy,
} from './advice-basis.ts';
import { type LaterPeriods, laterPeriods } from './later-periods.ts';
import type { PendingDeal } from '../pipeline/pending-deals.ts';
import { portfolioLines } from '../pipeline/portfolio-lines.ts';
import {
  type PortfolioPullIn,
  type PortfolioQuestion,
  bestPortfolioSet,
  cheapestPortfolioSet,
} from './portfolio-pull-in.ts';
import { runnersUp } from './runners-up.ts';

/**
 * 凑单: the pending deals with the largest gain less cost, and for each open window the cheapest
 * set that reaches its next tier.
 */
export function advisePullingIn(basis: AdviceBasis): readonly Advice[] {
  const windows = openWindows(basis);
  const deals = basis.deals.filter((deal) => deal.amount > 0);
  if (windows.length === 0 || deals.length === 0) return [];
  const later = laterPeriods(basis, deals, windows);
  const question = questionOf(basis, deals, later);
  const best = bestPortfolioSet(question);
  const advice =
    best.ok && best.value.net > 0 ? [largestNet(basis, deals, best.value, later, question)] : [];
  return [...advice, ...cheapestSets(basis, deals, windows, later, question)];
}

/**
 * Positions among `deals` of the cheapest set that reaches the next tier of a window, with its
 * figures.
 */
export interface ReachingSet {
  readonly window: Window;
  readonly deals: readonly PendingDeal[];
  readonly set: PortfolioPullIn;
}

/** One set a threshold: windows that wait for the same sales are named once, by the first. */
export function reachingSets(basis: AdviceBasis): readonly ReachingSet[] {
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

function setsOver(
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

const questionOf = (
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

function largestNet(
  basis: AdviceBasis,
  deals: readonly PendingDeal[],
  set: PortfolioPullIn,
  later: LaterPeriods,
  question: PortfolioQuestion,
): Advice {
  const figures = figuresOf(deals, set, later);
  return {
    kind: 'pull-in',
    yuan: set.gain,
    cost: figures.cost,
    probability: figures.probability,
    raises: raisedBy(basis, figures.chosen),
    orders: figures.chosen.map((deal) => deal.ledgerIndex),
    title: {
      code: 'advice.pull-in',
      count: figures.chosen.length,
      sum: set.sum,
      gain: set.gain,
      net: subtractFen(set.gain, figures.cost),
    },
    explanation: [
      ...reasons(basis, set, figures, later),
      ...runnersUp(question, set).map((other): AdviceFact => ({
        code: 'advice.runner-up',
        orders: other.chosen.map((position) =>
          namedOrder(basis.ledger, itemAt(deals, position).ledgerIndex),
        ),
        gain: other.gain,
        cost: other.cost,
        net: other.net,
      })),
    ],
    assumptions: pullInAssumptions(basis, figures.chosen),
  };
}

function cheapestSets(
  basis: AdviceBasis,
  deals: readonly PendingDeal[],
  windows: readonly Window[],
  later: LaterPeriods,
  question: PortfolioQuestion,
): readonly Advice[] {
  return setsOver(basis, deals, windows, question).map(({ window, set }) => {
    const figures = figuresOf(deals, set, later);
    const threshold = window.component.tiers[window.tier]?.threshold ?? NO_FEN;
    return {
      kind: 'pull-in',
      yuan: set.gain,
      cost: figures.cost,
      probability: figures.probability,
      raises: raisedBy(basis, figures.chosen),
      orders: figures.chosen.map((deal) => deal.ledgerIndex),
      title: {
        code: 'advice.reach-tier',
        window: named(window),
        threshold,
        count: figures.chosen.length,
        sum: set.sum,
        cost: figures.cost,
        gain: set.gain,
      },
      explanation: reasons(basis, set, figures, later),
      assumptions: pullInAssumptions(basis, figures.chosen),
    };
  });
}

interface Figures {
  readonly chosen: readonly PendingDeal[];
  readonly loss: Fen;
  /** Own costs and what later periods lose. */
  readonly cost: Fen;
  readonly probability: Decimal | null;
}

function figuresOf(
  deals: readonly PendingDeal[],
  set: PortfolioPullIn,
  later: LaterPeriods,
): Figures {
  const chosen = set.chosen.map((position) => itemAt(deals, position));
  const loss = later.lossOfAll(chosen, set.gain);
  const known = chosen.every((deal) => deal.probability !== null);
  return {
    chosen,
    loss,
    cost: addFen(sumFen(chosen.map((deal) => deal.cost)), loss),
    probability: known
      ? chosen.reduce((all, deal) => all.times(deal.probability ?? ONE), ONE)
      : null,
  };
}

function reasons(
  { ledger }: AdviceBasis,
  set: PortfolioPullIn,
  { chosen, loss }: Figures,
  later: LaterPeriods,
): readonly AdviceFact[] {
  return [
    differenceFact(set.before, set.after),
    ...chosen.slice(0, MOST_NAMED).map((deal): AdviceFact => ({
      code: 'advice.deal',
      order: namedOrder(ledger, deal.ledgerIndex),
      cost: deal.cost,
      probability: deal.probability,
    })),
    ...(chosen.length > MOST_NAMED
      ? [{ code: 'advice.more', count: chosen.length - MOST_NAMED } as const]
      : []),
    ...(loss === NO_FEN
      ? []
      : [
          {
            code: 'advice.next-period-loss',
            loss,
            count: chosen.filter((deal) => later.lossOf(deal) !== NO_FEN).length,
            until: later.until,
          } as const,
        ]),
    ...(set.sum > 0 && set.gain > 0
      ? [
          {
            code: 'advice.break-even',
            discount: new Decimal(set.gain).div(set.sum),
            amount: set.sum,
            gain: set.gain,
          } as const,
        ]
      : []),
    set.proof.kind === 'optimal'
      ? { code: 'advice.proven' }
      : { code: 'advice.not-proven', gap: set.proof.gap },
  ];
}

const MOST_NAMED = 8;

function pullInAssumptions(
  basis: AdviceBasis,
  chosen: readonly PendingDeal[],
): readonly AdviceFact[] {
  const count = (of: (deal: PendingDeal) => boolean): number => chosen.filter(of).length;
  const [unpriced, discounted, unlikely] = [
    count((deal) => deal.costFrom === 'nowhere'),
    count((deal) => deal.costFrom === 'discount'),
    count((deal) => deal.probability === null),
  ];
  return [
    ...commonAssumptions(basis),
    ...(unpriced > 0 ? [{ code: 'advice.cost-not-said', count: unpriced } as const] : []),
    ...(discounted > 0 && basis.supposed.discount !== null
      ? [
          {
            code: 'advice.cost-by-discount',
            discount: basis.supposed.discount,
            count: discounted,
          } as const,
        ]
      : []),
    ...(unlikely > 0
      ? [{ code: 'advice.chance-not-said', count: unlikely } as const]
      : [{ code: 'advice.independent' } as const]),
    { code: 'advice.true-orders-only' },
  ];
}
