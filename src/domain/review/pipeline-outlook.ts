import { categoryWeight } from '../policy/category-terms.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { bestPortfolioSet } from '../decision/portfolio-pull-in.ts';
import type { PendingDeal } from '../pipeline/pending-deals.ts';
import { tierChances } from '../forecast/distribution.ts';
import { categoryKey } from '../catalog/category.ts';
import { expectedByLines } from './expected-by-lines.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type AddedDeal, rebateWithDeals } from '../rebate/added-deals.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import type { Window } from '../rebate/window.ts';

/**
 * What the open deals may bring to the whole portfolio, each signed or not, independently of the
 * others.
 */
export interface PipelineOutlook {
  /** Rebate to date: nothing more is signed. */
  readonly committed: Fen;
  /**
   * Every outcome weighed by its chance; null when no deal states one, or when the outcomes cannot
   * be told apart exactly.
   */
  readonly expected: Fen | null;
  readonly everything: Fen;
  /** Deals without a stated chance: left out of every chance. */
  readonly unstated: number;
  readonly chances: readonly {
    readonly component: string;
    readonly period: string;
    readonly chances: readonly Decimal[];
  }[];
  /**
   * The rebate at the end in ascending stretches; their chances add up to 1. Empty when not known
   * exactly.
   */
  readonly distribution: readonly RebateStretch[];
  /** Positions of the set of deals with the largest gain less cost. */
  readonly best: readonly number[];
  readonly bestGain: Fen;
}

/** Rebates from `from` up to and without `to`; a single outcome where both are the same. */
interface RebateStretch {
  readonly from: Fen;
  readonly to: Fen;
  readonly probability: Decimal;
}

/** So many deals are tried in every combination. */
const MOST_TRIED = 12;
const STRETCHES = 8;

export interface PipelineQuestion {
  readonly policy: Policy;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly windows: readonly Window[];
  readonly deals: readonly PendingDeal[];
}

export function pipelineOutlook({
  policy,
  book,
  asOf,
  windows,
  deals,
}: PipelineQuestion): PipelineOutlook {
  const worth = rebateWithDeals(policy, book, asOf);
  const likely = deals.filter((deal) => deal.probability !== null);
  const outcomes =
    likely.length > 0 && likely.length <= MOST_TRIED ? everyOutcome(likely, worth) : null;
  const best = bestPortfolioSet({ policy, book, asOf, deals });
  return {
    committed: worth([]),
    everything: worth(deals),
    unstated: deals.length - likely.length,
    expected: outcomes === null ? expectedByLines(policy, book, asOf, likely) : meanOf(outcomes),
    chances: windows
      .filter((window) => window.open && likely.length > 0)
      .flatMap((window) => chancesOf(window, likely)),
    distribution: outcomes === null ? [] : stretchesOf(outcomes),
    best: best.ok && best.value.net > 0 ? best.value.chosen : [],
    bestGain: best.ok && best.value.net > 0 ? best.value.gain : NO_FEN,
  };
}

interface Outcome {
  readonly rebate: Fen;
  readonly chance: Decimal;
}

/** Every combination of the deals, with its own full rebate and its own chance. */
function everyOutcome(
  deals: readonly PendingDeal[],
  worth: (deals: readonly AddedDeal[]) => Fen,
): readonly Outcome[] {
  const byRebate = new Map<Fen, Decimal>();
  const visit = (position: number, taken: readonly PendingDeal[], chance: Decimal): void => {
    if (chance.isZero()) return;
    const deal = deals[position];
    if (deal === undefined) {
      const rebate = worth(taken);
      byRebate.set(rebate, (byRebate.get(rebate) ?? ZERO).plus(chance));
      return;
    }
    const win = deal.probability as Decimal;
    visit(position + 1, taken, chance.times(ONE.minus(win)));
    visit(position + 1, [...taken, deal], chance.times(win));
  };
  visit(0, [], ONE);
  return [...byRebate]
    .map(([rebate, chance]) => ({ rebate, chance }))
    .sort((a, b) => a.rebate - b.rebate);
}

const meanOf = (outcomes: readonly Outcome[]): Fen =>
  roundFen(
    outcomes.reduce((sum, { rebate, chance }) => sum.plus(chance.times(rebate)), ZERO),
    'half-up',
  );

/**
 * Outcomes side by side as they are, or in stretches of a round width when there are many; a
 * stretch ends where the next begins.
 */
function stretchesOf(outcomes: readonly Outcome[]): readonly RebateStretch[] {
  if (outcomes.length <= STRETCHES)
    return outcomes.map(({ rebate, chance }) => ({
      from: rebate,
      to: rebate,
      probability: chance,
    }));
  const [low, high] = [outcomes[0]?.rebate ?? NO_FEN, outcomes.at(-1)?.rebate ?? NO_FEN];
  const width = roundWidth(Math.ceil((high - low) / (STRETCHES - 1)));
  const first = Math.floor(low / width);
  const chances = Array.from({ length: Math.floor(high / width) - first + 1 }, () => ZERO);
  for (const { rebate, chance } of outcomes) {
    const index = Math.floor(rebate / width) - first;
    chances[index] = (chances[index] ?? ZERO).plus(chance);
  }
  return chances.map((probability, index) => ({
    from: fen((first + index) * width),
    to: fen((first + index + 1) * width),
    probability,
  }));
}

/** 1, 2 or 5 and zeros, at least a yuan and at least this much. */
function roundWidth(least: number): number {
  for (let power = 100; ; power *= 10)
    for (const digit of [1, 2, 5]) if (digit * power >= least) return digit * power;
}

/** Chance of ending in each tier of a window; nothing when it cannot be given exactly. */
function chancesOf(
  { component, period, tierSales }: Window,
  deals: readonly PendingDeal[],
): PipelineOutlook['chances'] {
  const counting = deals
    .map((deal) => tierAmount(component, deal))
    .map((amount, index) => ({ amount, deal: deals[index] as PendingDeal }))
    .filter(({ amount }) => amount !== 0);
  const chances = tierChances(
    component,
    grossOf(component, tierSales),
    counting.map(({ amount }) => amount),
    counting.map(({ deal }) => deal.probability as Decimal),
  );
  return chances.ok
    ? [{ component: component.name, period: period.label, chances: chances.value }]
    : [];
}

const grossOf = (component: Component, amount: Fen): Fen =>
  component.base === 'net'
    ? roundFen(new Decimal(amount).times(component.taxRate.plus(ONE)), 'half-up')
    : amount;

/** Order yuan, at weight 1, that a deal adds to the sales that set the tier. */
const tierAmount = (component: Component, { amount, category }: PendingDeal): Fen =>
  roundFen(categoryWeight(component.counts, categoryKey(category)).times(amount), 'half-up');
