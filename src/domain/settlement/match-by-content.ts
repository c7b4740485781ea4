import { foldKey } from '../reading/fold-text.ts';
import { NO_FEN, sumFen } from '../money/fen.ts';
import type { LedgerOrder } from './ledger-orders.ts';
import { amountFits, amountsBehind, partitionLines, spreadLine } from './partition-lines.ts';
import type { SameProduct } from './same-product.ts';
import { type StatementLine, monthOf } from './statement.ts';

/** Lines of one customer, product and day: an order that was split looks like this. */
interface LineGroup {
  readonly key: string;
  readonly lines: readonly StatementLine[];
}

const REVERSAL_WORDS = /refund|unsubscribe|cancel|downgrade|退款|退订|退货|冲回|冲销|降配|冲红/i;

/** Takes back: a negative figure, or a line of a refund type that isn't positive. */
export const isReversal = (line: StatementLine): boolean =>
  line.amount < 0 ||
  (line.cash ?? 0) < 0 ||
  (line.base ?? 0) < 0 ||
  (line.amount <= 0 && REVERSAL_WORDS.test(line.orderType));

/**
 * A customer's name without what every company is called: 临安云栈物流有限公司 and 临安云栈物流 are
 * one.
 */
export const customerKey = (name: string): string =>
  foldKey(name).replace(
    /(股份|集团)?有限(责任)?公司$|集团$|(?<=..)公司$|,?(co\.?,?)?(ltd|inc|llc|corp)\.?$/,
    '',
  );

export function groupLines(lines: readonly StatementLine[]): readonly LineGroup[] {
  const groups = new Map<string, StatementLine[]>();
  for (const line of lines) {
    const key = [
      customerKey(line.customer || line.customerId),
      foldKey(line.product || line.code || line.orderId),
      line.paidOn ?? '',
      isReversal(line),
    ].join('\t');
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
 * Matches lines without a number, as groups and line by line, so that a split order is still found
 * beside others of the same customer, product and day. Certain pairs go first; among equals the
 * content decides, never the order of the lines. Returns what is left.
 */
export function matchByContent(
  orders: readonly LedgerOrder[],
  lines: readonly StatementLine[],
  sameProduct: SameProduct,
  take: (order: LedgerOrder, line: StatementLine) => void,
): readonly StatementLine[] {
  if (lines.length === 0) return lines;
  const index = candidateIndex(orders);
  const done = new Set<StatementLine>();
  const taken = new Set<LedgerOrder>();
  const assign = (order: LedgerOrder, its: readonly StatementLine[]): void => {
    taken.add(order);
    for (const line of its) {
      done.add(line);
      take(order, line);
    }
  };
  const matchUnits = (units: readonly LineGroup[], needAmount: boolean): void => {
    const pairs = units
      .flatMap((unit) => pairsOf(unit, index, sameProduct, needAmount))
      .sort(byScoreThenContent);
    for (const { unit, order } of pairs) {
      if (!taken.has(order) && !unit.lines.some((line) => done.has(line)))
        assign(order, unit.lines);
    }
  };
  const sales = lines.filter((line) => !isReversal(line));
  const rest = (): StatementLine[] => sales.filter((line) => !done.has(line));
  const split = (): readonly LineGroup[] =>
    groupLines(rest())
      .filter((group) => group.lines.length > 1)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const group of split()) {
    const shares = partitionLines(
      [...group.lines].sort(byContent),
      alikeOrders(group, index, taken, sameProduct),
    );
    for (const share of shares ?? []) assign(share.order, share.lines);
  }
  matchUnits(
    rest().map((line) => ({ key: contentKey(line), lines: [line] })),
    true,
  );
  matchUnits(split(), true);
  matchUnits(groupLines(rest()), false);
  for (const line of rest().sort(byContent)) {
    const spread = spreadLine(line, ordersOfMonth(line, index, taken, sameProduct));
    if (spread === null) continue;
    done.add(line);
    for (const [order, part] of spread) {
      taken.add(order);
      take(order, part);
    }
  }
  return lines.filter((line) => !done.has(line));
}

const byContent = (a: StatementLine, b: StatementLine): number =>
  contentKey(a) < contentKey(b) ? -1 : 1;

/** Orders of the group's customer and product that are still free. */
function alikeOrders(
  group: LineGroup,
  index: CandidateIndex,
  taken: ReadonlySet<LedgerOrder>,
  sameProduct: SameProduct,
): readonly LedgerOrder[] {
  const [line] = group.lines;
  if (line === undefined || line.customer === '') return [];
  const orders = (index.byCustomer.get(customerKey(line.customer)) ?? []).filter(
    (order) =>
      !taken.has(order) &&
      sameProduct(line.product || line.code || line.orderId, order.product) !== false,
  );
  return orders.some((order) => order.day === line.paidOn)
    ? orders.filter((order) => order.day === line.paidOn)
    : orders;
}

/**
 * What a line without a day of its own may sum up: the customer's free orders of that product in
 * that month.
 */
function ordersOfMonth(
  line: StatementLine,
  { byCustomer }: CandidateIndex,
  taken: ReadonlySet<LedgerOrder>,
  sameProduct: SameProduct,
): readonly LedgerOrder[] {
  const product = line.product || line.code || line.orderId;
  if (line.customer === '' && product === '') return [];
  const orders =
    line.customer === ''
      ? [...byCustomer.values()].flat()
      : (byCustomer.get(customerKey(line.customer)) ?? []);
  return orders.filter(
    (order) =>
      order.sold !== null &&
      !taken.has(order) &&
      (line.month === null || monthOf(order.day) === line.month) &&
      (product === '' || sameProduct(product, order.product) === true),
  );
}

const contentKey = (line: StatementLine): string =>
  [
    line.customer,
    line.product,
    line.code,
    line.paidOn,
    line.cash,
    line.base,
    line.amount,
    line.words,
  ].join('\t');

function byScoreThenContent(a: Pair, b: Pair): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.unit.key !== b.unit.key) return a.unit.key < b.unit.key ? -1 : 1;
  return a.order.firstRow - b.order.firstRow;
}

/** Orders by customer and by amount: a line is only held against those that share one of them. */
interface CandidateIndex {
  readonly byCustomer: ReadonlyMap<string, readonly LedgerOrder[]>;
  readonly byAmount: ReadonlyMap<number, readonly LedgerOrder[]>;
  readonly byCustomerAndAmount: ReadonlyMap<string, readonly LedgerOrder[]>;
}

function candidateIndex(orders: readonly LedgerOrder[]): CandidateIndex {
  const amount = (order: LedgerOrder): number => order.sold?.amount ?? 0;
  return {
    byCustomer: groupBy(orders, (order) => customerKey(order.customer)),
    byAmount: groupBy(orders, amount),
    byCustomerAndAmount: groupBy(
      orders,
      (order) => `${amount(order)} ${customerKey(order.customer)}`,
    ),
  };
}

export function groupBy<K>(
  orders: readonly LedgerOrder[],
  keyOf: (order: LedgerOrder) => K,
): ReadonlyMap<K, readonly LedgerOrder[]> {
  const groups = new Map<K, LedgerOrder[]>();
  for (const order of orders) {
    const key = keyOf(order);
    const known = groups.get(key);
    if (known) known.push(order);
    else groups.set(key, [order]);
  }
  return groups;
}

function candidatesOf(
  { lines }: LineGroup,
  line: StatementLine,
  index: CandidateIndex,
  needAmount: boolean,
): readonly LedgerOrder[] {
  const customer = customerKey(line.customer);
  if (!needAmount) return customer === '' ? [] : (index.byCustomer.get(customer) ?? []);
  const amounts = amountsBehind(
    sumFen(lines.map((one) => one.cash ?? one.base ?? NO_FEN)),
    lines.length,
  );
  return amounts.flatMap(
    (amount) =>
      (customer === ''
        ? index.byAmount.get(amount)
        : index.byCustomerAndAmount.get(`${amount} ${customer}`)) ?? [],
  );
}

function pairsOf(
  unit: LineGroup,
  index: CandidateIndex,
  sameProduct: SameProduct,
  needAmount: boolean,
): readonly Pair[] {
  const [line] = unit.lines;
  if (line === undefined) return [];
  const pairs = candidatesOf(unit, line, index, needAmount).flatMap((order): readonly Pair[] => {
    const score = scoreOf(unit, line, order, sameProduct, needAmount);
    return score === null ? [] : [{ score, unit, order }];
  });
  // Without the amount to prove it, two orders that fit alike are no match at all.
  const best = pairs.reduce((most, pair) => Math.max(most, pair.score), 0);
  return needAmount || pairs.filter((pair) => pair.score === best).length === 1 ? pairs : [];
}

/** Amount and customer or product; or customer, product and day. `null`: no match. */
function scoreOf(
  unit: LineGroup,
  line: StatementLine,
  order: LedgerOrder,
  sameProduct: SameProduct,
  needAmount: boolean,
): number | null {
  const product = sameProduct(line.product || line.code || line.orderId, order.product);
  const sameCustomer = line.customer !== '';
  const sameDay = line.paidOn !== null && line.paidOn === order.day;
  const amount = needAmount ? amountFits(unit.lines, order.sold?.amount) : null;
  if (product === false || (needAmount && amount === null)) return null;
  if (!needAmount) return sameCustomer && product === true && sameDay ? 1 : null;
  if (!sameCustomer && product !== true) return null;
  return (amount ?? 0) + (product === true ? 4 : 0) + (sameDay ? 2 : 0) + (sameCustomer ? 1 : 0);
}
