import { float64At, itemAt } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal } from '../money/decimal.ts';
import { type Fen, fen, subtractFen } from '../money/fen.ts';
import type { Component, Policy, Tier } from '../policy/policy.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import { tierWalk, unitsPerFen } from '../rebate/tier-walk.ts';
import type { Window } from '../rebate/window.ts';
import { walkedWindows } from '../rebate/walked-window.ts';
import type { AdviceInput } from './advice-basis.ts';

/**
 * The smallest change of one clause that moves a window to the tier above or below, and what it
 * does to the rebate.
 */
export type Flip =
  | {
      readonly kind: 'threshold';
      readonly window: Window;
      readonly direction: 'up' | 'down';
      readonly from: Fen;
      readonly to: Fen;
      readonly relative: Decimal;
      readonly effect: Fen;
    }
  | {
      readonly kind: 'weight';
      readonly window: Window;
      readonly direction: 'up' | 'down';
      readonly category: string;
      readonly from: Decimal;
      readonly to: Decimal;
      readonly relative: Decimal;
      readonly effect: Fen;
    };

/**
 * Weights are stated to the thousandth: the change is rounded away from the present weight, so that
 * it surely flips.
 */
const WEIGHT_PLACES = 3;

/**
 * Smallest relative change first. The effect is the difference of two full recomputations under the
 * two policies.
 */
export function flips(input: AdviceInput): readonly Flip[] {
  const windows = input.rebate.windows.filter(
    (window) => window.open && window.component.accumulate !== 'order',
  );
  // Components on one measure of sales stand in one row of the vendor's table: a clause changes for
  // all of them.
  const speaking = windows.filter(
    (window, index) =>
      windows.findIndex(
        (other) =>
          sameMeasure(other.component, window.component) &&
          other.period.from === window.period.from,
      ) === index,
  );
  return speaking
    .flatMap((window) => [...thresholdFlips(input, window), ...weightFlips(input, window)])
    .sort((a, b) => a.relative.cmp(b.relative));
}

/** Whether two components go by the same sales, thresholds and period. */
export function sameMeasure(a: Component, b: Component): boolean {
  const of = ({ tiers, counts, accumulate, edge, base, taxRate }: Component): string =>
    JSON.stringify([
      tiers.map(({ threshold }) => threshold),
      counts,
      accumulate,
      edge,
      base,
      base === 'net' ? taxRate : null,
    ]);
  return of(a) === of(b);
}

function effectOf(
  { policy, book, asOf }: AdviceInput,
  component: Component,
  change: (component: Component) => Component,
): Fen {
  const other: Policy = {
    ...policy,
    components: policy.components.map((one) => (sameMeasure(one, component) ? change(one) : one)),
  };
  return subtractFen(totalRebate(other, book, asOf), totalRebate(policy, book, asOf));
}

/** The threshold that these sales would just reach, and the one that they would just miss. */
function thresholdFlips(input: AdviceInput, window: Window): readonly Flip[] {
  const { component, tierSales, tier } = window;
  const moved = (index: number, threshold: Fen, direction: 'up' | 'down'): readonly Flip[] => {
    const own = component.tiers[index];
    const raised = (of: Component): readonly Tier[] =>
      of.tiers.map((one, at) => (at === index ? { ...one, threshold } : one));
    const tiers = raised(component);
    const ascending = tiers.every(
      (one, at) => at === 0 || itemAt(tiers, at - 1).threshold < one.threshold,
    );
    if (own === undefined || own.threshold <= 0 || threshold < 0 || !ascending) return [];
    const relative = new Decimal(threshold).minus(own.threshold).abs().div(own.threshold);
    return [
      {
        kind: 'threshold',
        window,
        direction,
        from: own.threshold,
        to: threshold,
        relative,
        effect: effectOf(input, component, (one) => ({ ...one, tiers: raised(one) })),
      },
    ];
  };
  // At: sales equal to the threshold are in. Above: they are not yet.
  const reached = component.edge === 'at' ? tierSales : tierSales - 1;
  return [...moved(tier, fen(reached), 'up'), ...moved(tier - 1, fen(reached + 1), 'down')];
}

/**
 * For each category that sets the tier: its weight at which the next tier is just reached, or the
 * present one just lost.
 */
function weightFlips(input: AdviceInput, window: Window): readonly Flip[] {
  const walked = walkedWindows(input.policy, input.book, input.asOf).find(
    ({ id }) => id === window.id,
  );
  if (walked === undefined) return [];
  const { component, units, tier } = walked;
  const walk = tierWalk(component);
  // The weight holds in every window, and in others there may be more sales than in this one.
  let all = 0;
  for (let position = 0; position < input.book.amount.length; position += 1)
    all += Math.abs(float64At(input.book.amount, position));
  return input.book.categories.flatMap((category, index): readonly Flip[] => {
    const own = unitsPerFen(walk, categoryKey(category)) / walk.scale;
    let sales = 0;
    for (let position = walked.countFrom; position < walked.end; position += 1)
      if (input.book.category[position] === index) sales += float64At(input.book.amount, position);
    if (sales <= 0 || own <= 0) return [];
    const weightAt = (entry: number, towards: 'ceil' | 'floor'): Decimal =>
      new Decimal(own)
        .plus(new Decimal(entry - units).div(walk.scale).div(sales))
        .toDecimalPlaces(
          WEIGHT_PLACES,
          towards === 'ceil' ? Decimal.ROUND_CEIL : Decimal.ROUND_FLOOR,
        );
    const next = walk.entries[tier];
    // So far that weighted sales would leave the exact whole numbers: nobody's weight.
    const isExact = (reach: number): boolean =>
      reach * 10 ** WEIGHT_PLACES <= Number.MAX_SAFE_INTEGER / 2;
    if (!isExact(units)) return [];
    const up =
      next !== undefined && isExact(next)
        ? [{ direction: 'up' as const, to: weightAt(next, 'ceil') }]
        : [];
    const down =
      tier === 0
        ? []
        : [
            {
              direction: 'down' as const,
              to: weightAt(itemAt(walk.entries, tier - 1) - 1, 'floor'),
            },
          ];
    return [...up, ...down]
      .filter(({ to }) => to.gte(0) && isExact(to.times(all).toNumber()))
      .map(({ direction, to }) => ({
        kind: 'weight',
        window,
        direction,
        category,
        from: new Decimal(own),
        to,
        relative: to.minus(own).abs().div(own),
        effect: effectOf(input, component, (one) => withWeight(one, category, to)),
      }));
  });
}

const withWeight = (component: Component, category: string, weight: Decimal): Component => ({
  ...component,
  counts: {
    ...component.counts,
    weights: { ...component.counts.weights, [categoryKey(category)]: weight },
  },
});
