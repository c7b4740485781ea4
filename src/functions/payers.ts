import type { LocalDate } from '#domain/calendar/local-date.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import {
  type ItemChoice,
  categoryOfItem,
  componentsOfItem,
  componentsOn,
} from '#domain/rebate/item-components.ts';
import { Refusal } from '#domain/refusal.ts';
import { type CellRefusal, refuse } from './cell-refusal.ts';
import { type Cells, cellAt, isEmpty, isErrorCell } from './cells.ts';
import { errorCell } from './plain-cell.ts';
import { readDate } from './read-date.ts';

/** The components an item means; with 'one', exactly one. */
export type Payers = readonly Component[];
interface PayerRules {
  readonly choice: ItemChoice;
  /** Serial numbers of days count from 1904. */
  readonly date1904: boolean;
}

/**
 * Finds the components for each cell: item and date are looked up once a distinct pair, not once a
 * cell. What is wrong with a single item or date is wrong with the whole call and is thrown.
 */
export function payerLookup(
  policy: Policy,
  items: Cells | undefined,
  dates: Cells | undefined,
  { choice, date1904 }: PayerRules,
): (row: number, column: number) => Payers | CellRefusal {
  const find = (item: unknown, date: unknown): Payers | CellRefusal =>
    payersOf(policy, item, date, { choice, date1904 });
  if ((items === undefined || items.single) && (dates === undefined || dates.single)) {
    const payers = find(items && cellAt(items, 0, 0), dates && cellAt(dates, 0, 0));
    if (payers instanceof Refusal) throw payers;
    return () => payers;
  }
  const found = new Map<unknown, Map<unknown, Payers | CellRefusal>>();
  return (row, column) => {
    const item = items && cellAt(items, row, column);
    const date = dates && cellAt(dates, row, column);
    let byDate = found.get(item);
    if (byDate === undefined) found.set(item, (byDate = new Map()));
    let payers = byDate.get(date);
    if (payers === undefined) byDate.set(date, (payers = find(item, date)));
    return payers;
  };
}

/** The components that an item's cell and a date's cell mean in this policy. */
export function payersOf(
  policy: Policy,
  item: unknown,
  date: unknown,
  { choice, date1904 }: PayerRules,
): Payers | CellRefusal {
  if (isErrorCell(item)) return errorCell('item', item);
  const day = dayOf(date, date1904);
  if (day instanceof Refusal) return day;
  const found = componentsOfItem(policy, itemText(item), day, choice);
  return found.ok ? found.value : refuse(found.error);
}

/** Every component in force on a date's cell. Throws what is wrong with it. */
export function payersOn(policy: Policy, date: unknown, date1904: boolean): Payers {
  const day = dayOf(date, date1904);
  if (day instanceof Refusal) throw day;
  const found = componentsOn(policy, day);
  if (!found.ok) throw refuse(found.error);
  return found.value;
}

/** The category that an item's cell in a portfolio stands for. */
export function holdingKey(policy: Policy, item: unknown): string | CellRefusal {
  if (isErrorCell(item)) return errorCell('items', item);
  const found = categoryOfItem(policy, itemText(item));
  return found.ok ? found.value : refuse(found.error);
}

const dayOf = (date: unknown, date1904: boolean): LocalDate | null | CellRefusal =>
  isEmpty(date) ? null : readDate(date, date1904);
const itemText = (item: unknown): string => (isEmpty(item) ? '' : String(item).trim());
