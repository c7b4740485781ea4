import { float64At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Fen, NO_FEN, addFen, fen, subtractFen, sumFen } from '../money/fen.ts';
import { mergeParts } from './difference-walk.ts';
import {
  type Explanation,
  NO_FINDINGS,
  type RowAmounts,
  explainDifference,
  partOf,
} from './explain-difference.ts';
import { type LedgerOrder, dueOf, inPeriod, ledgerOrders, orderKey } from './ledger-orders.ts';
import { isReversal } from './match-by-content.ts';
import { matchLines } from './match-lines.ts';
import { missingCause } from './missing-cause.ts';
import {
  CAUSES,
  type Cause,
  type DifferencePart,
  type ReconciledRow,
  type Reconciliation,
} from './reconciliation.ts';
import { withDoubts } from './possible-matches.ts';
import type { SameProduct } from './same-product.ts';
import type { Statement, StatementLine } from './statement.ts';

interface ReconcileOptions {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /**
   * What the engine computes for a ledger row, in fen: used where the ledger records no rebate of
   * its own.
   */
  readonly expectedRebate: (ledgerIndex: number) => Fen;
  readonly sameProduct: SameProduct;
}

/** Holds the vendor's statement against the ledger orders whose counting day lies in the period. */
export function reconcile(
  ledger: Ledger,
  statement: Statement,
  options: ReconcileOptions,
): Reconciliation {
  const { from, to } = options;
  const due = dueOfRow(ledger, options.expectedRebate);
  const orders = ledgerOrders(ledger, from, to, due);
  const matches = matchLines(orders, statement.lines, options.sameProduct);
  const absent = missingCause(ledger, statement, { to, lastPaid: lastMatchedDay(matches.byOrder) });
  const row: RowAmounts = { due, amount: (index) => fen(float64At(ledger.amount, index)) };
  const rows: ReconciledRow[] = [];
  const unread = new Set(statement.unread.map(orderKey));
  const isUnread = (order: LedgerOrder, lines: readonly StatementLine[]): boolean =>
    unread.has(orderKey(order.orderId)) || (unread.has('') && lines.length === 0);
  for (const order of orders.orders) {
    const lines = matches.byOrder.get(order) ?? [];
    if (!inPeriod(order)) continue;
    rows.push(
      rowOf(
        order,
        lines,
        explainOrder(order, lines, () => absent(order), row),
        isUnread(order, lines),
      ),
    );
  }
  for (const [order, lines] of matches.byOrder)
    if (!inPeriod(order)) rows.push(rowOf(order, lines, elsewhere(lines), isUnread(order, lines)));
  const isAnothers = statement.facts.some(({ code }) => code === 'settlement.several-partners');
  for (const { orderId, lines } of matches.unknown)
    rows.push({ ...unknownRow(orderId, lines), ...(isAnothers && { anothers: true }) });
  return {
    period: { from, to },
    rows: withDoubts(rows),
    causes: causesOf(rows),
    totals: totalsOf(rows),
    statement,
  };
}

/** The recorded 应返 of a row, else what the policy gives. */
function dueOfRow(ledger: Ledger, expected: (index: number) => Fen): (index: number) => Fen {
  return (index) => {
    const recorded = ledger.rebateDue?.[index];
    return recorded === undefined || Number.isNaN(recorded) ? expected(index) : fen(recorded);
  };
}

function lastMatchedDay(
  byOrder: ReadonlyMap<LedgerOrder, readonly StatementLine[]>,
): LocalDate | null {
  let last: LocalDate | null = null;
  for (const [order, lines] of byOrder) {
    if (
      inPeriod(order) &&
      lines.some((line) => !isReversal(line)) &&
      (last === null || order.day > last)
    )
      last = order.day;
  }
  return last;
}

type Part = DifferencePart;

function explainOrder(
  order: LedgerOrder,
  lines: readonly StatementLine[],
  absent: () => Part['cause'],
  row: RowAmounts,
): Explanation {
  const paid = sumFen(lines.map((line) => line.amount));
  if (paid === dueOf(order) && (lines.length > 0 || paid === 0))
    return { parts: [], findings: NO_FINDINGS };
  const netted =
    order.returned === null &&
    order.sold !== null &&
    lines.some(isReversal) &&
    cashOf(lines) === order.sold.amount;
  const sales = netted ? lines : lines.filter((line) => !isReversal(line));
  const refunds = netted ? [] : lines.filter(isReversal);
  const sold =
    order.sold === null
      ? elsewhere(sales)
      : sales.length === 0
        ? partOf(absent(), -order.sold.due)
        : explainDifference(order.sold, sales, row);
  const returned =
    order.returned !== null && refunds.length > 0
      ? explainDifference(order.returned, refunds, row)
      : partOf(
          'refund',
          subtractFen(sumFen(refunds.map((line) => line.amount)), order.returned?.due ?? NO_FEN),
        );
  return { parts: mergeParts([...sold.parts, ...returned.parts]), findings: sold.findings };
}

/** All of it in cash; null when a line does not say. */
const cashOf = (lines: readonly StatementLine[]): number | null =>
  lines.every((line) => line.cash !== null)
    ? lines.reduce((sum, line) => sum + (line.cash ?? 0), 0)
    : null;

/**
 * The ledger has the order on a day outside the period: its sales belong there, its refunds are new
 * here.
 */
function elsewhere(lines: readonly StatementLine[]): Explanation {
  const sum = (some: readonly StatementLine[]): Fen => sumFen(some.map((line) => line.amount));
  return {
    parts: [
      ...partOf('other-period', sum(lines.filter((line) => !isReversal(line)))).parts,
      ...partOf('refund', sum(lines.filter(isReversal))).parts,
    ],
    findings: NO_FINDINGS,
  };
}

function rowOf(
  order: LedgerOrder,
  lines: readonly StatementLine[],
  explanation: Explanation,
  unread: boolean,
): ReconciledRow {
  const ledgerRebate = dueOf(order);
  const statementRebate = sumFen(lines.map((line) => line.amount));
  return {
    orderId: order.orderId,
    customer: order.customer,
    product: order.product,
    day: order.day,
    ledgerRows: [...(order.sold?.rows ?? []), ...(order.returned?.rows ?? [])],
    lines,
    ledgerRebate,
    statementRebate,
    difference: subtractFen(statementRebate, ledgerRebate),
    cause: mainCause(explanation.parts),
    ...explanation,
    unread,
  };
}

/**
 * The vendor pays for something the ledger does not have. A refund that names no order says so at
 * least.
 */
function unknownRow(orderId: string, lines: readonly StatementLine[]): ReconciledRow {
  const [line] = lines;
  const paid = sumFen(lines.map((one) => one.amount));
  const cause = orderId === '' && lines.every(isReversal) ? 'refund' : 'missing-in-ledger';
  return {
    orderId,
    customer: line?.customer ?? '',
    product: line?.product || (line?.code ?? ''),
    day: line?.paidOn ?? null,
    ledgerRows: [],
    lines,
    ledgerRebate: NO_FEN,
    statementRebate: paid,
    difference: paid,
    cause,
    parts: partOf(cause, paid).parts,
    findings: NO_FINDINGS,
    unread: false,
  };
}

/**
 * The part that weighs most. Where the arithmetic does not close, nothing else may stand for the
 * row.
 */
function mainCause(parts: readonly Part[]): Cause {
  if (parts.some((part) => part.cause === 'unexplained')) return 'unexplained';
  const [first, ...rest] = parts;
  if (first === undefined) return 'agrees';
  return rest.reduce(
    (main, part) => (Math.abs(part.amount) > Math.abs(main.amount) ? part : main),
    first,
  ).cause;
}

function causesOf(rows: readonly ReconciledRow[]): ReadonlyMap<Cause, Fen> {
  const sums = new Map<Cause, Fen>();
  for (const row of rows)
    sums.set(row.cause, addFen(sums.get(row.cause) ?? NO_FEN, row.difference));
  return new Map(
    CAUSES.flatMap((cause) =>
      sums.has(cause) ? [[cause, sums.get(cause) ?? NO_FEN] as const] : [],
    ),
  );
}

function totalsOf(rows: readonly ReconciledRow[]): Reconciliation['totals'] {
  const ledger = sumFen(rows.map((row) => row.ledgerRebate));
  const statement = sumFen(rows.map((row) => row.statementRebate));
  return { ledger, statement, difference: subtractFen(statement, ledger) };
}
