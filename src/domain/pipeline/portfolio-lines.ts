import { itemAt } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type WalkedWindow, walkedWindows } from '../rebate/walked-window.ts';
import { commonDivisor } from '../forecast/rebate-curve.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { Ratio } from '../money/ratio.ts';
import { isInForce } from '../policy/in-force.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type AddedDeal, rebateWithDeals } from '../rebate/added-deals.ts';
import { isStraight } from '../rebate/straight-components.ts';
import { earns } from '../rebate/component-earnings.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { tierOfUnits, tierWalk, unitsPerFen } from '../rebate/tier-walk.ts';

/** What a portfolio has earned rests on this. */
export interface PortfolioAsOf {
  readonly policy: Policy;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
}

/**
 * What deals added on the as-of day are worth to the whole portfolio, where that is linear in them
 * as long as no component changes tier: whole and increment, several components and categories, one
 * measure of sales. The constants are measured by full recomputation, so a line is true to the fen
 * that each component's rounding leaves.
 */
export interface PortfolioLine {
  /** Added tier sales, in units of fen ÷ scale. */
  readonly low: number;
  readonly high: number;
  /** Rebate of all payouts with deals D: (constant + Σ slope[category] × amount) ÷ denominator. */
  readonly slopes: ReadonlyMap<string, bigint>;
  readonly constant: bigint;
  readonly denominator: bigint;
  /** Tier of each component on this line. */
  readonly tiers: ReadonlyMap<Component, number>;
}

export interface PortfolioLines {
  readonly lines: readonly PortfolioLine[];
  /** Units that a fen of the category adds, by category key. */
  readonly units: ReadonlyMap<string, number>;
  /** Units missing to the next tier of each component; none in its top tier. */
  readonly missing: ReadonlyMap<Component, number>;
}

/** null when the portfolio is not of that kind: only trying sets one by one is exact then. */
export function portfolioLines(
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
  categories: readonly string[],
): PortfolioLines | null {
  const keys = [...new Set(categories.map(categoryKey))];
  const inForce = policy.components.filter((component) => isInForce(component, asOf));
  const touched = inForce.filter(
    (component) =>
      !isStraight(component) ||
      keys.some((key) => earns(component, key) || unitsPerFen(tierWalk(component), key) !== 0),
  );
  if (
    !touched.every(isLinear) ||
    (touched.some(({ scheme }) => scheme === 'marginal') && !oneMeasureOfAll(touched, keys))
  )
    return null;
  const windows = walkedWindows(policy, book, asOf).filter(
    ({ component, period }) =>
      touched.includes(component) && period.from <= asOf && asOf <= period.to,
  );
  if (windows.length !== touched.length) return null;
  const scale = Math.max(1, ...touched.map((component) => tierWalk(component).scale));
  const units = sharedUnits(windows, keys, scale);
  if (units === null) return null;
  const measuring = keys.find((key) => (units.get(key) ?? 0) > 0);
  const worth = rebateWithDeals(policy, book, asOf);
  const paying = new Set(windows.filter(({ pays }) => pays).map(({ component }) => component));
  const pays = (component: Component): boolean => paying.has(component);
  const lines = stretches(windows, scale, measuring === undefined).map((stretch) =>
    lineOf(
      windows,
      scale,
      stretch,
      keys,
      { key: measuring ?? keys[0] ?? '', units: units.get(measuring ?? '') ?? 0 },
      worth,
      pays,
    ),
  );
  const missing = new Map(
    windows.flatMap(({ component, units: reached, tier }) => {
      const { entries, scale: own } = tierWalk(component);
      return tier < entries.length
        ? [[component, ((itemAt(entries, tier) - reached) * scale) / own] as const]
        : [];
    }),
  );
  return { lines, units, missing };
}

/** An increment bends at its baseline, wherever that lies. */
const isLinear = (component: Component): boolean => {
  const { accumulate, stack, cap, floor, baseline } = component;
  return (
    isStraight(component) &&
    accumulate !== 'order' &&
    stack.kind === 'add' &&
    cap === null &&
    floor === null &&
    (baseline === null || baseline.isZero())
  );
};

/** 超额 is linear only where every deal moves the one component that pays it. */
function oneMeasureOfAll(touched: readonly Component[], keys: readonly string[]): boolean {
  const [only] = touched;
  if (only === undefined || touched.length > 1) return false;
  const walk = tierWalk(only);
  return keys.every(
    (key) =>
      earns(only, key) &&
      unitsPerFen(walk, key) > 0 &&
      unitsPerFen(walk, key) === unitsPerFen(walk, itemAt(keys, 0)),
  );
}

/**
 * Units by category, when all components that count any of them count them alike; in units of the
 * finest scale.
 */
function sharedUnits(
  windows: readonly WalkedWindow[],
  keys: readonly string[],
  scale: number,
): ReadonlyMap<string, number> | null {
  const of = (window: WalkedWindow): readonly number[] =>
    keys.map(
      (key) =>
        (unitsPerFen(tierWalk(window.component), key) * scale) / tierWalk(window.component).scale,
    );
  const counting = windows.map(of).filter((units) => units.some((unit) => unit !== 0));
  const [first = keys.map(() => 0)] = counting;
  if (!counting.every((units) => units.every((unit, index) => unit === first[index]))) return null;
  return new Map(keys.map((key, index) => [key, itemAt(first, index)]));
}

interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** Cut where any component changes tier. */
function stretches(
  windows: readonly WalkedWindow[],
  scale: number,
  uncounted: boolean,
): readonly Stretch[] {
  if (uncounted) return [{ low: -Infinity, high: Infinity }];
  const starts = windows.flatMap(({ component, units }) => {
    const walk = tierWalk(component);
    return walk.entries.map((entry) => ((entry - units) * scale) / walk.scale);
  });
  const cuts = [-Infinity, ...[...new Set(starts)].sort((a, b) => a - b)];
  return cuts.map((low, index) => ({ low, high: (cuts[index + 1] ?? Infinity) - 1 }));
}

interface Measure {
  readonly key: string;
  readonly units: number;
}

function lineOf(
  windows: readonly WalkedWindow[],
  scale: number,
  { low, high }: Stretch,
  keys: readonly string[],
  measure: Measure,
  worth: (deals: readonly AddedDeal[]) => Fen,
  pays: (component: Component) => boolean,
): PortfolioLine {
  const inside = low <= 0 && high >= 0 ? 0 : low > 0 ? low : high;
  const tiers = new Map(
    windows.map(({ component, units }) => [
      component,
      tierOfUnits(tierWalk(component), units + (inside * tierWalk(component).scale) / scale),
    ]),
  );
  const rates = (key: string): readonly Ratio[] =>
    [...tiers]
      .filter(([component]) => earns(component, key) && pays(component))
      .map(([component, tier]) => itemAt(tierWalk(component).earn, tier));
  const denominator = keys
    .flatMap(rates)
    .reduce(
      (common, { denominator: own }) => (common / commonDivisor(common, BigInt(own))) * BigInt(own),
      1n,
    );
  const slope = (key: string): bigint =>
    rates(key).reduce(
      (sum, { numerator, denominator: own }) =>
        sum + BigInt(numerator) * (denominator / BigInt(own)),
      0n,
    );
  const slopes = new Map(keys.map((key) => [key, slope(key)]));
  const probe =
    measure.units > 0
      ? inside >= 0
        ? Math.ceil(inside / measure.units)
        : Math.floor(inside / measure.units)
      : 0;
  const measured = worth(probe === 0 ? [] : [{ amount: fen(probe), category: measure.key }]);
  return {
    low,
    high,
    slopes,
    tiers,
    denominator,
    constant: BigInt(measured) * denominator - (slopes.get(measure.key) ?? 0n) * BigInt(probe),
  };
}
