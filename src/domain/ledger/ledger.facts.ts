/** Everything the ledger reader can say, as facts. The sentences stand in i18n, one per code and language. */
export type LedgerFact =
  | { readonly code: 'ledger.no-sheet' };
