import { int32At } from '#domain/columns.ts';
import { addDays, firstOf, lastOf } from '#domain/calendar/local-date.ts';
import { NO_FEN, addFen, sumFen, fenAt } from '#domain/money/fen.ts';
import { type SalesTable, salesByMonth } from '#domain/review/sales-table.ts';
import { invariant } from '#domain/result.ts';
import { endOfDay } from '#domain/rebate/order-book.ts';
import { date, money, text } from './cells.ts';
import { fixed, laySum, layTotal } from './formulas.ts';
import { type LedgerTrace, dateCall, ledgerTrace } from './ledger-trace.ts';
import { categoryOf, dayOf, orderLink } from './order-link.ts';
import type { Draft, Place } from './review-input.ts';
import { LAST, filled, headers, quiet, section } from './section.ts';

/** Sales by month and category on the page: the figures that the sections above add up from. */
export interface SalesRows {
  readonly table: SalesTable;
  /** A row a month. */
  readonly rowOf: readonly number[];
  readonly columnOf: ReadonlyMap<string, number>;
}

const CATEGORY_FROM = 3;
/** At most this many categories get a column of their own. */
const MOST_CATEGORIES = LAST - CATEGORY_FROM;
/** Orders that are listed one by one. */
const LISTED = 300;

interface OrderList {
  readonly from: number;
  readonly to: number;
}

const ORDER_COLUMNS = { date: 3, category: 4, amount: 8 } as const;

/**
 * Sales by month and category over the windows shown, each cell a formula over the order sheet
 * where that gives the same figure.
 */
export function sales(draft: Draft): SalesRows | null {
  const { canvas, words, input, period, windows } = draft;
  section(canvas, words.sections.sales);
  const from = firstOf([period.from, ...windows.map((window) => window.period.from)]);
  const last = lastOf([period.to, ...windows.map((window) => window.period.to)]);
  const to = firstOf([input.asOf, last]);
  const whole = salesByMonth(input.book, from, to);
  if (whole.categories.length === 0) {
    quiet(canvas, words.empty.sales);
    return null;
  }
  const table = withRest(whole);
  const rows = monthRows(draft, table);
  const trace = ledgerTrace(input.ledger, draft.options.sheets, table.months);
  const fromOrders = traceMonths(draft, rows, trace);
  const merged = table.categories.includes(REST);
  if (merged) canvas.wide(words.restMerged(whole.categories.length - MOST_CATEGORIES + 1), 'note');
  canvas.wide(fromOrders ? words.recomputed : words.stated, 'note');
  const list = orders(draft);
  if (!fromOrders && list !== null) traceList(draft, rows, list);
  return rows;
}

/** Stands for the categories that have no column of their own; no category is called so. */
const REST = '\u0000';

/** The largest categories one by one and the others together, where there are too many. */
function withRest(table: SalesTable): SalesTable {
  if (table.categories.length <= MOST_CATEGORIES) return table;
  const sizes = table.categories.map((_, at) =>
    Math.abs(sumFen(table.sales.map((month) => month[at] ?? NO_FEN))),
  );
  const order = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const shown = order.slice(0, MOST_CATEGORIES - 1).sort((a, b) => a - b);
  const rest = order.slice(MOST_CATEGORIES - 1);
  return {
    months: table.months,
    categories: [...shown.map((at) => table.categories[at] ?? ''), REST],
    sales: table.sales.map((month) => [
      ...shown.map((at) => month[at] ?? NO_FEN),
      sumFen(rest.map((at) => month[at] ?? NO_FEN)),
    ]),
  };
}

function monthRows({ canvas, words }: Draft, table: SalesTable): SalesRows {
  const names = table.categories.map((category) =>
    category === REST ? words.restOfCategories : category || words.noCategory,
  );
  const totalAt = CATEGORY_FROM + names.length;
  headers(canvas, [words.columns.month, null, ...names, words.total], [], { whole: true });
  const rowOf = table.months.map((month, index) => {
    const row = canvas.row(
      filled([
        text(month.label, 'label'),
        text(''),
        ...(table.sales[index] ?? []).map((amount) => money(amount)),
      ]),
      { level: 1 },
    );
    canvas.set(row, totalAt, money(sumFen(table.sales[index] ?? []), 'money-strong'));
    laySum(
      canvas,
      row,
      totalAt,
      table.categories.map((_, column) => ({ row, column: CATEGORY_FROM + column })),
    );
    return row;
  });
  const first = rowOf[0] ?? canvas.next;
  const last = canvas.next - 1;
  const total = canvas.row(filled([text(words.total, 'total-label')], 'total-label'));
  for (const column of [...table.categories.map((_, index) => CATEGORY_FROM + index), totalAt]) {
    let sum = NO_FEN;
    for (let row = first; row <= last; row += 1) sum = addFen(sum, canvas.fenAt(row, column));
    canvas.set(total, column, money(sum, 'total-money'));
    layTotal(canvas, total, { column, from: first, to: last });
  }
  return {
    table,
    rowOf,
    columnOf: new Map(
      table.categories.flatMap((category, index) =>
        category === REST ? [] : [[category, CATEGORY_FROM + index] as const],
      ),
    ),
  };
}

function rowAt({ rowOf }: SalesRows, month: number): number {
  const row = rowOf[month];
  invariant(row !== undefined, `month ${month} of the sales table has a row`);
  return row;
}

/** Says whether every cell became a formula over the order sheet. */
function traceMonths({ canvas }: Draft, rows: SalesRows, trace: LedgerTrace): boolean {
  let all = true;
  rows.table.months.forEach((month, index) => {
    for (const [category, column] of rows.columnOf) {
      const traced = trace(month, category);
      if (
        traced === null ||
        !canvas.formula(rowAt(rows, index), column, traced.formula, traced.result)
      )
        all = false;
    }
  });
  return all;
}

/**
 * Where the order sheet does not lend itself to SUMIFS, the months of the period add up the orders
 * listed here.
 */
function traceList({ canvas, period, words }: Draft, rows: SalesRows, list: OrderList): void {
  const run = (column: number): string => fixed(canvas, { column, ...list });
  rows.table.months.forEach((month, index) => {
    if (month.from < period.from || month.to > period.to) return;
    for (const [category, column] of rows.columnOf) {
      const row = rowAt(rows, index);
      const name = category || words.noCategory;
      if (/[*?~<>="]/.test(name)) continue;
      canvas.formula(
        row,
        column,
        `ROUND(SUMIFS(${run(ORDER_COLUMNS.amount)},${run(ORDER_COLUMNS.date)},` +
          `">="&${dateCall(month.from)},${run(ORDER_COLUMNS.date)},` +
          `"<"&${dateCall(addDays(month.to, 1))},${run(ORDER_COLUMNS.category)},"${name}"),2)`,
        rows.table.sales[index]?.[column - CATEGORY_FROM] ?? NO_FEN,
      );
    }
  });
}

/**
 * The orders of the period, one by one, each leading to its row. Null when there are none or too
 * many to list.
 */
function orders(draft: Draft): OrderList | null {
  const { canvas, words, input, period } = draft;
  const first = endOfDay(input.book, addDays(period.from, -1));
  const end = endOfDay(input.book, input.asOf < period.to ? input.asOf : period.to);
  if (end <= first) return null;
  section(canvas, words.sections.orders, { level: 1 });
  if (end - first > LISTED) {
    quiet(canvas, words.ordersMore(end - first));
    return null;
  }
  const { columns } = words;
  const head = headers(
    canvas,
    [
      columns.orderId,
      columns.customer,
      columns.date,
      columns.category,
      columns.product,
      null,
      null,
      columns.amount,
    ],
    ['header', 'header', 'header-center', 'header', 'header', 'header', 'header', 'header-right'],
    { level: 1 },
  );
  canvas.span(head, 5, 3);
  const from = canvas.next;
  for (let at = first; at < end; at += 1) orderRow(draft, int32At(input.book.ledgerIndex, at));
  const to = canvas.next - 1;
  const total = canvas.row(filled([text(words.total, 'total-label')], 'total-label'), { level: 1 });
  canvas.set(
    total,
    ORDER_COLUMNS.amount,
    money(
      sumFen(
        Array.from({ length: end - first }, (_, index) => fenAt(input.book.amount, first + index)),
      ),
      'total-money',
    ),
  );
  layTotal(canvas, total, { column: ORDER_COLUMNS.amount, from, to });
  return { from, to };
}

function orderRow(draft: Draft, index: number): void {
  const {
    canvas,
    words,
    input: { ledger },
  } = draft;
  const day = dayOf(ledger, index);
  const row = canvas.row(
    filled([
      orderLink(draft, index),
      text(ledger.customer[index] ?? ''),
      day === null ? text('') : date(day),
      text(categoryOf(ledger, index) || words.noCategory),
      text(ledger.product[index] ?? ''),
      text(''),
      text(''),
      money(fenAt(ledger.amount, index)),
    ]),
    { level: 1 },
  );
  canvas.span(row, 5, 3);
}

/** The cells of some months and categories, as terms of a sum. */
export function salesCells(
  rows: SalesRows,
  within: { readonly from: number; readonly to: number },
  takes: (category: string) => boolean,
): readonly Place[] {
  return rows.table.months.flatMap((month, index) =>
    month.from < within.from || month.to > within.to
      ? []
      : [...rows.columnOf]
          .filter(([category]) => takes(category))
          .map(([, column]) => ({ row: rowAt(rows, index), column })),
  );
}
