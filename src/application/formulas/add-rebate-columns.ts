import { standsIn } from '#domain/policy/example-policy.ts';
import { int32At, float64At } from '#domain/columns.ts';
import { categoryWeight } from '#domain/policy/category-terms.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import type { PeriodLength } from '#domain/calendar/period.ts';
import { type LedgerSheet, counts, kindOf } from '#domain/ledger/ledger.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import type { Component } from '#domain/policy/policy.ts';
import { earns } from '#domain/rebate/component-earnings.ts';
import { fenFromCellNumber } from '#domain/money/fen.ts';
import { type Result, fail, ok } from '#domain/result.ts';
import { type Sheet, cellAt, columnName } from '#domain/sheet.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import type { RebateColumnsFact } from '#facts/rebate-columns.ts';
import type { ColumnOfCells } from './sheet-formulas.ts';

export interface RebateColumnsInput {
  readonly analysis: Pick<Analysis, 'ledger' | 'policy'>;
  /** The sheets as they were read. */
  readonly sheets: readonly Sheet[];
  /** Name of the order sheet to add to; absent: the first of the ledger. */
  readonly sheet?: string;
  /** What a formula calls the policy: the name `RebatePolicy`, or "'返点政策'!$A$4:$U$10". */
  readonly policyReference: string;
  readonly headers: {
    readonly counted: string;
    readonly tier: string;
    readonly rate: string;
    readonly rebate: string;
  };
}

interface Fields {
  readonly amount: number;
  readonly category: number;
  readonly date: number;
}

export interface PlannedColumns {
  readonly sheet: string;
  /** From 0. */
  readonly headerRow: number;
  readonly columns: readonly ColumnOfCells[];
}

/**
 * The counted amount, tier, rate and rebate beside the orders, in the first free columns, as
 * formulas that follow the orders and the policy. Nothing of the user's is touched; a sheet whose
 * dates or amounts are text (or in 万) is refused with the first such row.
 */
export function planRebateColumns(
  input: RebateColumnsInput,
): Result<PlannedColumns, RebateColumnsFact> {
  const {
    analysis: { ledger, policy },
    sheets,
  } = input;
  const index =
    input.sheet === undefined ? 0 : ledger.sheets.findIndex((known) => known.name === input.sheet);
  const known = ledger.sheets[index];
  const sheet = sheets.find((one) => one.name === known?.name);
  if (known === undefined || sheet === undefined) return fail({ code: 'columns.no-order-sheet' });
  if (standsIn(policy)) return fail({ code: 'columns.no-policy-sheet' });
  const fields = fieldsOf(known);
  if (!fields.ok) return fields;
  const rows = countedRows(input, index, sheet, fields.value);
  const odd = firstNotPlain(sheet, rows, fields.value);
  if (odd !== null) return fail(odd);
  return ok({
    sheet: sheet.name,
    headerRow: known.headerRow - 1,
    columns: columnsBeside(input, blockOf(known, sheet, rows, fields.value)),
  });
}

const blockOf = (
  known: LedgerSheet,
  sheet: Sheet,
  rows: readonly CountedRow[],
  fields: Fields,
): Block => ({
  rows,
  fields,
  headerRow: known.headerRow,
  amounts: firstFreeColumn(sheet),
  categories: [...new Set(rows.map((counted) => counted.category))],
  last: rows.reduce((most, { row }) => Math.max(most, row), known.headerRow),
});

function columnsBeside(
  { analysis: { policy }, headers, policyReference }: RebateColumnsInput,
  block: Block,
): readonly ColumnOfCells[] {
  const column = (
    offset: number,
    header: string,
    look: ColumnOfCells['look'],
    formula: (counted: CountedRow) => string,
  ): ColumnOfCells => {
    const byRow = new Map(block.rows.map((counted) => [counted.row, formula(counted)]));
    return {
      column: block.amounts + offset,
      header,
      look,
      formulas: Array.from(
        { length: block.last - block.headerRow },
        (_, at) => byRow.get(block.headerRow + 1 + at) ?? null,
      ),
    };
  };
  const call =
    (name: string) =>
    (counted: CountedRow): string =>
      callOf(name, counted, block, policy.components, policyReference);
  return [
    column(0, headers.counted, 'money', ({ row }) => `${columnName(block.fields.amount)}${row}`),
    column(1, headers.tier, 'integer', call('REBATE_TIER')),
    column(2, headers.rate, 'rate', call('REBATE_RATE')),
    column(3, headers.rebate, 'money', call('REBATE_AMOUNT')),
  ];
}

function fieldsOf({ columns }: LedgerSheet): Result<Fields, RebateColumnsFact> {
  const date = columns.paidOn ?? columns.signedOn;
  if (columns.amount === undefined) return fail({ code: 'columns.field-missing', field: 'amount' });
  if (columns.category === undefined)
    return fail({ code: 'columns.field-missing', field: 'category' });
  if (date === undefined) return fail({ code: 'columns.field-missing', field: 'date' });
  return ok({
    amount: columns.amount.column,
    category: columns.category.column,
    date: date.column,
  });
}

/** A row that counts, as a person counts rows, with its category as typed. */
interface CountedRow {
  readonly row: number;
  /** Fen that count. */
  readonly amount: number;
  readonly category: string;
}

/**
 * The orders on their sheet, and the new column that repeats the amounts that count: subtotals and
 * duplicates stay out of every sum.
 */
interface Block {
  readonly rows: readonly CountedRow[];
  readonly headerRow: number;
  readonly last: number;
  readonly fields: Fields;
  readonly amounts: number;
  /** Spellings of the categories among the rows. */
  readonly categories: readonly string[];
}

function countedRows(
  { analysis: { ledger } }: RebateColumnsInput,
  index: number,
  sheet: Sheet,
  { category }: Fields,
): readonly CountedRow[] {
  const rows: CountedRow[] = [];
  for (let at = 0; at < ledger.size; at += 1) {
    if (ledger.sheetOf[at] !== index || !counts(kindOf(ledger, at))) continue;
    const row = int32At(ledger.row, at);
    rows.push({
      row,
      amount: float64At(ledger.amount, at),
      category: String(cellAt(sheet, row - 1, category) ?? ''),
    });
  }
  return rows;
}

function firstNotPlain(
  sheet: Sheet,
  rows: readonly CountedRow[],
  { amount, date }: Fields,
): RebateColumnsFact | null {
  for (const { row, amount: counted } of rows) {
    const typed = cellAt(sheet, row - 1, amount);
    if (typeof typed !== 'number' || fenFromCellNumber(typed) !== counted)
      return { code: 'columns.not-plain', sheet: sheet.name, row, what: 'amount' };
    if (typeof cellAt(sheet, row - 1, date) !== 'number')
      return { code: 'columns.not-plain', sheet: sheet.name, row, what: 'date' };
  }
  return null;
}

/**
 * Behind everything that stands on the sheet, with no gap, so that a table takes the columns in.
 */
const firstFreeColumn = (sheet: Sheet): number =>
  sheet.columns.reduce(
    (free, cells, column) =>
      cells.some((cell) => cell !== null && cell !== '') ? column + 1 : free,
    0,
  );

function callOf(
  name: string,
  { row, category }: CountedRow,
  block: Block,
  components: readonly Component[],
  policy: string,
): string {
  const at = (column: number): string => `${columnName(column)}${row}`;
  const component = components.find((one) => earns(one, categoryKey(category)));
  const tierSales = component === undefined ? null : windowSales(component, row, block);
  const { fields } = block;
  return (
    `${name}(${at(block.amounts)},${at(fields.category)},${policy},` +
    `${at(fields.date)}${tierSales === null ? '' : `,${tierSales}`})`
  );
}

const MONTHS: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/**
 * The sales that set the tier in the window of the row's date, as SUMIFS over the counted amounts
 * beside the orders; null where each order is its own window.
 */
function windowSales(
  component: Component,
  row: number,
  { categories, headerRow, last, fields, amounts }: Block,
): string | null {
  if (component.accumulate === 'order') return null;
  const months = MONTHS[component.accumulate];
  const run = (column: number): string =>
    `$${columnName(column)}$${headerRow + 1}:$${columnName(column)}$${last}`;
  const date = `$${columnName(fields.date)}${row}`;
  const start = `MONTH(${date})-MOD(MONTH(${date})-${component.yearStart},${months})`;
  const within =
    `${run(fields.date)},">="&DATE(YEAR(${date}),${start},1),${run(fields.date)},"<"&DATE(` +
    `YEAR(${date}),${start}+${months},1)`;
  const weightOf = (name: string): Decimal => categoryWeight(component.counts, categoryKey(name));
  const [first] = categories;
  const times = (weight: Decimal): string => (weight.eq(1) ? '' : `${weight.toString()}*`);
  if (first !== undefined && categories.every((name) => weightOf(name).eq(weightOf(first))))
    return `${times(weightOf(first))}SUMIFS(${run(amounts)},${within})`;
  const terms = categories
    .filter((name) => !weightOf(name).isZero())
    .map(
      (name) =>
        `${times(weightOf(name))}SUMIFS(${run(amounts)},${within},${run(fields.category)},` +
        `"${name.replace(/"/g, '""')}")`,
    );
  return terms.length === 0 ? '0' : terms.join('+');
}
