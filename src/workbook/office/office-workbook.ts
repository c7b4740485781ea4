/// <reference types="office-js" />

import type { Sheet } from '#domain/sheet.ts';
import type {
  Progress,
  RowFill,
  SheetSummary,
  WorkbookPort,
  WorkOptions,
} from '#application/workbook.port.ts';
import type { Page } from '#pages/page.ts';
import { type Surroundings, talk, type TalkOptions, type Conversation } from './conversation.ts';
import type { ExcelFact } from '#facts/excel.ts';
import { restoreFromFile } from './file-highlights.ts';
import { readFileKeptTexts } from './file-kept-texts.ts';
import { colourRows } from './highlights.ts';
import { listWorksheets, sampleWorksheets, type NamedSheet, namedSheets } from './list-sheets.ts';
import { readKeptText, writeKeptText } from './kept-text.ts';
import { type ReadOptions, readWholeSheet } from './read-sheet.ts';
import { restoreAll } from './restore-fills.ts';
import type { ReadRows } from './row-hash.ts';
import { selectSheetRow } from './select-row.ts';
import { readsDatesFrom1904 } from './sheet-frame.ts';
import { marksInUse, unfinishedSheets } from './page-mark.ts';
import {
  type SheetChange,
  type SheetEvent,
  type Unsubscribe,
  changeOf,
  watchSelection,
  watchSheets,
} from './watch-workbook.ts';
import { recalculate } from './find-formulas.ts';
import { emptyPage, removePage, takeBack, writeWholePage } from './write-page.ts';

interface OfficeWorkbookOptions {
  /**
   * Told what is worth a sentence while a call goes on: a cell is being edited, rows were read
   * again.
   */
  readonly notice?: (fact: ExcelFact) => void;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/**
 * The workbook that is open in Excel. Calls reject with a refusal (its `fact` has a sentence),
 * or with an AbortError when stopped.
 */
export class OfficeWorkbook implements WorkbookPort {
  private readonly surroundings: Surroundings;
  private name = documentName();
  private date1904: boolean | undefined;
  /**
   * Pages written since the pane was opened, by their mark: what a failed rewriting goes back to.
   */
  private readonly written = new Map<string, Page>();
  private readonly tried = new Set<string>();
  /** Rows as they were read last, by sheet: a row that is another by now is not coloured. */
  private readonly seen = new Map<string, ReadRows>();
  /** Sheets that are being written by us. */
  private writing: readonly string[] = [];
  /** Kept texts that the file adapter left in the workbook; read when first missed. */
  private fromFile: ReadonlyMap<string, string> | undefined;
  private readonly forgotten = new Set<string>();
  /** Pages that are being written together, and what could be taken back before them. */
  private begun: {
    readonly marks: ReadonlySet<string>;
    readonly pages: {
      readonly sheet: string;
      readonly page: Page;
      readonly before: Page | undefined;
    }[];
    readonly last: OfficeWorkbook['last'];
  } | null = null;
  private last:
    | { readonly kind: 'highlights' }
    | { readonly kind: 'page'; readonly sheet: string; readonly before: Page | undefined }
    | null = null;

  constructor(options: OfficeWorkbookOptions = {}) {
    this.surroundings = {
      notice: options.notice ?? (() => undefined),
      wait: options.wait ?? sleep,
    };
  }

  get title(): string {
    return this.name;
  }

  listSheets(): Promise<readonly SheetSummary[]> {
    return this.talk({}, async (conversation) => {
      const { title, sheets } = await listWorksheets(conversation);
      this.name = title;
      return sheets.map(({ summary }) => summary);
    });
  }

  /**
   * The first rows of every visible sheet of the user's own, to find the order sheet by its
   * headers.
   */
  sampleSheets(): Promise<readonly Sheet[]> {
    return this.talk({}, sampleWorksheets);
  }

  readSheet(name: string, options: ReadOptions = {}): Promise<Sheet> {
    return this.talk({ sheet: name, signal: options.signal }, async (conversation) => {
      const { sheet, seen } = await readWholeSheet(
        conversation,
        name,
        options,
        this.surroundings,
        await this.dateSystem(conversation),
      );
      if (seen) this.seen.set(name, seen);
      return sheet;
    });
  }

  highlight(
    sheet: string,
    columns: { readonly left: number; readonly right: number },
    fills: readonly RowFill[],
    options: { readonly progress?: Progress; readonly signal?: AbortSignal } = {},
  ): Promise<void> {
    this.last = { kind: 'highlights' };
    const job = {
      sheet,
      ...columns,
      fills,
      seen: this.seen.get(sheet) ?? null,
      progress: options.progress ?? (() => undefined),
    };
    return this.write({ sheet, signal: options.signal }, async (conversation) => {
      const texts = await this.fileTexts(conversation);
      await restoreFromFile(conversation, texts, this.surroundings, sheet);
      await colourRows(conversation, job, this.surroundings);
    });
  }

  clearHighlights(): Promise<void> {
    return this.write({}, async (conversation) => {
      await restoreAll(conversation, this.surroundings);
      const texts = await this.fileTexts(conversation);
      await restoreFromFile(conversation, texts, this.surroundings);
    });
  }

  async writePage(page: Page, { progress, signal }: WorkOptions = {}): Promise<string> {
    const { surroundings, tried } = this;
    const before = this.written.get(page.mark);
    const name = await this.write({ sheet: page.name, signal }, async (conversation) => {
      const date1904 = await this.dateSystem(conversation);
      return writeWholePage(conversation, page, {
        surroundings,
        date1904,
        before,
        tried,
        progress,
      });
    }).catch(async (error: unknown) => {
      if (signal?.aborted === true)
        await this.talk({ sheet: page.name }, async (conversation) => {
          const date1904 = await this.dateSystem(conversation);
          await takeBack(conversation, page, { before, date1904, tried });
        });
      throw error;
    });
    if (this.begun?.marks.has(page.mark) === true)
      this.begun.pages.push({ sheet: name, page, before });
    this.last = { kind: 'page', sheet: name, before };
    if (page.mark !== '') this.written.set(page.mark, page);
    return name;
  }

  async beginPages(marks: readonly string[]): Promise<boolean> {
    const inUse = await this.talk({}, marksInUse);
    this.begun = { marks: new Set(marks), pages: [], last: this.last };
    return marks.every((mark) => !inUse.has(mark) || this.written.has(mark));
  }

  /** New sheets go; of a page that was written over, the one before comes back. */
  async takeBackPages(): Promise<void> {
    const { begun } = this;
    this.begun = null;
    if (begun === null) return;
    for (const { sheet, page, before } of begun.pages.reverse()) {
      if (before !== undefined) await this.writePage(before);
      else await this.talk({ sheet }, (conversation) => removePage(conversation, sheet, page));
      if (before === undefined) this.written.delete(page.mark);
    }
    this.last = begun.last;
  }

  /** Shows a row to the user and selects it. Rows as a person counts. */
  selectRow(sheet: string, row: number): Promise<void> {
    return this.talk({ sheet }, (conversation) =>
      selectSheetRow(conversation, sheet, row, this.surroundings),
    );
  }

  /**
   * Tells of cells changed by the user and by co-authors; changes to the sheet that we are writing
   * are ours. Ends with the returned call.
   */
  onSheetChanged(told: (change: SheetChange) => void): Promise<Unsubscribe> {
    return this.onSheetEvent((event) => {
      if (event.kind !== 'edited') return;
      const writing = new Set(this.writing);
      changeOf(this.surroundings, event).then(
        (change) => {
          if (change && (change.remote || !writing.has(change.sheet))) told(change);
        },
        () => undefined,
      );
    });
  }

  /** Tells of the row that the user selects. Ends with the returned call. */
  onRowSelected(told: (sheet: string, row: number) => void): Promise<Unsubscribe> {
    return watchSelection(this.surroundings, told);
  }

  /** Tells of everything that can make a sheet another one, ours or not. */
  onSheetEvent(told: (event: SheetEvent) => void): Promise<Unsubscribe> {
    return watchSheets(this.surroundings, told);
  }

  /** Every sheet with the names of its tables. */
  namedSheets(): Promise<readonly NamedSheet[]> {
    return this.talk({}, namedSheets);
  }

  /** Whether days count from 1904. */
  countsFrom1904(): Promise<boolean> {
    return this.talk({}, (conversation) => this.dateSystem(conversation));
  }

  /** Computes every formula anew. */
  recalculate(): Promise<void> {
    return recalculate(this.surroundings);
  }

  readKept(key: string): Promise<string | undefined> {
    return this.talk({}, async (conversation) => {
      const text = await readKeptText(conversation, key);
      if (text !== undefined || this.forgotten.has(key)) return text;
      return (await this.fileTexts(conversation)).get(key);
    });
  }

  writeKept(key: string, text: string): Promise<void> {
    if (text === '') this.forgotten.add(key);
    return this.talk({}, (conversation) => writeKeptText(conversation, key, text));
  }

  /**
   * Names of sheets of ours that were left half-written by an Excel that went away; writing the
   * page again replaces them.
   */
  unfinishedPages(): Promise<readonly string[]> {
    return this.talk({}, unfinishedSheets);
  }

  /**
   * Takes back the last highlighting or page of this pane, where Excel's own undo cannot; null when
   * there is none.
   */
  async undoLast(): Promise<'highlights' | 'page' | null> {
    const { last } = this;
    this.last = null;
    if (last === null) return null;
    if (last.kind === 'highlights') await this.clearHighlights();
    else if (last.before) await this.writePage(last.before);
    else
      await this.write({ sheet: last.sheet }, (conversation) =>
        emptyPage(conversation, last.sheet),
      );
    this.last = null;
    return last.kind;
  }

  private async fileTexts(conversation: Conversation): Promise<ReadonlyMap<string, string>> {
    this.fromFile ??= await readFileKeptTexts(conversation);
    return this.fromFile;
  }

  private async dateSystem(conversation: Conversation): Promise<boolean> {
    this.date1904 ??= await readsDatesFrom1904(conversation);
    return this.date1904;
  }

  /** One step of the undo list where the host can; events of our own making are not told. */
  private async write<T>(
    options: TalkOptions,
    speak: (conversation: Conversation) => Promise<T>,
  ): Promise<T> {
    const { sheet } = options;
    if (sheet !== undefined) this.writing = [...this.writing, sheet];
    try {
      return await this.talk({ ...options, undoGroup: true }, speak);
    } finally {
      const at = this.writing.indexOf(sheet ?? '');
      this.writing = this.writing.filter((_, index) => index !== at);
    }
  }

  private talk<T>(
    options: TalkOptions,
    speak: (conversation: Conversation) => Promise<T>,
  ): Promise<T> {
    return talk(this.surroundings, options, speak);
  }
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The file's name from the document's address; "" for a workbook that was never saved. */
function documentName(): string {
  const url =
    typeof Office === 'undefined'
      ? ''
      : ((Office.context as Partial<Office.Context> | undefined)?.document?.url ?? '');
  return url.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? '';
}
