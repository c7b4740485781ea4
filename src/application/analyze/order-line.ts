import type { LocalDate } from '#domain/calendar/local-date.ts';
import { kindOf, type Ledger, NO_DAY } from '#domain/ledger/ledger.ts';
import type { RowKind } from '#domain/ledger/row-kind.ts';
import { type Fen, fen } from '#domain/money/fen.ts';

/**
 * One order as the pane shows it: the few columns of the rows that matter, never the whole ledger.
 */
export interface OrderLine {
  readonly index: number;
  readonly sheet: string;
  /** As a person counts. */
  readonly row: number;
  readonly kind: RowKind;
  readonly orderId: string;
  readonly customer: string;
  readonly product: string;
  readonly category: string;
  readonly day: LocalDate | null;
  readonly amount: Fen | null;
  /** 0…1; null when the ledger does not say. */
  readonly probability: number | null;
  /** What it costs to bring the deal forward; null when the ledger does not say. */
  readonly cost: Fen | null;
}

/** One entry of the ledger as the pane shows it. */
export function orderLine(ledger: Ledger, index: number): OrderLine {
  const amount = ledger.amount[index] ?? Number.NaN;
  const probability = ledger.probability?.[index] ?? Number.NaN;
  const cost = ledger.cost?.[index] ?? Number.NaN;
  const day = ledger.day[index] ?? NO_DAY;
  return {
    index,
    sheet: ledger.sheets[ledger.sheetOf[index] ?? 0]?.name ?? '',
    row: ledger.row[index] ?? 0,
    kind: kindOf(ledger, index),
    orderId: ledger.orderId[index] ?? '',
    customer: ledger.customer[index] ?? '',
    product: ledger.product[index] ?? '',
    category: ledger.categories[ledger.category[index] ?? -1] ?? '',
    day: day === NO_DAY ? null : (day as LocalDate),
    amount: Number.isNaN(amount) ? null : fen(amount),
    probability: Number.isNaN(probability) ? null : probability,
    cost: Number.isNaN(cost) ? null : fen(cost),
  };
}
