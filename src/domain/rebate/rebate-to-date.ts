import { int16At, float64At } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import { type LocalDate, dayAt } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, addFen, fen, sumFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { isAlwaysInForce, isInForce } from '../policy/in-force.ts';
import type { Policy } from '../policy/policy.ts';
import { earns } from './component-earnings.ts';
import { ledgerRows } from './ledger-rows.ts';
import { type OrderBook, endOfDay } from './order-book.ts';
import { originalAt, payersOf, takesBack } from './refunds.ts';
import { type AddedDeal, gainOfDeals } from './added-deals.ts';
import { type ComponentWindow, gateFactOf } from './component-windows.ts';
import { type SlicePayout, isOpenGate } from './payouts.ts';
import {
  type OrderWindowsPart,
  type Part,
  type WindowPart,
  takenBack,
  totalOf,
} from './window-parts.ts';
import { runPolicy } from './policy-run.ts';
import { tierWalk } from './tier-walk.ts';
import { type Payout, type RebateToDate, type Unpaid, type Window, windowId } from './window.ts';
import { linesOf, orderLinesOf } from './window-lines.ts';
import { memberFigures, standingOf } from './window-figures.ts';
import { orderWindowShares } from './order-windows.ts';
import { sharesOfWindow } from './order-shares.ts';

/** Every window, every payout and the total up to and including the as-of day. */
export function rebateToDate(policy: Policy, book: OrderBook, asOf: LocalDate): RebateToDate {
  const parts = runPolicy(policy, book, asOf);
  const gain = gainOfDeals(policy, book, asOf);
  const windows = parts.map((part) =>
    'window' in part ? windowOf(part, policy, book, gain) : orderWindow(part),
  );
  return {
    windows,
    payouts: payoutsByPeriod(parts),
    unpaid: unpaidOrders(policy, book, asOf),
    total: totalOf(parts),
  };
}

function windowOf(
  part: WindowPart,
  policy: Policy,
  book: OrderBook,
  gain: (deals: readonly AddedDeal[]) => Fen,
): Window {
  const { window, winsLast, due, cut } = part;
  const { component, period, open } = window;
  const members = memberFigures(part);
  const last = window.members[0]?.run.slices.at(-1);
  const single = component.per === null && last !== undefined && window.blocked === null;
  const tier = single ? last.tier : 0;
  const clawedBack = fen(takenBack(part));
  return {
    id: windowId(window),
    component,
    period,
    open,
    ...salesOf(window),
    tier,
    rate: component.tiers[tier - 1]?.rate ?? ZERO,
    rebate: addFen(due, clawedBack),
    ...standingOf(part, policy, book, gain),
    lines: linesOf(part, winsLast),
    ...blockOf(part),
    note: part.note,
    single,
    members,
    capped: addFen(cappedBy(window), cut),
    clawedBack,
  };
}

/** Earning and counting sales of all members, net where the base is. */
function salesOf(window: ComponentWindow): Pick<Window, 'sales' | 'tierSales'> {
  const walk = tierWalk(window.component);
  let [sales, units] = [0, 0];
  for (const { run } of window.members) {
    sales += run.slices.at(-1)?.sales ?? 0;
    units += run.slices.at(-1)?.units ?? 0;
  }
  const net = (amount: Decimal): Fen => roundFen(amount.div(walk.taxDivisor), 'half-up');
  return { sales: net(new Decimal(sales)), tierSales: net(new Decimal(units).div(walk.scale)) };
}

function blockOf({ window, winsLast }: WindowPart): Pick<Window, 'blocked' | 'reason'> {
  if (window.blocked !== null) return { blocked: 'unknown', reason: window.blocked };
  const shut = window.members.find(({ run }) => !isOpenGate(run))?.run.gate;
  if (shut === 'gate-unmet' || shut === 'gate-unknown')
    return { blocked: shut, reason: gateFactOf(window) };
  return { blocked: winsLast ? null : 'stacked-out', reason: null };
}

const cappedBy = ({ members }: ComponentWindow): Fen =>
  fen(
    members.reduce((sum, { run }) => {
      const cap = run.slices.at(-1)?.steps.find(({ kind }) => kind === 'cap');
      return sum + (cap === undefined ? 0 : roundFen(cap.change, 'half-up'));
    }, 0),
  );

function orderWindow(part: OrderWindowsPart): Window {
  const { component, period, open, sales, tier, rebate } = part;
  const lines = orderLinesOf(part);
  const clawedBack = fen(takenBack(part));
  return {
    id: windowId(part),
    component,
    period,
    open,
    sales,
    tierSales: sales,
    tier,
    rebate: addFen(rebate, clawedBack),
    rate: component.tiers[tier - 1]?.rate ?? ZERO,
    nextThreshold: null,
    gap: null,
    gain: null,
    cushion: NO_FEN,
    lines,
    blocked: null,
    reason: null,
    note: null,
    single: true,
    members: null,
    level: null,
    capped: sumFen(lines.filter(({ kind }) => kind === 'cap').map((line) => line.rebate)),
    clawedBack,
  };
}

function payoutsByPeriod(parts: readonly Part[]): readonly Payout[] {
  const byPeriod = new Map<string, Payout>();
  for (const part of parts) {
    const { component, period: window } = 'window' in part ? part.window : part;
    for (const payout of [...part.payouts, ...clawBackPayouts(part)]) {
      const { pay, rebate, trueUp, cap, clawBack } = payout;
      const key = `${pay.from}:${pay.to}`;
      const known = byPeriod.get(key) ?? nothingPaid(pay);
      byPeriod.set(key, {
        period: pay,
        rebate: addFen(known.rebate, rebate),
        trueUp: addFen(known.trueUp, trueUp),
        cap: addFen(known.cap, cap),
        clawBack: addFen(known.clawBack, clawBack),
        parts: [...known.parts, { component, window, rebate, trueUp }],
      });
    }
  }
  return [...byPeriod.values()].sort(
    (a, b) => a.period.from - b.period.from || a.period.to - b.period.to,
  );
}

const nothingPaid = (period: Period): Payout => ({
  period,
  rebate: NO_FEN,
  trueUp: NO_FEN,
  cap: NO_FEN,
  clawBack: NO_FEN,
  parts: [],
});

const clawBackPayouts = ({ clawBacks }: Part): readonly SlicePayout[] =>
  clawBacks.map(({ pay, amount }) => ({
    pay,
    rebate: amount,
    trueUp: NO_FEN,
    cap: NO_FEN,
    clawBack: amount,
  }));

/**
 * Orders that earn nothing: their category is in no component at all, or in none that is in force
 * on their day.
 */
function unpaidOrders(policy: Policy, book: OrderBook, asOf: LocalDate): readonly Unpaid[] {
  const paying = book.categories.map((name) =>
    policy.components.filter((component) => earns(component, categoryKey(name))),
  );
  const always = paying.map((components) => components.some(isAlwaysInForce));
  const unpaid: Unpaid[] = [];
  const end = endOfDay(book, asOf);
  const backOf = refundsBack(policy, book);
  const isInSome = !book.category.subarray(0, end).includes(-1);
  if (backOf === null && isInSome && always.every(Boolean)) return unpaid;
  for (let position = 0; position < end; position += 1) {
    const category = int16At(book.category, position);
    const back = backOf === null ? null : backOf(position);
    if (back === 'over') unpaid.push({ position, reason: 'not-taken-back' });
    if (back !== null || always[category]) continue;
    const components = paying[category] ?? [];
    const day = dayAt(book.day, position);
    if (components.some((component) => isInForce(component, day))) continue;
    unpaid.push({ position, reason: components.length > 0 ? 'no-policy-on-day' : 'not-eligible' });
  }
  return unpaid;
}

/**
 * Refunds that are taken back by the version that paid the order, or no longer: neither is a sale
 * on its own day. null: every other order.
 */
function refundsBack(
  policy: Policy,
  book: OrderBook,
): ((position: number) => 'taken-back' | 'over' | null) | null {
  if (book.ledger === undefined) return null;
  if (policy.components.every(({ refund }) => refund === 'on-its-day')) return null;
  const rows = ledgerRows(book.ledger);
  const payersAt = payersOf(policy.components, book, rows);
  return (position) => {
    const original = originalAt(book, rows, position);
    if (original < 0) return null;
    const day = dayAt(book.day, position);
    const payer = payersAt(position, original).find((component) => !isInForce(component, day));
    if (payer === undefined) return null;
    return takesBack(payer, policy.components, day) ? 'taken-back' : 'over';
  };
}

/**
 * What each order of the book gets of the rebate to date, in fen by position: its share in every
 * window of every component, and what was taken back on it. They add up to `rebateToDate().total`
 * to the fen, whatever clauses the policy has.
 */
export function orderRebates(policy: Policy, book: OrderBook, asOf: LocalDate): Float64Array {
  const rebates = new Float64Array(book.size);
  const add = (position: number, share: number): void => {
    rebates[position] = float64At(rebates, position) + share;
  };
  for (const part of runPolicy(policy, book, asOf)) {
    const shares = 'window' in part ? sharesOfWindow(part) : orderWindowShares(part);
    for (const { position, share } of shares) add(position, share);
    for (const { position, amount } of part.clawBacks) add(position, amount);
  }
  return rebates;
}
