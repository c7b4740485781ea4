import type { Page } from '#pages/page.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { CellEdit } from './cell-edit.ts';
import type { BookChanges } from './kept-work.ts';
import { SheetEdits, withEdits } from './edited-sheet.ts';
import type { SheetLook } from './sheet-look.ts';
import { lookReaching, type TableReach } from './table-reach.ts';
import { KEPT_KEYS } from '../memory/workbook-memory.ts';
import type { RowFill, WorkbookPort, WorkOptions } from '../workbook.port.ts';
import { combinedProgress } from '../combined-progress.ts';

type ReadOptions = Parameters<WorkbookPort['readSheet']>[1];

/** A workbook whose cells can be edited before a copy of it is saved. */
export interface EditableWorkbook extends WorkbookPort {
  /** Its days are counted from 1904. */
  readonly date1904?: boolean;
  /** How a sheet looks besides its values; null where it has no look. */
  readLook(name: string): Promise<SheetLook | null>;
  writeCells(
    name: string,
    edits: readonly CellEdit[],
    options?: WorkOptions & { readonly tables?: readonly TableReach[] },
  ): Promise<void>;
  clearHighlights(options?: WorkOptions): Promise<void>;
  /** Gets ready to be saved. */
  prepare(options?: WorkOptions): Promise<void>;
}

interface Highlight {
  readonly columns: { readonly left: number; readonly right: number };
  readonly fills: readonly RowFill[];
  readonly byRow: ReadonlyMap<number, string>;
}

/**
 * A file that is drawn on screen: edits, colours and kept texts are kept here and go into the
 * file's copy only when it is saved, so that neither typing nor a run waits for a large file to be
 * rewritten.
 */
export class ShownWorkbook implements WorkbookPort {
  private readonly read = new Map<string, Sheet>();
  private readonly highlights = new Map<string, Highlight>();
  private readonly texts = new Map<string, string>();
  private readonly edits = new Map<string, SheetEdits>();
  private readonly pages = new Map<string, Page>();
  /** Sheets with edits that the file's copy does not hold yet. */
  private readonly unsaved = new Set<string>();
  /** How to take back each page written since `beginPages`. */
  private begun: (() => void)[] = [];

  constructor(private readonly workbook: EditableWorkbook) {}

  get title(): string {
    return this.workbook.title;
  }

  get date1904(): boolean {
    return this.workbook.date1904 === true;
  }

  listSheets(): ReturnType<WorkbookPort['listSheets']> {
    return this.workbook.listSheets();
  }

  async readSheet(name: string, options?: ReadOptions): Promise<Sheet> {
    const stored = await this.workbook.readSheet(name, options);
    const edits = this.edits.get(name);
    const sheet = edits === undefined ? stored : withEdits(stored, edits);
    this.read.set(name, sheet);
    return sheet;
  }

  async readLook(name: string): Promise<SheetLook | null> {
    const look = await this.workbook.readLook(name);
    return look && lookReaching(look, this.edits.get(name)?.tables ?? []);
  }

  /** Takes what the user typed: from now on the sheet reads so. */
  edit(name: string, edits: readonly CellEdit[], reaches: readonly TableReach[] = []): void {
    const kept = this.edits.get(name) ?? new SheetEdits();
    kept.add(edits, reaches);
    this.edits.set(name, kept);
    this.unsaved.add(name);
    this.read.delete(name);
  }

  /** What was typed into a sheet since the file was opened. */
  editsOf(name: string): readonly CellEdit[] {
    return [...(this.edits.get(name) ?? [])];
  }

  /** The sheet as it was last read. */
  async shownSheet(name: string): Promise<Sheet> {
    return this.read.get(name) ?? this.readSheet(name);
  }

  allHighlights(): readonly (Pick<Highlight, 'columns' | 'fills'> & { readonly sheet: string })[] {
    return [...this.highlights].map(([sheet, { columns, fills }]) => ({ sheet, columns, fills }));
  }

  /** Row as a person counts. */
  fillOf(sheet: string, row: number): string | null {
    return this.highlights.get(sheet)?.byRow.get(row) ?? null;
  }

  highlight(
    sheet: string,
    columns: { readonly left: number; readonly right: number },
    fills: readonly RowFill[],
  ): Promise<void> {
    this.highlights.set(sheet, {
      columns,
      fills,
      byRow: new Map(fills.map(({ row, color }) => [row, color])),
    });
    return Promise.resolve();
  }

  clearHighlights(): Promise<void> {
    this.highlights.clear();
    return Promise.resolve();
  }

  async writePage(page: Page, options?: WorkOptions): Promise<string> {
    const name = await this.workbook.writePage(page, options);
    const [before, typed] = [this.pages.get(name), this.edits.get(name)];
    this.begun.push(() => {
      this.read.delete(name);
      if (before === undefined) this.pages.delete(name);
      else this.pages.set(name, before);
      if (typed !== undefined) this.edits.set(name, typed);
    });
    this.read.delete(name);
    // What was typed into the sheet before went with it.
    this.edits.delete(name);
    this.unsaved.delete(name);
    this.pages.set(name, page);
    return name;
  }

  beginPages(marks: readonly string[]): Promise<boolean> {
    this.begun = [];
    return this.workbook.beginPages(marks);
  }

  async takeBackPages(): Promise<void> {
    await this.workbook.takeBackPages();
    for (const back of this.begun.reverse()) back();
    this.begun = [];
    // Whatever was put into the file meanwhile may have gone with the pages.
    for (const name of this.edits.keys()) this.unsaved.add(name);
  }

  async readKept(key: string): Promise<string | undefined> {
    return this.texts.get(key) ?? this.workbook.readKept(key);
  }

  writeKept(key: string, text: string): Promise<void> {
    this.texts.set(key, text);
    return Promise.resolve();
  }

  /**
   * Puts into the file what was kept here: its colours of an earlier run go, today's come. Stopped
   * halfway, everything is still kept here, and the next time puts all of it.
   */
  async settle({ progress = () => undefined, signal }: WorkOptions = {}): Promise<void> {
    const works = this.settling();
    const progressOf = combinedProgress(progress, works.length);
    for (const [part, work] of works.entries()) {
      await work({ progress: progressOf(part), ...(signal === undefined ? {} : { signal }) });
      signal?.throwIfAborted();
      progressOf(part)(1, 1);
    }
    this.unsaved.clear();
    for (const [key, text] of this.texts) await this.workbook.writeKept(key, text);
  }

  private settling(): readonly ((options: WorkOptions) => Promise<void>)[] {
    return [
      (options) => this.workbook.prepare(options),
      (options) => this.workbook.clearHighlights(options),
      ...[...this.unsaved].map((name) => (options: WorkOptions) => {
        const typed = this.edits.get(name) ?? new SheetEdits();
        return this.workbook.writeCells(name, [...typed], { ...options, tables: typed.tables });
      }),
      ...[...this.highlights].map(
        ([sheet, { columns, fills }]) =>
          (options: WorkOptions) =>
            this.workbook.highlight(sheet, columns, fills, options),
      ),
    ];
  }

  /** What it holds beyond the file that was opened. */
  get changes(): BookChanges {
    return {
      edits: [...this.edits].map(([sheet, typed]) => {
        const { tables } = typed;
        return { sheet, cells: [...typed], ...(tables.length > 0 ? { tables } : {}) };
      }),
      memos: [...this.texts],
      pages: [...this.pages.values()],
    };
  }

  /** Every kept text, the file's own among them. */
  async keptTextsNow(): Promise<BookChanges['memos']> {
    const texts: (readonly [string, string])[] = [];
    for (const key of KEPT_KEYS) {
      const text = await this.readKept(key);
      if (text !== undefined) texts.push([key, text]);
    }
    return texts;
  }

  /**
   * Takes up what was left by an earlier page. Sheets that the file no longer has are passed over.
   */
  async restore({ edits, memos, pages }: BookChanges): Promise<void> {
    // A page as another version of ours described it may not be one any more; whoever misses it
    // writes it once more.
    for (const page of pages) await this.writePage(page).catch(() => null);
    for (const [key, text] of memos) this.texts.set(key, text);
    const names = new Set((await this.listSheets()).map(({ name }) => name));
    for (const { sheet, cells, tables } of edits)
      if (names.has(sheet)) this.edit(sheet, cells, tables);
  }

  /** The file itself holds everything now: changes count from here. */
  rebase(): void {
    this.edits.clear();
    this.pages.clear();
    this.texts.clear();
  }
}
