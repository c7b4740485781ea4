import { float64At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderBook } from './order-book.ts';
import { orderWindowShares } from './order-windows.ts';
import { sharesOfWindow } from './order-shares.ts';
import { runPolicy } from './policy-run.ts';

/**
 * What each order of the book gets of the rebate to date, in fen by position: its share in every
 * window of every component, and what was taken back on it. They add up to `rebateToDate().total`
 * to the fen, whatever clauses the policy has.
 */
export function orderRebates(policy: Policy, book: OrderBook, asOf: LocalDate): Float64Array {
  const rebates = new Float64Array(book.size);
  const add = (position: number, share: number): void => {
    rebates[position] = float64At(rebates, position) + share;
  };
  for (const part of runPolicy(policy, book, asOf)) {
    const shares = 'window' in part ? sharesOfWindow(part) : orderWindowShares(part);
    for (const { position, share } of shares) add(position, share);
    for (const { position, amount } of part.clawBacks) add(position, amount);
  }
  return rebates;
}
