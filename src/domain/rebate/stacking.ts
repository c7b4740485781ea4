import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type ComponentWindow, windowEntitled } from './component-windows.ts';
import { isOpenGate } from './payouts.ts';
import { itemAt } from '../columns.ts';
import { Decimal } from '../money/decimal.ts';
import { type Fen, fen, sumFen, NO_FEN } from '../money/fen.ts';
import { largestRemainder } from '../money/largest-remainder.ts';
import type { GateState } from './gate.ts';

/** 取高: the components that compete with this one. */
export function rivalsOf(policy: Policy, component: Component): readonly Component[] {
  const { stack } = component;
  if (stack.kind !== 'highest') return [];
  return policy.components.filter(
    (other) =>
      other !== component &&
      other.stack.kind === 'highest' &&
      categoryKey(other.stack.group) === categoryKey(stack.group),
  );
}

/**
 * Whether a component of a stacking group is the one that pays at a slice: the largest entitlement
 * of the same window, and of equals the first by id, never by row order. One that is blocked or
 * whose gate is shut does not compete.
 */
export function wins(
  window: ComponentWindow,
  slice: number,
  rivals: readonly (readonly ComponentWindow[])[],
): boolean {
  if (rivals.length === 0) return true;
  const own = windowEntitled(window, slice);
  const end = window.slices[slice]?.end;
  return rivals.every((rival) => {
    const same = rival.find(
      ({ period }) => period.from === window.period.from && period.to === window.period.to,
    );
    if (same === undefined || same.blocked !== null || end === undefined) return true;
    const at = sliceBy(same, end);
    if (at < 0 || !same.members.some((member) => isPaying(member.knownAt(at)[at]))) return true;
    const theirs = windowEntitled(same, at);
    return own.gt(theirs) || (own.eq(theirs) && window.component.id < same.component.id);
  });
}

const isPaying = (slice: Parameters<typeof isOpenGate>[0] | undefined): boolean =>
  slice !== undefined && isOpenGate(slice);

/** The last slice that has ended by a day. */
const sliceBy = (window: ComponentWindow, end: LocalDate): number =>
  window.slices.reduce((found, slice, index) => (slice.end <= end ? index : found), -1);

/**
 * 总封顶: what the components of a group would pay together, cut to the cap and shared in
 * proportion to what each would pay; the odd fen go to the largest remainders, of equals to the
 * first by name.
 *
 *     70,000 + 30,000 under 80,000 → 56,000 + 24,000
 */
export function sharedUnderCap(dues: readonly Fen[], cap: Fen): readonly Fen[] {
  const total = sumFen(dues);
  if (total <= cap) return dues;
  // Whoever owes something back owes it; the others share what the cap leaves them.
  const owed = sumFen(dues.filter((due) => due < 0));
  const paid = fen(cap - owed);
  const wanted = fen(total - owed);
  const shares = largestRemainder(
    dues.map((due) => (due < 0 ? new Decimal(0) : new Decimal(due).times(paid).div(wanted))),
    paid,
  );
  return dues.map((due, index) => (due < 0 ? due : itemAt(shares, index)));
}

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
export function toppedUp(
  window: ComponentWindow,
  dues: readonly Fen[],
  named: readonly PaidPart[],
): readonly Fen[] {
  const { period } = window;
  return dues.map((due, slice) => {
    const end = (window.slices[slice] as { end: LocalDate }).end;
    // What is blocked or shut makes nothing up, not even what another component took back.
    const shut = window.blocked !== null || !isOpenGate({ gate: gateAt(window, slice) });
    return shut || end < period.to ? NO_FEN : missing(due, window, named, end);
  });
}

const gateAt = ({ gates }: ComponentWindow, slice: number): GateState =>
  gates[slice]?.state ?? 'none';

/** What is missing by a day, whether or not it is paid yet. */
export function missing(
  due: Fen,
  { period }: ComponentWindow,
  named: readonly PaidPart[],
  by: LocalDate,
): Fen {
  const paid = named.reduce((sum, part) => sum + part.paidFor(period.from, period.to, by), 0);
  return fen(Math.max(due - paid, 0));
}

/** Components that a top-up names, by name; itself left out. */
export function namedBy(component: Component, all: readonly Component[]): readonly Component[] {
  const { stack } = component;
  if (stack.kind !== 'top-up') return [];
  const names = new Set(stack.components.map(categoryKey));
  return all.filter((other) => other !== component && names.has(categoryKey(other.name)));
}
