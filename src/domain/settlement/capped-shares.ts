import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import type { MemberRun } from '../rebate/component-windows.ts';
import type { WindowPart } from '../rebate/policy-run.ts';
import type { RunSlice } from '../rebate/window-run.ts';

/**
 * What a cap and a group's cap leave of what the orders of a pay period earn, as a factor: a claim
 * for what a cap has taken would be a claim for money that nobody owes.
 *
 *     a customer's 30,000 at a cap of 5,000: every order of it a sixth
 */
export function capFactor(part: WindowPart, member: MemberRun, slice: number): Decimal {
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
