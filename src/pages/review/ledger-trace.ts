import { int32At, int16At } from '#domain/columns.ts';
import {
  type LocalDate,
  addDays,
  dateFromSerial,
  yearMonthDay,
} from '#domain/calendar/local-date.ts';
import type { Period } from '#domain/calendar/period.ts';
import { type Ledger, type LedgerSheet, counts, kindOf } from '#domain/ledger/ledger.ts';
import { type Fen, fen, fenFromCellNumber } from '#domain/money/fen.ts';
import { type Cell, type Sheet, cellAt, columnName } from '#domain/sheet.ts';
import { cellReference } from '../cell-reference.ts';
import { typedColumn } from '#pages/typed-text.ts';

/** A SUMIFS over the orders' own cells, and what a spreadsheet makes of it. */
interface Traced {
  readonly formula: string;
  readonly result: Fen;
}

/**
 * Sales of a month and a category as a formula over the order sheets; null where no formula can say
 * it.
 */
export type LedgerTrace = (month: Period, category: string) => Traced | null;

interface TracedSheet {
  readonly amounts: string;
  readonly dates: string;
  readonly categories: string;
  /**
   * Sum by month label and spelling, as SUMIFS adds: every row with a number, a date and that text.
   */
  readonly sums: ReadonlyMap<string, number>;
  /** Spellings of each category among the rows that count. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads the order sheets as SUMIFS would: numbers only, real dates only, text compared without
 * case. Rows that do not count (duplicates, subtotals, questions) are added up too, so the caller
 * compares the result with the true figure.
 */
export function ledgerTrace(
  ledger: Ledger,
  sheets: readonly Sheet[] | undefined,
  months: readonly Period[],
): LedgerTrace {
  const traced =
    sheets === undefined
      ? []
      : ledger.sheets.flatMap((known, index) =>
          hasCounted(ledger, index)
            ? [traceSheet(ledger, known, index, written(sheets, known.name), months)]
            : [],
        );
  if (traced.length === 0 || traced.length > 4 || traced.includes(null)) return () => null;
  return (month, category) => sumIfs(traced as readonly TracedSheet[], month, category);
}

/** A sheet of open deals alone adds nothing to any month: it needs no formula and forbids none. */
function hasCounted(ledger: Ledger, sheet: number): boolean {
  for (let at = 0; at < ledger.size; at += 1)
    if (ledger.sheetOf[at] === sheet && counts(kindOf(ledger, at))) return true;
  return false;
}

export function written(sheets: readonly Sheet[], name: string): Sheet | undefined {
  const sheet = sheets.find((one) => one.name === name);
  return sheet === undefined ? undefined : asWritten(sheet);
}

function traceSheet(
  ledger: Ledger,
  known: LedgerSheet,
  index: number,
  sheet: Sheet | undefined,
  months: readonly Period[],
): TracedSheet | null {
  const { amount, category, paidOn, signedOn } = known.columns;
  const day = paidOn ?? signedOn;
  if (sheet === undefined || amount === undefined || category === undefined || day === undefined)
    return null;
  const whole = (column: number): string =>
    cellReference(sheet.name, `$${columnName(column)}:$${columnName(column)}`);
  const sums = sumsOf(sheet, [amount.column, day.column, category.column], months);
  // A sheet of text dates or amounts: SUMIFS finds nothing in it, and a month without orders would
  // pass by luck.
  if (sums.size === 0) return null;
  return {
    amounts: whole(amount.column),
    dates: whole(day.column),
    categories: whole(category.column),
    sums,
    spellings: spellingsOf(ledger, index, sheet, category.column),
  };
}

function sumsOf(
  sheet: Sheet,
  [amountColumn, dayColumn, categoryColumn]: readonly [number, number, number],
  months: readonly Period[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const keys = new Map(months.map((month) => [month, new Map<string, string>()]));
  let month: Period | undefined;
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const amount = cellAt(sheet, row, amountColumn);
    const serial = cellAt(sheet, row, dayColumn);
    const category = cellAt(sheet, row, categoryColumn);
    if (typeof amount !== 'number' || typeof serial !== 'number' || typeof category !== 'string')
      continue;
    const day = dateFromSerial(serial, sheet.date1904 ?? false);
    if (day === undefined) continue;
    // Rows of one month mostly stand together.
    if (month === undefined || day < month.from || day > month.to)
      month = months.find((one) => one.from <= day && day <= one.to);
    if (month === undefined) continue;
    const known = keys.get(month)!;
    const key = known.get(category) ?? keyOf(month, category);
    known.set(category, key);
    // NaN: an amount out of range spoils the sum, so that it never equals the figure.
    sums.set(key, (sums.get(key) ?? 0) + (fenFromCellNumber(amount) ?? NaN));
  }
  return sums;
}

function spellingsOf(
  ledger: Ledger,
  sheetIndex: number,
  sheet: Sheet,
  column: number,
): ReadonlyMap<string, ReadonlySet<string>> {
  const spellings = new Map<string, Set<string>>();
  const seen = new Map<number, Set<Cell>>();
  for (let at = 0; at < ledger.size; at += 1) {
    if (ledger.sheetOf[at] !== sheetIndex || !counts(kindOf(ledger, at))) continue;
    const typed = cellAt(sheet, int32At(ledger.row, at) - 1, column);
    const code = int16At(ledger.category, at);
    const before = seen.get(code);
    if (before?.has(typed)) continue;
    seen.set(code, (before ?? new Set()).add(typed));
    const name = ledger.categories[code] ?? '';
    const known = spellings.get(name) ?? new Set();
    spellings.set(name, known.add(typeof typed === 'string' ? typed.toLowerCase() : ''));
  }
  return spellings;
}

const keyOf = (month: Period, category: string): string =>
  `${month.label}\n${category.toLowerCase()}`;

function sumIfs(sheets: readonly TracedSheet[], month: Period, category: string): Traced | null {
  const parts: string[] = [];
  let sum = 0;
  for (const sheet of sheets) {
    for (const spelling of sheet.spellings.get(category) ?? []) {
      // Signs that SUMIFS reads as a comparison or a wildcard cannot be asked for.
      if (spelling === '' || /[*?~<>=]/.test(spelling)) return null;
      parts.push(
        `SUMIFS(${sheet.amounts},${sheet.dates},">="&${dateCall(month.from)},${sheet.dates},` +
          `"<"&${dateCall(addDays(month.to, 1))},${sheet.categories},` +
          `"${spelling.replace(/"/g, '""')}")`,
      );
      sum += sheet.sums.get(keyOf(month, spelling)) ?? 0;
    }
  }
  if (parts.length === 0 || parts.length > 6 || !Number.isSafeInteger(sum)) return null;
  return { formula: `ROUND(${parts.join('+')},2)`, result: fen(sum) };
}

/** "DATE(2025,1,31)". */
export function dateCall(day: LocalDate): string {
  const { year, month, day: ofMonth } = yearMonthDay(day);
  return `DATE(${year},${month},${ofMonth})`;
}

/**
 * A sheet as it stands in the workbook that the page is written into: the text of a CSV stands
 * there as numbers and dates, each record in the row of its line.
 */
function asWritten(sheet: Sheet): Sheet {
  if (sheet.delimited !== true) return sheet;
  const rowOf = (row: number): number => (sheet.lines?.[row] ?? row + 1) - 1;
  const columns = sheet.columns.map((cells) => {
    const typed = typedColumn(cells);
    const written: Cell[] = Array.from({ length: rowOf(cells.length - 1) + 1 }, () => null);
    cells.forEach((cell, row) => {
      written[rowOf(row)] = typeof cell === 'string' ? typed(cell).value : cell;
    });
    return written;
  });
  return { name: sheet.name, rowCount: rowOf(sheet.rowCount - 1) + 1, columns };
}
