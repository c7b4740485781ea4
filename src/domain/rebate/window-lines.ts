import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, addFen, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { type ClawBack, memberParts } from './claw-back.ts';
import type { ComponentWindow, MemberRun } from './component-windows.ts';
import type { OrderWindowsPart, WindowPart } from './window-parts.ts';
import { tierWalk, type TierWalk, tierOfUnits, unitsByTier } from './tier-walk.ts';
import type { TierLine } from './window.ts';
import type { RunSlice, WindowRun } from './window-run.ts';
import { Working, tierBounds } from './working.ts';
import { itemAt, int16At, float64At, numberAt } from '../columns.ts';
import { ratioDecimal } from '../money/ratio.ts';
import type { CategoryRoles } from './component-earnings.ts';
import type { ComponentOrders } from './component-orders.ts';
import type { OrderBook } from './order-book.ts';

/**
 * How a window's rebate came about, member by member, with what was cut, topped up and taken back.
 * The lines' rebates add up to the window's rebate to the fen.
 */
export function linesOf(part: WindowPart, pays: boolean): readonly TierLine[] {
  const { window, due, cut, clawBacks } = part;
  const lines = window.members.flatMap((member) => memberLines(member, pays));
  const own = lines.reduce((sum, { rebate }) => sum + rebate, 0);
  return [
    ...lines,
    ...step(window, 'group-cap', cut),
    ...step(window, 'top-up', due - own - cut),
    ...clawBacks.flatMap(clawBackLine),
  ];
}

const step = (
  { component }: ComponentWindow,
  kind: TierLine['kind'],
  rebate: number,
): readonly TierLine[] =>
  rebate === 0 ? [] : [{ ...tierBounds(component, 0), sales: NO_FEN, kind, rebate: fen(rebate) }];

const clawBackLine = ({ window, amount, rate, member }: ClawBack): readonly TierLine[] =>
  step(window, 'claw-back', amount).map((line) => ({ ...line, rate, ...memberOf(member) }));

/** The same of single-order windows, added up by what the lines are and by tier. */
export function orderLinesOf({ orders, clawBacks }: OrderWindowsPart): readonly TierLine[] {
  const byKind = new Map<string, TierLine>();
  for (const { window, pays } of orders)
    for (const line of window.members.flatMap((member) => memberLines(member, pays))) {
      const key = `${line.kind} ${line.tier}`;
      const known = byKind.get(key);
      byKind.set(key, known === undefined ? line : together(known, line));
    }
  const lines = [...byKind.values()].sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.tier - b.tier,
  );
  return [...lines, ...clawBacks.flatMap(clawBackLine)];
}

/** The order in which a figure comes about. */
const KINDS: readonly TierLine['kind'][] = ['rate', 'bonus', 'gate', 'floor', 'cap', 'stacking'];

const together = (a: TierLine, b: TierLine): TierLine => ({
  ...a,
  sales: addFen(a.sales, b.sales),
  rebate: addFen(a.rebate, b.rebate),
});

const memberOf = (member: string | null): { readonly member?: string } =>
  member === null ? {} : { member };

function memberLines(member: MemberRun, pays: boolean): readonly TierLine[] {
  const { run } = member;
  const last = run.slices.at(-1);
  if (last === undefined) return [];
  const working = new Working(run.component).earns(earnedParts(member, last)).adjust(last.steps);
  if (!pays && !working.total.isZero())
    working.adjust([{ tier: last.tier, kind: 'stacking', change: working.total.neg() }]);
  return member.name === null
    ? working.lines
    : working.lines.map((line) => ({ ...line, member: member.name as string }));
}

interface Part {
  readonly tier: number;
  readonly sales: Fen;
  readonly rebate: Decimal;
}

function earnedParts(member: MemberRun, last: RunSlice): readonly Part[] {
  const { run, orders } = member;
  const { component } = run;
  switch (component.scheme) {
    case 'marginal':
      return marginalByTier(run, last, orders);
    case 'rolling':
      return rollingByTier(member);
    case 'increment': {
      const above =
        last.tier > 0 ? roundFen(aboveBaseline(component.baseline, last), 'half-up') : last.sales;
      return [{ tier: last.tier, sales: above, rebate: last.earned }];
    }
    default:
      return [{ tier: last.tier, sales: last.sales, rebate: last.earned }];
  }
}

const aboveBaseline = (baseline: Decimal | null, { sales }: RunSlice): Decimal =>
  (baseline ?? ZERO).neg().plus(sales);

/** Sales by the tier whose rate they earned at. */
function rollingByTier(member: MemberRun): readonly Part[] {
  const walk = tierWalk(member.run.component);
  const byTier = new Map<number, { sales: number; rebate: Decimal }>();
  for (const { earnedAt, amount, exact } of memberParts(member)) {
    const known = byTier.get(earnedAt) ?? { sales: 0, rebate: ZERO };
    byTier.set(earnedAt, { sales: known.sales + amount, rebate: known.rebate.plus(exact) });
  }
  return walk.earn.flatMap((_, tier) => {
    const own = byTier.get(tier);
    return own === undefined ? [] : [{ tier, sales: fen(own.sales), rebate: own.rebate }];
  });
}

/**
 * The sales of a marginal window by the tier they fell into, in order of day: what the working
 * shows. The figure itself comes from the standing; what the lines miss of it (orders rounded one
 * by one) is put on the last line.
 */
function marginalByTier(
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
