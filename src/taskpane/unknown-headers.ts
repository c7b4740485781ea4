import type { LedgerSheet } from '#domain/ledger/ledger.ts';

/** Headers that no sheet's reader recognised, each once. */
export const unknownHeaders = (sheets: readonly LedgerSheet[]): readonly string[] => [
  ...new Set(sheets.flatMap((sheet) => sheet.unknownHeaders.map(({ header }) => header))),
];
