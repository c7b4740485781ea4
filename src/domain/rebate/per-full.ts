import { int16At, float64At, numberAt, itemAt } from '../columns.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import type { Edge } from '../policy/policy.ts';
import type { OrderBook } from './order-book.ts';
import type { CategoryRoles, MeasuredTiers, Standing, Stretch } from './standing.ts';
import { type TierWalk, tierOfUnits, unitsInTier, unitsToNext } from './tier-walk.ts';

/**
 * 每满: each full threshold of tier sales pays the bonus; refunds reduce the count.
 *
 *     1万 for each full 100万:   250万 → 2万,   450万 → 4万
 */
export function perFullStandings(
  walk: TierWalk,
  book: OrderBook,
  roles: CategoryRoles,
  stretch: Stretch,
  measured: MeasuredTiers | null,
): readonly Standing[] {
  const none = roles.units.length - 1;
  const bonus = walk.component.tiers[0]?.bonus ?? 0;
  const out: Standing[] = [];
  let [sales, units, position] = [0, 0, stretch.countFrom];
  let before = ZERO;
  for (const end of stretch.ends) {
    for (; position < end; position += 1) {
      const c = int16At(book.category, position);
      const of = c < 0 ? none : c;
      const amount = float64At(book.amount, position);
      units += amount * numberAt(roles.units, of);
      if (position >= stretch.earnFrom && roles.earns[of]) sales += amount;
    }
    const fulls = measured === null ? fullsOfUnits(walk, units) : measured.fulls(out.length);
    const earned = new Decimal(bonus).times(fulls);
    out.push({
      sales: fen(sales),
      units: fen(units),
      tier: fulls > 0 ? 1 : 0,
      earned,
      sliceEarned: earned.minus(before),
    });
    before = earned;
  }
  return out;
}

/** How many full thresholds tier sales hold; 超过 asks for a fen more than each. */
export const fullsOfUnits = (walk: TierWalk, units: number): number =>
  fullsOf(new Decimal(units), boundOf(walk), walk.component.edge);

/** The threshold in units of the walk. */
const boundOf = (walk: TierWalk): Decimal =>
  walk.taxDivisor.times(itemAt(walk.component.tiers, 0).threshold).times(walk.scale);

export function fullsOf(value: Decimal, bound: Decimal, edge: Edge): number {
  if (value.lte(0) || bound.lte(0)) return 0;
  const fulls = value.div(bound).toSignificantDigits(40);
  return (edge === 'at' ? fulls.floor() : fulls.ceil().minus(1)).toNumber();
}

/** Tier sales at which the count becomes `fulls`, the smallest whole number of units. */
const unitsOfFulls = (walk: TierWalk, fulls: number): number => {
  const bound = boundOf(walk).times(fulls);
  return (walk.component.edge === 'at' ? bound.ceil() : bound.floor().plus(1)).toNumber();
};

/** Units to the next tier, or to the next full threshold; null in the top tier. */
export const unitsMissing = (walk: TierWalk, units: number): number | null =>
  walk.component.scheme === 'per-full'
    ? unitsOfFulls(walk, fullsOfUnits(walk, units) + 1) - units
    : unitsToNext(walk, units);

/** Order yuan at weight 1 (tax included) that close the gap exactly; null in the top tier. */
export function gapAt(walk: TierWalk, units: number): Fen | null {
  const missing = unitsMissing(walk, units);
  return missing === null ? null : fen(Math.ceil(missing / walk.scale));
}

/** Order yuan at weight 1 that may be refunded without losing the tier, or a full threshold. */
export function cushionAt(walk: TierWalk, units: number): Fen {
  if (walk.component.scheme !== 'per-full')
    return tierOfUnits(walk, units) === 0
      ? NO_FEN
      : fen(Math.floor(unitsInTier(walk, units) / walk.scale));
  const fulls = fullsOfUnits(walk, units);
  return fulls === 0 ? NO_FEN : fen(Math.floor((units - unitsOfFulls(walk, fulls)) / walk.scale));
}
