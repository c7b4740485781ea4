import { itemAt } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { chanceFrom, chancesByTier } from '../forecast/distribution.ts';
import type { ForecastFact } from '../forecast/forecast.facts.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { type TierWalk, tierSalesOf, tierWalk, unitsPerFen } from '../rebate/tier-walk.ts';
import type { WalkedWindow } from '../rebate/walked-window.ts';
import type { Window } from '../rebate/window.ts';
import type { Result } from '../result.ts';
import type { PendingDeal } from './pending-deals.ts';
import { type RunRate, runRate } from './run-rate.ts';
import { type TierPicture, tierPicture } from './tier-picture.ts';

/**
 * Where an open window is heading: the one figure that card, review, JSON and pictures show.
 * Amounts of tier sales are in the measure of the policy's thresholds, as `Window.tierSales` is.
 */
export interface WindowForecast {
  readonly window: Window;
  /** What all pending deals would add to the sales that set the tier. */
  readonly pipeline: Fen;
  /**
   * Most likely tier once the deals are decided; the present one without any; null when the chances
   * cannot be exact.
   */
  readonly anticipatedTier: number | null;
  readonly anticipatedRate: Decimal | null;
  /** By tier, from below the first; too-large when they cannot be exact. */
  readonly chances: Result<readonly Decimal[], ForecastFact>;
  /** Chance of a tier above the present one; null without deals, in the top tier, or inexact. */
  readonly chanceOfNext: Decimal | null;
  readonly expectedTierSales: Fen;
  /** Share of the gap that could be given away and still break even: gain ÷ gap, 1 at the most. */
  readonly breakEvenDiscount: Decimal | null;
  readonly runRate: RunRate | null;
  readonly picture: TierPicture;
}

/**
 * @param deals All pending deals.
 * @param likely Those of them whose chance is known.
 */
export function windowForecast(
  window: Window,
  { units }: WalkedWindow,
  { book, asOf }: { readonly book: OrderBook; readonly asOf: LocalDate },
  deals: readonly PendingDeal[],
  likely: readonly PendingDeal[],
): WindowForecast {
  const walk = tierWalk(window.component);
  const steps = likely.map((deal) => unitsOf(walk, deal));
  const odds = likely.map((deal) => deal.probability as Decimal);
  const chances = chancesByTier(walk, units, steps, odds);
  const anticipatedTier = chances.ok ? likeliest(chances.value) : null;
  const expected = steps.reduce(
    (sum, step, index) => sum.plus(itemAt(odds, index).times(step)),
    new Decimal(units),
  );
  return {
    window,
    pipeline: tierSalesOf(
      walk,
      deals.reduce((sum, deal) => sum + unitsOf(walk, deal), 0),
    ),
    anticipatedTier,
    anticipatedRate:
      anticipatedTier === null ? null : (window.component.tiers[anticipatedTier - 1]?.rate ?? ZERO),
    chances,
    chanceOfNext:
      chances.ok && likely.length > 0 && window.nextThreshold !== null
        ? chanceFrom(chances.value, window.tier + 1)
        : null,
    expectedTierSales: tierSalesOf(walk, expected),
    breakEvenDiscount: breakEvenDiscount(window),
    runRate: runRate(window, book, asOf),
    picture: tierPicture(walk, units, steps, odds),
  };
}

const unitsOf = (walk: TierWalk, { amount, category }: PendingDeal): number =>
  amount * unitsPerFen(walk, categoryKey(category));

/** Of equally likely tiers the highest. */
const likeliest = (chances: readonly Decimal[]): number =>
  chances.reduce((best, chance, tier) => (chance.gte(itemAt(chances, best)) ? tier : best), 0);

function breakEvenDiscount({ gap, gain }: Window): Decimal | null {
  if (gap === null || gain === null || gap <= 0 || gain <= 0) return null;
  return Decimal.min(new Decimal(gain).div(gap), ONE);
}
