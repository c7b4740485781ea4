import { int16At, int32At } from '../columns.ts';
import { type LocalDate, addMonths, dayAt } from '../calendar/local-date.ts';
import { periodOf } from '../calendar/period.ts';
import { categoryKey } from '../catalog/category.ts';
import { isInForce } from '../policy/in-force.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { earns } from './component-earnings.ts';
import { judgeOf } from './conditions.ts';
import type { LedgerRows } from './ledger-rows.ts';
import type { OrderBook } from './order-book.ts';

/**
 * 退款口径: where a refund counts in one component. One that is not listed counts on its day.
 *
 *     100,000 at 10 % in June, 40,000 back in July under the next version at 4 %
 *     on its day      −1,600 in the next version
 *     original rate   −4,000, in July, taken back by the version that paid the order
 *     restate         June becomes 60,000; the difference is true-up of July
 */
export type RefundPlace =
  /** Outside every window of the component: another version takes it back, or nobody does. */
  | { readonly kind: 'nowhere' }
  | {
      readonly kind: 'taken-back' | 'restated';
      readonly original: number;
      readonly originalDay: LocalDate;
    };

/**
 * Whose refunds bear on a component where refunds are looked at by their original order: its other
 * versions, and whatever had ended before it began. That one takes back what it paid, whatever the
 * name of its successor.
 */
export function kinOf({ components }: Policy, component: Component): readonly Component[] {
  if (components.every(isOnItsDay)) return [];
  const kin = components.filter(
    (other) => other !== component && (isVersion(other, component) || precedes(other, component)),
  );
  return [component, ...kin].every(isOnItsDay) ? [] : kin;
}

/** Whether a component takes refunds as they come: who paid their originals does not matter. */
export const isOnItsDay = ({ refund }: Component): boolean => refund === 'on-its-day';

const isVersion = (a: Component, b: Component): boolean =>
  categoryKey(a.name) === categoryKey(b.name);

const precedes = ({ refund, to }: Component, { from }: Component): boolean =>
  refund !== 'on-its-day' && to !== null && from !== null && to < from;

/** @param kin - as `kinOf` gives them */
export function refundPlaces(
  component: Component,
  kin: readonly Component[],
  book: OrderBook,
  rows: LedgerRows | undefined,
): ReadonlyMap<number, RefundPlace> {
  const places = new Map<number, RefundPlace>();
  if (rows === undefined) return places;
  if ([component, ...kin].every(isOnItsDay)) return places;
  const payers = payersOf(kin, book, rows);
  for (let position = 0; position < book.size; position += 1) {
    const original = originalAt(book, rows, position);
    if (original < 0) continue;
    const originalDay = dayAt(rows.ledger.day, original);
    const isAnothers = !isInForce(component, originalDay) && payers(position, original).length > 0;
    const place = isAnothers
      ? ({ kind: 'nowhere' } as const)
      : placeOf(component, kin, dayAt(book.day, position), { original, originalDay });
    if (place !== null) places.set(position, place);
  }
  return places;
}

/** Ledger row of the order that a refund takes back; -1 where it is no refund, or not known. */
export function originalAt({ ledgerIndex }: OrderBook, rows: LedgerRows, position: number): number {
  const row = int32At(ledgerIndex, position);
  return row < 0 || !rows.isRefund(row) ? -1 : rows.originalOf(row);
}

/** Which of them look at refunds by their original, and paid this one. */
export function payersOf(
  components: readonly Component[],
  book: OrderBook,
  rows: LedgerRows,
): (position: number, original: number) => readonly Component[] {
  const looking = components
    .filter(({ refund }) => refund !== 'on-its-day')
    .map((component) => ({
      component,
      holds: component.where === null ? () => true : judgeOf(component.where, rows),
    }));
  return (position, original) => {
    const category = categoryKey(book.categories[int16At(book.category, position)] ?? '');
    const sold = dayAt(rows.ledger.day, original);
    return looking.flatMap(({ component, holds }) =>
      isInForce(component, sold) && earns(component, category) && holds(original, sold)
        ? [component]
        : [],
    );
  };
}

function placeOf(
  component: Component,
  kin: readonly Component[],
  day: LocalDate,
  of: { readonly original: number; readonly originalDay: LocalDate },
): RefundPlace | null {
  if (component.refund === 'on-its-day') return null;
  if (day <= of.originalDay) return null;
  if (component.refund === 'original-rate' && inOneWindow(component, of.originalDay, day))
    return null;
  if (!takesBack(component, kin, day)) return { kind: 'nowhere' };
  return { kind: component.refund === 'restate' ? 'restated' : 'taken-back', ...of };
}

/**
 * Inside its own window a refund at the original rate counts as on its day: also in the windows
 * before 生效 that a baseline or 回看 looks at.
 */
function inOneWindow(component: Component, a: LocalDate, b: LocalDate): boolean {
  const { accumulate, yearStart, carry } = component;
  if (accumulate === 'order') return isInForce(component, b);
  if (periodOf(a, accumulate, yearStart).from !== periodOf(b, accumulate, yearStart).from)
    return false;
  const [before, after] = [sideOf(component, a), sideOf(component, b)];
  return before === after || (carry && before === 'before' && after === 'within');
}

/** Windows are cut where a component begins and ends. */
const sideOf = ({ from, to }: Component, day: LocalDate): 'before' | 'within' | 'after' =>
  from !== null && day < from ? 'before' : to !== null && day > to ? 'after' : 'within';

/**
 * After 失效 only within 追回期. Where the table is silent and the next version goes on, the
 * programme goes on: the order was paid by this version and is taken back by it.
 */
export function takesBack(
  component: Component,
  others: readonly Component[],
  day: LocalDate,
): boolean {
  const { to, clawback } = component;
  if (to === null || day <= to) return true;
  if (clawback === null)
    return others.some((other) => isVersion(other, component) && isInForce(other, day));
  return day <= addMonths(to, clawback, true);
}
