import { int32At, itemAt } from '../columns.ts';
import { type LocalDate, addDays, dayAt } from '../calendar/local-date.ts';
import { type Period, type PeriodLength, periodOf } from '../calendar/period.ts';
import { type Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Facts } from '../policy/facts.ts';
import type { Component } from '../policy/policy.ts';
import { baseline } from './baseline.ts';
import type { ClauseWindow, WindowClause } from './clause.ts';
import { isStraight } from './straight-components.ts';
import { standings } from './component-earnings.ts';
import {
  type ComponentOrders,
  type ComponentView,
  type MemberOrders,
  componentView,
} from './component-orders.ts';
import { type GateReading, gateOf } from './gate.ts';
import { measuredTiers } from './measured-tiers.ts';
import { type OrderBook, endOfDay } from './order-book.ts';
import type { BlockedFact, GateFact } from './rebate.facts.ts';
import type { MeasuredTiers } from './standing.ts';
import { type PlannedSlice, type PlannedWindow, planWindows } from './window-plan.ts';
import { type RunSlice, type WindowRun, runComponent, runSlice, stretchOf } from './window-run.ts';

/** One window of one member of 累计对象, or of the partner (name null). */
export interface MemberRun {
  readonly name: string | null;
  /** The name folded; '' for the partner. */
  readonly key: string;
  /** As known at the end. Its component has the window's own baseline. */
  readonly run: WindowRun;
  readonly orders: ComponentOrders;
  /**
   * By slice: the slices up to it as they were known then. The same ones as the run's unless a
   * refund restated what was paid.
   */
  readonly knownAt: (slice: number) => readonly RunSlice[];
}

/**
 * One window of a component over all its members, before anything is compared across components.
 */
export interface ComponentWindow {
  /** As in the policy. */
  readonly component: Component;
  /** Cut to From–To. */
  readonly period: Period;
  readonly open: boolean;
  readonly countsFrom: LocalDate;
  readonly slices: readonly Pick<PlannedSlice, 'pay' | 'end'>[];
  /** Gate by slice. */
  readonly gates: readonly GateReading[];
  readonly members: readonly MemberRun[];
  /** What cannot be known; then there are no members. */
  readonly blocked: BlockedFact | null;
}

/** What a component may have beside its tiers: a new mechanism is a file and its name here. */
export const WINDOW_CLAUSES: readonly WindowClause[] = [baseline, measuredTiers];

export interface ComponentWindows {
  readonly view: ComponentView | null;
  readonly windows: readonly ComponentWindow[];
}

/**
 * Every window of a component, walked. What each clause is lives in its own file: the view
 * (conditions, members, refunds), the clauses of a window, the gate, the scheme; here they meet.
 *
 * @param kin - whose refunds bear on it (`kinOf`)
 * @param restating - components of its groups whose refunds change what it is paid later on
 */
export function componentWindows(
  component: Component,
  kin: readonly Component[],
  book: OrderBook,
  facts: Facts,
  asOf: LocalDate,
  restating: readonly Component[] = [],
  clauses: readonly WindowClause[] = WINDOW_CLAUSES,
): ComponentWindows {
  if (component.accumulate === 'order') return { view: null, windows: [] };
  const alone = kin.length === 0 && restating.length === 0;
  const isPlain = !clauses.some(({ isIn }) => isIn(component));
  if (isStraight(component) && component.gate === null && alone && isPlain)
    return { view: null, windows: straightWindows(component, book, facts, asOf) };
  const view = componentView(component, kin, book);
  if (book.size === 0 || int32At(book.day, 0) > asOf) return { view, windows: [] };
  const plans = planWindows(component, component.accumulate, dayAt(book.day, 0), asOf);
  const restated = [
    ...view.restated,
    ...restating.flatMap((other) => paidAgain(other, book, asOf)),
  ];
  const walker = { component, view, restated, facts, asOf, clauses };
  return { view, windows: plans.map((plan) => walkWindow(walker, plan)) };
}

/** Restated refunds of another component, known from the day it has settled them. */
const paidAgain = (other: Component, book: OrderBook, asOf: LocalDate): ComponentView['restated'] =>
  componentView(other, [], book).restated.flatMap(({ countsOn, known }) => {
    const { to } = periodOf(known, other.pay, other.yearStart);
    return known > asOf ? [] : [{ countsOn, known: to < asOf ? to : asOf }];
  });

function straightWindows(
  component: Component,
  book: OrderBook,
  facts: Facts,
  asOf: LocalDate,
): readonly ComponentWindow[] {
  const { everybody } = componentView(component, [], book);
  const orders = everybody.knownBy(asOf);
  return runComponent(component, component.accumulate as PeriodLength, book, facts, asOf).map(
    (run) => ({
      component,
      period: run.period,
      open: run.open,
      countsFrom: run.period.from,
      slices: run.slices,
      gates: [],
      members: [{ name: null, key: '', run, orders, knownAt: () => run.slices }],
      blocked: null,
    }),
  );
}

interface Walker {
  readonly component: Component;
  readonly view: ComponentView;
  /** Its own restated refunds, and those of its groups. */
  readonly restated: ComponentView['restated'];
  readonly facts: Facts;
  readonly asOf: LocalDate;
  readonly clauses: readonly WindowClause[];
}

function walkWindow(walker: Walker, plan: PlannedWindow): ComponentWindow {
  const { component, view, facts } = walker;
  const { period, open, countsFrom } = plan;
  const slices = [...plan.slices, ...laterSlices(walker, plan)];
  const gates = slices.map(({ end }) =>
    gateOf(component, period, view.everybody.knownBy(end), countsFrom, lastDay(period, end), facts),
  );
  const common = { component, period, open, countsFrom, slices, gates };
  const members: MemberRun[] = [];
  for (const member of view.members) {
    if (component.per !== null && !appears(member, plan, slices)) continue;
    const run = walkMember(walker, member, { ...plan, slices }, gates);
    if ('code' in run) return { ...common, members: [], blocked: run };
    members.push(run);
  }
  return { ...common, members, blocked: null };
}

const lastDay = (period: Period, end: LocalDate): LocalDate => (end < period.to ? end : period.to);

/** Pay periods after the window in which a refund became known that counts in it, or before it. */
export function laterSlices(
  { component, restated, asOf }: Pick<Walker, 'component' | 'restated' | 'asOf'>,
  { period }: PlannedWindow,
): readonly Pick<PlannedSlice, 'pay' | 'end'>[] {
  const pays = new Map<number, Period>();
  for (const { countsOn, known } of restated) {
    if (known <= period.to || known > asOf || countsOn > period.to) continue;
    const pay = periodOf(known, component.pay, component.yearStart);
    // The window's own last pay period is paid on what is known at its end.
    pays.set(pay.from, pay);
  }
  return [...pays.values()]
    .sort((a, b) => a.from - b.from)
    .map((pay) => ({ pay, end: pay.to < asOf ? pay.to : asOf }));
}

/** A member has a window once one of its orders lies in it. */
function appears(
  member: MemberOrders,
  plan: PlannedWindow,
  slices: readonly Pick<PlannedSlice, 'end'>[],
): boolean {
  const { book } = member.knownBy((slices.at(-1)?.end ?? plan.period.to) as LocalDate);
  const last = lastDay(plan.period, (slices.at(-1)?.end ?? plan.period.to) as LocalDate);
  return endOfDay(book, addDays(plan.countsFrom, -1)) < endOfDay(book, last);
}

type SlicedPlan = Omit<ClauseWindow, 'component' | 'orders' | 'facts'>;

function walkMember(
  walker: Walker,
  member: MemberOrders,
  plan: SlicedPlan,
  gates: readonly GateReading[],
): MemberRun | BlockedFact {
  const { view, asOf } = walker;
  const known = new Map<number, readonly RunSlice[]>();
  const last = plan.slices.length - 1;
  const final = walkKnown(walker, member, plan, gates, plan.slices[last]?.end ?? asOf);
  if ('code' in final) return final;
  const restates = view.restated.length > 0;
  const knownAt = (slice: number): readonly RunSlice[] => {
    if (!restates || slice >= last) return final.slices;
    const before = known.get(slice);
    if (before !== undefined) return before;
    const then = walkKnown(walker, member, plan, gates, itemAt(plan.slices, slice).end);
    const slices = 'code' in then ? [] : then.slices;
    known.set(slice, slices);
    return slices;
  };
  const run: WindowRun = {
    component: final.component,
    period: plan.period,
    open: plan.open,
    gate: gates.at(-1)?.state ?? 'none',
    stretch: final.stretch,
    slices: final.slices,
  };
  return { name: member.name, key: member.key, run, orders: final.orders, knownAt };
}

interface KnownWalk {
  readonly component: Component;
  readonly orders: ComponentOrders;
  readonly stretch: WindowRun['stretch'];
  readonly slices: readonly RunSlice[];
}

/** The window as it was known on a day: every slice of it, those after that day standing still. */
function walkKnown(
  { component, facts, clauses }: Walker,
  member: MemberOrders,
  plan: SlicedPlan,
  gates: readonly GateReading[],
  day: LocalDate,
): KnownWalk | BlockedFact {
  const met = clausesMet({ ...plan, component, orders: member.knownBy(day), facts }, clauses);
  if ('code' in met) return met;
  const { window, tiers } = met;
  const stretch = stretchOf(window.orders.book, plan);
  const reached = standings(
    window.component,
    window.orders.book,
    window.orders.roles,
    stretch,
    tiers,
  );
  const slices = reached.map((standing, index) => {
    const slice = itemAt(plan.slices, index);
    return runSlice(window.component, gates[index]?.state ?? 'none', standing, slice);
  });
  return { component: window.component, orders: window.orders, stretch, slices };
}

/** Stage by stage, each clause on what the ones before have left; one that is blocked ends it. */
function clausesMet(
  start: ClauseWindow,
  clauses: readonly WindowClause[],
): { readonly window: ClauseWindow; readonly tiers: MeasuredTiers | null } | BlockedFact {
  const own = clauses.filter(({ isIn }) => isIn(start.component));
  let window = start;
  for (const { orders } of own) if (orders) window = { ...window, orders: orders(window) };
  for (const { terms } of own) {
    const component = terms?.(window) ?? window.component;
    if ('code' in component) return component;
    window = { ...window, component };
  }
  let tiers: MeasuredTiers | null = null;
  for (const clause of own) {
    const measured: MeasuredTiers | BlockedFact | null = clause.tiers?.(window) ?? tiers;
    if (measured !== null && 'code' in measured) return measured;
    tiers = measured;
  }
  return { window, tiers };
}

/** What a member's window is entitled to at a slice, exact; nothing where the gate is shut. */
const entitledAt = (member: MemberRun, slice: number, knownAt = slice): Decimal =>
  member.knownAt(knownAt)[slice]?.entitled ?? ZERO;

/** Entitlement of a window by a slice, exact, over all members: what stacking compares. */
export const windowEntitled = (window: ComponentWindow, slice: number): Decimal =>
  window.members.reduce((sum, member) => sum.plus(entitledAt(member, slice)), ZERO);

/** The same in fen: rounding on the total is on each member's total. */
export const windowDue = (window: ComponentWindow, slice: number): Fen =>
  window.members.length === 0
    ? NO_FEN
    : fen(
        window.members.reduce(
          (sum, member) =>
            sum + roundFen(entitledAt(member, slice), window.component.rounding.mode),
          0,
        ),
      );

/** Why the gate of a window keeps it from paying, as things stand; null: it does not. */
export const gateFactOf = (window: ComponentWindow): GateFact | null =>
  window.gates.at(-1)?.fact ?? null;
