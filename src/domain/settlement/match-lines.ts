import type { LocalDate } from '../calendar/local-date.ts';
import { NO_FEN, sumFen } from '../money/fen.ts';
import { type LedgerOrder, type LedgerOrders, inPeriod, orderKey } from './ledger-orders.ts';
import {
  customerKey,
  groupBy,
  groupLines,
  isReversal,
  matchByContent,
} from './match-by-content.ts';
import { amountFits } from './partition-lines.ts';
import type { SameProduct } from './same-product.ts';
import type { StatementLine } from './statement.ts';

interface Matches {
  readonly byOrder: ReadonlyMap<LedgerOrder, readonly StatementLine[]>;
  /**
   * Lines that belong to no order of the ledger, those of one number (or one customer, product and
   * day) together.
   */
  readonly unknown: readonly {
    readonly orderId: string;
    readonly lines: readonly StatementLine[];
  }[];
}

/**
 * Brings statement lines to ledger orders: by order number, by the number a refund goes back to,
 * and where there is none by customer, product, amount and day. The order of the lines never
 * matters.
 */
export function matchLines(
  ledger: LedgerOrders,
  lines: readonly StatementLine[],
  sameProduct: SameProduct,
): Matches {
  const byOrder = new Map<LedgerOrder, StatementLine[]>();
  const byNumber = new Map<string, { orderId: string; lines: StatementLine[] }>();
  const nameless: StatementLine[] = [];
  const find = numberFinder(ledger);
  for (const line of lines) {
    const order = find(line.orderId) ?? find(line.relatedId);
    const several = order === undefined ? jointly(line, find) : undefined;
    if (order !== undefined) push(byOrder, order, line);
    else if (several !== undefined) for (const [one, part] of several) push(byOrder, one, part);
    else if (namesNoOrder(line, sameProduct)) nameless.push(line);
    else {
      const key = orderKey(line.orderId);
      const group = byNumber.get(key);
      if (group) group.lines.push(line);
      else byNumber.set(key, { orderId: line.orderId, lines: [line] });
    }
  }
  const free = ledger.orders.filter((order) => inPeriod(order) && !byOrder.has(order));
  for (const [order, its] of matchForeignNumbers(byNumber, free, sameProduct))
    byOrder.set(order, [...its]);
  const open = matchByContent(
    free.filter((order) => !byOrder.has(order)),
    nameless,
    sameProduct,
    (order, line) => push(byOrder, order, line),
  );
  const left = attachRefunds(
    ledger.orders.filter((order) => order.sold !== null),
    open,
    sameProduct,
    (order, line) => push(byOrder, order, line),
  );
  return {
    byOrder,
    unknown: [
      ...byNumber.values(),
      ...groupLines(left).map((group) => ({
        orderId: group.lines[0]?.orderId ?? '',
        lines: group.lines,
      })),
    ],
  };
}

function push(
  map: Map<LedgerOrder, StatementLine[]>,
  order: LedgerOrder,
  line: StatementLine,
): void {
  const lines = map.get(order);
  if (lines) lines.push(line);
  else map.set(order, [line]);
}

/** No number, or "ecs" and "云服务器" in the column of numbers. */
const namesNoOrder = (line: StatementLine, sameProduct: SameProduct): boolean =>
  line.orderId === '' ||
  (/\p{L}{2}/u.test(line.orderId) && !/\d/.test(line.orderId)) ||
  sameProduct(line.orderId, line.product || line.code) === true;

/**
 * The vendor's own number for an order the ledger numbers otherwise: customer, product, day and
 * amount leave no doubt.
 */
function matchForeignNumbers(
  groups: Map<string, { readonly lines: readonly StatementLine[] }>,
  free: readonly LedgerOrder[],
  sameProduct: SameProduct,
): ReadonlyMap<LedgerOrder, readonly StatementLine[]> {
  const found = new Map<LedgerOrder, readonly StatementLine[]>();
  if (groups.size === 0) return found;
  const byCustomer = groupBy(free, (order) => customerKey(order.customer));
  for (const [key, { lines }] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [line] = lines;
    const sales = lines.filter((one) => !isReversal(one));
    if (line === undefined || line.customer === '') continue;
    const order = byCustomer
      .get(customerKey(line.customer))
      ?.find(
        (one) =>
          !found.has(one) &&
          one.day === line.paidOn &&
          sameProduct(line.product || line.code, one.product) === true &&
          amountFits(sales, one.sold?.amount) !== null,
      );
    if (order === undefined) continue;
    found.set(order, lines);
    groups.delete(key);
  }
  return found;
}

/**
 * By number; by the number before a line suffix (…17-01); by the number without zeros that Excel
 * has eaten in front.
 */
function numberFinder(ledger: LedgerOrders): (orderId: string) => LedgerOrder | undefined {
  const unpadded = new Map<string, LedgerOrder | null>();
  const unmarked = new Map<string, LedgerOrder | null>();
  const put = (map: Map<string, LedgerOrder | null>, key: string, order: LedgerOrder): unknown =>
    map.set(key, map.has(key) ? null : order);
  for (const [key, order] of ledger.byKey) {
    put(unpadded, key.replace(/^0+/, ''), order);
    put(unmarked, withoutMarks(key), order);
  }
  return (orderId) => {
    if (orderId === '') return undefined;
    const key = orderKey(orderId);
    const exact = ledger.byKey.get(key);
    if (exact !== undefined) return exact;
    const stem = /^(.{4,})[-_/.]\d{1,3}$/.exec(key)?.[1];
    return (
      (stem === undefined ? undefined : ledger.byKey.get(stem)) ??
      unpadded.get(key.replace(/^0+/, '')) ??
      (withoutMarks(key).length < LONG ? undefined : unmarked.get(withoutMarks(key))) ??
      undefined
    );
  };
}

/** SO-2025-02-0002 and SO2025020002 are one number where it is as long as that. */
const withoutMarks = (key: string): string => key.replace(/[-_/. ]/g, '');
const LONG = 8;

/**
 * A line that names several orders and pays exactly what they are due, shared among them;
 * `undefined` for any other.
 */
function jointly(
  line: StatementLine,
  find: (orderId: string) => LedgerOrder | undefined,
): readonly (readonly [LedgerOrder, StatementLine])[] | undefined {
  const numbers = line.orderId.split(/[/、,;+&|\s]+/).filter((number) => number !== '');
  const orders = numbers.map(find).filter((order) => order !== undefined);
  const due = orders.map((order) => order.sold?.due ?? NO_FEN);
  const isAll = orders.length > 1 && orders.length === numbers.length;
  if (!isAll || new Set(orders).size < orders.length || sumFen(due) !== line.amount)
    return undefined;
  return orders.map((order, at) => [
    order,
    { ...line, amount: due[at] ?? NO_FEN, cash: null, base: null },
  ]);
}

/**
 * A refund without a number goes to the customer's only order of that product that was sold before
 * it.
 */
function attachRefunds(
  orders: readonly LedgerOrder[],
  lines: readonly StatementLine[],
  sameProduct: SameProduct,
  take: (order: LedgerOrder, line: StatementLine) => void,
): readonly StatementLine[] {
  if (!lines.some(isReversal)) return lines;
  const byCustomer = groupBy(orders, (order) => customerKey(order.customer));
  return lines.filter((line) => {
    if (!isReversal(line) || line.customer === '') return true;
    const returned = Math.abs(line.cash ?? line.base ?? 0);
    const fits = (byCustomer.get(customerKey(line.customer)) ?? []).filter(
      (order) =>
        (sameProduct(line.product || line.code, order.product) ?? false) &&
        (order.sold?.amount ?? 0) >= returned &&
        before(order.day, line.paidOn),
    );
    const [only] = fits;
    if (only === undefined || fits.length > 1) return true;
    take(only, line);
    return false;
  });
}

const before = (sold: LocalDate, returned: LocalDate | null): boolean =>
  returned === null || sold <= returned;
