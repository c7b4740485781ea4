import { foldKey } from '../ledger/fold-text.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { clearedOf } from './explain-difference.ts';
import type { LedgerOrder } from './ledger-orders.ts';
import type { SameProduct } from './same-product.ts';
import type { StatementLine } from './statement.ts';

/** Lines of one customer, product and day: an order that was split looks like this. */
export interface LineGroup {
  readonly key: string;
  readonly lines: readonly StatementLine[];
}

const REVERSAL_WORDS = /refund|unsubscribe|cancel|downgrade|退款|退订|退货|冲回|冲销|降配|冲红/i;

/** Takes back: a negative figure, or a line of a refund type that isn't positive. */
export const isReversal = (line: StatementLine): boolean =>
  line.amount < 0 || (line.cash ?? 0) < 0 || (line.base ?? 0) < 0 || (line.amount <= 0 && REVERSAL_WORDS.test(line.orderType));

export function groupLines(lines: readonly StatementLine[]): readonly LineGroup[] {
  const groups = new Map<string, StatementLine[]>();
  for (const line of lines) {
    const key = [foldKey(line.customer || line.customerId), foldKey(line.product || line.code || line.orderId), line.paidOn ?? '', isReversal(line)].join('\t');
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups].map(([key, members]) => ({ key, lines: members }));
}

interface Pair {
  readonly score: number;
  readonly unit: LineGroup;
  readonly order: LedgerOrder;
}

/**
 * Matches lines without a number: first line by line, then as groups, so that a split order is still found. Certain pairs
 * go first; among equals the content decides, never the order of the lines. Returns what is left.
 */
export function matchByContent(
  orders: readonly LedgerOrder[], lines: readonly StatementLine[], sameProduct: SameProduct, take: (order: LedgerOrder, line: StatementLine) => void,
): readonly StatementLine[] {
  if (lines.length === 0) return lines;
  const index = candidateIndex(orders);
  const done = new Set<StatementLine>();
  const taken = new Set<LedgerOrder>();
  const matchUnits = (units: readonly LineGroup[], needAmount: boolean): void => {
    const pairs = units.flatMap((unit) => pairsOf(unit, index, sameProduct, needAmount)).sort(byScoreThenContent);
    for (const { unit, order } of pairs) {
      if (taken.has(order) || unit.lines.some((line) => done.has(line))) continue;
      taken.add(order);
      for (const line of unit.lines) {
        done.add(line);
        take(order, line);
      }
    }
  };
  const sales = lines.filter((line) => !isReversal(line));
  const rest = (): StatementLine[] => sales.filter((line) => !done.has(line));
  matchUnits(groupLines(sales).filter((group) => group.lines.length > 1), true);
  matchUnits(rest().map((line) => ({ key: contentKey(line), lines: [line] })), true);
  matchUnits(groupLines(rest()), false);
  return lines.filter((line) => !done.has(line));
}

const contentKey = (line: StatementLine): string => [line.customer, line.product, line.code, line.paidOn, line.cash, line.base, line.amount, line.words].join('\t');

function byScoreThenContent(a: Pair, b: Pair): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.unit.key !== b.unit.key) return a.unit.key < b.unit.key ? -1 : 1;
  return a.order.firstRow - b.order.firstRow;
}

/** Orders by customer and by amount: a line is only held against those that share one of them. */
interface CandidateIndex {
  readonly byCustomer: ReadonlyMap<string, readonly LedgerOrder[]>;
  readonly all: readonly LedgerOrder[];
}

function candidateIndex(orders: readonly LedgerOrder[]): CandidateIndex {
  const byCustomer = new Map<string, LedgerOrder[]>();
  for (const order of orders) {
    const key = foldKey(order.customer);
    const known = byCustomer.get(key);
    if (known) known.push(order);
    else byCustomer.set(key, [order]);
  }
  return { byCustomer, all: orders };
}

function pairsOf(unit: LineGroup, index: CandidateIndex, sameProduct: SameProduct, needAmount: boolean): readonly Pair[] {
  const [line] = unit.lines;
  if (line === undefined) return [];
  const candidates = line.customer === '' ? index.all : (index.byCustomer.get(foldKey(line.customer)) ?? []);
  const pairs = candidates.flatMap((order): readonly Pair[] => {
    const score = scoreOf(unit, line, order, sameProduct, needAmount);
    return score === null ? [] : [{ score, unit, order }];
  });
  // Without the amount to prove it, two orders that fit alike are no match at all.
  const best = pairs.reduce((most, pair) => Math.max(most, pair.score), 0);
  return needAmount || pairs.filter((pair) => pair.score === best).length === 1 ? pairs : [];
}

/** Amount and customer or product; or customer, product and day. `null`: no match. */
function scoreOf(unit: LineGroup, line: StatementLine, order: LedgerOrder, sameProduct: SameProduct, needAmount: boolean): number | null {
  const product = sameProduct(line.product || line.code || line.orderId, order.product);
  const sameCustomer = line.customer !== '';
  const sameDay = line.paidOn !== null && line.paidOn === order.day;
  const amount = needAmount ? amountFits(unit.lines, order.sold?.amount) : null;
  if (product === false || (needAmount && amount === null)) return null;
  if (!needAmount) return sameCustomer && product === true && sameDay ? 1 : null;
  if (!sameCustomer && product !== true) return null;
  return (amount ?? 0) + (product === true ? 4 : 0) + (sameDay ? 2 : 0) + (sameCustomer ? 1 : 0);
}

/** 8 for the same amount, 7 for the amount without tax. */
function amountFits(lines: readonly StatementLine[], sold: Fen | undefined): number | null {
  const known = lines.every((line) => line.cash !== null || line.base !== null);
  if (sold === undefined || !known) return null;
  const paid = sumFen(lines.map((line) => line.cash ?? line.base as Fen));
  if (paid === sold) return 8;
  return clearedOf(sold, paid, lines.length) === undefined ? null : 7;
}
