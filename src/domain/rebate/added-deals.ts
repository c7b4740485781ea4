import { itemAt } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, NO_FEN, addFen, subtractFen, sumFen } from '../money/fen.ts';
import type { Component, Policy } from '../policy/policy.ts';
import {
  type AddedOrder,
  type CategoryRoles,
  categoryRoles,
  extendStanding,
} from './component-earnings.ts';
import { type OrderBook, endOfDay, withOrders } from './order-book.ts';
import { isStraight } from './straight-components.ts';
import { payoutsOf } from './payouts.ts';
import { rebateInSight, totalRebate } from './policy-run.ts';
import { type WindowRun, runComponent, runSlice } from './window-run.ts';

/** A deal as it would be added on the as-of day. */
export interface AddedDeal {
  readonly amount: Fen;
  readonly category: string;
  /** Row whose customer, kind and other words it has; absent: it meets every condition. */
  readonly ledgerIndex?: number;
}

/**
 * `totalRebate` with deals added on the as-of day after everything else, asked many times over: the
 * book is walked once, each question costs only the deals it adds. Equal to the full recomputation
 * (a property test holds them together); policies whose figure needs the whole book again (rounding
 * order by order, stacking groups, windows by order) get it.
 */
export function rebateWithDeals(
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
): (deals: readonly AddedDeal[]) => Fen {
  if (endOfDay(book, asOf) === 0 || !addsUp(policy)) {
    return (deals) => totalRebate(policy, added(book, deals, asOf), asOf);
  }
  const components = policy.components.map((component) =>
    extendable(component, policy, book, asOf),
  );
  return (deals) => sumFen(components.map((component) => component(deals)));
}

/** Whether a question about added deals costs only those deals, not the whole book again. */
export const addsUp = (policy: Policy): boolean => policy.components.every(canExtend);

const canExtend = (component: Component): boolean =>
  component.accumulate !== 'order' &&
  component.stack.kind === 'add' &&
  isStraight(component) &&
  (component.rounding.per === 'total' || component.scheme !== 'whole');

function extendable(
  component: Component,
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
): (deals: readonly AddedDeal[]) => Fen {
  const { accumulate } = component;
  if (accumulate === 'order') return () => NO_FEN;
  const runs = runComponent(component, accumulate, book, policy.facts, asOf);
  const current = runs.find((run) => run.period.from <= asOf && asOf <= run.period.to);
  const settled = sumFen(runs.filter((run) => run !== current).map(paidBy));
  if (current === undefined || current.slices.length === 0) return () => settled;
  return (deals) =>
    addFen(settled, paidBy(extendRun(current, categoriesWith(component, book, deals), deals)));
}

const paidBy = (run: WindowRun): Fen =>
  sumFen(
    payoutsOf(
      { component: run.component, slices: run.slices, members: [{ knownAt: () => run.slices }] },
      () => true,
    ).map((payout) => addFen(payout.rebate, payout.trueUp)),
  );

interface Roles {
  readonly roles: CategoryRoles;
  readonly indexOf: (category: string) => number;
}

function categoriesWith(component: Component, book: OrderBook, deals: readonly AddedDeal[]): Roles {
  const names = [...new Set([...book.categories, ...deals.map((deal) => deal.category)])];
  const byKey = new Map(names.map((name, index) => [categoryKey(name), index] as const));
  return {
    roles: categoryRoles(component, names),
    indexOf: (category) => byKey.get(categoryKey(category)) as number,
  };
}

function extendRun(
  run: WindowRun,
  { roles, indexOf }: Roles,
  deals: readonly AddedDeal[],
): WindowRun {
  const last = itemAt(run.slices, run.slices.length - 1);
  const before = run.slices.at(-2)?.sales ?? NO_FEN;
  const added: readonly AddedOrder[] = deals.map((deal) => ({
    amount: deal.amount,
    category: indexOf(deal.category),
  }));
  const standing = extendStanding(run.component, roles, last, before, added);
  return {
    ...run,
    slices: [...run.slices.slice(0, -1), runSlice(run.component, run.gate, standing, last)],
  };
}

/** What adding the deals is worth, now or on the last pay day of a top-up. */
export function gainOfDeals(
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
): (deals: readonly AddedDeal[]) => Fen {
  const toppedUp = policy.components.some(({ stack }) => stack.kind === 'top-up');
  const worth = toppedUp
    ? (deals: readonly AddedDeal[]): Fen => rebateInSight(policy, added(book, deals, asOf), asOf)
    : rebateWithDeals(policy, book, asOf);
  const now = worth([]);
  return (deals) => subtractFen(worth(deals), now);
}

const added = (book: OrderBook, deals: readonly AddedDeal[], asOf: LocalDate): OrderBook =>
  withOrders(
    book,
    deals.map((deal) => ({ ...deal, day: asOf })),
  );
