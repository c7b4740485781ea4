import { NO_FEN, fen } from '../money/fen.ts';
import {
  type PortfolioPullIn,
  type PortfolioQuestion,
  bestPortfolioSet,
} from './portfolio-pull-in.ts';

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
): readonly PortfolioPullIn[] {
  const others = best.chosen
    .slice(0, MOST_DROPPED)
    .flatMap((dropped): readonly PortfolioPullIn[] => {
      // A deal of nothing at a price stands in for the dropped one: positions stay as they are, and
      // nobody takes it.
      const deals = question.deals.map((deal, position) =>
        position === dropped
          ? { ...deal, amount: NO_FEN, cost: fen(Math.max(1, deal.cost)) }
          : deal,
      );
      const next = bestPortfolioSet({ ...question, deals });
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
