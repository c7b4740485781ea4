import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import {
  addScratchSheets,
  dropSheets,
  fillsOfRow,
  sheetNames,
} from '#workbook/office/scratch-book.ts';
import type { ContractSheet, ContractSubject } from './subject.ts';

/**
 * Scratch sheets in the workbook that is open in Excel; all that a case adds is deleted when it
 * ends.
 */
export async function excelSubject(sheets: readonly ContractSheet[]): Promise<ContractSubject> {
  const present = new Set(await sheetNames());
  const left = sheets.filter(({ name }) => present.has(name));
  if (left.length > 0)
    throw new Error(
      `a sheet ${left.map(({ name }) => name).join(', ')} is in the workbook already`,
    );
  await addScratchSheets(sheets);
  return subjectOver(new OfficeWorkbook(), present);
}

function subjectOver(port: OfficeWorkbook, present: ReadonlySet<string>): ContractSubject {
  return {
    port,
    reopen: () => Promise.resolve(subjectOver(new OfficeWorkbook(), present)),
    fills: fillsOfRow,
    close: async () => {
      await port.clearHighlights();
      await port.writeKept('contract', '');
      await dropSheets((await sheetNames()).filter((name) => !present.has(name)));
    },
  };
}
