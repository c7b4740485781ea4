import { parseIsoDate } from '#domain/calendar/local-date.ts';
import { type Ledger, NO_DAY } from '#domain/ledger/ledger.ts';
import { ROW_KINDS, type RowKind } from '#domain/ledger/row-kind.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fenFromYuan } from '#domain/money/fen.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';

export interface Row {
  readonly day: string;
  /** Yuan. */
  readonly amount: string;
  readonly category: string;
  readonly customer?: string;
  readonly product?: string;
  readonly received?: string;
  readonly kind?: RowKind;
  readonly id?: string;
  readonly probability?: number;
}

const fenOf = (yuan: string): number =>
  yuan === '' ? NaN : (fenFromYuan(new Decimal(yuan)) as number);

/**
 * A ledger on one sheet with its header in row 1: id, customer, product, category, day, amount,
 * received in columns A…G.
 */
export function makeLedger(rows: readonly Row[], sheet = '订单'): Ledger {
  const categories = [...new Set(rows.map((row) => row.category))].filter((name) => name !== '');
  const kinds = rows.map((row) =>
    ROW_KINDS.indexOf(row.kind ?? (row.amount.startsWith('-') ? 'refund' : 'order')),
  );
  const column = (header: string, at: number) => ({ header, column: at });
  return {
    sheets: [
      {
        name: sheet,
        headerRow: 1,
        unknownHeaders: [],
        headed: [0, 1, 2, 3, 4, 5, 6],
        columns: {
          orderId: column('订单号', 0),
          customer: column('客户', 1),
          product: column('产品', 2),
          category: column('类别', 3),
          signedOn: column('签约日期', 4),
          amount: column('实付', 5),
          rebateReceived: column('实返', 6),
        },
      },
    ],
    size: rows.length,
    sheetOf: new Uint16Array(rows.length),
    row: Int32Array.from(rows, (_, index) => index + 2),
    kind: Uint8Array.from(kinds),
    reason: new Uint8Array(rows.length),
    amount: Float64Array.from(rows, (row) => fenOf(row.amount)),
    day: Int32Array.from(rows, (row) => parseIsoDate(row.day) ?? NO_DAY),
    category: Int16Array.from(rows, (row) => categories.indexOf(row.category)),
    categories,
    orderId: rows.map((row, index) => row.id ?? `R25${String(index + 1).padStart(4, '0')}`),
    customer: rows.map((row) => row.customer ?? ''),
    product: rows.map((row) => row.product ?? ''),
    rebateReceived: Float64Array.from(rows, (row) => fenOf(row.received ?? '')),
    probability: Float64Array.from(rows, (row) => row.probability ?? NaN),
    remarks: new Map(),
    questions: [],
    warnings: [],
    report: [],
  };
}

/** The same orders as the sheet they were read from: real dates and numbers. */
export function makeSheet(rows: readonly Row[], name = '订单'): Sheet {
  const header = ['订单号', '客户', '产品', '类别', '签约日期', '实付', '实返'];
  const cells: Cell[][] = header.map((title) => [title]);
  rows.forEach((row, index) => {
    const values: readonly Cell[] = [
      row.id ?? `R25${String(index + 1).padStart(4, '0')}`,
      row.customer ?? null,
      row.product ?? null,
      row.category === '' ? null : row.category,
      (parseIsoDate(row.day) ?? -25569) + 25569,
      Number(row.amount),
      row.received ? Number(row.received) : null,
    ];
    values.forEach((value, column) => (cells[column] as Cell[]).push(value));
  });
  return { name, rowCount: rows.length + 1, columns: cells };
}
