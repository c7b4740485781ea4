import { includesCategory } from '../policy/category-terms.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import { categoryKey } from '../catalog/category.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { isStraight } from './straight-components.ts';
import { type CategoryRoles, categoryRoles } from './component-earnings.ts';
import type { OrderBook } from './order-book.ts';
import { type WindowId, windowId } from './window.ts';
import { isOpenGate } from './payouts.ts';
import { runComponent } from './window-run.ts';

/**
 * A window with what an edge search needs of its walk. Windows of single orders have no edges and
 * are left out, as are those whose tier does not follow from the sales of the window, or not from
 * all of them.
 */
export interface WalkedWindow {
  readonly id: WindowId;
  readonly component: Component;
  readonly period: Period;
  readonly open: boolean;
  readonly roles: CategoryRoles;
  readonly countFrom: number;
  readonly earnFrom: number;
  /** Exclusive. */
  readonly end: number;
  readonly units: number;
  readonly tier: number;
  /** Its gate is met, or there is none. */
  readonly pays: boolean;
}

export function walkedWindows(
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
): readonly WalkedWindow[] {
  return policy.components.flatMap((component): readonly WalkedWindow[] => {
    const { accumulate } = component;
    if (accumulate === 'order' || !isStraight(component)) return [];
    const roles = categoryRoles(component, book.categories);
    return runComponent(component, accumulate, book, policy.facts, asOf).flatMap((run) => {
      const last = run.slices.at(-1);
      return last === undefined
        ? []
        : [
            {
              id: windowId(run),
              component,
              period: run.period,
              open: run.open,
              roles,
              countFrom: run.stretch.countFrom,
              earnFrom: run.stretch.earnFrom,
              end: run.stretch.ends.at(-1) ?? 0,
              units: last.units,
              tier: last.tier,
              pays: isOpenGate(run),
            },
          ];
    });
  });
}

/**
 * The part of the book that all windows of the policy which reach into [from, to) need: what lies
 * before cannot change a difference between two totals over it. A view, not a copy.
 */
export function stretchOfBook(book: OrderBook, from: number, to: number): OrderBook {
  return {
    size: to - from,
    day: book.day.subarray(from, to),
    amount: book.amount.subarray(from, to),
    category: book.category.subarray(from, to),
    categories: book.categories,
    ledgerIndex: book.ledgerIndex.subarray(from, to),
    orderId: (position) => book.orderId(position + from),
    ledger: book.ledger,
  };
}

/**
 * First position that matters to any window which holds this position, or a position that such a
 * window begins with.
 */
export function startOfWindowsAt(windows: readonly WalkedWindow[], position: number): number {
  const start = windows
    .filter((window) => window.countFrom <= position && position < window.end)
    .reduce((first, window) => Math.min(first, window.countFrom), position);
  return start === position ? start : startOfWindowsAt(windows, start);
}

/** One past the last position that matters to any window which holds this position. */
export function endOfWindowsAt(windows: readonly WalkedWindow[], position: number): number {
  return windows
    .filter((window) => window.countFrom <= position && position < window.end)
    .reduce((last, window) => Math.max(last, window.end), position + 1);
}

/** Of several windows an order decides, the one it earns in speaks for it. */
export function preferOwn(
  windows: readonly WalkedWindow[],
  category: string,
): WalkedWindow | undefined {
  const key = categoryKey(category);
  return windows.find(({ component }) => includesCategory(component.categories, key)) ?? windows[0];
}
