/**
 * What can go wrong, or be worth saying, between us and an Excel. `excelCode` is Excel's own stable
 * code, `place` what was being done, both for the diagnostics.
 */
export type ExcelFact =
  /** A cell is being edited: Excel takes no requests until the user presses Enter. */
  | { readonly code: 'excel.cellEdit' }
  /** Still busy or out of reach after the retries. */
  | { readonly code: 'excel.busy'; readonly excelCode: string }
  | { readonly code: 'excel.unexpected'; readonly excelCode: string; readonly place: string }
  /** Not even one row fits into a reply of the host. */
  | { readonly code: 'excel.rowTooLarge'; readonly sheet: string; readonly row: number }
  | { readonly code: 'excel.tooOld'; readonly place: string }
  | { readonly code: 'excel.sheetProtected'; readonly sheet: string }
  | { readonly code: 'excel.workbookProtected' }
  | { readonly code: 'excel.accessDenied' }
  /** Where the rebate columns would stand, something stands already. */
  | { readonly code: 'excel.cellsTaken'; readonly sheet: string }
  | { readonly code: 'excel.sheetGone'; readonly sheet: string }
  | { readonly code: 'excel.nameTaken'; readonly sheet: string }
  | { readonly code: 'excel.filterInTheWay'; readonly sheet: string }
  | { readonly code: 'excel.mergedInTheWay'; readonly sheet: string }
  | { readonly code: 'excel.pivotInTheWay'; readonly sheet: string }
  | { readonly code: 'excel.cellsInTheWay'; readonly sheet: string }
  | { readonly code: 'excel.unsupportedSheet'; readonly sheet: string }
  | { readonly code: 'excel.restartNeeded' }
  | { readonly code: 'excel.memory' }
  /** Rows or columns kept being inserted or deleted while the sheet was read. */
  | { readonly code: 'excel.keepsChanging'; readonly sheet: string }
  /** The new page could not be written; the one before it is back. */
  | { readonly code: 'excel.pageKept'; readonly sheet: string; readonly reason: ExcelFact }
  /** Nothing of ours is left in the sheet, but it could not be written. */
  | { readonly code: 'excel.pageEmptied'; readonly sheet: string; readonly reason: ExcelFact }
  /** The sheet was left in the middle, and even emptying it failed. */
  | { readonly code: 'excel.pageUnfinished'; readonly sheet: string; readonly reason: ExcelFact }
  /** Colouring failed and the user's own fills are back. */
  | {
      readonly code: 'excel.highlightTakenBack';
      readonly sheet: string;
      readonly reason: ExcelFact;
    }
  /**
   * Colouring failed and could not be taken back now; the record of the user's fills is kept in the
   * workbook.
   */
  | { readonly code: 'excel.highlightPending'; readonly sheet: string; readonly reason: ExcelFact }
  /** The clipboard is closed to web panes here, in the new way and in the old. */
  | { readonly code: 'excel.notCopied' }
  /** A workbook of ours could not be opened beside the user's. */
  | { readonly code: 'excel.notOpened'; readonly address: string }
  | ExcelNotice;

/** Worth a sentence, but nothing failed. */
type ExcelNotice =
  /** Cells changed while the sheet was read; they were read again. */
  | { readonly code: 'excel.changedWhileReading'; readonly sheet: string; readonly remote: boolean }
  /**
   * Rows that are no longer where they were coloured, or were coloured by hand since: left as they
   * are.
   */
  | { readonly code: 'excel.rowsLeftColoured'; readonly sheet: string; readonly count: number }
  /**
   * A filter kept rows from getting their fills back; once it is cleared, clearing again finishes
   * the work.
   */
  | { readonly code: 'excel.filteredRowsKept'; readonly sheet: string; readonly count: number }
  /** From now on the add-in loads with this workbook, so that its formulas follow the policy. */
  | { readonly code: 'excel.startsWithWorkbook' }
  /** A filter was taken away while we write; it is set again. */
  | { readonly code: 'excel.filterLifted'; readonly sheet: string }
  | { readonly code: 'excel.filterNotRestored'; readonly sheet: string }
  /** Some rows are hidden or filtered out, and Excel would not say which. */
  | { readonly code: 'excel.hiddenRowsUnknown'; readonly sheet: string }
  /** Rows that were edited or moved between the reading and the colouring were left out. */
  | { readonly code: 'excel.rowsChangedSince'; readonly sheet: string; readonly count: number }
  | { readonly code: 'excel.coloursHidden'; readonly sheet: string; readonly count: number }
  | { readonly code: 'excel.rowHidden'; readonly sheet: string; readonly row: number }
  /** The sheet that held the highlights is gone, and its colours with it. */
  | { readonly code: 'excel.highlightedSheetGone'; readonly sheet: string }
  /** Excel could not take the change into one undo step; our own undo works. */
  | { readonly code: 'excel.undoNotGrouped' }
  /** A sheet of that name is not ours: the page went to another name. */
  | { readonly code: 'excel.otherName'; readonly wanted: string; readonly used: string };
