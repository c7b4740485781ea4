import type { Page } from '#workbook/page.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { RowFill, WorkbookPort } from './workbook.port.ts';

type ReadOptions = Parameters<WorkbookPort['readSheet']>[1];

/** A workbook that also remembers what it was told to colour and what was read, so that it can be drawn. */
export class ShownWorkbook implements WorkbookPort {
  private readonly read = new Map<string, Sheet>();
  private readonly fills = new Map<string, ReadonlyMap<number, string>>();

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

  fillOf(sheet: string, row: number): string | null {
    return this.fills.get(sheet)?.get(row) ?? null;
  }

  async highlight(sheet: string, columns: { readonly left: number; readonly right: number }, fills: readonly RowFill[], options?: ReadOptions): Promise<void> {
    await this.workbook.highlight(sheet, columns, fills, options);
    this.fills.set(sheet, new Map(fills.map(({ row, color }) => [row, color])));
  }

  async clearHighlights(): Promise<void> {
    await this.workbook.clearHighlights();
    this.fills.clear();
  }

  async writePage(page: Page): Promise<string> {
    const name = await this.workbook.writePage(page);
    this.read.delete(name);
    return name;
  }

  readMemo(key: string): Promise<string | undefined> {
    return this.workbook.readMemo(key);
  }

  writeMemo(key: string, text: string): Promise<void> {
    return this.workbook.writeMemo(key, text);
  }
}
