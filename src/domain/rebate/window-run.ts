import { int32At, itemAt } from '../columns.ts';
import { type LocalDate, addDays, dayAt } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Facts } from '../policy/facts.ts';
import type { Component } from '../policy/policy.ts';
import { type Standing, type Stretch, categoryRoles, standings } from './component-earnings.ts';
import { type Adjustment, adjustments, bonusAt } from './entitlement.ts';
import { type GateState, gateOf, gateState } from './gate.ts';
import { type OrderBook, endOfDay } from './order-book.ts';
import {
  type PlannedSlice,
  type PlannedWindow,
  type WindowLength,
  planWindows,
} from './window-plan.ts';

/** A window at the end of one of its pay slices, before stacking. */
export interface RunSlice extends Standing {
  readonly pay: Period;
  readonly end: LocalDate;
  readonly steps: readonly Adjustment[];
  readonly gate: GateState;
  /** Entitlement to date, exact, before stacking and rounding. */
  readonly entitled: Decimal;
}

/** One window of one component, walked once. */
export interface WindowRun {
  readonly component: Component;
  readonly period: Period;
  readonly open: boolean;
  readonly gate: GateState;
  readonly stretch: Stretch;
  readonly slices: readonly RunSlice[];
}

/** The last walks of a book, so that figures, gains and edges of one analysis share them. */
const walked = new WeakMap<
  OrderBook,
  Map<
    Component,
    {
      readonly accumulate: WindowLength;
      readonly facts: Facts;
      readonly asOf: LocalDate;
      readonly runs: readonly WindowRun[];
    }
  >
>();

/** Walks every window of a component whose period is a stretch of days. */
export function runComponent(
  component: Component,
  accumulate: WindowLength,
  book: OrderBook,
  facts: Facts,
  asOf: LocalDate,
): readonly WindowRun[] {
  const known: NonNullable<ReturnType<typeof walked.get>> = walked.get(book) ?? new Map();
  const last = known.get(component);
  if (
    last !== undefined &&
    last.accumulate === accumulate &&
    last.facts === facts &&
    last.asOf === asOf
  )
    return last.runs;
  const runs = walkWindows(component, accumulate, book, facts, asOf);
  walked.set(book, known.set(component, { accumulate, facts, asOf, runs }));
  return runs;
}

function walkWindows(
  component: Component,
  accumulate: WindowLength,
  book: OrderBook,
  facts: Facts,
  asOf: LocalDate,
): readonly WindowRun[] {
  if (book.size === 0 || int32At(book.day, 0) > asOf) return [];
  const roles = categoryRoles(component, book.categories);
  const orders = { book, roles, origin: null };
  return planWindows(component, accumulate, dayAt(book.day, 0), asOf).map((window) => {
    const stretch = stretchOf(book, window);
    const gate =
      accumulate === 'once'
        ? gateState(component.gate, facts)
        : gateOf(component, window.period, orders, window.countsFrom, asOf, facts).state;
    const reached = standings(component, book, roles, stretch);
    const slices = reached.map((standing, index) =>
      runSlice(component, gate, standing, itemAt(window.slices, index)),
    );
    return { component, period: window.period, open: window.open, gate, stretch, slices };
  });
}

/** Positions of a window; a slice after its end stands at the end. */
export function stretchOf(
  book: OrderBook,
  window: Pick<PlannedWindow, 'countsFrom' | 'period'> & {
    readonly slices: readonly Pick<PlannedSlice, 'end'>[];
  },
): Stretch {
  return {
    countFrom: endOfDay(book, addDays(window.countsFrom, -1)),
    earnFrom: endOfDay(book, addDays(window.period.from, -1)),
    ends: window.slices.map(({ end }) =>
      endOfDay(book, end < window.period.to ? end : window.period.to),
    ),
  };
}

export function runSlice(
  component: Component,
  gate: GateState,
  standing: Standing,
  slice: Pick<PlannedSlice, 'pay' | 'end'>,
): RunSlice {
  const steps = adjustments(
    component,
    standing.earned,
    standing.tier,
    bonusAt(component, standing.tier),
    gate,
  );
  const entitled = steps.reduce((sum, step) => sum.plus(step.change), standing.earned);
  return { ...standing, pay: slice.pay, end: slice.end, steps, gate, entitled };
}
