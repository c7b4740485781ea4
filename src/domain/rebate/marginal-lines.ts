import { itemAt, int16At, float64At, numberAt } from '../columns.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { ratioDecimal } from '../money/ratio.ts';
import { roundFen } from '../money/rounding.ts';
import type { CategoryRoles } from './component-earnings.ts';
import type { ComponentOrders } from './component-orders.ts';
import type { OrderBook } from './order-book.ts';
import { type TierWalk, tierOfUnits, tierWalk, unitsByTier } from './tier-walk.ts';
import type { RunSlice, WindowRun } from './window-run.ts';

/**
 * The sales of a marginal window by the tier they fell into, in order of day: what the working
 * shows. The figure itself comes from the standing; what the lines miss of it (orders rounded one
 * by one) is put on the last line.
 */
export function marginalByTier(
  run: WindowRun,
  last: RunSlice,
  { book, roles }: Pick<ComponentOrders, 'book' | 'roles'>,
): readonly { tier: number; sales: Fen; rebate: Decimal }[] {
  const walk = tierWalk(run.component);
  const exact = salesByTier(
    walk,
    roles,
    book,
    run.stretch.countFrom,
    run.stretch.earnFrom,
    run.stretch.ends.at(-1) ?? 0,
  );
  const lines: { tier: number; sales: Fen; rebate: Decimal }[] = [];
  let sum = ZERO;
  let shown = 0;
  let earned = ZERO;
  exact.forEach((sales, tier) => {
    if (sales.isZero()) return;
    sum = sum.plus(sales);
    const upTo = roundFen(sum, 'half-up');
    const rebate = sales.times(ratioDecimal(itemAt(walk.earn, tier)));
    lines.push({ tier, sales: fen(upTo - shown), rebate });
    earned = earned.plus(rebate);
    shown = upTo;
  });
  const final = lines.at(-1);
  if (final !== undefined) final.rebate = final.rebate.plus(last.earned.minus(earned));
  return lines;
}

function salesByTier(
  walk: TierWalk,
  roles: CategoryRoles,
  book: OrderBook,
  from: number,
  earnFrom: number,
  end: number,
): readonly Decimal[] {
  const inTier = walk.earn.map(() => 0);
  const split: Decimal[] = walk.earn.map(() => ZERO);
  const none = roles.units.length - 1;
  let units = 0;
  for (let position = from; position < end; position += 1) {
    const c = int16At(book.category, position);
    const of = c < 0 ? none : c;
    const amount = float64At(book.amount, position);
    const before = tierOfUnits(walk, units);
    const moved = units + amount * numberAt(roles.units, of);
    const after = tierOfUnits(walk, moved);
    if (position >= earnFrom && roles.earns[of]) {
      if (before === after) inTier[after] = numberAt(inTier, after) + amount;
      else splitOrder(walk, split, amount, units, moved);
    }
    units = moved;
  }
  return split.map((part, tier) => part.plus(numberAt(inTier, tier)));
}

/**
 * An order that crosses thresholds, in proportion to the tier sales it moves through each tier
 * (backwards for a refund).
 */
function splitOrder(
  walk: TierWalk,
  split: Decimal[],
  amount: number,
  from: number,
  to: number,
): void {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const perUnit = new Decimal(amount).div(high - low);
  unitsByTier(walk, low, high).forEach((units, tier) => {
    split[tier] = (split[tier] ?? ZERO).plus(units.times(perUnit));
  });
}
