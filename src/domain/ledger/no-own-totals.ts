import type { LedgerReportFact } from './ledger.facts.ts';

/** In place of `own-totals.ts` where nobody reads a report: formulas show figures alone. */
export const ownTotals = (): LedgerReportFact[] => [];
