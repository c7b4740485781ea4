import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { categoryKey } from '../catalog/category.ts';
import type { Component } from '../policy/policy.ts';
import type { GateState } from './gate.ts';
import { isOpenGate } from './payouts.ts';
import type { ComponentWindow } from './component-windows.ts';

/** What a window of a named component paid by a day for its orders of these days. */
export interface PaidPart {
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
