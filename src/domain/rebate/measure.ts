import { int16At, float64At, numberAt, int32At } from '../columns.ts';
import { type LocalDate } from '../calendar/local-date.ts';
import { addDays } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import { categoryKey } from '../catalog/category.ts';
import { idKey } from '../ledger/id-key.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { categoryWeight } from '../policy/category-terms.ts';
import { type Facts, factFor, periodsOfFact } from '../policy/facts.ts';
import type { Component, Measure } from '../policy/policy.ts';
import type { ComponentOrders } from './component-orders.ts';
import { ledgerRows } from './ledger-rows.ts';
import { endOfDay } from './order-book.ts';
import { pastMissing, reachesBack, wholePeriod, windowBefore } from './earlier-windows.ts';
import type { BlockedFact } from './rebate.facts.ts';
import { tierWalk } from './tier-walk.ts';

/**
 * 定档指标 and 回看: what the thresholds of a window are compared with.
 *
 *     新客数 · 上期     April had 0, May 4: May is paid at the first tier, June at that of 4
 *     占比 高端         350,000 ÷ 1,000,000 = 0.35
 *     指标 续费率       what the facts say for the window
 *
 * Tier sales are in units of the walk, counts are whole, shares 0…1; null: 0 ÷ 0, no tier at all.
 */
type Measured =
  | { readonly ok: true; readonly value: Decimal | null }
  | { readonly ok: false; readonly error: BlockedFact };

/** Stretches of days, of which the last is the current window up to a day. */
interface MeasuredDays {
  readonly days: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** The first of them as a period, and the period of the facts. */
  readonly first: Period;
}

/** The windows a measure is taken of. `countsFrom` and `end` bound the current one. */
export function measuredDays(
  component: Component,
  window: Period,
  countsFrom: LocalDate,
  end: LocalDate,
): MeasuredDays {
  const whole = wholePeriod(component, window);
  const current = { from: countsFrom, to: end };
  const { lag } = component;
  if (lag.kind === 'current') return { days: [current], first: whole };
  if (lag.kind === 'previous') {
    const before = windowBefore(component, whole, 1);
    return { days: [before], first: before };
  }
  const windows = lag.kind === 'last' ? lag.windows : 1;
  const earlier = Array.from({ length: windows - 1 }, (_, index) =>
    windowBefore(component, whole, windows - 1 - index),
  );
  return { days: [...earlier, current], first: earlier[0] ?? whole };
}

/** The measure of a component over these days, or why the ledger cannot show it. */
export function measure(
  component: Component,
  orders: ComponentOrders,
  over: MeasuredDays,
  window: Period,
  facts: Facts,
): Measured {
  if (component.lag.kind !== 'current' && component.measure.kind !== 'fact') {
    const first = firstDayOf(orders);
    if (!reachesBack(first, over.first))
      return { ok: false, error: pastMissing(component, 'lag', over.first, first) };
  }
  return measureOf(component.measure, component, orders, over, window, facts);
}

export function measureOf(
  what: Measure,
  component: Component,
  orders: ComponentOrders,
  over: MeasuredDays,
  window: Period,
  facts: Facts,
): Measured {
  switch (what.kind) {
    case 'sales':
      return shown(new Decimal(unitsIn(orders, over)));
    case 'share':
      return shown(shareOf(what.category, component, orders, over));
    case 'fact': {
      const period =
        component.lag.kind === 'previous' ? over.first : wholePeriod(component, window);
      const fact = factFor(facts, what.name, period, component.yearStart);
      return fact === undefined
        ? {
            ok: false,
            error: {
              code: 'rebate.fact-missing',
              component: component.name,
              name: what.name,
              clause: 'measure',
              window: period.label,
              periods: periodsOfFact(facts, what.name),
            },
          }
        : shown(fact.value);
    }
    case 'orders':
      return shown(distinct(orders, over, orderKey(orders)));
    case 'customers':
    case 'new-customers':
      return hasCustomers(orders)
        ? shown(distinct(orders, over, customerKey(orders, what.kind === 'new-customers')))
        : { ok: false, error: { code: 'rebate.no-customers', component: component.name } };
  }
}

const shown = (value: Decimal | null): Measured => ({ ok: true, value });

export const firstDayOf = ({ book }: ComponentOrders): LocalDate | null =>
  book.ledger === undefined
    ? ((book.day[0] as LocalDate | undefined) ?? null)
    : ledgerRows(book.ledger).firstDay();

/** Tier sales of these days, in units of the walk. */
export function unitsIn(
  { book, roles }: ComponentOrders,
  { days }: Pick<MeasuredDays, 'days'>,
): number {
  let units = 0;
  const none = roles.units.length - 1;
  eachPosition(
    book.size,
    days,
    (day) => endOfDay(book, day),
    (position) => {
      const c = int16At(book.category, position);
      units += float64At(book.amount, position) * numberAt(roles.units, c < 0 ? none : c);
    },
  );
  return units;
}

function eachPosition(
  size: number,
  days: MeasuredDays['days'],
  endOf: (day: LocalDate) => number,
  visit: (position: number) => void,
): void {
  for (const { from, to } of days) {
    const end = Math.min(endOf(to), size);
    for (let position = endOf(addDays(from, -1)); position < end; position += 1) visit(position);
  }
}

/** Positions that count, in these days. */
function eachCounting(
  { book, roles }: ComponentOrders,
  { days }: MeasuredDays,
  visit: (position: number, amount: number) => void,
): void {
  eachPosition(
    book.size,
    days,
    (day) => endOfDay(book, day),
    (position) => {
      const c = int16At(book.category, position);
      if (c >= 0 && roles.units[c] !== 0) visit(position, float64At(book.amount, position));
    },
  );
}

/** How many keys have something left after refunds. */
function distinct(
  orders: ComponentOrders,
  over: MeasuredDays,
  keyOf: (position: number) => string | null,
): Decimal {
  const left = new Map<string, number>();
  eachCounting(orders, over, (position, amount) => {
    const key = keyOf(position);
    if (key !== null) left.set(key, (left.get(key) ?? 0) + amount);
  });
  let count = 0;
  for (const amount of left.values()) if (amount > 0) count += 1;
  return new Decimal(count);
}

function orderKey({ book }: ComponentOrders): (position: number) => string {
  const rows = book.ledger && ledgerRows(book.ledger);
  return (position) => {
    const row = int32At(book.ledgerIndex, position);
    const original = row < 0 || rows === undefined ? -1 : rows.originalOf(row);
    const id =
      original >= 0 && original !== row
        ? (rows?.ledger.orderId[original] ?? '')
        : book.orderId(position);
    return id === '' ? `#${original >= 0 ? original : position}` : idKey(id);
  };
}

const hasCustomers = ({ book }: ComponentOrders): boolean =>
  book.ledger?.sheets.some(({ columns }) => columns.customer !== undefined) ?? false;

const NEW_FOR_MONTHS = 12;

function customerKey(
  { book }: ComponentOrders,
  onlyNew: boolean,
): (position: number) => string | null {
  const rows = book.ledger && ledgerRows(book.ledger);
  return (position) => {
    const row = int32At(book.ledgerIndex, position);
    if (row < 0 || rows === undefined) return null;
    const original = rows.originalOf(row);
    const judged = original < 0 ? row : original;
    const day = (original < 0 ? book.day[position] : rows.ledger.day[judged]) as LocalDate;
    if (onlyNew && !rows.isNewCustomer(judged, NEW_FOR_MONTHS, day)) return null;
    const customer = rows.customerOf(judged);
    return customer === '' ? null : customer;
  };
}

/** Σ of the category ÷ Σ of Counts, unweighted. */
function shareOf(
  category: string,
  component: Component,
  orders: ComponentOrders,
  over: MeasuredDays,
): Decimal | null {
  const { book, roles } = orders;
  const key = categoryKey(category);
  const own = book.categories.map((name) => categoryKey(name) === key);
  let part = 0;
  let all = 0;
  eachPosition(
    book.size,
    over.days,
    (day) => endOfDay(book, day),
    (position) => {
      const c = int16At(book.category, position);
      if (c < 0) return;
      const amount = float64At(book.amount, position);
      const counts = roles.units[c] !== 0;
      if (counts) all += amount;
      if (own[c] === true && (counts || !countsAnyway(component, key))) part += amount;
    },
  );
  return all <= 0 ? null : new Decimal(part).div(all);
}

/** A category outside Counts is measured by all its sales. */
const countsAnyway = ({ counts }: Component, key: string): boolean =>
  !categoryWeight(counts, key).isZero();

/** The tier of a measured level: thresholds in its unit, 达到 or 超过. */
export function tierOfLevel(component: Component, value: Decimal | null): number {
  if (value === null) return 0;
  if (component.measure.kind === 'sales') {
    const { entries } = tierWalk(component);
    return entries.filter((entry) => value.gte(entry)).length;
  }
  const { edge } = component;
  const reached = component.tiers.filter(({ level }) =>
    edge === 'at' ? value.gte(level ?? ZERO) : value.gt(level ?? ZERO),
  );
  return reached.length;
}
