import { float64At, int16At } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import {
  type LocalDate,
  addDays,
  dateOf,
  daysInMonth,
  yearMonthDay,
} from '../calendar/local-date.ts';
import { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import { type OrderBook, endOfDay } from '../rebate/order-book.ts';
import { tierOfUnits, tierSalesOf, tierWalk, unitsPerFen } from '../rebate/tier-walk.ts';
import type { Window } from '../rebate/window.ts';

/**
 * Where sales lead when they go on as so far. Tier sales as the policy states its thresholds.
 */
export interface RunRate {
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
export function runRate(window: Window, book: OrderBook, asOf: LocalDate): RunRate | null {
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
