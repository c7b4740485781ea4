import { itemAt } from '../columns.ts';
import { totalChances } from '../forecast/distribution.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import { type TierWalk, tierSalesOf } from '../rebate/tier-walk.ts';

/** Chance of tier sales in each stretch, and where the thresholds are, in the policy's measure. */
export interface TierPicture {
  readonly bars: readonly { readonly from: Fen; readonly to: Fen; readonly chance: Decimal }[];
  readonly thresholds: readonly Fen[];
}

const BARS = 24;

/**
 * Bars of equal width over what is possible, each cut at the thresholds inside it so that no bar
 * straddles one.
 */
export function tierPicture(
  walk: TierWalk,
  units: number,
  steps: readonly number[],
  odds: readonly Decimal[],
): TierPicture {
  const low = steps.reduce((sum, step) => sum + Math.min(step, 0), units);
  const high = steps.reduce((sum, step) => sum + Math.max(step, 0), units);
  const width = Math.max(1, Math.ceil((high - low + 1) / BARS));
  const even = Array.from({ length: BARS }, (_, bar) => low + bar * width).filter(
    (from) => from <= high,
  );
  const cuts = [
    ...new Set([...even, ...walk.entries.filter((entry) => entry > low && entry <= high)]),
  ].sort((a, b) => a - b);
  const chances = totalChances(cuts, units, steps, odds);
  return {
    thresholds: walk.component.tiers.map(({ threshold }) => threshold),
    bars: chances.ok
      ? cuts.map((from, index) => ({
          from: tierSalesOf(walk, from),
          to: tierSalesOf(walk, (cuts[index + 1] ?? high + 1) - 1),
          chance: itemAt(chances.value, index + 1),
        }))
      : [],
  };
}
