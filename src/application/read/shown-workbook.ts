import type { Page } from '#pages/page.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { RowFill, WorkbookPort } from '../workbook.port.ts';

type ReadOptions = Parameters<WorkbookPort['readSheet']>[1];

interface Highlight {
  readonly columns: { readonly left: number; readonly right: number };
  readonly fills: readonly RowFill[];
  readonly byRow: ReadonlyMap<number, string>;
}

/**
 * A file that is drawn on screen: colours and memos are kept here and go into the file's copy only
 * when it is saved, so that a run never waits for a large file to be rewritten.
 */
export class ShownWorkbook implements WorkbookPort {
  private readonly read = new Map<string, Sheet>();
  private readonly highlights = new Map<string, Highlight>();
  private readonly memos = new Map<string, string>();

  constructor(private readonly workbook: WorkbookPort) {}

  get title(): string {
    return this.workbook.title;
  }

  listSheets(): ReturnType<WorkbookPort['listSheets']> {
    return this.workbook.listSheets();
  }

  async readSheet(name: string, options?: ReadOptions): Promise<Sheet> {
    const sheet = await this.workbook.readSheet(name, options);
    this.read.set(name, sheet);
    return sheet;
  }

  /** The sheet as it was last read. */
  async shownSheet(name: string): Promise<Sheet> {
    return this.read.get(name) ?? this.readSheet(name);
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

  async writePage(page: Page): Promise<string> {
    const name = await this.workbook.writePage(page);
    this.read.delete(name);
    return name;
  }

  async readMemo(key: string): Promise<string | undefined> {
    return this.memos.get(key) ?? this.workbook.readMemo(key);
  }

  writeMemo(key: string, text: string): Promise<void> {
    this.memos.set(key, text);
    return Promise.resolve();
  }

  /** Puts into the file what was kept here: its colours of an earlier run go, today's come. */
  async settle(): Promise<void> {
    await this.workbook.clearHighlights();
    for (const [sheet, { columns, fills }] of this.highlights)
      await this.workbook.highlight(sheet, columns, fills);
    for (const [key, text] of this.memos) await this.workbook.writeMemo(key, text);
    this.memos.clear();
  }
}
