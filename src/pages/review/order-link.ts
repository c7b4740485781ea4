import { uint16At, int32At, int16At } from '#domain/columns.ts';
import { type LocalDate, dayAt } from '#domain/calendar/local-date.ts';
import { type Ledger, NO_DAY } from '#domain/ledger/ledger.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { columnName } from '#domain/sheet.ts';
import type { PageCell } from '../page.ts';
import { cellReference } from '../cell-reference.ts';
import { linked } from './cells.ts';
import type { Draft } from './review-input.ts';

/**
 * The order's id, leading to its row in the order sheet; a row without an id is named by where it
 * stands.
 */
export function orderLink({ input: { ledger } }: Draft, index: number): PageCell {
  const sheet = ledger.sheets[uint16At(ledger.sheetOf, index)];
  const row = int32At(ledger.row, index);
  const column = sheet?.columns.orderId?.column ?? 0;
  const name = ledger.orderId[index] || `${sheet?.name ?? ''} ${row}`;
  return linked(
    name,
    sheet === undefined ? undefined : cellReference(sheet.name, `${columnName(column)}${row}`),
  );
}

export const dayOf = (ledger: Ledger, index: number): LocalDate | null =>
  ledger.day[index] === NO_DAY ? null : dayAt(ledger.day, index);

export const amountOf = (ledger: Ledger, index: number): Fen | null => {
  const amount = ledger.amount[index];
  return amount !== undefined && Number.isFinite(amount) ? fen(amount) : null;
};

export const categoryOf = (ledger: Ledger, index: number): string =>
  ledger.categories[int16At(ledger.category, index)] ?? '';
