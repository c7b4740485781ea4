import type { ExcelFact } from '#facts/excel.ts';
import type { Sentences } from '../sentences.ts';

/** The reason inside another sentence comes from the same list. */
const because = (reason: ExcelFact): string =>
  (excel[reason.code] as (fact: ExcelFact) => string)(reason);

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

export const excel: Sentences<ExcelFact> = {
  'excel.cellEdit': () =>
    'A cell is being edited in Excel; press Enter or Esc and the run goes on by itself.',
  'excel.busy': ({ excelCode }) =>
    `Excel stayed busy through three retries (${excelCode}); wait a moment and try again.`,
  'excel.unexpected': ({ excelCode, place }) =>
    `Excel could not finish this step (${excelCode}${place === '' ? '' : `, ${place}`}); ` +
    'try again, and if it happens twice copy the diagnostics for support.',
  'excel.rowTooLarge': ({ sheet, row }) =>
    `Row ${row} of "${sheet}" is too large for Excel to hand over; shorten its long text ` +
    'and try again.',
  'excel.tooOld': ({ place }) =>
    `This version of Excel lacks something we need${place === '' ? '' : ` (${place})`}; ` +
    'update Office or use Excel on the web.',
  'excel.sheetProtected': ({ sheet }) =>
    `The sheet "${sheet}" is protected, so nothing was written; unprotect it on the Review ` +
    'tab (or allow formatting cells) and try again.',
  'excel.workbookProtected': () =>
    'The structure of the workbook is protected, so no sheet can be added; unprotect the ' +
    'workbook on the Review tab and try again.',
  'excel.accessDenied': () =>
    'Excel refused the change: a sheet may be protected or the file read-only; remove the ' +
    'protection or save a copy and try again.',
  'excel.cellsTaken': ({ sheet }) =>
    `"${sheet}" has something where the new columns would stand: move it away and add them again.`,
  'excel.sheetGone': ({ sheet }) =>
    sheet === ''
      ? 'The sheet in use is gone; choose a sheet again.'
      : `The sheet "${sheet}" was deleted or renamed; choose the order sheet again.`,
  'excel.nameTaken': ({ sheet }) =>
    `The name "${sheet}" is taken; rename that sheet and try again.`,
  'excel.filterInTheWay': ({ sheet }) =>
    `A filter on "${sheet}" is in the way; clear the filter and try again.`,
  'excel.mergedInTheWay': ({ sheet }) =>
    `Merged cells on "${sheet}" are in the way; unmerge them and try again.`,
  'excel.pivotInTheWay': ({ sheet }) =>
    `A PivotTable on "${sheet}" is in the way; move it and try again.`,
  'excel.cellsInTheWay': ({ sheet }) =>
    `Cells of "${sheet}" would be pushed off the sheet; clear its last rows or columns and ` +
    'try again.',
  'excel.unsupportedSheet': ({ sheet }) =>
    `"${sheet}" is not a worksheet (a chart or macro sheet) and cannot be used; choose ` +
    'another sheet.',
  'excel.restartNeeded': () =>
    'Excel has to be restarted before it can go on; save and reopen the workbook.',
  'excel.memory': () =>
    'The data is too large for Excel to hand over; close other workbooks or split the ' +
    'ledger into several sheets and try again.',
  'excel.keepsChanging': ({ sheet }) =>
    `Rows or columns of "${sheet}" kept being inserted or deleted while it was read, so the ` +
    'figures would not agree; analyze again when the editing pauses.',
  'excel.pageKept': ({ sheet, reason }) =>
    `"${sheet}" was not updated; its former content is back: ${because(reason)}`,
  'excel.pageEmptied': ({ sheet, reason }) =>
    `"${sheet}" could not be written and was emptied, so no half-written page is left: ` +
    `${because(reason)}`,
  'excel.pageUnfinished': ({ sheet, reason }) =>
    `"${sheet}" is only partly written; do not use it, writing it again replaces it: ` +
    `${because(reason)}`,
  'excel.highlightTakenBack': ({ sheet, reason }) =>
    `Colouring "${sheet}" did not finish and your own fills are back: ${because(reason)}`,
  'excel.highlightPending': ({ sheet, reason }) =>
    `Colouring "${sheet}" stopped half way; your own fills are kept in the workbook and ` +
    `"Clear highlights" brings them back: ${because(reason)}`,
  'excel.changedWhileReading': ({ sheet, remote }) =>
    `${remote ? 'Someone' : 'You'} changed "${sheet}" while it was read; the changed rows ` +
    'were read again.',
  'excel.rowsLeftColoured': ({ sheet, count }) =>
    `${rows(count)} of "${sheet}" ${count === 1 ? 'was' : 'were'} moved, deleted or ` +
    'coloured by hand since the highlighting; those fills were left alone, please check them.',
  'excel.filteredRowsKept': ({ sheet, count }) =>
    `${rows(count)} of "${sheet}" ${count === 1 ? 'is' : 'are'} hidden by a filter and not ` +
    'restored yet; clear the filter, then clear the highlights once more.',
  'excel.notCopied': () =>
    'Not copied: this Excel keeps the clipboard from the pane. Select the text and press Ctrl+C.',
  'excel.notOpened': ({ address }) =>
    `The new workbook could not be opened: download it from ${address} in a browser and ` +
    'open it in Excel.',
  'excel.startsWithWorkbook': () =>
    'Rebate Radar now loads with this workbook, so that its formulas follow the policy; the ' +
    'More menu turns that off.',
  'excel.filterLifted': ({ sheet }) =>
    `"${sheet}" is filtered: the filter is lifted while we write and set again afterwards; ` +
    'your data is not touched.',
  'excel.hiddenRowsUnknown': ({ sheet }) =>
    `"${sheet}" has rows that are hidden or filtered out, and Excel does not say which; they are ` +
    'read as any others, so clear the filter and check them.',
  'excel.filterNotRestored': ({ sheet }) =>
    `The filter of "${sheet}" could not be set again: set it once more; your data is not touched.`,
  'excel.rowsChangedSince': ({ sheet, count }) =>
    `${rows(count)} of "${sheet}" changed or moved since the sheet was read and ` +
    `${count === 1 ? 'was' : 'were'} not highlighted; analyze again.`,
  'excel.coloursHidden': ({ sheet, count }) =>
    `${rows(count)} highlighted on "${sheet}" ${count === 1 ? 'is' : 'are'} hidden or ` +
    `filtered out; clear the filter to see ${count === 1 ? 'it' : 'them'}.`,
  'excel.rowHidden': ({ sheet, row }) =>
    `Row ${row} of "${sheet}" is selected but hidden or filtered out; clear the filter to see it.`,
  'excel.highlightedSheetGone': ({ sheet }) =>
    `The highlighted sheet "${sheet}" is no longer in the workbook, so there are no fills ` +
    'to restore.',
  'excel.undoNotGrouped': () =>
    'Excel cannot take this change back in one step; use "Undo last run" in the pane.',
  'excel.otherName': ({ wanted, used }) =>
    `A sheet "${wanted}" that we did not write was left alone; the page is on "${used}".`,
};
