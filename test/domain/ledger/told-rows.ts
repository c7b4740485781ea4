import { isoDate, type LocalDate } from '#domain/calendar/local-date.ts';
import { knownCatalog } from '#domain/catalog/catalog.ts';
import { type Ledger, NO_DAY, QUESTION_REASONS, counts, kindOf } from '#domain/ledger/ledger.ts';
import { type LedgerOptions, readLedger } from '#domain/ledger/read-ledger.ts';
import { type Fen, yuanText } from '#domain/money/fen.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { TrueRow } from '../../fixtures/ledgers/truth.ts';

export const read = (sheets: readonly Sheet[], options: Partial<LedgerOptions> = {}): Ledger =>
  readLedger(sheets, { catalog: knownCatalog, ...options });

/** A row of the ledger in the words of a fixture's truth. */
export function toldRow(ledger: Ledger, index: number): TrueRow {
  const kind = kindOf(ledger, index);
  const day = ledger.day[index] ?? NO_DAY;
  const amount = ledger.amount[index] ?? NaN;
  return {
    kind,
    reason: QUESTION_REASONS[(ledger.reason[index] ?? 0) - 1] ?? null,
    date: counts(kind) ? isoDate(day as LocalDate) : null,
    category: counts(kind) ? (ledger.categories[ledger.category[index] ?? -1] ?? null) : null,
    amount: Number.isNaN(amount) ? null : yuanText(amount as Fen),
  };
}

/**
 * What the truth says of a row, and nothing it does not say: amounts of rows that do not count may
 * be left unsaid.
 */
export const asFarAsTold = (row: TrueRow, truth: TrueRow): TrueRow =>
  truth.amount === null ? { ...row, amount: null } : row;

export const netSales = (ledger: Ledger): string => yuanText(sumWhere(ledger, () => true));

export const categorySales = (ledger: Ledger, category: string): string =>
  yuanText(
    sumWhere(ledger, (index) => ledger.categories[ledger.category[index] ?? -1] === category),
  );

function sumWhere(ledger: Ledger, takes: (index: number) => boolean): Fen {
  let sum = 0;
  for (let index = 0; index < ledger.size; index++)
    if (counts(kindOf(ledger, index)) && takes(index)) sum += ledger.amount[index] ?? 0;
  return sum as Fen;
}

export function countsOf(ledger: Ledger): Record<string, number> {
  const tally: Record<string, number> = {};
  for (let index = 0; index < ledger.size; index++)
    tally[kindOf(ledger, index)] = (tally[kindOf(ledger, index)] ?? 0) + 1;
  return tally;
}
