import { MOST_OUTCOME_DEALS, OUTCOME_WORK } from '../bounds.ts';
import type { ForecastFact } from '../forecast/forecast.facts.ts';
import { type Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { type AddedDeal, addsUp } from '../rebate/added-deals.ts';
import { type Result, ok } from '../result.ts';
import { expectedByLines } from './expected-by-lines.ts';
import type { PendingDeal } from './pending-deals.ts';
import type { PortfolioAsOf } from './portfolio-lines.ts';

/** Rebates from `from` up to and without `to`; a single outcome where both are the same. */
export interface RebateStretch {
  readonly from: Fen;
  readonly to: Fen;
  readonly probability: Decimal;
}

/** Of the whole portfolio. */
interface RebateOutcomes {
  readonly expected: Result<Fen, ForecastFact>;
  /** Empty where outcomes are too many to be told apart. */
  readonly distribution: readonly RebateStretch[];
}

interface OutcomeQuestion extends PortfolioAsOf {
  readonly worth: (deals: readonly AddedDeal[]) => Fen;
}

const STRETCHES = 8;

/**
 * What independent deals make of the rebate of all components together. Up to 11 deals every
 * outcome is recomputed in full; beyond, the expectation goes by the portfolio's lines.
 */
export function rebateOutcomes(
  question: OutcomeQuestion,
  deals: readonly PendingDeal[],
): RebateOutcomes {
  if (deals.length > MOST_OUTCOME_DEALS || workOf(question, deals.length) > OUTCOME_WORK)
    return { expected: expectedByLines(question, deals), distribution: [] };
  const outcomes = everyOutcome(deals, question.worth);
  const mean = outcomes.reduce((sum, { rebate, chance }) => sum.plus(chance.times(rebate)), ZERO);
  return { expected: ok(roundFen(mean, 'half-up')), distribution: stretchesOf(outcomes) };
}

/** Orders walked when every outcome of so many deals is recomputed. */
const workOf = ({ policy, book }: OutcomeQuestion, deals: number): number =>
  addsUp(policy) ? 0 : 2 ** deals * book.size;

interface Outcome {
  readonly rebate: Fen;
  readonly chance: Decimal;
}

/** Every combination of the deals, with its own full rebate and its own chance; ascending. */
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
    const win = deal.probability ?? ZERO;
    visit(position + 1, taken, chance.times(ONE.minus(win)));
    visit(position + 1, [...taken, deal], chance.times(win));
  };
  visit(0, [], ONE);
  return [...byRebate]
    .map(([rebate, chance]) => ({ rebate, chance }))
    .sort((a, b) => a.rebate - b.rebate);
}

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
