import { itemAt } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { categoryKey } from '../catalog/category.ts';
import { type Fen, NO_FEN, addFen, fen, sumFen } from '../money/fen.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type ClawBack, clawBacksOf } from './claw-back.ts';
import {
  type ComponentWindow,
  type ComponentWindows,
  componentWindows,
  windowDue,
} from './component-windows.ts';
import type { OrderBook } from './order-book.ts';
import { sharesOfWindow } from './order-shares.ts';
import { type OrderWindows, runOrderWindows } from './order-windows.ts';
import { wholePeriod } from './past.ts';
import { type SlicePayout, isOpenGate, payoutsOf } from './payouts.ts';
import type { WindowNote } from './rebate.facts.ts';
import { rivalsOf, wins, sharedUnderCap, missing, namedBy, toppedUp } from './stacking.ts';

/** One window of a component with what it pays. */
export interface WindowPart {
  readonly window: ComponentWindow;
  /** Whether it is the one of its stacking group that pays, as things stand. */
  readonly winsLast: boolean;
  /** Whether it is so at a slice, and its gate is open. */
  readonly pays: (slice: number) => boolean;
  /** By slice of the window. */
  readonly payouts: readonly SlicePayout[];
  readonly clawBacks: readonly ClawBack[];
  /** Entitlement to date, claw-backs apart. */
  readonly due: Fen;
  /** What the group's cap took of it, 0 or less. */
  readonly cut: Fen;
  readonly note: WindowNote | null;
}

/** Windows of single orders, by pay period. */
export interface OrderWindowsPart extends OrderWindows {
  readonly component: Component;
}

export type Part = WindowPart | OrderWindowsPart;

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

export const totalOf = (parts: readonly Part[]): Fen => sumFen(parts.map(paidOf));

/** All that a window has paid, what was taken back included. */
export function paidOf(part: Part): Fen {
  const paid = part.payouts.reduce((sum, { rebate, trueUp }) => sum + rebate + trueUp, 0);
  return 'window' in part ? fen(paid + takenBack(part)) : fen(paid);
}

const takenBack = ({ clawBacks }: WindowPart): number =>
  clawBacks.reduce((sum, { amount }) => sum + amount, 0);

/** Every window of every component: stacked, cut to the groups' caps, topped up. */
export function runPolicy(policy: Policy, book: OrderBook, asOf: LocalDate): readonly Part[] {
  const parts = policy.components.map((component) => partsOf(component, policy, book, asOf));
  const capped = underGroupCaps(policy, parts);
  return withTopUps(policy, capped, asOf).flat();
}

function partsOf(
  component: Component,
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
): readonly Part[] {
  const { facts } = policy;
  const rivals = rivalsOf(policy, component);
  const siblings = siblingsOf(policy, component);
  if (component.accumulate === 'order')
    return runOrderWindows(component, rivals, siblings, book, facts, asOf).map((windows) => ({
      ...windows,
      component,
    }));
  const walked = componentWindows(
    component,
    siblings,
    book,
    facts,
    asOf,
    restatingWith(policy, component),
  );
  // Rivals are looked at on this component's pay days: what counts is who is ahead when it is paid.
  const theirs = rivals.map(
    (rival) =>
      componentWindows(
        { ...rival, pay: component.pay },
        siblingsOf(policy, rival),
        book,
        facts,
        asOf,
      ).windows,
  );
  return paidWindows(walked, theirs, book, asOf);
}

function paidWindows(
  { view, windows }: ComponentWindows,
  rivals: readonly (readonly ComponentWindow[])[],
  book: OrderBook,
  asOf: LocalDate,
): readonly WindowPart[] {
  const winsAtEnd = (window: ComponentWindow): boolean =>
    window.slices.length === 0 || wins(window, window.slices.length - 1, rivals);
  const takenBackIn = clawBacksOf(view, windows, book, asOf, winsAtEnd);
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

const isInGroup = ({ groupCap }: Component, group: string): boolean =>
  groupCap !== null && categoryKey(groupCap.group) === categoryKey(group);

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

/** Other versions of a component, where one of them looks at refunds by their original order. */
function siblingsOf({ components }: Policy, component: Component): readonly Component[] {
  const versions = components.filter(
    (other) => other !== component && categoryKey(other.name) === categoryKey(component.name),
  );
  return [component, ...versions].every(({ refund }) => refund === 'on-its-day') ? [] : versions;
}

const isWindow = (part: Part): part is WindowPart => 'window' in part;

/** 总封顶, window by window of each group. */
function underGroupCaps(
  policy: Policy,
  parts: readonly (readonly Part[])[],
): readonly (readonly Part[])[] {
  if (policy.components.every(({ groupCap }) => groupCap === null)) return parts;
  const together = new Map<string, WindowPart[]>();
  for (const part of parts.flat()) {
    const key = isWindow(part) ? groupWindow(part.window) : null;
    if (key !== null && isWindow(part)) together.set(key, [...(together.get(key) ?? []), part]);
  }
  return parts.map((own) =>
    own.map((part) => {
      const key = isWindow(part) ? groupWindow(part.window) : null;
      return key === null || !isWindow(part) ? part : cutToCap(part, together.get(key) ?? []);
    }),
  );
}

/**
 * Which windows share a cap; null: none. A top-up comes after the others and takes what is left.
 */
function groupWindow({ component, period }: ComponentWindow): string | null {
  const { groupCap, stack } = component;
  return groupCap === null || stack.kind === 'top-up'
    ? null
    : `${wholePeriod(component, period).from} ${categoryKey(groupCap.group)}`;
}

function cutToCap(part: WindowPart, group: readonly WindowPart[]): WindowPart {
  const byName = [...group].sort(
    (a, b) => compareText(nameOf(a), nameOf(b)) || compareText(idOf(a), idOf(b)),
  );
  const { amount } = part.window.component.groupCap as { amount: Fen };
  const own = byName.indexOf(part);
  const allowed = (dues: readonly Fen[]): Fen => itemAt(sharedUnderCap(dues, amount), own);
  let before = 0;
  const payouts = part.payouts.map((payout, slice) => {
    const end = (part.window.slices[slice] as { end: LocalDate }).end;
    const dues = byName.map((each) => paidBy(each, end));
    const cut = allowed(dues) - itemAt(dues, own);
    const change = fen(cut - before);
    before = cut;
    return {
      ...payout,
      rebate: addFen(payout.rebate, change),
      cap: addFen(payout.cap, change),
    };
  });
  const due = allowed(byName.map((each) => each.due));
  return { ...part, payouts, due, cut: fen(due - part.due) };
}

const nameOf = ({ window }: WindowPart): string => window.component.name;

const idOf = ({ window }: WindowPart): string => window.component.id;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Paid by the slices that have ended by a day. */
const paidBy = ({ window, payouts }: WindowPart, by: LocalDate): Fen =>
  fen(
    payouts.reduce(
      (sum, { rebate, trueUp }, slice) =>
        (window.slices[slice] as { end: LocalDate }).end <= by ? sum + rebate + trueUp : sum,
      0,
    ),
  );

/** 补足, once everything it tops up is known. */
function withTopUps(
  policy: Policy,
  parts: readonly (readonly Part[])[],
  asOf: LocalDate,
): readonly (readonly Part[])[] {
  const done = new Map<Component, readonly Part[]>();
  const finish = (component: Component, waiting: readonly Component[]): readonly Part[] => {
    const known = done.get(component);
    if (known !== undefined) return known;
    const own = parts[policy.components.indexOf(component)] ?? [];
    const named = waiting.includes(component) ? [] : namedBy(component, policy.components);
    const paid = named.flatMap((other) => finish(other, [...waiting, component]));
    const finished =
      component.stack.kind === 'top-up'
        ? own.map((part) => (isWindow(part) ? toppedPart(part, paid, parts.flat(), asOf) : part))
        : own;
    done.set(component, finished);
    return finished;
  };
  return policy.components.map((component) => finish(component, []));
}

function toppedPart(
  part: WindowPart,
  named: readonly Part[],
  all: readonly Part[],
  asOf: LocalDate,
): WindowPart {
  const { window } = part;
  const paidParts = named.map((other) => ({
    paidFor: (from: LocalDate, to: LocalDate, by: LocalDate): Fen => paidFor(other, from, to, by),
  }));
  const dues = window.slices.map(({ end }) => paidBy(part, end));
  const left = leftOfCap(part, all);
  const topped = toppedUp(window, dues, paidParts).map((due) => fen(Math.min(due, left)));
  const closing = window.slices.findIndex(({ end }) => end >= window.period.to);
  const payouts = part.payouts.map((payout, slice) => {
    const paid = fen((topped[slice] ?? 0) - (topped[slice - 1] ?? 0));
    return slice === closing
      ? { ...payout, rebate: paid, trueUp: NO_FEN, cap: NO_FEN }
      : { ...payout, rebate: NO_FEN, trueUp: paid, cap: NO_FEN };
  });
  const waits = window.open && window.blocked === null;
  return {
    ...part,
    payouts,
    due: topped.at(-1) ?? NO_FEN,
    note: waits
      ? {
          code: 'rebate.top-up-waits',
          component: window.component.name,
          on: window.period.to,
          now: missing(part.due, window, paidParts, asOf),
        }
      : null,
  };
}

/** What the group's cap leaves a top-up once the others are paid. */
function leftOfCap({ window }: WindowPart, all: readonly Part[]): number {
  const { groupCap } = window.component;
  if (groupCap === null) return Infinity;
  const whole = wholePeriod(window.component, window.period).from;
  const others = all
    .filter(isWindow)
    .filter(
      (other) =>
        other.window.component !== window.component &&
        isInGroup(other.window.component, groupCap.group) &&
        wholePeriod(other.window.component, other.window.period).from === whole,
    );
  return Math.max(groupCap.amount - others.reduce((sum, { due }) => sum + due, 0), 0);
}

/** What a window paid by a day for its orders of these days. */
function paidFor(part: Part, from: LocalDate, to: LocalDate, by: LocalDate): Fen {
  if (!isWindow(part))
    return from <= part.period.from && part.period.to <= to ? paidOf(part) : NO_FEN;
  const { window, clawBacks } = part;
  const back = clawBacks.reduce((sum, { amount, day }) => (day <= by ? sum + amount : sum), 0);
  if (from <= window.period.from && window.period.to <= to) return fen(paidBy(part, by) + back);
  if (window.period.to < from || window.period.from > to) return NO_FEN;
  // It reaches over the edge of the other window: order by order, then.
  const shares = sharesOfWindow(part);
  return sumFen(shares.filter(({ day }) => from <= day && day <= to).map(({ share }) => share));
}

/**
 * Entitlement to date of all windows, whatever has been paid: what an order on an edge is measured
 * by.
 */
export const entitledTotal = (policy: Policy, book: OrderBook, asOf: LocalDate): Fen =>
  sumFen(
    runPolicy(policy, book, asOf).map((part) =>
      isWindow(part) ? fen(part.due + takenBack(part)) : part.rebate,
    ),
  );
