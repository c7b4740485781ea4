import { compareText } from '../compare-text.ts';
import { categoryKey } from '../catalog/category.ts';
import { itemAt } from '../columns.ts';
import { Decimal } from '../money/decimal.ts';
import { type Fen, addFen, fen, sumFen } from '../money/fen.ts';
import { largestRemainder } from '../money/largest-remainder.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Component } from '../policy/policy.ts';
import type { JointClause } from './joint-clause.ts';
import type { ComponentWindow } from './component-windows.ts';
import { type WindowPart, isWindow, paidBy } from './window-parts.ts';
import { wholePeriod } from './earlier-windows.ts';

/**
 * 总封顶: what the components of a group would pay together, cut to the cap and shared in
 * proportion to what each would pay; the odd fen go to the largest remainders, of equals to the
 * first by name.
 *
 *     70,000 + 30,000 under 80,000 → 56,000 + 24,000
 */
function sharedUnderCap(dues: readonly Fen[], cap: Fen): readonly Fen[] {
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

export const isInGroup = ({ groupCap }: Component, group: string): boolean =>
  groupCap !== null && categoryKey(groupCap.group) === categoryKey(group);

/** 总封顶, window by window of each group. */
export const groupCap: JointClause = (policy, parts) => {
  if (policy.components.every(({ groupCap }) => groupCap === null)) return parts;
  const together = new Map<string, WindowPart[]>();
  for (const part of parts.flat()) {
    const key = isWindow(part) ? groupWindow(part.window) : null;
    if (key === null || !isWindow(part)) continue;
    const known = together.get(key);
    if (known === undefined) together.set(key, [part]);
    else known.push(part);
  }
  const cut = new Map([...together.values()].flatMap((group) => [...cutToCap(group)]));
  return parts.map((own) => own.map((part) => (isWindow(part) ? (cut.get(part) ?? part) : part)));
};

/**
 * Which windows share a cap; null: none. A top-up comes after the others and takes what is left.
 */
function groupWindow({ component, period }: ComponentWindow): string | null {
  const { groupCap, stack } = component;
  return groupCap === null || stack.kind === 'top-up'
    ? null
    : `${wholePeriod(component, period).from} ${categoryKey(groupCap.group)}`;
}

/** A group is shared out once for each day and cap, not once for each of its parts. */
function cutToCap(group: readonly WindowPart[]): ReadonlyMap<WindowPart, WindowPart> {
  const byName = [...group].sort(
    (a, b) => compareText(nameOf(a), nameOf(b)) || compareText(idOf(a), idOf(b)),
  );
  const shared = new Map<string, { dues: readonly Fen[]; shares: readonly Fen[] }>();
  const sharedBy = (
    cap: Fen,
    end: LocalDate | null,
  ): { dues: readonly Fen[]; shares: readonly Fen[] } => {
    const key = `${cap} ${end}`;
    const known = shared.get(key);
    if (known !== undefined) return known;
    const dues = byName.map((each) => (end === null ? each.due : paidBy(each, end)));
    const made = { dues, shares: sharedUnderCap(dues, cap) };
    shared.set(key, made);
    return made;
  };
  return new Map(
    byName.map((part, own) => [
      part,
      cutPart(part, (cap, end) => {
        const { dues, shares } = sharedBy(cap, end);
        return fen(itemAt(shares, own) - itemAt(dues, own));
      }),
    ]),
  );
}

/** @param cutBy - what the cap takes from it by a day; null: of what it is due in all */
function cutPart(part: WindowPart, cutBy: (cap: Fen, end: LocalDate | null) => Fen): WindowPart {
  const { amount } = part.window.component.groupCap as { amount: Fen };
  let before = 0;
  const payouts = part.payouts.map((payout, slice) => {
    const cut = cutBy(amount, itemAt(part.window.slices, slice).end);
    const change = fen(cut - before);
    before = cut;
    return {
      ...payout,
      rebate: addFen(payout.rebate, change),
      cap: addFen(payout.cap, change),
    };
  });
  const cut = cutBy(amount, null);
  return { ...part, payouts, due: addFen(part.due, cut), cut };
}

const nameOf = ({ window }: WindowPart): string => window.component.name;
const idOf = ({ window }: WindowPart): string => window.component.id;
