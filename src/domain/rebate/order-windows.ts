import { numberAt, itemAt } from '../columns.ts';
import { type LocalDate, dayAt } from '../calendar/local-date.ts';
import { type Period, periodOf } from '../calendar/period.ts';
import { type Fen, NO_FEN, addFen } from '../money/fen.ts';
import type { Facts } from '../policy/facts.ts';
import type { Component } from '../policy/policy.ts';
import { standings } from './component-earnings.ts';
import { type ClawBack, clawBacksOf } from './claw-back.ts';
import {
  type ComponentOrders,
  type ComponentView,
  type TakenBack,
  componentView,
} from './component-orders.ts';
import {
  type ComponentWindow,
  type MemberRun,
  laterSlices,
  windowDue,
} from './component-windows.ts';
import { gateOf } from './gate.ts';
import { type OrderBook, endOfDay } from './order-book.ts';
import { type OrderShare, sharesOfWindow } from './order-shares.ts';
import { type OrderPart, orderParts } from './order-parts.ts';
import { type SlicePayout, isOpenGate, payoutsOf } from './payouts.ts';
import { wins } from './stacking.ts';
import { planWindows } from './window-plan.ts';
import { type RunSlice, type WindowRun, runSlice, stretchOf } from './window-run.ts';
import {
  type OrderPartOfBook,
  part,
  restatedIn,
  knownBy,
  placesIn,
  ordersOf,
} from './single-orders.ts';

/**
 * 累计周期 = 单: every order is a window of its own, together with the refunds that take it back.
 * There can be as many windows as orders, so they are reported by pay period: sales and rebate add
 * up, and the tier is the highest one reached.
 */
export interface OrderWindows {
  readonly period: Period;
  readonly open: boolean;
  readonly sales: Fen;
  readonly tier: number;
  readonly rebate: Fen;
  readonly payouts: readonly SlicePayout[];
  readonly orders: readonly PaidOrder[];
  /** Of its orders, after 失效. */
  readonly clawBacks: readonly ClawBack[];
}

/** One order's own window with what it paid. */
interface PaidOrder {
  readonly window: ComponentWindow;
  readonly payouts: readonly SlicePayout[];
  /** Its gate is open, and it is the one of its stacking group that pays. */
  readonly pays: boolean;
}

/** What each of the orders gets of the payouts. */
export const orderWindowShares = ({ orders }: OrderWindows): readonly OrderShare[] =>
  orders.flatMap((order) => sharesOfWindow(order));

/** What the orders earn one by one, exact, where their window pays. */
export const orderWindowEarnings = (
  { orders }: OrderWindows,
  wanted: (position: number) => boolean,
): readonly OrderPart[] =>
  orders.flatMap(({ window, pays }) => (pays ? earningsOf(window, wanted) : []));

export function runOrderWindows(
  component: Component,
  rivals: readonly Component[],
  kin: readonly Component[],
  book: OrderBook,
  facts: Facts,
  asOf: LocalDate,
): readonly OrderWindows[] {
  const byPeriod = new Map<number, Adding>();
  const view = componentView(component, kin, book);
  const own = view.everybody.knownBy(asOf);
  const theirs = rivals.map((rival) => {
    const orders = componentView(rival, [], book).everybody.knownBy(asOf);
    return { rival: { ...rival, pay: component.pay }, orders, at: placesIn(orders) };
  });
  const walker = { book, facts, asOf };
  for (const positions of ordersOf(own.book, endOfDay(own.book, asOf))) {
    const day = dayAt(own.book.day, numberAt(positions, 0));
    const period = periodOf(day, component.pay, component.yearStart);
    const order = part(own, positions);
    const windows = orderWindows(walker, component, order, period);
    const competing = theirs.map(({ rival, orders, at }) =>
      orderWindows(walker, rival, part(orders, [...order.origin].flatMap(at)), period),
    );
    for (const window of windows) {
      const known = byPeriod.get(period.from) ?? nothingYet(period, asOf);
      byPeriod.set(period.from, known);
      add(known, window, (slice) => wins(window, slice, competing));
    }
  }
  return withClawBacks([...byPeriod.values()], view, book, asOf).sort(
    (a, b) => a.period.from - b.period.from,
  );
}

/** What is taken back of the orders after 失效, each beside the order's own window. */
function withClawBacks(
  periods: readonly Adding[],
  view: ComponentView,
  book: OrderBook,
  asOf: LocalDate,
): OrderWindows[] {
  const windowOfRow = new Map<number, ComponentWindow>();
  const paying = new Set<ComponentWindow>();
  if (view.takenBack.length > 0)
    for (const { window, pays } of periods.flatMap(({ orders }) => orders)) {
      if (pays) paying.add(window);
      for (const { orders } of window.members)
        for (const row of orders.book.ledgerIndex) windowOfRow.set(row, window);
    }
  const windowAt = ({ original }: TakenBack): ComponentWindow | undefined =>
    windowOfRow.get(original);
  const clawBacks = clawBacksOf(view, windowAt, book, asOf, (window) => paying.has(window));
  return periods.map((period) => ({
    ...period,
    clawBacks: clawBacks.filter((back) =>
      period.orders.some(({ window }) => window === back.window),
    ),
  }));
}

/** The one window of one order. */
function orderWindows(
  {
    book: whole,
    facts,
    asOf,
  }: { readonly book: OrderBook; readonly facts: Facts; readonly asOf: LocalDate },
  component: Component,
  orders: OrderPartOfBook,
  pay: Period,
): readonly ComponentWindow[] {
  const { book } = orders;
  if (book.size === 0) return [];
  const restated = restatedIn(orders, whole);
  return planWindows(component, 'once', dayAt(book.day, 0), asOf).map((plan) => {
    const { period, open, countsFrom } = plan;
    const planned = [...plan.slices, ...laterSlices({ component, restated, asOf }, plan)];
    const gates = planned.map(({ end }) => gateOf(component, pay, orders, period.from, end, facts));
    const walk = (known: ComponentOrders, stretch: WindowRun['stretch']): readonly RunSlice[] =>
      standings(component, known.book, known.roles, stretch).map((standing, index) =>
        runSlice(component, gates[index]?.state ?? 'none', standing, itemAt(planned, index)),
      );
    const stretchIn = ({ book }: ComponentOrders): WindowRun['stretch'] =>
      stretchOf(book, { ...plan, slices: planned });
    const stretch = stretchIn(orders);
    const slices = walk(orders, stretch);
    const knownAt = (slice: number): readonly RunSlice[] => {
      const { end } = itemAt(planned, slice);
      if (restated.every(({ known }) => known <= end)) return slices;
      const then = knownBy(orders, whole, end);
      return walk(then, stretchIn(then));
    };
    const gate = gates.at(-1)?.state ?? 'none';
    const run = { component, period, open, gate, stretch, slices };
    const member: MemberRun = { name: null, key: '', run, orders, knownAt };
    return {
      component,
      period,
      open,
      countsFrom,
      slices: planned,
      gates,
      members: [member],
      blocked: null,
    };
  });
}

/** The same while it is being added up: there can be as many orders as rows. */
interface Adding {
  readonly period: Period;
  readonly open: boolean;
  sales: Fen;
  tier: number;
  rebate: Fen;
  readonly payouts: SlicePayout[];
  readonly orders: PaidOrder[];
}

const nothingYet = (period: Period, asOf: LocalDate): Adding => ({
  period,
  open: asOf < period.to,
  sales: NO_FEN,
  tier: 0,
  rebate: NO_FEN,
  payouts: [],
  orders: [],
});

function add(to: Adding, window: ComponentWindow, winning: (slice: number) => boolean): void {
  const last = window.members[0]?.run.slices.at(-1);
  if (last === undefined) return;
  const payouts = payoutsOf(window, winning);
  const end = window.slices.length - 1;
  const wins = winning(end);
  to.sales = addFen(to.sales, last.sales);
  to.tier = Math.max(to.tier, last.tier);
  to.rebate = addFen(to.rebate, wins ? windowDue(window, end) : NO_FEN);
  to.payouts.push(...payouts);
  to.orders.push({ window, payouts, pays: wins && isOpenGate(last) });
}

const earningsOf = (
  { members }: ComponentWindow,
  wanted: (position: number) => boolean,
): readonly OrderPart[] =>
  members.flatMap(({ run, orders }) =>
    orderParts(run, orders, (slice) => run.slices[slice]?.tier ?? 0, wanted),
  );
