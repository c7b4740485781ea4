import type { LocalDate } from '../calendar/local-date.ts';
import { MOST_PRICED_TOGETHER } from '../bounds.ts';
import { type Fen, addFen, subtractFen } from '../money/fen.ts';
import { isOnItsDay, kinOf } from '../rebate/refunds.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import type { Component, Policy } from '../policy/policy.ts';

interface Paying {
  readonly policy: Policy;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  /** As it stands. */
  readonly total: Fen;
}

/**
 * What the policy pays with one of its components changed; null where too many hang together to be
 * walked anew for each of them. Of hundreds that pay apart only the one concerned is walked.
 */
export function totalWith(
  component: Component,
  change: Partial<Component>,
  { policy, book, asOf, total }: Paying,
): Fen | null {
  const changed = { ...component, ...change };
  const totalOf = (components: readonly Component[]): Fen =>
    totalRebate({ ...policy, components }, book, asOf);
  if (paysApart(component, policy) && isOnItsDay(changed))
    return addFen(subtractFen(total, totalOf([component])), totalOf([changed]));
  return policy.components.length > MOST_PRICED_TOGETHER
    ? null
    : totalOf(policy.components.map((each) => (each === component ? changed : each)));
}

/** Whether every change of it can be priced. */
export const isPriced = (component: Component, policy: Policy): boolean =>
  policy.components.length <= MOST_PRICED_TOGETHER || paysApart(component, policy);

/** Whether neither what it pays depends on the others nor what they pay on it. */
function paysApart(component: Component, policy: Policy): boolean {
  const { stack, groupCap } = component;
  return (
    stack.kind === 'add' &&
    groupCap === null &&
    isOnItsDay(component) &&
    policy.components.every((each) => each.stack.kind !== 'top-up') &&
    kinOf(policy, component).length === 0
  );
}
