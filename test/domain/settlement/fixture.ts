import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseIsoDate, type LocalDate } from '#domain/calendar/local-date.ts';
import { reconcileStatement, type Settlement } from '#application/reconcile/reconcile.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { type Ledger, NO_DAY } from '#domain/ledger/ledger.ts';
import { ROW_KINDS } from '#domain/ledger/row-kind.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';

/** Rows of a fixture; its texts hold no quotes and no commas inside cells. */
const csvRows = (name: string): string[][] =>
  readFileSync(join(__dirname, '../../fixtures/statements', name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

export type Rows = readonly (readonly Cell[])[];

/** A sheet of rows; "" is an empty cell. */
export function sheetOf(rows: Rows, name = 'statement'): Sheet {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) =>
    rows.map((row) => (row[column] === '' ? null : (row[column] ?? null))),
  );
  return { name, rowCount: rows.length, columns };
}

/** "1,234.50" of a fixture in fen, by its digits. */
export const fenOf = (yuan: string): Fen => fen(Number(yuan.replace('.', '')));

export const day = (iso: string): LocalDate => parseIsoDate(iso) as LocalDate;

export interface LedgerEntry {
  readonly orderId: string;
  readonly customer?: string;
  readonly product?: string;
  readonly category?: string;
  readonly day: string;
  readonly amount: string;
  readonly due?: string;
  readonly paidOn?: string;
  readonly remark?: string;
}

/** A ledger of counted rows; a negative amount is a refund. */
export function ledgerOf(entries: readonly LedgerEntry[]): Ledger {
  const categories = [...new Set(entries.map((entry) => entry.category ?? '基础'))];
  const texts = (of: (entry: LedgerEntry) => string | undefined): string[] =>
    entries.map((entry) => of(entry) ?? '');
  return {
    sheets: [],
    size: entries.length,
    sheetOf: new Uint16Array(entries.length),
    row: Int32Array.from(entries, (_, index) => index + 2),
    kind: Uint8Array.from(entries, (entry) =>
      ROW_KINDS.indexOf(entry.amount.startsWith('-') ? 'refund' : 'order'),
    ),
    reason: new Uint8Array(entries.length),
    amount: Float64Array.from(entries, (entry) => fenOf(entry.amount)),
    day: Int32Array.from(entries, (entry) => day(entry.day)),
    category: Int16Array.from(entries, (entry) => categories.indexOf(entry.category ?? '基础')),
    categories,
    orderId: texts((entry) => entry.orderId),
    customer: texts((entry) => entry.customer),
    product: texts((entry) => entry.product),
    remark: texts((entry) => entry.remark),
    ...(entries.some((entry) => entry.due !== undefined)
      ? {
          rebateDue: Float64Array.from(entries, (entry) =>
            entry.due === undefined ? NaN : fenOf(entry.due),
          ),
        }
      : {}),
    ...(entries.some((entry) => entry.paidOn !== undefined)
      ? {
          paidOn: Int32Array.from(entries, (entry) =>
            entry.paidOn === undefined ? NO_DAY : day(entry.paidOn),
          ),
        }
      : {}),
    remarks: new Map(),
    questions: [],
    warnings: [],
    report: [],
  };
}

/** Columns: number, customer, product, category, day, amount, rebate due. */
export const ledgerFixture = (name: string): Ledger =>
  ledgerOf(
    csvRows(`${name}.ledger.csv`)
      .slice(1)
      .map((row) => ({
        orderId: row[0] ?? '',
        customer: row[1] ?? '',
        product: row[2] ?? '',
        category: row[3] ?? '',
        day: row[4] ?? '',
        amount: row[5] ?? '',
        due: row[6] ?? '',
      })),
  );

export const statementFixture = (name: string): string[][] => csvRows(`${name}.statement.csv`);

/** A statement of the first quarter of 2025 beside a ledger, by the example policy unless said. */
export function settlementOf(
  ledger: Ledger,
  statement: readonly Rows[],
  { policy = examplePolicy, from = '2025-01-01', to = '2025-03-31' } = {},
): Settlement {
  const result = reconcileStatement({
    ledger,
    statementSheets: statement.map((rows, at) => sheetOf(rows, `statement ${at + 1}`)),
    policy,
    from: day(from),
    to: day(to),
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

export interface Truth {
  readonly orderId: string;
  readonly ledger: Fen;
  readonly statement: Fen;
  readonly difference: Fen;
  readonly cause: string;
}

export const truthFixture = (name: string): Truth[] =>
  csvRows(`${name}.truth.csv`)
    .slice(1)
    .map(([orderId = '', ledger = '', statement = '', difference = '', cause = '']) => ({
      orderId,
      ledger: fenOf(ledger),
      statement: fenOf(statement),
      difference: fenOf(difference),
      cause,
    }));
