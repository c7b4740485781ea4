import { type LocalDate, addDays } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import { type Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, addFen, fen, subtractFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component, Facts } from '../policy/policy.ts';
import { type Standing, type Stretch, categoryRoles, standings } from './component-earnings.ts';
import { type Adjustment, type GateState, adjustments, bonusAt, gateState } from './entitlement.ts';
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
  if (book.size === 0 || (book.day[0] as number) > asOf) return [];
  const roles = categoryRoles(component, book.categories);
  const gate = gateState(component.gate, facts);
  return planWindows(component, accumulate, book.day[0] as LocalDate, asOf).map((window) => {
    const stretch = stretchOf(book, window);
    const reached = standings(component, book, roles, stretch);
    const slices = reached.map((standing, index) =>
      runSlice(component, gate, standing, window.slices[index] as PlannedSlice),
    );
    return { component, period: window.period, open: window.open, gate, stretch, slices };
  });
}

function stretchOf(book: OrderBook, window: PlannedWindow): Stretch {
  return {
    countFrom: endOfDay(book, addDays(window.countsFrom, -1)),
    earnFrom: endOfDay(book, addDays(window.period.from, -1)),
    ends: window.slices.map((slice) => endOfDay(book, slice.end)),
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
  return { ...standing, pay: slice.pay, end: slice.end, steps, entitled };
}

/**
 * Whether a component of a stacking group is the one that pays: the largest, and of equals the
 * first by id, never by row order.
 */
export function wins(
  run: WindowRun,
  slice: number,
  rivals: readonly (readonly WindowRun[])[],
): boolean {
  const own = run.slices[slice] as RunSlice;
  return rivals.every((rival) => {
    const same = rival.find(
      (other) => other.period.from === run.period.from && other.period.to === run.period.to,
    );
    const theirs = same?.slices.find((other) => other.end === own.end);
    if (same === undefined || theirs === undefined || !payable(same)) return true;
    return (
      own.entitled.gt(theirs.entitled) ||
      (own.entitled.eq(theirs.entitled) && run.component.id < same.component.id)
    );
  });
}

/** A gate that is unmet, or that nobody can show to be met, pays nothing. */
export const payable = (run: WindowRun): boolean => run.gate === 'none' || run.gate === 'met';

/** What one slice of a window pays: what its own orders earn, and the addition for earlier ones. */
export interface SlicePayout {
  readonly pay: Period;
  readonly rebate: Fen;
  readonly trueUp: Fen;
}

/**
 * Payouts of a window, slice by slice.
 *
 * @param winning - whether the component is the one of its stacking group that pays at the end of
 *   slice i
 */
export function payoutsOf(
  run: WindowRun,
  winning: (slice: number) => boolean,
): readonly SlicePayout[] {
  const { component, slices } = run;
  const { mode } = component.rounding;
  const pays = (slice: number): boolean => payable(run) && winning(slice);
  if (component.scheme !== 'marginal' && !component.trueUp) return untruedPayouts(run, pays);
  let paid = NO_FEN;
  return slices.map((slice, index) => {
    const due = pays(index) ? roundFen(slice.entitled, mode) : NO_FEN;
    const payout = due - paid;
    paid = due;
    if (component.scheme === 'marginal')
      return { pay: slice.pay, rebate: fen(payout), trueUp: NO_FEN };
    const rebate = pays(index)
      ? roundFen(slice.sliceEarned.plus(newBonus(component, slices, index)), mode)
      : NO_FEN;
    return { pay: slice.pay, rebate, trueUp: fen(payout - rebate) };
  });
}

/**
 * Without true-up each slice stands alone at the tier it ends in, rounded by itself; floor and cap
 * hold the running sum.
 */
function untruedPayouts(run: WindowRun, pays: (slice: number) => boolean): readonly SlicePayout[] {
  const { component, slices, gate } = run;
  let running = ZERO;
  let paid = NO_FEN;
  return slices.map((slice, index) => {
    if (pays(index))
      running = running.plus(
        roundFen(
          slice.sliceEarned.plus(newBonus(component, slices, index)),
          component.rounding.mode,
        ),
      );
    const held = adjustments(component, running, slice.tier, ZERO, gate).reduce(
      (sum, step) => sum.plus(step.change),
      running,
    );
    const payout = subtractFen(roundFen(held, component.rounding.mode), paid);
    paid = addFen(paid, payout);
    return { pay: slice.pay, rebate: payout, trueUp: NO_FEN };
  });
}

/** The bonus of a tier, in the slice in which the window first ends in it. */
function newBonus(component: Component, slices: readonly RunSlice[], index: number): Decimal {
  const tier = (slices[index] as RunSlice).tier;
  const first = slices.findIndex((slice) => slice.tier >= tier);
  return first === index ? bonusAt(component, tier) : ZERO;
}
