import { categoryWeight } from '../policy/category-terms.ts';
import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, addFen, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { isAlwaysInForce, isInForce } from '../policy/in-force.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { earns } from './component-earnings.ts';
import { type OrderBook, endOfDay } from './order-book.ts';
import type { OrderWindows } from './order-windows.ts';
import { type AddedDeal, gainOfDeals } from './added-deals.ts';
import { type Part, runPolicy, totalOf } from './policy-run.ts';
import { cushionFrom, gapFrom, tierSalesOf, tierWalk, unitsToNext } from './tier-walk.ts';
import { type Payout, type RebateToDate, type Unpaid, type Window, windowId } from './window.ts';
import { linesOf } from './window-lines.ts';
import { type RunSlice, type WindowRun, payable } from './window-run.ts';

/** Every window, every payout and the total up to and including the as-of day. */
export function rebateToDate(policy: Policy, book: OrderBook, asOf: LocalDate): RebateToDate {
  const parts = runPolicy(policy, book, asOf);
  const gain = gainOfDeals(policy, book, asOf);
  const windows = parts.map((part) =>
    'run' in part ? windowOf(part, book, gain) : orderWindow(part),
  );
  return {
    windows,
    payouts: payoutsByPeriod(parts),
    unpaid: unpaidOrders(policy, book, asOf),
    total: totalOf(parts),
  };
}

function windowOf(
  part: Extract<Part, { run: WindowRun }>,
  book: OrderBook,
  gain: (deals: readonly AddedDeal[]) => Fen,
): Window {
  const { run } = part;
  const { component } = run;
  const walk = tierWalk(component);
  const last = run.slices.at(-1);
  const tier = last?.tier ?? 0;
  const units = last?.units ?? 0;
  const missing = unitsToNext(walk, units);
  const pays = payable(run) && part.winsLast;
  return {
    id: windowId(run),
    component,
    period: run.period,
    open: run.open,
    tier,
    sales: roundFen(new Decimal(last?.sales ?? 0).div(walk.taxDivisor), 'half-up'),
    tierSales: tierSalesOf(walk, units),
    rate: component.tiers[tier - 1]?.rate ?? ZERO,
    rebate: pays && last !== undefined ? roundFen(last.entitled, component.rounding.mode) : NO_FEN,
    nextThreshold: component.tiers[tier]?.threshold ?? null,
    gap: gapFrom(walk, units),
    gain: missing === null || !run.open ? null : gainOfClosing(component, book, missing, gain),
    cushion: cushionFrom(walk, units),
    lines: last === undefined ? [] : linesOf(run, last as RunSlice, book, pays),
    blocked: blockedBy(run, part.winsLast),
  };
}

function blockedBy(run: WindowRun, winsLast: boolean): Window['blocked'] {
  if (run.gate === 'gate-unmet' || run.gate === 'gate-unknown') return run.gate;
  return winsLast ? null : 'stacked-out';
}

/**
 * What the whole portfolio earns more when the gap is closed on the as-of day with sales of this
 * component.
 */
function gainOfClosing(
  component: Component,
  book: OrderBook,
  missingUnits: number,
  gain: (deals: readonly AddedDeal[]) => Fen,
): Fen {
  const order = closingOrder(component, book, missingUnits);
  return order === null ? NO_FEN : gain([order]);
}

/**
 * The order that closes a gap: of the component's own category, and of those the one that counts
 * most.
 */
export function closingOrder(
  component: Component,
  book: OrderBook,
  missingUnits: number,
): { readonly category: string; readonly amount: Fen } | null {
  const walk = tierWalk(component);
  const weight = (name: string): Decimal => categoryWeight(component.counts, categoryKey(name));
  const own =
    component.categories === 'all' ? book.categories : Object.values(component.categories);
  const counting = (names: readonly string[]): readonly string[] =>
    names.filter((name) => weight(name).gt(0));
  const candidates =
    [counting(own), counting(book.categories), Object.keys(component.counts.weights)].find(
      (names) => names.length > 0,
    ) ?? [];
  const best = [...candidates].sort((a, b) => weight(b).cmp(weight(a)))[0];
  if (best === undefined || weight(best).lte(0)) return null;
  return {
    category: best,
    amount: fen(Math.ceil(missingUnits / weight(best).times(walk.scale).toNumber())),
  };
}

function orderWindow(part: OrderWindows & { readonly component: Component }): Window {
  const { component, period, open, sales, tier, rebate } = part;
  return {
    id: windowId(part),
    component,
    period,
    open,
    sales,
    tierSales: sales,
    tier,
    rebate,
    rate: component.tiers[tier - 1]?.rate ?? ZERO,
    nextThreshold: null,
    gap: null,
    gain: null,
    cushion: NO_FEN,
    lines: [],
    blocked: null,
  };
}

function payoutsByPeriod(parts: readonly Part[]): readonly Payout[] {
  const byPeriod = new Map<
    string,
    { period: Period; rebate: Fen; trueUp: Fen; parts: Payout['parts'][number][] }
  >();
  for (const part of parts) {
    const component = 'run' in part ? part.run.component : part.component;
    const window = 'run' in part ? part.run.period : part.period;
    for (const { pay, rebate, trueUp } of part.payouts) {
      const key = `${pay.from}:${pay.to}`;
      const known = byPeriod.get(key) ?? { period: pay, rebate: NO_FEN, trueUp: NO_FEN, parts: [] };
      known.rebate = addFen(known.rebate, rebate);
      known.trueUp = addFen(known.trueUp, trueUp);
      known.parts.push({ component, window, rebate, trueUp });
      byPeriod.set(key, known);
    }
  }
  return [...byPeriod.values()].sort(
    (a, b) => a.period.from - b.period.from || a.period.to - b.period.to,
  );
}

/**
 * Orders that earn nothing: their category is in no component at all, or in none that is in force
 * on their day.
 */
function unpaidOrders(policy: Policy, book: OrderBook, asOf: LocalDate): readonly Unpaid[] {
  const paying = book.categories.map((name) =>
    policy.components.filter((component) => earns(component, categoryKey(name))),
  );
  const always = paying.map((components) => components.some(isAlwaysInForce));
  const unpaid: Unpaid[] = [];
  const end = endOfDay(book, asOf);
  for (let position = 0; position < end; position += 1) {
    const category = book.category[position] as number;
    if (always[category]) continue;
    const components = paying[category] ?? [];
    const day = book.day[position] as LocalDate;
    if (components.some((component) => isInForce(component, day))) continue;
    unpaid.push({ position, reason: components.length > 0 ? 'no-policy-on-day' : 'not-eligible' });
  }
  return unpaid;
}
