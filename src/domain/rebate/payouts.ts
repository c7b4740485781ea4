import { itemAt } from '../columns.ts';
import type { Period } from '../calendar/period.ts';
import { type Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component } from '../policy/policy.ts';
import { type Adjustment, adjustments, bonusAt } from './entitlement.ts';
import type { RunSlice } from './window-run.ts';

/**
 * What one pay period pays of a window. `rebate` and `trueUp` add up to the payment; `cap` and
 * `clawBack` are the parts of `rebate` that a cap took (0 or less; more where a refund gives room
 * again) and that was taken back at an original rate.
 */
export interface SlicePayout {
  readonly pay: Period;
  /** What the orders of the period earn at the tier reached by its end. */
  readonly rebate: Fen;
  /** What it adds for earlier periods. */
  readonly trueUp: Fen;
  readonly cap: Fen;
  readonly clawBack: Fen;
}

/**
 * A window as far as its payouts go: slices, and what each member's came to when they were paid.
 */
interface PaidWindow {
  readonly component: Component;
  readonly slices: readonly { readonly pay: Period }[];
  readonly members: readonly { readonly knownAt: (slice: number) => readonly RunSlice[] }[];
}

/** Paid up to and including a slice, and of it what a cap took. */
interface Paid {
  readonly due: number;
  readonly cap: number;
}

/**
 * Payouts of a window, slice by slice.
 *
 *     with true-up      all that is due by now, less what was paid; rebate is the period's own part
 *     without           the period's own part alone
 *     marginal, rolling, per full: what is due now less what was due before
 *     restated          whatever a refund changes of earlier slices is true-up
 *
 * @param winning - whether the component is the one of its stacking group that pays at slice i
 */
export function payoutsOf(
  window: PaidWindow,
  winning: (slice: number) => boolean,
): readonly SlicePayout[] {
  const { component } = window;
  const paidBy = paidByScheme(component, winning);
  const trues = paysDifferences(component);
  let before: Paid = { due: 0, cap: 0 };
  return window.slices.map(({ pay }, index) => {
    let [now, earlier, own]: [Paid, number, number] = [{ due: 0, cap: 0 }, 0, 0];
    for (const member of window.members) {
      const slices = member.knownAt(index);
      const paid = paidBy(slices, index);
      now = { due: now.due + paid.due, cap: now.cap + paid.cap };
      if (trues) earlier += index === 0 ? 0 : paidBy(slices, index - 1).due;
      else own += ownPart(component, slices, index, winning);
    }
    const cap = now.cap - before.cap;
    const rebate = trues ? now.due - earlier : own + cap;
    const payout = now.due - before.due;
    before = now;
    return {
      pay,
      rebate: fen(rebate),
      trueUp: fen(payout - rebate),
      cap: fen(cap),
      clawBack: NO_FEN,
    };
  });
}

/** Whether a payout is a difference of two standings, so that nothing is left for a true-up. */
const paysDifferences = ({ scheme, trueUp }: Component): boolean =>
  scheme === 'marginal' || scheme === 'rolling' || scheme === 'per-full' || !trueUp;

function paidByScheme(
  component: Component,
  winning: (slice: number) => boolean,
): (slices: readonly RunSlice[], index: number) => Paid {
  const standsAlone =
    !component.trueUp && (component.scheme === 'whole' || component.scheme === 'increment');
  return standsAlone
    ? (slices, index) => sliceBySlice(component, slices, index, winning)
    : (slices, index) => {
        const slice = slices[index];
        return slice === undefined || !isOpenGate(slice) || !winning(index)
          ? { due: 0, cap: 0 }
          : dueOf(slice.entitled, slice.steps, component);
      };
}

function dueOf(entitled: Decimal, steps: readonly Adjustment[], component: Component): Paid {
  const { mode } = component.rounding;
  const due = roundFen(entitled, mode);
  const cut = steps.find(({ kind }) => kind === 'cap');
  return { due, cap: cut === undefined ? 0 : due - roundFen(entitled.minus(cut.change), mode) };
}

/**
 * Without true-up each slice stands alone at the tier it ends in, rounded by itself; floor and cap
 * hold the running sum.
 */
function sliceBySlice(
  component: Component,
  slices: readonly RunSlice[],
  upTo: number,
  winning: (slice: number) => boolean,
): Paid {
  let running = ZERO;
  for (let index = 0; index <= upTo; index += 1)
    running = running.plus(ownPart(component, slices, index, winning));
  const slice = slices[upTo];
  if (slice === undefined) return { due: 0, cap: 0 };
  const steps = adjustments(component, running, slice.tier, ZERO, slice.gate);
  return dueOf(
    steps.reduce((sum, step) => sum.plus(step.change), running),
    steps,
    component,
  );
}

/**
 * What the orders of a slice earn at the tier it ends in, with a bonus it is the first to reach.
 */
function ownPart(
  component: Component,
  slices: readonly RunSlice[],
  index: number,
  winning: (slice: number) => boolean,
): number {
  const slice = slices[index];
  return slice === undefined || !isOpenGate(slice) || !winning(index)
    ? 0
    : roundFen(slice.sliceEarned.plus(newBonus(component, slices, index)), component.rounding.mode);
}

export const isOpenGate = ({ gate }: Pick<RunSlice, 'gate'>): boolean =>
  gate === 'none' || gate === 'met';

/** The bonus of a tier, in the slice in which the window first ends in it. */
function newBonus(component: Component, slices: readonly RunSlice[], index: number): Decimal {
  const tier = itemAt(slices, index).tier;
  const first = slices.findIndex((slice) => slice.tier >= tier);
  return first === index ? bonusAt(component, tier) : ZERO;
}
