import type { Fen } from '../money/fen.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import { type Ledger, counts, kindOf } from './ledger.ts';
import type { OrderSheet } from './order-sheets.ts';
import type { RowKind } from './row-kind.ts';

const SAYS_NOTHING: readonly RowKind[] = ['blank', 'header', 'note', 'subtotal'];
const ROWS_NAMED = 50;

/** Rows that nobody sees and that count all the same. */
export function hiddenRows(
  ledger: Omit<Ledger, 'report'>,
  chosen: readonly OrderSheet[],
): LedgerReportFact[] {
  let base = 0;
  return chosen.flatMap(({ sheet }) => {
    const start = base;
    base += sheet.rowCount;
    const indices = (sheet.hiddenRows ?? [])
      .filter((row) => row < sheet.rowCount)
      .map((row) => start + row)
      .filter((index) => !SAYS_NOTHING.includes(kindOf(ledger, index)));
    if (indices.length === 0) return [];
    const counted = indices.filter((index) => counts(kindOf(ledger, index)));
    return [
      {
        code: 'ledger.rows-hidden',
        sheet: sheet.name,
        count: indices.length,
        rows: indices.slice(0, ROWS_NAMED).map((index) => ledger.row[index] ?? 0),
        amount: counted.reduce((sum, index) => sum + (ledger.amount[index] || 0), 0) as Fen,
      },
    ];
  });
}
