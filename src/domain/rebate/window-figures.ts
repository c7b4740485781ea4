import { compareText } from '../compare-text.ts';
import { int16At, float64At, itemAt } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { categoryWeight } from '../policy/category-terms.ts';
import type { Component, Policy } from '../policy/policy.ts';
import type { AddedDeal } from './added-deals.ts';
import { isStraight } from './straight-components.ts';
import { standings } from './component-earnings.ts';
import { type ComponentOrders, componentView } from './component-orders.ts';
import type { MemberRun } from './component-windows.ts';
import { measure, measuredDays } from './measure.ts';
import type { OrderBook } from './order-book.ts';
import { cushionAt, fullsOfUnits, gapAt, unitsMissing } from './per-full.ts';
import type { WindowPart } from './window-parts.ts';
import { type TierWalk, tierWalk, unitsToNext } from './tier-walk.ts';
import type { LevelGap, MemberFigures, Window } from './window.ts';
import { runSlice, type RunSlice } from './window-run.ts';

/** Where a window stands between its thresholds. */
type Standing = Pick<Window, 'gap' | 'gain' | 'cushion' | 'nextThreshold' | 'level'>;

const NOWHERE: Standing = {
  gap: null,
  gain: null,
  cushion: NO_FEN,
  nextThreshold: null,
  level: null,
};

/** Gap, gain and cushion of a window of one partner; none where no single one exists. */
export function standingOf(
  part: WindowPart,
  policy: Policy,
  book: OrderBook,
  gain: (deals: readonly AddedDeal[]) => Fen,
): Standing {
  const { window } = part;
  const member = window.members[0];
  if (window.component.per !== null || member === undefined) return NOWHERE;
  const last = member.run.slices.at(-1);
  if (last === undefined) return NOWHERE;
  const { component } = window;
  if (component.measure.kind !== 'sales' || component.lag.kind !== 'current')
    return levelStanding(part, member, last, policy);
  const walk = tierWalk(member.run.component);
  const missing = unitsMissing(walk, last.units);
  return {
    gap: missing === null ? null : gapAt(walk, last.units),
    gain: missing === null || !window.open ? null : gainOfClosing(component, book, missing, gain),
    cushion: cushionAt(walk, last.units),
    nextThreshold: nextThreshold(walk, last.units),
    level: null,
  };
}

function nextThreshold(walk: TierWalk, units: number): Fen | null {
  const { tiers, scheme } = walk.component;
  if (scheme === 'per-full')
    return fen((tiers[0]?.threshold ?? 0) * (fullsOfUnits(walk, units) + 1));
  return unitsToNext(walk, units) === null
    ? null
    : (tiers[tiers.length - walk.entries.filter((entry) => units < entry).length]?.threshold ??
        null);
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
): Fen | null {
  const order = closingOrder(component, book, missingUnits);
  return order === null ? NO_FEN : gain([order]);
}

/**
 * The order that closes a gap: of the component's own category, and of those the one that counts
 * most; alike, in all else, to an order that earns and counts, where the component has conditions.
 */
export function closingOrder(
  component: Component,
  book: OrderBook,
  missingUnits: number,
): AddedDeal | null {
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
  const like = isStraight(component) ? undefined : orderLike(component, book);
  return {
    category: best,
    amount: fen(Math.ceil(missingUnits / weight(best).times(walk.scale).toNumber())),
    ...(like === undefined ? {} : { ledgerIndex: like }),
  };
}

/** Row of the last order that earns and counts in the component. */
function orderLike(component: Component, book: OrderBook): number | undefined {
  const { book: own, roles } = componentView(component, [], book).everybody.knownBy(
    (book.day[book.size - 1] ?? 0) as LocalDate,
  );
  for (let position = own.size - 1; position >= 0; position -= 1) {
    const c = int16At(own.category, position);
    if (c >= 0 && roles.earns[c] && roles.units[c] !== 0 && float64At(own.amount, position) > 0)
      return own.ledgerIndex[position];
  }
  return undefined;
}

/** Where thresholds are compared with something else than sales of the window. */
function levelStanding(
  { window }: WindowPart,
  member: MemberRun,
  last: RunSlice,
  { facts }: Policy,
): Standing {
  const { component } = window;
  const end = last.end < window.period.to ? last.end : window.period.to;
  const over = measuredDays(component, window.period, window.countsFrom, end);
  const measured = measure(component, member.orders, over, window.period, facts);
  const now = measured.ok ? measured.value : null;
  const level = levelGap(component, now, last);
  const above =
    level.next === null || !window.open ? null : oneTierMore(member.run.component, last);
  return {
    ...NOWHERE,
    level,
    gain: above === null ? null : fen(above - roundFen(last.entitled, component.rounding.mode)),
  };
}

function levelGap(component: Component, now: Decimal | null, last: RunSlice): LevelGap {
  const unit = component.measure.kind;
  const walk = tierWalk(component);
  const own = now === null ? ZERO : unit === 'sales' ? now.div(walk.scale) : now;
  const next = nextLevel(component, own, last);
  const step = component.edge === 'above' && unit !== 'share' && unit !== 'fact' ? 1 : 0;
  return { unit, now, next, missing: next === null ? null : next.plus(step).minus(own) };
}

function nextLevel(component: Component, now: Decimal, last: RunSlice): Decimal | null {
  const bounds = component.tiers.map((tier) =>
    component.measure.kind === 'sales'
      ? tierWalk(component).taxDivisor.times(tier.threshold)
      : (tier.level ?? ZERO),
  );
  if (component.scheme !== 'per-full') return bounds[last.tier] ?? null;
  const bound = bounds[0] ?? ZERO;
  return bound.isZero() ? null : now.div(bound).floor().plus(1).times(bound);
}

/** What the window's sales would pay one tier up. */
function oneTierMore(component: Component, last: RunSlice): Fen {
  const tier = component.tiers[last.tier];
  if (component.scheme === 'per-full')
    return roundFen(last.entitled.plus(component.tiers[0]?.bonus ?? 0), component.rounding.mode);
  const { taxDivisor } = tierWalk(component);
  const above =
    component.scheme === 'increment'
      ? Decimal.max(new Decimal(last.sales).minus(taxDivisor.times(component.baseline ?? 0)), 0)
      : new Decimal(last.sales);
  const earned = above.times(tier?.rate ?? ZERO).div(taxDivisor);
  const raised = runSlice(component, last.gate, { ...last, tier: last.tier + 1, earned }, last);
  return roundFen(raised.entitled, component.rounding.mode);
}

/** Figures by member of 累计对象; null for the partner as one. */
export function memberFigures({ window, winsLast }: WindowPart): readonly MemberFigures[] | null {
  if (window.component.per === null || window.blocked !== null) return null;
  return [...window.members]
    .sort((a, b) => compareText(a.name ?? '', b.name ?? ''))
    .map((member) => figuresOf(member, window.open, winsLast));
}

function figuresOf(member: MemberRun, open: boolean, pays: boolean): MemberFigures {
  const { component } = member.run;
  const last = member.run.slices.at(-1);
  const walk = tierWalk(component);
  const net = (amount: Decimal): Fen => roundFen(amount.div(walk.taxDivisor), 'half-up');
  const units = last?.units ?? 0;
  const tier = last?.tier ?? 0;
  const missing = hasSalesMeasure(component) ? unitsMissing(walk, units) : null;
  return {
    name: member.name ?? '',
    sales: net(new Decimal(last?.sales ?? 0)),
    tierSales: net(new Decimal(units).div(walk.scale)),
    tier,
    rate: component.tiers[tier - 1]?.rate ?? ZERO,
    rebate: pays && last !== undefined ? roundFen(last.entitled, component.rounding.mode) : NO_FEN,
    gap: missing === null ? null : fen(Math.ceil(missing / walk.scale)),
    gain:
      missing === null || !open || !pays
        ? null
        : memberGain(member, Math.ceil(missing / walk.scale)),
  };
}

const hasSalesMeasure = (component: Component): boolean =>
  component.measure.kind === 'sales' && component.lag.kind === 'current';

/** What a member earns more when it orders what is missing. */
function memberGain({ run, orders }: MemberRun, amount: number): Fen | null {
  const last = itemAt(run.slices, run.slices.length - 1);
  const code = orders.roles.units.findIndex(
    (units, index) => units !== 0 && orders.roles.earns[index] === true,
  );
  if (code < 0) return null;
  const more = withOrderAtEnd(orders, run.stretch.ends.at(-1) ?? 0, amount, code);
  const stretch = {
    ...run.stretch,
    ends: run.stretch.ends.map((end, slice) =>
      slice === run.stretch.ends.length - 1 ? end + 1 : end,
    ),
  };
  const standing = standings(run.component, more, orders.roles, stretch).at(-1);
  if (standing === undefined) return null;
  const raised = runSlice(run.component, last.gate, standing, last);
  const { mode } = run.component.rounding;
  return fen(roundFen(raised.entitled, mode) - roundFen(last.entitled, mode));
}

function withOrderAtEnd(
  { book }: ComponentOrders,
  end: number,
  amount: number,
  category: number,
): OrderBook {
  const grow = (array: Int32Array, value: number): Int32Array => {
    const out = new Int32Array(end + 1);
    out.set(array.subarray(0, end));
    out[end] = value;
    return out;
  };
  const amounts = new Float64Array(end + 1);
  amounts.set(book.amount.subarray(0, end));
  amounts[end] = amount;
  const categories = new Int16Array(end + 1);
  categories.set(book.category.subarray(0, end));
  categories[end] = category;
  return {
    ...book,
    size: end + 1,
    day: grow(book.day, book.day[end - 1] ?? 0),
    amount: amounts,
    category: categories,
    ledgerIndex: grow(book.ledgerIndex, -1),
  };
}
