import { itemAt } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, NO_FEN, fen, sumFen } from '../money/fen.ts';
import { categoryKey } from '../catalog/category.ts';
import type { Component } from '../policy/policy.ts';
import type { JointClause } from './joint-clause.ts';
import type { GateState } from './gate.ts';
import { isInGroup } from './group-cap.ts';
import { sharesOfWindow } from './order-shares.ts';
import { type Part, type WindowPart, isWindow, paidBy, paidOf } from './window-parts.ts';
import { wholePeriod } from './earlier-windows.ts';
import { isOpenGate } from './payouts.ts';
import type { ComponentWindow } from './component-windows.ts';

/** What a window of a named component paid by a day for its orders of these days. */
interface PaidPart {
  readonly paidFor: (from: LocalDate, to: LocalDate, by: LocalDate) => Fen;
}

/**
 * 补足: on the last pay day of its own window a component pays what it is entitled to less what the
 * named components paid for orders of that window, if that is anything.
 *
 *     quarters of 2 % from 100万 paid 24,000 + 26,000; the year of 420万 at 2 % is 84,000 → 34,000
 *
 * @param dues - the component's own entitlement by slice, in fen
 */
function toppedUp(
  window: ComponentWindow,
  dues: readonly Fen[],
  named: readonly PaidPart[],
): readonly Fen[] {
  const { period } = window;
  return dues.map((due, slice) => {
    const end = itemAt(window.slices, slice).end;
    // What is blocked or shut makes nothing up, not even what another component took back.
    const shut = window.blocked !== null || !isOpenGate({ gate: gateAt(window, slice) });
    return shut || end < period.to ? NO_FEN : missing(due, window, named, end);
  });
}

const gateAt = ({ gates }: ComponentWindow, slice: number): GateState =>
  gates[slice]?.state ?? 'none';

/** What is missing by a day, whether or not it is paid yet. */
function missing(
  due: Fen,
  { period }: ComponentWindow,
  named: readonly PaidPart[],
  by: LocalDate,
): Fen {
  const paid = named.reduce((sum, part) => sum + part.paidFor(period.from, period.to, by), 0);
  return fen(Math.max(due - paid, 0));
}

/** Components that a top-up names, by name; itself left out. */
function namedBy(component: Component, all: readonly Component[]): readonly Component[] {
  const { stack } = component;
  if (stack.kind !== 'top-up') return [];
  const names = new Set(stack.components.map(categoryKey));
  return all.filter((other) => other !== component && names.has(categoryKey(other.name)));
}

/** 补足, once everything it tops up is known. */
export const topUp: JointClause = (policy, parts, asOf) => {
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
};

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
