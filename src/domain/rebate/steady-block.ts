import { isInTier, type TierWalk } from './tier-walk.ts';
import type { Sums } from './sums-to-position.ts';

/** Orders that are tried together, from a multiple of as many on: the sums up to there are kept. */
const BLOCK = 1 << 12;
/** Fewer are walked sooner than tried. */
export const FEWEST = 1 << 8;

/** Behind the orders that are tried together with the one at `position`. */
export const endOfBlock = (position: number, end: number): number =>
  Math.min(end, (Math.floor(position / BLOCK) + 1) * BLOCK);

/**
 * Tier sales after orders that cannot leave the tier, in whichever order they stand: not with all
 * refunds first, nor with all refunds last. `undefined` where they might.
 *
 * @param units - tier sales before them, in units of the walk
 * @param weights - units a fen counts, by category
 * @param before - sums of the book up to the first of them
 * @param after - sums up to the last
 */
export function unitsInTierAfter(
  walk: TierWalk,
  tier: number,
  units: number,
  weights: readonly number[],
  before: Sums,
  after: Sums,
): number | undefined {
  let [least, most] = [units, units];
  for (const [of, weight] of weights.entries()) {
    const refunds = after.refunds[of]! - before.refunds[of]!;
    least += refunds * weight;
    most += (after.all[of]! - before.all[of]! - refunds) * weight;
  }
  const stays =
    Number.isSafeInteger(least) &&
    Number.isSafeInteger(most) &&
    isInTier(walk, tier, least) &&
    isInTier(walk, tier, most);
  return stays ? least + most - units : undefined;
}
