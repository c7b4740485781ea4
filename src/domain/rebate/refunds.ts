import { int32At } from '../columns.ts';
import { type LocalDate, addMonths } from '../calendar/local-date.ts';
import { periodOf } from '../calendar/period.ts';
import type { Component } from '../policy/policy.ts';
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
 * @param siblings - the other versions of the component, by name
 */
export function refundPlaces(
  component: Component,
  siblings: readonly Component[],
  book: OrderBook,
  rows: LedgerRows | undefined,
): ReadonlyMap<number, RefundPlace> {
  const places = new Map<number, RefundPlace>();
  if (rows === undefined) return places;
  if (component.refund === 'on-its-day' && siblings.every(({ refund }) => refund === 'on-its-day'))
    return places;
  for (let position = 0; position < book.size; position += 1) {
    const row = int32At(book.ledgerIndex, position);
    if (row < 0 || !rows.isRefund(row)) continue;
    const original = rows.originalOf(row);
    if (original < 0) continue;
    const originalDay = rows.ledger.day[original] as LocalDate;
    const place = placeOf(component, siblings, book.day[position] as LocalDate, {
      original,
      originalDay,
    });
    if (place !== null) places.set(position, place);
  }
  return places;
}

function placeOf(
  component: Component,
  siblings: readonly Component[],
  day: LocalDate,
  of: { readonly original: number; readonly originalDay: LocalDate },
): RefundPlace | null {
  const payer = siblings.find(
    (other) => other.refund !== 'on-its-day' && isInForce(other, of.originalDay),
  );
  if (payer !== undefined && !isInForce(component, of.originalDay)) return { kind: 'nowhere' };
  if (component.refund === 'on-its-day') return null;
  if (day <= of.originalDay) return null;
  const asOnItsDay = component.refund === 'original-rate' || component.accumulate === 'order';
  if (asOnItsDay && inOneWindow(component, of.originalDay, day)) return null;
  if (!takesBack(component, siblings, day)) return { kind: 'nowhere' };
  return { kind: component.refund === 'restate' ? 'restated' : 'taken-back', ...of };
}

export const isInForce = ({ from, to }: Pick<Component, 'from' | 'to'>, day: LocalDate): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

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
  siblings: readonly Component[],
  day: LocalDate,
): boolean {
  const { to, clawback } = component;
  if (to === null || day <= to) return true;
  if (clawback === null) return siblings.some((other) => isInForce(other, day));
  return day <= addMonths(to, clawback, true);
}
