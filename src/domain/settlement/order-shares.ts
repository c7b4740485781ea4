import type { LocalDate } from '../calendar/local-date.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, fen, NO_FEN } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component, Policy } from '../policy/policy.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { orderParts } from '../rebate/order-parts.ts';
import { orderWindowEarnings } from '../rebate/order-windows.ts';
import type { WindowPart } from '../rebate/window-parts.ts';
import { runPolicy } from '../rebate/policy-run.ts';
import type { MemberRun } from '../rebate/component-windows.ts';
import type { RunSlice } from '../rebate/window-run.ts';
import { rebateToDate } from '../rebate/rebate-to-date.ts';

/**
 * What one order earns in one component: exact fen, before rounding, and what a cap leaves of it.
 * Bonus, floor and top-up are no line of a statement's order; what each order gets of them is in
 * `orderRebates`.
 */
interface OrderShare {
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
    for (const { window, position, rate, refunded } of part.clawBacks)
      if (wanted(position)) take(window.component, position, rate.times(-refunded));
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
  }
  return shares;
}

/** Each share rounded as its component says, added up. */
export const roundedShares = (shares: readonly OrderShare[]): Fen =>
  fen(
    shares.reduce((sum, { component, exact }) => sum + roundFen(exact, component.rounding.mode), 0),
  );

/**
 * What a cap and a group's cap leave of what the orders of a pay period earn, as a factor: a claim
 * for what a cap has taken would be a claim for money that nobody owes.
 *
 *     a customer's 30,000 at a cap of 5,000: every order of it a sixth
 */
function capFactor(part: WindowPart, member: MemberRun, slice: number): Decimal {
  const { component } = part.window;
  if (component.cap === null && component.groupCap === null) return ONE;
  const own = left(ownPart(member, slice), capAt(member, slice));
  const together = left(groupBase(part, slice), groupCut(part, slice));
  return own === ONE && together === ONE ? ONE : own.times(together);
}

/** What remains of an amount above 0 when something is taken off it. */
function left(amount: Decimal, taken: Decimal): Decimal {
  if (amount.lte(0) || taken.gte(0)) return ONE;
  return Decimal.max(amount.plus(taken), 0).div(amount);
}

const sliceOf = (member: MemberRun, slice: number): RunSlice | undefined =>
  member.knownAt(slice)[slice];

/** Earned and given in the slice, before the cap. */
function ownPart(member: MemberRun, slice: number): Decimal {
  const before = uncapped(sliceOf(member, slice - 1));
  return uncapped(sliceOf(member, slice)).minus(before);
}

const uncapped = (slice: RunSlice | undefined): Decimal =>
  slice === undefined ? ZERO : slice.entitled.minus(capOf(slice));

const capOf = ({ steps }: RunSlice): Decimal =>
  steps.find(({ kind }) => kind === 'cap')?.change ?? ZERO;

function capAt(member: MemberRun, slice: number): Decimal {
  const [now, before] = [sliceOf(member, slice), sliceOf(member, slice - 1)];
  return (now === undefined ? ZERO : capOf(now)).minus(before === undefined ? ZERO : capOf(before));
}

/** What the group's cap took of the slice, over all members. */
function groupCut({ window, payouts }: WindowPart, slice: number): Decimal {
  if (window.component.groupCap === null) return ZERO;
  const own = window.members.reduce((sum, member) => sum.plus(capAt(member, slice)), ZERO);
  return new Decimal(payouts[slice]?.cap ?? 0).minus(own);
}

function groupBase(part: WindowPart, slice: number): Decimal {
  const { rebate, trueUp } = part.payouts[slice] ?? { rebate: 0, trueUp: 0 };
  return new Decimal(rebate).plus(trueUp).minus(groupCut(part, slice));
}

/**
 * What the policy pays with the settled pay periods and what no order's line holds: bonuses, what a
 * floor lifts, top-ups. 3,000 for reaching 500,000 in a quarter is 3,000 beside the orders' 2 %.
 *
 * @param from - first day of the settled period
 * @param to - its last; pay periods that end in between count
 */
export function beyondOrders(
  policy: Policy,
  book: OrderBook,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Fen {
  const bare = withoutLumps(policy);
  if (bare === policy) return NO_FEN;
  const paid = (of: Policy): number =>
    rebateToDate(of, book, to)
      .payouts.filter(({ period }) => period.to >= from && period.to <= to)
      .reduce((sum, { rebate, trueUp }) => sum + rebate + trueUp, 0);
  return fen(paid(policy) - paid(bare));
}

/** The policy as far as it pays order by order; itself where that is all of it. */
function withoutLumps(policy: Policy): Policy {
  const lumps = policy.components.some(
    ({ tiers, floor, stack }) =>
      floor !== null || stack.kind === 'top-up' || tiers.some(({ bonus }) => bonus !== 0),
  );
  if (!lumps) return policy;
  return {
    ...policy,
    components: policy.components
      .filter(({ stack }) => stack.kind !== 'top-up')
      .map((component) => ({
        ...component,
        floor: null,
        tiers: component.tiers.map((tier) => ({ ...tier, bonus: NO_FEN })),
      })),
  };
}
