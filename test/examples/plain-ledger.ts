import type { LocalDate } from '#domain/calendar/local-date.ts';
import { type Ledger } from '#domain/ledger/ledger.ts';
import { ROW_KINDS, type RowKind } from '#domain/ledger/row-kind.ts';
import type { Fen } from '#domain/money/fen.ts';

export interface PlainRow {
  readonly day: LocalDate;
  readonly amount: Fen;
  readonly category: string;
  readonly kind?: RowKind;
  readonly orderId?: string;
  readonly customer?: string;
}

/** A ledger of rows that are already understood, for tests of what comes after reading. */
export function plainLedger(rows: readonly PlainRow[]): Ledger {
  const categories = [...new Set(rows.map(({ category }) => category))];
  const kinds = rows.map(({ kind, amount }) => kind ?? (amount < 0 ? 'refund' : 'order'));
  return {
    sheets: [
      {
        name: '订单',
        headerRow: 1,
        columns: { amount: { header: '实付', column: 2 } },
        unknownHeaders: [],
        headed: [2],
      },
    ],
    size: rows.length,
    sheetOf: new Uint16Array(rows.length),
    row: Int32Array.from(rows, (_, index) => index + 2),
    kind: Uint8Array.from(kinds, (kind) => ROW_KINDS.indexOf(kind)),
    reason: new Uint8Array(rows.length),
    amount: Float64Array.from(rows, ({ amount }) => amount),
    day: Int32Array.from(rows, ({ day }) => day),
    category: Int16Array.from(rows, ({ category }) => categories.indexOf(category)),
    categories,
    orderId: rows.map(({ orderId }, index) => orderId ?? `N${index}`),
    customer: rows.map(({ customer }) => customer ?? ''),
    product: rows.map(() => ''),
    remarks: new Map(),
    questions: [],
    warnings: [],
    report: [],
  };
}
