import { itemAt, float64At, int16At } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import {
  type LocalDate,
  addDays,
  dateOf,
  daysInMonth,
  yearMonthDay,
} from '../calendar/local-date.ts';
import { chanceFrom, chancesByTier } from '../forecast/distribution.ts';
import type { ForecastFact } from '../forecast/forecast.facts.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import { type OrderBook, endOfDay } from '../rebate/order-book.ts';
import {
  type TierWalk,
  tierSalesOf,
  tierWalk,
  unitsPerFen,
  tierOfUnits,
} from '../rebate/tier-walk.ts';
import type { WalkedWindow } from '../rebate/walked-window.ts';
import type { Window } from '../rebate/window.ts';
import type { Result } from '../result.ts';
import type { PendingDeal } from './pending-deals.ts';
import { type TierPicture, tierPicture } from './tier-picture.ts';
import type { Component } from '../policy/policy.ts';

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

/**
 * Where sales lead when they go on as so far. Tier sales as the policy states its thresholds.
 */
interface RunRate {
  /** seasonal: by the same days of the year before; even: by days elapsed. */
  readonly basis: 'seasonal' | 'even';
  readonly soFar: Fen;
  readonly projected: Fen;
  readonly tier: number;
  /** Share of the window that is behind us: of last year's sales, or of the days. */
  readonly share: Decimal;
}

/**
 * The projection of an open window; null when nothing is behind us yet. Seasonal once the ledger
 * has sales in all four quarters before the window: last year's share by the same day is then worth
 * more than the calendar.
 */
function runRate(window: Window, book: OrderBook, asOf: LocalDate): RunRate | null {
  const { component, period } = window;
  const soFar = unitsIn(component, book, period.from, asOf);
  const seasonal = seasonalShare(component, book, period.from, period.to, asOf);
  const share = seasonal ?? new Decimal(asOf - period.from + 1).div(period.to - period.from + 1);
  if (soFar <= 0 || share.lte(0)) return null;
  const walk = tierWalk(component);
  const projected = new Decimal(soFar).div(share);
  return {
    basis: seasonal === null ? 'even' : 'seasonal',
    soFar: tierSalesOf(walk, soFar),
    projected: tierSalesOf(walk, projected),
    tier: tierOfUnits(walk, projected.floor().toNumber()),
    share,
  };
}

function seasonalShare(
  component: Component,
  book: OrderBook,
  from: LocalDate,
  to: LocalDate,
  asOf: LocalDate,
): Decimal | null {
  const start = yearBefore(from);
  const fourQuarters = [0, 1, 2, 3].every(
    (quarter) =>
      unitsIn(
        component,
        book,
        monthsAfter(start, quarter * 3),
        addDays(monthsAfter(start, quarter * 3 + 3), -1),
      ) > 0,
  );
  if (!fourQuarters) return null;
  const whole = unitsIn(component, book, start, yearBefore(to));
  const behind = unitsIn(component, book, start, yearBefore(asOf));
  return whole > 0 && behind > 0 && behind <= whole ? new Decimal(behind).div(whole) : null;
}

/** Sales that set the tier, in tier sales units, between two days inclusive. */
function unitsIn(component: Component, book: OrderBook, from: LocalDate, to: LocalDate): number {
  const walk = tierWalk(component);
  const units = book.categories.map((name) => unitsPerFen(walk, categoryKey(name)));
  let sum = 0;
  const end = endOfDay(book, to);
  for (let position = endOfDay(book, addDays(from, -1)); position < end; position += 1) {
    sum += float64At(book.amount, position) * (units[int16At(book.category, position)] ?? 0);
  }
  return sum;
}

const yearBefore = (date: LocalDate): LocalDate => monthsAfter(date, -12);

/** The same day so many months on; the last of the month where there is none. */
function monthsAfter(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = yearMonthDay(date);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return dateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}
