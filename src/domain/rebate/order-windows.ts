import type { LocalDate } from '../calendar/local-date.ts';
import { type Period, periodOf } from '../calendar/period.ts';
import { type Fen, NO_FEN, addFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component, Facts } from '../policy/policy.ts';
import { type OrderBook, endOfDay, pick } from './order-book.ts';
import {
  type SlicePayout,
  type WindowRun,
  payable,
  payoutsOf,
  runComponent,
  wins,
} from './window-run.ts';

/**
 * 累计周期 = 单: every order is a window of its own, together with the refunds that carry its number.
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
}

export function runOrderWindows(
  component: Component,
  rivals: readonly Component[],
  book: OrderBook,
  facts: Facts,
  asOf: LocalDate,
): readonly OrderWindows[] {
  const byPeriod = new Map<number, OrderWindows>();
  for (const positions of ordersOf(book, endOfDay(book, asOf))) {
    const own = pick(book, Int32Array.from(positions));
    const period = periodOf(own.day[0] as LocalDate, component.pay, component.yearStart);
    const theirs = rivals.map((rival) =>
      runComponent({ ...rival, pay: component.pay }, 'once', own, facts, asOf),
    );
    for (const run of runComponent(component, 'once', own, facts, asOf)) {
      byPeriod.set(
        period.from,
        add(byPeriod.get(period.from) ?? nothingYet(period, asOf), run, (slice) =>
          wins(run, slice, theirs),
        ),
      );
    }
  }
  return [...byPeriod.values()].sort((a, b) => a.period.from - b.period.from);
}

const nothingYet = (period: Period, asOf: LocalDate): OrderWindows => ({
  period,
  open: asOf < period.to,
  sales: NO_FEN,
  tier: 0,
  rebate: NO_FEN,
  payouts: [],
});

function add(to: OrderWindows, run: WindowRun, winning: (slice: number) => boolean): OrderWindows {
  const last = run.slices.at(-1);
  if (last === undefined) return to;
  const pays = payable(run) && winning(run.slices.length - 1);
  return {
    ...to,
    sales: addFen(to.sales, last.sales),
    tier: Math.max(to.tier, last.tier),
    rebate: addFen(to.rebate, pays ? roundFen(last.entitled, run.component.rounding.mode) : NO_FEN),
    payouts: [...to.payouts, ...payoutsOf(run, winning)],
  };
}

/** Positions by order: a row without a number is an order of its own. */
function ordersOf(book: OrderBook, end: number): readonly (readonly number[])[] {
  const byId = new Map<string, number[]>();
  const orders: number[][] = [];
  for (let position = 0; position < end; position += 1) {
    const id = book.orderId(position);
    const known = id === '' ? undefined : byId.get(id);
    if (known) known.push(position);
    else {
      const fresh = [position];
      if (id !== '') byId.set(id, fresh);
      orders.push(fresh);
    }
  }
  return orders;
}
