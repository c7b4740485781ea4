import { itemAt, int16At, int32At, float64At } from '../columns.ts';
import { type LocalDate, dayAt } from '../calendar/local-date.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { largestRemainder } from '../money/largest-remainder.ts';
import { memberParts } from './claw-back.ts';
import type { ComponentWindow, MemberRun } from './component-windows.ts';
import type { OrderPart } from './order-parts.ts';

/** What one order gets of what its window paid. */
export interface OrderShare {
  /** In the whole book. */
  readonly position: number;
  readonly day: LocalDate;
  readonly share: Fen;
}

/** A window as far as its sharing goes. */
interface SharedWindow {
  readonly window: ComponentWindow;
  readonly payouts: readonly { readonly rebate: Fen; readonly trueUp: Fen }[];
}

/**
 * What a window paid, shared among its orders to the fen: each order's own earnings, and what
 * bonus, floor, caps and top-up add or take in proportion to them; what is odd goes to the largest
 * remainders.
 */
export function sharesOfWindow({ window, payouts }: SharedWindow): readonly OrderShare[] {
  const paid = payouts.reduce((sum, { rebate, trueUp }) => sum + rebate + trueUp, 0);
  const members = window.members.map((member) => ({ member, parts: memberParts(member) }));
  const orders = members.flatMap(({ member, parts }) =>
    parts.map((part) => ({ part, day: dayOf(member, part) })),
  );
  if (orders.length === 0) return paid === 0 ? [] : sharesOfOthers(window, fen(paid));
  const wanted = members.flatMap(({ member, parts }) => wantedOf(member, parts));
  const exact = spread(
    orders.map(({ part }, index) => ({ ...part, exact: itemAt(wanted, index) })),
    new Decimal(paid),
  );
  const shares = largestRemainder(exact, fen(paid));
  return orders.map(({ part, day }, index) => ({
    position: part.position,
    day,
    share: itemAt(shares, index),
  }));
}

/**
 * A bonus or a floor of a window in which nothing earned: it goes to the orders that set the tier
 * there; where there are none, to the last ones before it.
 */
function sharesOfOthers({ members }: ComponentWindow, paid: Fen): readonly OrderShare[] {
  const parts = members.flatMap((member) =>
    countedParts(member).map((part) => ({ part, day: dayOf(member, part) })),
  );
  const weights = weightsOf(
    parts.map(({ part }) => part),
    ZERO,
  );
  const sum = weights.reduce((all, weight) => all.plus(weight), ZERO);
  const shares = largestRemainder(
    weights.map((weight) => weight.times(paid).div(sum)),
    paid,
  );
  return parts.map(({ part, day }, index) => ({
    position: part.position,
    day,
    share: itemAt(shares, index),
  }));
}

function countedParts({ run, orders }: MemberRun): readonly OrderPart[] {
  const { book, roles, origin } = orders;
  const counts = (position: number): boolean => {
    const c = int16At(book.category, position);
    return c >= 0 && roles.units[c] !== 0;
  };
  const { countFrom, ends } = run.stretch;
  const end = ends.at(-1) ?? 0;
  const inWindow = positionsWhere(countFrom, end, counts);
  const earlier = inWindow.length > 0 ? inWindow : positionsWhere(0, end, counts).slice(-1);
  const found = earlier.length > 0 ? earlier : end > 0 ? [end - 1] : [];
  return found.map((position) => ({
    position: origin === null ? position : int32At(origin, position),
    amount: float64At(book.amount, position),
    exact: ZERO,
    tier: 0,
    earnedAt: 0,
  }));
}

function positionsWhere(
  from: number,
  end: number,
  holds: (position: number) => boolean,
): readonly number[] {
  const found: number[] = [];
  for (let position = from; position < end; position += 1)
    if (holds(position)) found.push(position);
  return found;
}

/** What the orders of a member come to once its own bonus, floor and cap are shared among them. */
function wantedOf({ run }: MemberRun, parts: readonly OrderPart[]): readonly Decimal[] {
  return spread(parts, run.slices.at(-1)?.entitled ?? ZERO);
}

/**
 * Parts that come to `total`: what it is more or less than they earn is shared in proportion to
 * what they earn; where that comes to nothing, to their amounts; where those net to nothing too,
 * equally among the orders that are no refunds.
 */
function spread(parts: readonly OrderPart[], total: Decimal): readonly Decimal[] {
  const earned = parts.reduce((sum, { exact }) => sum.plus(exact), ZERO);
  const change = total.minus(earned);
  if (change.isZero()) return parts.map(({ exact }) => exact);
  const weights = weightsOf(parts, earned);
  const sum = weights.reduce((all, weight) => all.plus(weight), ZERO);
  if (sum.isZero()) return parts.map(({ exact }) => exact);
  return parts.map(({ exact }, index) => exact.plus(change.times(itemAt(weights, index)).div(sum)));
}

/** Less than any order earns, in fen; what sums of endless fractions leave is less by far. */
const NEXT_TO_NOTHING = new Decimal('1e-30');

function weightsOf(parts: readonly OrderPart[], earned: Decimal): readonly Decimal[] {
  if (earned.gt(NEXT_TO_NOTHING)) return parts.map(({ exact }) => exact);
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  if (amount > 0) return parts.map((part) => new Decimal(part.amount));
  const positive = parts.some((part) => part.amount > 0);
  return parts.map((part) => new Decimal(!positive || part.amount > 0 ? 1 : 0));
}

function dayOf({ orders }: MemberRun, { position }: OrderPart): LocalDate {
  const { book, origin } = orders;
  const own = origin === null ? position : origin.indexOf(position);
  return dayAt(book.day, own);
}
