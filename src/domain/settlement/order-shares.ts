import type { LocalDate } from '../calendar/local-date.ts';
import { type Decimal, ONE } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component, Policy } from '../policy/policy.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { orderParts } from '../rebate/order-parts.ts';
import { orderWindowEarnings } from '../rebate/order-windows.ts';
import { runPolicy } from '../rebate/policy-run.ts';
import { capFactor } from './capped-shares.ts';

/**
 * What one order earns in one component: exact fen, before rounding, and what a cap leaves of it.
 * Bonus, floor and top-up are no line of a statement's order; what each order gets of them is in
 * `orderRebates`.
 */
export interface OrderShare {
  readonly component: Component;
  readonly exact: Decimal;
}

/** Shares by position of the book. */
export type OrderShares = ReadonlyMap<number, readonly OrderShare[]>;

/**
 * The rebate of a period taken apart into its orders: at the tier reached by the end of the order's
 * pay period (whole, increment), or along the running sales (marginal, rolling); a refund at its
 * original's rate takes back what that earned.
 *
 * @param asOf - end of the settled period: what comes later does not set its tier
 * @param wanted - the positions asked for
 */
export function orderShares(
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
  wanted: (position: number) => boolean,
): OrderShares {
  const shares = new Map<number, OrderShare[]>();
  const take = (component: Component, position: number, exact: Decimal): void => {
    const known = shares.get(position);
    if (known) known.push({ component, exact });
    else shares.set(position, [{ component, exact }]);
  };
  for (const part of runPolicy(policy, book, asOf)) {
    if (!('window' in part)) {
      for (const { position, exact } of orderWindowEarnings(part, wanted))
        take(part.component, position, exact);
      continue;
    }
    const { component } = part.window;
    if (component.stack.kind === 'top-up') continue;
    for (const member of part.window.members) {
      const { run, orders } = member;
      const tierAt = (slice: number): number => run.slices[slice]?.tier ?? 0;
      const paidIn = new Map<number, number>();
      const own = orderParts(run, orders, tierAt, (at, slice) => {
        const takes = wanted(at) && part.pays(slice);
        if (takes) paidIn.set(at, slice);
        return takes;
      });
      for (const { position, exact } of own) {
        const factor = capFactor(part, member, paidIn.get(position) ?? 0);
        take(component, position, factor === ONE ? exact : exact.times(factor));
      }
    }
    for (const { position, rate, refunded } of part.clawBacks)
      if (wanted(position)) take(component, position, rate.times(-refunded));
  }
  return shares;
}

/** Each share rounded as its component says, added up. */
export const roundedShares = (shares: readonly OrderShare[]): Fen =>
  fen(
    shares.reduce((sum, { component, exact }) => sum + roundFen(exact, component.rounding.mode), 0),
  );
