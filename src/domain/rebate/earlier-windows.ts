import { type LocalDate, addDays, addMonths, yearMonthDay } from '../calendar/local-date.ts';
import { type Period, type PeriodLength, periodOf } from '../calendar/period.ts';
import type { Component } from '../policy/policy.ts';
import type { BlockedFact } from './rebate.facts.ts';

/** The whole period a window was cut from: what the past is counted in. */
export const wholePeriod = (component: Component, window: Period): Period =>
  component.accumulate === 'order'
    ? window
    : periodOf(window.from, component.accumulate, component.yearStart);

/** So many windows earlier. */
export function windowBefore(component: Component, whole: Period, back: number): Period {
  let period = whole;
  const length = component.accumulate as PeriodLength;
  for (let step = 0; step < back; step += 1)
    period = periodOf(addDays(period.from, -1), length, component.yearStart);
  return period;
}

/** The same window a year earlier. */
export const lastYears = (component: Component, whole: Period): Period =>
  periodOf(addMonths(whole.from, -12), component.accumulate as PeriodLength, component.yearStart);

/**
 * Whether a ledger that begins on `first` shows a window of the past: a first row inside its first
 * calendar month may be the first sale there was; a later one means that the rest is missing.
 */
export function reachesBack(first: LocalDate | null, needed: Period): boolean {
  if (first === null) return false;
  const [a, b] = [yearMonthDay(first), yearMonthDay(needed.from)];
  return first <= needed.from || (a.year === b.year && a.month === b.month);
}

export const pastMissing = (
  component: Component,
  clause: 'last-year' | 'previous' | 'lag',
  needed: Period,
  first: LocalDate | null,
): BlockedFact => ({
  code: 'rebate.past-missing',
  component: component.name,
  clause,
  needed: needed.label,
  first: first ?? (0 as LocalDate),
});
