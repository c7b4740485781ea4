import { Refusal } from '#domain/refusal.ts';
import { refuse } from './cell-refusal.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import { policyForLedger } from '#domain/policy/what-a-ledger-needs.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { HeaderRole } from '#domain/reading/header-roles.ts';
import { headerMeaning } from '#domain/reading/headers.ts';
import { lastDay } from '#domain/rebate/last-day.ts';
import { askByPolicy } from '#domain/rebate/rows-by-policy.ts';
import { type OrderBook, orderBook } from '#domain/rebate/order-book.ts';
import { type Cell, type Sheet, cellAddress } from '#domain/sheet.ts';
import { type Cells, isBlankOrZero, isEmpty, isErrorCell, optionalCells } from './cells.ts';
import { onlyCellOf } from './only-cell.ts';
import { plainCell, errorCell } from './plain-cell.ts';
import { policyOf } from './policy-argument.ts';
import { readDate } from './read-date.ts';
import { requiredCells } from './sales-figures.ts';
import type { Caller } from './spec.ts';
import type { Facts } from '#domain/policy/facts.ts';
import { readFacts } from '#domain/policy/read-facts.ts';

/** An order range read as a sheet is, with the policy and the day that its figures rest on. */
export interface OrderRange {
  /** Rows of the range, header included. */
  readonly height: number;
  readonly ledger: Ledger;
  readonly book: OrderBook;
  readonly policy: Policy;
  readonly asOf: LocalDate;
}

/** Reads `orders`, `policy`, `as_of` and `facts`. Refuses where nothing can be read. */
export function orderRange(
  args: {
    readonly orders: unknown;
    readonly policy: unknown;
    readonly asOf: unknown;
    readonly facts: unknown;
  },
  caller: Caller,
): OrderRange {
  const cells = requiredCells('orders', args.orders);
  const policy = policyOf(args.policy, caller, factsOfArgument(args.facts));
  const read = readLedger([sheetOf(cells, caller.date1904)], {
    ...policyForLedger(policy),
  });
  const ledger = askByPolicy(read, policy);
  if (ledger.sheets.length === 0)
    throw refuse({ code: 'functions.orders-unread', report: ledger.report });
  const book = orderBook(ledger);
  const day = onlyCellOf('as_of', args.asOf);
  const asOf = day === undefined ? lastDay(ledger, book) : readDate(day, caller.date1904);
  if (asOf instanceof Refusal) throw asOf;
  return { height: cells.rows.length, ledger, book, policy, asOf };
}

function sheetOf({ rows, width }: Cells, date1904: boolean): Sheet {
  const zeros = zeroColumns(rows);
  const columns = Array.from({ length: width }, (_, column) =>
    rows.map((row): Cell => {
      const cell = row[column];
      return cell === 0 && !(zeros.has(column) && !row.every(isBlankOrZero))
        ? null
        : plainCell(cell);
    }),
  );
  return { name: '', rowCount: rows.length, columns, date1904 };
}

/** Columns in which a 0 is a figure. In any other an order has no 0: the cell is empty. */
const FIGURES: ReadonlySet<HeaderRole> = new Set([
  'cashPaid',
  'payable',
  'ordered',
  'listPrice',
  'netAmount',
  'prepaidCard',
  'voucher',
  'rate',
  'rebateDue',
  'rebateReceived',
]);

/** Columns whose zeros are kept. Where an empty cell arrives as one, every 0 is a 0. */
function zeroColumns(rows: Cells['rows']): { has(column: number): boolean } {
  if (rows.some((row) => row.some(isEmpty))) return { has: () => true };
  const kept = new Set<number>();
  for (const row of rows.slice(0, 50))
    row.forEach((cell, column) => {
      const role = typeof cell === 'string' ? headerMeaning(cell)?.role : undefined;
      if (role !== undefined && FIGURES.has(role)) kept.add(column);
    });
  return kept;
}

/**
 * Facts of a policy: a range of names, periods and values, a header row or not; undefined when the
 * argument is left out. Cells are named as if the range began at A1.
 */
function factsOfArgument(argument: unknown): Facts | undefined {
  const cells = optionalCells('facts', argument);
  if (cells === undefined) return undefined;
  if (cells.width < 2) throw refuse({ code: 'functions.facts-not-a-range' });
  const table = cells.rows.map((row) => {
    const error = row.find(isErrorCell);
    if (error !== undefined) throw errorCell('facts', error);
    // A blank name reaches a function as 0 in some programs.
    return row.map((cell, column) => plainCell(column === 0 && cell === 0 ? '' : cell));
  });
  const { facts, findings } = readFacts(table, { cellName: cellAddress });
  const errors = findings.filter(({ level }) => level === 'error');
  const [first] = errors;
  if (first === undefined) return facts;
  const { fact } = first;
  throw refuse(
    fact.code === 'policy.fact-unreadable'
      ? { code: 'functions.not-a-fact', name: fact.name, text: fact.typed }
      : { code: 'functions.policy-error', cell: first.cell, fact, errors: errors.length },
  );
}
