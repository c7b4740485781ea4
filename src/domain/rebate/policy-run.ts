import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, NO_FEN, fen, sumFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component, Policy } from '../policy/policy.ts';
import type { OrderBook } from './order-book.ts';
import { type OrderWindows, runOrderWindows } from './order-windows.ts';
import {
  type SlicePayout,
  type WindowRun,
  payable,
  payoutsOf,
  runComponent,
  wins,
} from './window-run.ts';

/** The sum of all payouts up to the as-of day and nothing else: what every "what if" compares. */
export const totalRebate = (policy: Policy, book: OrderBook, asOf: LocalDate): Fen =>
  totalOf(runPolicy(policy, book, asOf));

/**
 * One window with what it pays: a component's own, or the orders of a pay period that are windows
 * each.
 */
export type Part =
  | {
      readonly run: WindowRun;
      readonly winsLast: boolean;
      readonly payouts: readonly SlicePayout[];
    }
  | (OrderWindows & { readonly component: Component });

export const totalOf = (parts: readonly Part[]): Fen =>
  sumFen(parts.flatMap((part) => part.payouts.map((payout) => fen(payout.rebate + payout.trueUp))));

export function runPolicy(policy: Policy, book: OrderBook, asOf: LocalDate): readonly Part[] {
  const { facts } = policy;
  return policy.components.flatMap((component): readonly Part[] => {
    const rivals = rivalsOf(policy, component);
    if (component.accumulate === 'order') {
      return runOrderWindows(component, rivals, book, facts, asOf).map((windows) => ({
        ...windows,
        component,
      }));
    }
    const { accumulate } = component;
    // Rivals are looked at on this component's pay days: what counts is who is ahead when it is
    // paid.
    const theirs = rivals.map((rival) =>
      runComponent({ ...rival, pay: component.pay }, accumulate, book, facts, asOf),
    );
    return runComponent(component, accumulate, book, facts, asOf).map((run) => ({
      run,
      winsLast: run.slices.length === 0 || wins(run, run.slices.length - 1, theirs),
      payouts: payoutsOf(run, (slice) => wins(run, slice, theirs)),
    }));
  });
}

function rivalsOf(policy: Policy, component: Component): readonly Component[] {
  const { stack } = component;
  if (stack.kind === 'add') return [];
  return policy.components.filter(
    (other) =>
      other !== component && other.stack.kind === 'highest' && other.stack.group === stack.group,
  );
}

/**
 * Entitlement to date of all windows, whatever has been paid: what an order on an edge is measured
 * by.
 */
export function entitledTotal(policy: Policy, book: OrderBook, asOf: LocalDate): Fen {
  return sumFen(
    runPolicy(policy, book, asOf).map((part) => ('run' in part ? entitledBy(part) : part.rebate)),
  );
}

function entitledBy({ run, winsLast }: Extract<Part, { run: WindowRun }>): Fen {
  const last = run.slices.at(-1);
  return last === undefined || !winsLast || !payable(run)
    ? NO_FEN
    : roundFen(last.entitled, run.component.rounding.mode);
}
