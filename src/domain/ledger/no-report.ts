import type { LedgerReportFact } from './ledger.facts.ts';

/**
 * In place of `sheet-report.ts`, `rows-report.ts`, `unknown-types.ts` and `price-times-pieces.ts`
 * where nobody reads a report: formulas show figures alone.
 */
const nothing = (): LedgerReportFact[] => [];

export {
  nothing as amountsOffPrice,
  nothing as hiddenRows,
  nothing as readingReport,
  nothing as reportOfSheet,
  nothing as reportOfUnreadSections,
  nothing as unknownTypes,
};
