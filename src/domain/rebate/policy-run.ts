import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, NO_FEN, addFen, fen, sumFen } from '../money/fen.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { clawBacksOf } from './claw-back.ts';
import type { WindowClause } from './clause.ts';
import type { TakenBack } from './component-orders.ts';
import {
  type ComponentWindow,
  type ComponentWindows,
  WINDOW_CLAUSES,
  componentWindows,
  windowDue,
} from './component-windows.ts';
import { groupCap, isInGroup } from './group-cap.ts';
import type { Clauses, JointClause } from './joint-clause.ts';
import type { OrderBook } from './order-book.ts';
import { runOrderWindows } from './order-windows.ts';
import { type Part, type WindowPart, isWindow, takenBack, totalOf } from './window-parts.ts';
import { isOpenGate, payoutsOf } from './payouts.ts';
import { kinOf } from './refunds.ts';
import { rivalsOf, wins } from './stacking.ts';
import { topUp } from './top-up.ts';

/** What joins several components, once each has been walked; in the order in which it is paid. */
export const JOINT_CLAUSES: readonly JointClause[] = [groupCap, topUp];

/** The sum of all payouts up to the as-of day and nothing else: what every "what if" compares. */
export const totalRebate = (policy: Policy, book: OrderBook, asOf: LocalDate): Fen =>
  totalOf(runPolicy(policy, book, asOf));

/**
 * The same with what top-ups would pay if their windows ended today: what closing a gap is worth
 * before their last pay day.
 */
export const rebateInSight = (policy: Policy, book: OrderBook, asOf: LocalDate): Fen => {
  const parts = runPolicy(policy, book, asOf);
  const waiting = parts.map((part) => (isWindow(part) ? (part.note?.now ?? NO_FEN) : NO_FEN));
  return addFen(totalOf(parts), sumFen(waiting));
};

/** Every window of every component: stacked, then what joins several components, in its order. */
export function runPolicy(
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
  clauses: Clauses = { windows: WINDOW_CLAUSES, joint: JOINT_CLAUSES },
): readonly Part[] {
  const { windows, joint } = clauses;
  const walker: Walker = { policy, book, asOf, clauses: windows, seen: new Map() };
  const parts = policy.components.map((component) => partsOf(component, walker));
  const start: ReturnType<JointClause> = parts;
  return joint.reduce((known, clause) => clause(policy, known, asOf), start).flat();
}

interface Walker {
  readonly policy: Policy;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly clauses: readonly WindowClause[];
  /** As rivals see them: by the length of what they pay over. */
  readonly seen: Map<Component, Map<string, readonly ComponentWindow[]>>;
}

function partsOf(component: Component, walker: Walker): readonly Part[] {
  const { policy, book, asOf, clauses } = walker;
  const { facts } = policy;
  const rivals = rivalsOf(policy, component);
  const kin = kinOf(policy, component);
  if (component.accumulate === 'order')
    return runOrderWindows(component, rivals, kin, book, facts, asOf).map((windows) => ({
      ...windows,
      component,
    }));
  const walked = componentWindows(
    component,
    kin,
    book,
    facts,
    asOf,
    restatingWith(policy, component),
    clauses,
  );
  const theirs = rivals.map((rival) => rivalWindows(rival, component.pay, walker));
  return paidWindows(walked, theirs, book, asOf);
}

/**
 * Rivals are looked at on a component's pay days: what counts is who is ahead when it is paid. All
 * of a group look at each other, so they are walked once for all that pay on the same days.
 */
function rivalWindows(
  rival: Component,
  pay: Component['pay'],
  { policy, book, asOf, clauses, seen }: Walker,
): readonly ComponentWindow[] {
  const byPay = seen.get(rival) ?? new Map<string, readonly ComponentWindow[]>();
  seen.set(rival, byPay);
  const known = byPay.get(pay);
  if (known !== undefined) return known;
  const kin = kinOf(policy, rival);
  const asSeen = { ...rival, pay };
  const { windows } = componentWindows(asSeen, kin, book, policy.facts, asOf, [], clauses);
  byPay.set(pay, windows);
  return windows;
}

function paidWindows(
  { view, windows }: ComponentWindows,
  rivals: readonly (readonly ComponentWindow[])[],
  book: OrderBook,
  asOf: LocalDate,
): readonly WindowPart[] {
  const winsAtEnd = (window: ComponentWindow): boolean =>
    window.slices.length === 0 || wins(window, window.slices.length - 1, rivals);
  const windowAt = ({ originalDay }: TakenBack): ComponentWindow | undefined =>
    windows.find(({ period }) => period.from <= originalDay && originalDay <= period.to);
  const takenBackIn = clawBacksOf(view, windowAt, book, asOf, winsAtEnd);
  return windows.map((window) => {
    const winsLast = winsAtEnd(window);
    return {
      window,
      winsLast,
      pays: (slice) =>
        wins(window, slice, rivals) &&
        (window.gates.length === 0 || isOpenGate({ gate: window.gates[slice]?.state ?? 'none' })),
      payouts: payoutsOf(window, (slice) => wins(window, slice, rivals)),
      clawBacks: takenBackIn.filter((clawBack) => clawBack.window === window),
      due: winsLast ? windowDue(window, window.slices.length - 1) : NO_FEN,
      cut: NO_FEN,
      note: null,
    };
  });
}

/** Others of its groups that restate: who is ahead, and what a cap leaves, changes with them. */
function restatingWith(policy: Policy, component: Component): readonly Component[] {
  const rivals = rivalsOf(policy, component);
  const group = component.groupCap?.group;
  return policy.components.filter(
    (other) =>
      other !== component &&
      other.refund === 'restate' &&
      // Settled on the same days, its refunds are its own as well.
      (component.refund !== 'restate' || component.pay !== other.pay) &&
      (rivals.includes(other) || (group !== undefined && isInGroup(other, group))),
  );
}

/**
 * Entitlement to date of all windows, whatever has been paid: what an order on an edge is measured
 * by.
 */
export const entitledTotal = (policy: Policy, book: OrderBook, asOf: LocalDate): Fen =>
  sumFen(
    runPolicy(policy, book, asOf).map((part) =>
      fen((isWindow(part) ? part.due : part.rebate) + takenBack(part)),
    ),
  );
