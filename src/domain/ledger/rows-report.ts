import { uint8At } from '../columns.ts';
import type { Fen } from '../money/fen.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import { leftOutRows } from './left-out-rows.ts';
import type { Ledger } from './ledger.ts';
import { ROW_KINDS, type RowKind } from './row-kind.ts';

const ROWS_NAMED = 50;

/** How many rows of each kind there are, in the order in which the kinds are met. */
function countsByKind(kind: Uint8Array): [RowKind, number][] {
  const counts = new Uint32Array(ROW_KINDS.length);
  const met: number[] = [];
  for (let index = 0; index < kind.length; index++) {
    const code = uint8At(kind, index);
    if (counts[code] === 0) met.push(code);
    counts[code]!++;
  }
  return met.map((code) => [ROW_KINDS[code] ?? 'blank', counts[code]!]);
}

/** Rows by kind, what was left out with its places, and the columns nobody reads. */
export function readingReport(ledger: Omit<Ledger, 'report'>): LedgerReportFact[] {
  const kinds = countsByKind(ledger.kind).filter(([kind]) => kind !== 'blank' && kind !== 'header');
  return [
    ...(kinds.length === 0
      ? []
      : [
          {
            code: 'ledger.rows-by-kind' as const,
            kinds: kinds.map(([kind, count]) => ({ kind, count })),
          },
        ]),
    ...leftOutRows(ledger).map(({ sheet, kind, indices }) => ({
      code: 'ledger.rows-left-out' as const,
      sheet,
      kind,
      count: indices.length,
      rows: indices.slice(0, ROWS_NAMED).map((index) => ledger.row[index] ?? 0),
      amount: indices.reduce((sum, index) => sum + (ledger.amount[index] || 0), 0) as Fen,
    })),
    ...ledger.sheets
      .filter(({ unknownHeaders }) => unknownHeaders.length > 0)
      .map(({ name, unknownHeaders }) => ({
        code: 'ledger.columns-unread' as const,
        sheet: name,
        headers: unknownHeaders.map(({ header }) => header),
      })),
  ];
}
