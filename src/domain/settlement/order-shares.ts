import type { LocalDate } from '../calendar/local-date.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type Ratio, ratioDecimal } from '../money/ratio.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type CategoryRoles, categoryRoles } from '../rebate/component-earnings.ts';
import { type OrderBook, endOfDay, pick } from '../rebate/order-book.ts';
import { type TierWalk, tierOfUnits, tierWalk } from '../rebate/tier-walk.ts';
import { type WindowRun, payable, runComponent, wins } from '../rebate/window-run.ts';

/**
 * What one order earns in one component: exact fen, before rounding. Bonus, floor and cap belong to
 * no single order.
 */
export interface OrderShare {
  readonly component: Component;
  readonly exact: Decimal;
}

/** Shares by position of the book. */
export type OrderShares = ReadonlyMap<number, readonly OrderShare[]>;

/**
 * The rebate of a period taken apart into its orders: at the tier reached by the end of the order's
 * pay period (whole, increment), or along the running sales (marginal).
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
  const take =
    (component: Component) =>
    (position: number, exact: Decimal): void => {
      const known = shares.get(position);
      if (known) known.push({ component, exact });
      else shares.set(position, [{ component, exact }]);
    };
  for (const component of policy.components) {
    if (component.accumulate === 'order')
      sharesByOrder(component, policy, book, asOf, wanted, take(component));
    else sharesOfRuns(component, component.accumulate, policy, book, asOf, wanted, take(component));
  }
  return shares;
}

/** Each share rounded as its component says, added up. */
export const roundedShares = (shares: readonly OrderShare[]): Fen =>
  fen(
    shares.reduce((sum, { component, exact }) => sum + roundFen(exact, component.rounding.mode), 0),
  );

type Take = (position: number, exact: Decimal) => void;

function sharesOfRuns(
  component: Component,
  accumulate: Parameters<typeof runComponent>[1],
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
  wanted: (position: number) => boolean,
  take: Take,
): void {
  const rivals = policy.components
    .filter(
      (other) =>
        other !== component &&
        other.stack.kind === 'highest' &&
        component.stack.kind === 'highest' &&
        other.stack.group === component.stack.group,
    )
    .map((rival) =>
      runComponent({ ...rival, pay: component.pay }, accumulate, book, policy.facts, asOf),
    );
  const roles = categoryRoles(component, book.categories);
  for (const run of runComponent(component, accumulate, book, policy.facts, asOf)) {
    if (payable(run))
      sharesOfRun(run, roles, book, (slice) => wins(run, slice, rivals), wanted, take);
  }
}

function sharesOfRun(
  run: WindowRun,
  roles: CategoryRoles,
  book: OrderBook,
  paid: (slice: number) => boolean,
  wanted: (position: number) => boolean,
  take: Take,
): void {
  const walk = tierWalk(run.component);
  const none = roles.units.length - 1;
  let [position, units, sales] = [run.stretch.countFrom, 0, 0];
  run.slices.forEach((slice, index) => {
    const pays = paid(index);
    for (; position < (run.stretch.ends[index] as number); position += 1) {
      const category = book.category[position] as number;
      const of = category < 0 ? none : category;
      const amount = book.amount[position] as number;
      const moved = units + amount * (roles.units[of] as number);
      if (position >= run.stretch.earnFrom && roles.earns[of]) {
        if (pays && wanted(position))
          take(
            position,
            shareOf(walk, {
              amount,
              units,
              moved,
              sales,
              tier: slice.tier,
              unitsPerFen: roles.units[of] as number,
            }),
          );
        sales += amount;
      }
      units = moved;
    }
  });
}

interface Step {
  readonly amount: number;
  /** Tier sales before and after the order. */
  readonly units: number;
  readonly moved: number;
  /** Earning sales before it. */
  readonly sales: number;
  /** Reached by the end of the pay period. */
  readonly tier: number;
  readonly unitsPerFen: number;
}

function shareOf(walk: TierWalk, step: Step): Decimal {
  const { amount, units, moved, sales, tier } = step;
  if (walk.component.scheme === 'whole') return rateOf(walk, tier).times(amount);
  if (walk.component.scheme === 'increment') {
    const baseline = walk.taxDivisor.times(walk.component.baseline ?? 0);
    const above = (total: number): Decimal => Decimal.max(new Decimal(total).minus(baseline), 0);
    return tier === 0 ? ZERO : rateOf(walk, tier).times(above(sales + amount).minus(above(sales)));
  }
  if (moved === units) return rateOf(walk, tierOfUnits(walk, units)).times(amount);
  const rise = walk.schedule.exactAt(moved) - walk.schedule.exactAt(units);
  return new Decimal(rise.toString())
    .times(walk.scale)
    .div(walk.schedule.denominator)
    .div(step.unitsPerFen);
}

const rateOf = (walk: TierWalk, tier: number): Decimal => ratioDecimal(walk.earn[tier] as Ratio);

/** 累计周期 = 单: an order and the refunds that carry its number are a window of their own. */
function sharesByOrder(
  component: Component,
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
  wanted: (position: number) => boolean,
  take: Take,
): void {
  const roles = categoryRoles(component, book.categories);
  const groups = new Map<string, number[]>();
  const end = endOfDay(book, asOf);
  for (let position = 0; position < end; position += 1) {
    if (!roles.earns[book.category[position] as number]) continue;
    const id = book.orderId(position);
    const key = id === '' ? `row ${position}` : id;
    const known = groups.get(key);
    if (known) known.push(position);
    else groups.set(key, [position]);
  }
  for (const positions of groups.values()) {
    if (!positions.some(wanted)) continue;
    const own = pick(book, Int32Array.from(positions));
    for (const run of runComponent(component, 'once', own, policy.facts, asOf)) {
      if (payable(run))
        sharesOfRun(
          run,
          roles,
          own,
          () => true,
          (at) => wanted(positions[at] as number),
          (at, exact) => take(positions[at] as number, exact),
        );
    }
  }
}
