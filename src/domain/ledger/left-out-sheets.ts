import type { LedgerReportFact } from './ledger.facts.ts';
import type { ChosenSheets } from './order-sheets.ts';
import { causeOfSilence, strangeHeader } from './unread-tables.ts';

/** Why sheets of the workbook were not read. */
export function reportOfLeftOut({ chosen, leftOut }: ChosenSheets): LedgerReportFact[] {
  return leftOut.map(({ sheet, why, sections }) => {
    const cause =
      why === 'no-amount' || why === 'no-orders' ? causeOfSilence(sheet, sections) : undefined;
    if (cause !== undefined) return cause;
    if (why === 'no-amount')
      return {
        code: 'ledger.no-amount-column',
        sheet: sheet.name,
        unknownHeaders: sections.flatMap(({ layout }) =>
          layout.unknown.map(({ header }) => header),
        ),
      };
    const strange = why === 'no-orders' && chosen.length === 0 ? strangeHeader(sheet) : undefined;
    return strange ?? { code: 'ledger.sheet-left-out', sheet: sheet.name, why };
  });
}
