import type { Sheet } from '#domain/sheet.ts';

/** Called as pages are read or written; `total` is absent when nobody knows yet. */
export type Progress = (done: number, total?: number) => void;

/** How long work is watched and stopped. */
export interface WorkOptions {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

export interface SheetSummary {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly hidden: boolean;
  /** Written by us (review, policy sheet template, settings). */
  readonly ours: boolean;
}

/** A fill on whole order rows: rows as a person counts them, columns 0-based inclusive. */
export interface RowFill {
  readonly row: number;
  /** "#FFE699". */
  readonly color: string;
}

/** A page of ours, in plain cells: what is written into a workbook. See `workbook/page.ts`. */
export type { Page } from '#pages/page.ts';
import type { Page } from '#pages/page.ts';

export interface WorkbookPort {
  /** What a person calls it: the file's name, or the open workbook's. */
  readonly title: string;
  listSheets(): Promise<readonly SheetSummary[]>;
  readSheet(name: string, options?: WorkOptions): Promise<Sheet>;
  /**
   * Fills the given rows over the columns `left…right` of a sheet, after keeping what was there, so
   * that `clearHighlights` gives the user's own fills back, also after save and reopen. Replaces
   * earlier highlights of ours.
   */
  highlight(
    sheet: string,
    columns: { readonly left: number; readonly right: number },
    fills: readonly RowFill[],
    options?: WorkOptions,
  ): Promise<void>;
  clearHighlights(): Promise<void>;
  /**
   * Creates the page's sheet, or replaces it when it is ours; never touches a sheet that is not.
   * Returns its name.
   */
  writePage(page: Page, options?: WorkOptions): Promise<string>;
  /**
   * Pages of these marks are about to be written together; `takeBackPages` makes the workbook as it
   * was before them. False when it could not: what they replace can't be written again.
   */
  beginPages(marks: readonly string[]): Promise<boolean>;
  takeBackPages(): Promise<void>;
  /** Small texts kept in the workbook: answers, column mapping, settings. */
  readKept(key: string): Promise<string | undefined>;
  writeKept(key: string, text: string): Promise<void>;
}
