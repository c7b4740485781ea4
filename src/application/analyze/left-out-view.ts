import type { LocalDate } from '#domain/calendar/local-date.ts';
import type { LedgerFact } from '#domain/ledger/ledger.facts.ts';
import { leftOutKey, leftOutRows, type LeftOutKind } from '#domain/ledger/left-out-rows.ts';
import { type Ledger, type QuestionReason, QUESTION_REASONS } from '#domain/ledger/ledger.ts';
import type { RowKind } from '#domain/ledger/row-kind.ts';
import type { Fen } from '#domain/money/fen.ts';
import { orderLine } from './order-line.ts';

const MOST_ROWS = 200;

/** A row and why it is what it is. */
export interface RowMeaning {
  readonly sheet: string;
  readonly row: number;
  readonly kind: RowKind;
  readonly reason: QuestionReason | null;
  readonly orderId: string;
  readonly customer: string;
  readonly day: LocalDate | null;
  readonly amount: Fen | null;
  readonly fact: LedgerFact | null;
  /** Under this key the answer is kept that counts it after all. */
  readonly key: string;
}

/** What was left out of one sheet, by kind, with its places. */
export interface LeftOutView {
  readonly sheet: string;
  readonly kind: LeftOutKind;
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly RowMeaning[];
}

export const leftOutView = (ledger: Ledger): readonly LeftOutView[] =>
  leftOutRows(ledger).map(({ sheet, kind, indices }) => ({
    sheet,
    kind,
    count: indices.length,
    rows: indices.slice(0, MOST_ROWS).map((index) => meaningOfRow(ledger, index)),
  }));

/** What the row of a sheet was read as; null for a row that is no entry of the ledger. */
export function rowMeaning(ledger: Ledger, sheet: string, row: number): RowMeaning | null {
  const at = ledger.sheets.findIndex(({ name }) => name === sheet);
  for (let index = 0; at >= 0 && index < ledger.size; index += 1)
    if (ledger.sheetOf[index] === at && ledger.row[index] === row)
      return meaningOfRow(ledger, index);
  return null;
}

function meaningOfRow(ledger: Ledger, index: number): RowMeaning {
  const { sheet, row, kind, orderId, customer, day, amount } = orderLine(ledger, index);
  return {
    sheet,
    row,
    kind,
    orderId,
    customer,
    day,
    amount,
    reason: QUESTION_REASONS[(ledger.reason[index] ?? 0) - 1] ?? null,
    fact: ledger.remarks.get(index) ?? factAsked(ledger, index),
    key: leftOutKey(sheet, row),
  };
}

const factAsked = ({ questions }: Ledger, index: number): LedgerFact | null =>
  questions.find(({ indices }) => indices.includes(index))?.fact ?? null;
