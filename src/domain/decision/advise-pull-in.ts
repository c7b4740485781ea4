import { itemAt } from '../columns.ts';
import { Decimal, ONE } from '../money/decimal.ts';
import { type Fen, NO_FEN, addFen, sumFen, subtractFen } from '../money/fen.ts';
import { UNLIKELY, isUnlikely } from './action-list.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import {
  type AdviceBasis,
  commonAssumptions,
  differenceFact,
  firstSaid,
  namedOrder,
  openWindows,
  named,
  raisedBy,
} from './advice-basis.ts';
import { type LaterPeriods, laterPeriods } from './later-periods.ts';
import type { PendingDeal } from '../pipeline/pending-deals.ts';
import {
  type PortfolioPullIn,
  bestPortfolioSet,
  type PortfolioQuestion,
  worthOfSets,
} from './portfolio-pull-in.ts';
import { questionOf, setsOver, runnersUp } from './reaching-sets.ts';
import type { Window } from '../rebate/window.ts';

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
  const worth = worthOfSets(question);
  const best = bestPortfolioSet(question, worth);
  const advice =
    best.ok && best.value.net > 0
      ? [largestNet(basis, deals, best.value, later, runnersUp(question, best.value, worth))]
      : [];
  return [...advice, ...cheapestSets(basis, deals, windows, later, question)];
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
  { chosen, loss, probability }: Figures,
  later: LaterPeriods,
): readonly AdviceFact[] {
  return [
    ...(isUnlikely({ probability }) ? [UNLIKELY] : []),
    differenceFact(set.before, set.after),
    ...firstSaid(chosen, MOST_NAMED, ({ ledgerIndex, cost, probability }) => ({
      code: 'advice.deal',
      order: namedOrder(ledger, ledgerIndex),
      cost,
      probability,
    })),
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
/** Of the sets that come next. */
const MOST_NAMED_ELSEWHERE = 3;

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

/** What every set of deals to pull in says alike. */
const pullingIn = (
  basis: AdviceBasis,
  { gain }: PortfolioPullIn,
  { chosen, cost, probability }: Figures,
): Omit<Advice, 'title' | 'explanation'> => ({
  kind: 'pull-in',
  yuan: gain,
  cost,
  probability,
  raises: raisedBy(basis, chosen),
  orders: chosen.map(({ ledgerIndex }) => ledgerIndex),
  assumptions: pullInAssumptions(basis, chosen),
});

function largestNet(
  basis: AdviceBasis,
  deals: readonly PendingDeal[],
  set: PortfolioPullIn,
  later: LaterPeriods,
  others: readonly PortfolioPullIn[],
): Advice {
  const figures = figuresOf(deals, set, later);
  return {
    ...pullingIn(basis, set, figures),
    title: {
      code: 'advice.pull-in',
      count: figures.chosen.length,
      sum: set.sum,
      gain: set.gain,
      net: subtractFen(set.gain, figures.cost),
    },
    explanation: [
      ...reasons(basis, set, figures, later),
      ...others.map((other): AdviceFact => ({
        code: 'advice.runner-up',
        orders: other.chosen
          .slice(0, MOST_NAMED_ELSEWHERE)
          .map((position) => namedOrder(basis.ledger, itemAt(deals, position).ledgerIndex)),
        more: Math.max(0, other.chosen.length - MOST_NAMED_ELSEWHERE),
        gain: other.gain,
        cost: other.cost,
        net: other.net,
      })),
    ],
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
      ...pullingIn(basis, set, figures),
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
    };
  });
}
