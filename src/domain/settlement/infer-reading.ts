import type { Ledger } from '../ledger/ledger.ts';
import { type Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type RoundingMode, roundFen } from '../money/rounding.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type OrderBook, type SupposedOrder, orderBook, withOrders } from '../rebate/order-book.ts';
import { earnsNothing } from './explain-difference.ts';
import { isReversal } from './match-by-content.ts';
import { type OrderShares, orderShares } from './order-shares.ts';
import { READING_FIELDS, type Reading, type ReadingField, candidateReadings, distance, isPerOrder, readAs, readingOf, roundingMode } from './reading.ts';
import type { ReconciledRow, Reconciliation } from './reconciliation.ts';
import type { StatementLine } from './statement.ts';
import { lineWeights } from './line-weights.ts';

/** How well one reading reproduces the statement. */
export interface RankedReading {
  readonly reading: Reading;
  /** Orders reproduced to the fen, and those that are not: indices into the reconciliation's rows. */
  readonly speaksFor: readonly number[];
  readonly speaksAgainst: readonly number[];
  /** What the statement pays in all is the sum that this rounding gives. */
  readonly totalFits: boolean;
  /** Sum of the distances of the orders that are not reproduced. */
  readonly residual: Fen;
}

export interface InferredReading {
  readonly best: Reading;
  readonly inForce: Reading;
  /** Fields in which readings differ that reproduce the statement equally well: not decidable from it. */
  readonly undecided: readonly ReadingField[];
  /** Best first. */
  readonly ranking: readonly RankedReading[];
  readonly agreeing: number;
  /** Orders that bear evidence: in the ledger, paid by the statement, not taken out by it. */
  readonly of: number;
}

/** More orders than this tell nothing new; they are taken evenly over the period. */
const MAX_EVIDENCE = 1000;

/** Tries every reading of the policy on what was paid. `null` when no order of the statement can tell anything. */
export function inferReading(ledger: Ledger, policy: Policy, reconciliation: Reconciliation): InferredReading | null {
  const book = vendorsBook(ledger, reconciliation);
  const evidence = evidenceOf(book, reconciliation);
  if (evidence.length === 0) return null;
  const inForce = readingOf(policy);
  const wanted = new Set(evidence.flatMap((one) => one.positions));
  const byWalk = new Map<string, OrderShares>();
  const sharesUnder = (reading: Reading): OrderShares => {
    const { rounding: _, ...walk } = reading;
    const key = Object.values(walk).join();
    const known = byWalk.get(key) ?? orderShares(readAs(policy, walk), book, reconciliation.period.to, (position) => wanted.has(position));
    byWalk.set(key, known);
    return known;
  };
  const extra = reconciliation.statement.statedTotal === null ? 0 : reconciliation.statement.statedTotal - reconciliation.statement.total;
  const ranking = candidateReadings(policy)
    .map((reading) => rank(reading, evidence, sharesUnder(reading), extra))
    .sort((a, b) => compareFit(a, b) || distance(a.reading, inForce) - distance(b.reading, inForce));
  const [best] = ranking;
  if (best === undefined) return null;
  const tied = ranking.filter((one) => compareFit(one, best) === 0);
  return {
    best: best.reading, inForce, ranking,
    undecided: READING_FIELDS.filter((field) => tied.some((one) => one.reading[field] !== best.reading[field])),
    agreeing: best.speaksFor.length, of: evidence.length,
  };
}

const compareFit = (a: RankedReading, b: RankedReading): number =>
  b.speaksFor.length - a.speaksFor.length || Number(b.totalFits) - Number(a.totalFits) || a.residual - b.residual;

/** The ledger with the refunds that only the statement has: the vendor sets its tiers without them. */
function vendorsBook(ledger: Ledger, { rows, period }: Reconciliation): OrderBook {
  const refunds = rows.flatMap((row): readonly SupposedOrder[] => (row.ledgerRows.length === 0 || !row.parts.some((part) => part.cause === 'refund') ? [] : row.lines.filter(isReversal).flatMap((line) => {
    const amount = line.cash ?? line.base;
    const category = ledger.categories[ledger.category[row.ledgerRows[0] as number] as number];
    if (amount === null || amount >= 0 || category === undefined) return [];
    return [{ day: line.paidOn !== null && line.paidOn <= period.to ? line.paidOn : period.to, amount, category, orderId: row.orderId }];
  })));
  return withOrders(orderBook(ledger), refunds);
}

interface Evidence {
  readonly row: number;
  /** Of the order's sales in the book. */
  readonly positions: readonly number[];
  readonly paid: Fen;
  /** Each line as a part of the order's sales. */
  readonly weights: readonly Decimal[];
}

function evidenceOf(book: OrderBook, { rows }: Reconciliation): readonly Evidence[] {
  const positionOf = new Map<number, number>();
  book.ledgerIndex.forEach((index, position) => {
    if (index >= 0) positionOf.set(index, position);
  });
  const all = rows.flatMap((row, index) => evidenceOfRow(row, index, book, positionOf));
  const step = Math.max(1, Math.ceil(all.length / MAX_EVIDENCE));
  return all.filter((_, index) => index % step === 0);
}

function evidenceOfRow(row: ReconciledRow, index: number, book: OrderBook, positionOf: ReadonlyMap<number, number>): readonly Evidence[] {
  const positions = row.ledgerRows.flatMap((at) => positionOf.get(at) ?? []).filter((position) => (book.amount[position] as number) > 0);
  const lines = row.lines.filter((line): line is StatementLine => !earnsNothing(line));
  if (positions.length === 0 || !lines.some((line) => !isReversal(line))) return [];
  const amount = fen(positions.reduce((sum, position) => sum + (book.amount[position] as number), 0));
  const weighed = lineWeights(lines, amount);
  return [{ row: index, positions, paid: weighed.paid, weights: weighed.weights }];
}

function rank(reading: Reading, evidence: readonly Evidence[], shares: OrderShares, extra: number): RankedReading {
  const speaksFor: number[] = [];
  const speaksAgainst: number[] = [];
  const exactTotals = new Map<Component, Decimal>();
  let [residual, paid] = [0, 0];
  for (const one of evidence) {
    const exact = exactByComponent(one, shares);
    const away = awayFrom(one, exact, (component) => (reading.rounding === 'mixed' ? component.rounding.mode : roundingMode(reading.rounding)));
    if (away !== 0) {
      speaksAgainst.push(one.row);
      residual += Math.abs(away);
      continue;
    }
    speaksFor.push(one.row);
    paid += one.paid;
    for (const [component, amount] of exact) exactTotals.set(component, (exactTotals.get(component) ?? ZERO).plus(amount));
  }
  return { reading, speaksFor, speaksAgainst, residual: fen(residual), totalFits: totalFits(reading, exactTotals, paid + extra, extra) };
}

/** What the order's lines earn, exactly, by component. */
function exactByComponent({ positions, weights }: Evidence, shares: OrderShares): ReadonlyMap<Component, Decimal> {
  const exact = new Map<Component, Decimal>();
  const weight = weights.reduce((sum, one) => sum.plus(one), ZERO);
  for (const position of positions) {
    for (const share of shares.get(position) ?? []) exact.set(share.component, (exact.get(share.component) ?? ZERO).plus(share.exact.times(weight)));
  }
  return exact;
}

/** Distance of what was paid from the order rounded as a whole or line by line, whichever is nearer. */
function awayFrom(one: Evidence, exact: ReadonlyMap<Component, Decimal>, mode: (component: Component) => RoundingMode): number {
  let [whole, byLine] = [0, 0];
  const weight = one.weights.reduce((sum, part) => sum.plus(part), ZERO);
  for (const [component, amount] of exact) {
    whole += roundFen(amount, mode(component));
    if (one.weights.length > 1 && !weight.isZero()) for (const part of one.weights) byLine += roundFen(amount.times(part).div(weight), mode(component));
  }
  const away = one.paid - whole;
  return one.weights.length > 1 && Math.abs(one.paid - byLine) < Math.abs(away) ? one.paid - byLine : away;
}

/** Rounding order by order, the total is the sum of the lines; on the total, it is the rounded sum of what they earn exactly. */
function totalFits({ rounding }: Reading, exact: ReadonlyMap<Component, Decimal>, paid: number, extra: number): boolean {
  if (rounding === 'mixed') return true;
  if (isPerOrder(rounding)) return extra === 0;
  return paid === [...exact.values()].reduce((sum, amount) => sum + roundFen(amount, roundingMode(rounding)), 0);
}
