import { type LocalDate, dateOf } from '../calendar/local-date.ts';
import { type Period, type PeriodLength, nextPeriod, periodOf } from '../calendar/period.ts';
import type { Component } from '../policy/policy.ts';

/** A stretch of a window that one pay period pays. */
export interface PlannedSlice {
  /** The whole pay period: what the payout is called. */
  readonly pay: Period;
  /** Last day that counts: end of the pay period, of the window, or the as-of day. */
  readonly end: LocalDate;
}

export interface PlannedWindow {
  /** Cut to the component's From–To. */
  readonly period: Period;
  /** With Carry, sales from here on set the tier; else the window's own first day. */
  readonly countsFrom: LocalDate;
  readonly open: boolean;
  readonly slices: readonly PlannedSlice[];
}

/** 'once': one window without an end, for an order that is a window of its own. */
export type WindowLength = PeriodLength | 'once';

/**
 * The accumulation windows of a component from the first order to the as-of day, each with its pay
 * slices.
 */
export function planWindows(
  component: Component,
  accumulate: WindowLength,
  firstOrder: LocalDate,
  asOf: LocalDate,
): readonly PlannedWindow[] {
  const from = later(firstOrder, component.from);
  const until = earlier(asOf, component.to);
  const windows: PlannedWindow[] = [];
  if (from > until) return windows;
  if (accumulate === 'once')
    return [planWindow(component, { label: '', from, to: END_OF_TIME }, from, asOf)];
  let period = periodOf(from, accumulate, component.yearStart);
  while (period.from <= until) {
    windows.push(planWindow(component, period, from, asOf));
    period = nextPeriod(period, accumulate, component.yearStart);
  }
  return windows;
}

const END_OF_TIME = dateOf(2199, 12, 31);

function planWindow(
  component: Component,
  whole: Period,
  firstDay: LocalDate,
  asOf: LocalDate,
): PlannedWindow {
  const period = {
    label: whole.label,
    from: later(whole.from, component.from),
    to: earlier(whole.to, component.to),
  };
  return {
    period,
    countsFrom: component.carry ? whole.from : period.from,
    open: asOf < period.to,
    slices: planSlices(component, later(period.from, firstDay), earlier(period.to, asOf)),
  };
}

function planSlices(
  component: Component,
  from: LocalDate,
  end: LocalDate,
): readonly PlannedSlice[] {
  const slices: PlannedSlice[] = [];
  let pay = periodOf(from, component.pay, component.yearStart);
  while (pay.from <= end) {
    slices.push({ pay, end: earlier(pay.to, end) });
    pay = nextPeriod(pay, component.pay, component.yearStart);
  }
  return slices;
}

const later = (a: LocalDate, b: LocalDate | null): LocalDate => (b !== null && b > a ? b : a);
const earlier = (a: LocalDate, b: LocalDate | null): LocalDate => (b !== null && b < a ? b : a);
