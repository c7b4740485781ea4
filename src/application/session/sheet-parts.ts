import { yieldToMessages } from '../yield-to-messages.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import type { Page } from '#pages/page.ts';
import type { RowFill, SheetSummary, WorkbookPort, WorkOptions } from '../workbook.port.ts';

type RowFormats = readonly (readonly (string | null)[] | null)[];

/** Some rows of a sheet on their way from the page to the worker. */
interface SheetPart {
  readonly columns: readonly (readonly Cell[])[];
  /** Of the columns whose formats differ by row; null for the others. */
  readonly formats: RowFormats;
}

/**
 * A workbook that only the page can reach, as it is offered to the worker: sheets go over in parts.
 */
export interface OfferedWorkbook {
  list(): Promise<{ readonly title: string; readonly sheets: readonly SheetSummary[] }>;
  readInParts(
    name: string,
    options: WorkOptions & { readonly part: (part: SheetPart) => void },
  ): Promise<Omit<Sheet, 'columns'>>;
  highlight(
    sheet: string,
    columns: { readonly left: number; readonly right: number },
    fills: readonly RowFill[],
    options: WorkOptions,
  ): Promise<void>;
  clearHighlights(): Promise<void>;
  writePage(page: Page, options: WorkOptions): Promise<string>;
  beginPages(marks: readonly string[]): Promise<boolean>;
  takeBackPages(): Promise<void>;
  readKept(key: string): Promise<string | undefined>;
  writeKept(key: string, text: string): Promise<void>;
}

/**
 * Cells that go over at once: copying them keeps the page busy for a few milliseconds, not for a
 * second.
 */
const PART_CELLS = 60_000;

export function offerWorkbook(port: WorkbookPort): OfferedWorkbook {
  return {
    list: async () => {
      const sheets = await port.listSheets();
      return { title: port.title, sheets };
    },
    readInParts: async (name, { part, ...options }) => {
      const { columns, formats, ...rest } = await port.readSheet(name, options);
      const rows = Math.max(1, Math.floor(PART_CELLS / Math.max(1, columns.length)));
      for (let from = 0; from < rest.rowCount; from += rows) {
        const slice = <T>(list: readonly T[]): readonly T[] => list.slice(from, from + rows);
        part({
          columns: columns.map(slice),
          formats: (formats ?? []).map((format) =>
            Array.isArray(format) ? slice(format as readonly (string | null)[]) : null,
          ),
        });
        await yieldToMessages(options.signal);
      }
      return formats === undefined
        ? rest
        : { ...rest, formats: formats.map((format) => (Array.isArray(format) ? null : format)) };
    },
    highlight: (sheet, columns, fills, options) => port.highlight(sheet, columns, fills, options),
    clearHighlights: () => port.clearHighlights(),
    writePage: (page, options) => port.writePage(page, options),
    beginPages: (marks) => port.beginPages(marks),
    takeBackPages: () => port.takeBackPages(),
    readKept: (key) => port.readKept(key),
    writeKept: (key, text) => port.writeKept(key, text),
  };
}

/** The offered workbook as a port again, in the worker. */
export class WorkbookInParts implements WorkbookPort {
  private name = '';

  constructor(private readonly offered: OfferedWorkbook) {}

  get title(): string {
    return this.name;
  }

  async listSheets(): Promise<readonly SheetSummary[]> {
    const { title, sheets } = await this.offered.list();
    this.name = title;
    return sheets;
  }

  async readSheet(
    name: string,
    options: Parameters<WorkbookPort['readSheet']>[1] = {},
  ): Promise<Sheet> {
    const columns: Cell[][] = [];
    const formats: (string | null)[][] = [];
    const part = (more: SheetPart): void => {
      append(columns, more.columns);
      append(
        formats,
        more.formats.map((rows) => rows ?? []),
      );
    };
    const shell = await this.offered.readInParts(name, { ...options, part });
    return shell.formats === undefined
      ? { ...shell, columns }
      : {
          ...shell,
          columns,
          formats: shell.formats.map((format, column) =>
            (formats[column]?.length ?? 0) > 0 ? (formats[column] ?? null) : format,
          ),
        };
  }

  highlight(
    sheet: string,
    columns: { readonly left: number; readonly right: number },
    fills: readonly RowFill[],
    options: WorkOptions = {},
  ): Promise<void> {
    return this.offered.highlight(sheet, columns, fills, options);
  }

  clearHighlights(): Promise<void> {
    return this.offered.clearHighlights();
  }

  writePage(page: Page, options: WorkOptions = {}): Promise<string> {
    return this.offered.writePage(page, options);
  }

  beginPages(marks: readonly string[]): Promise<boolean> {
    return this.offered.beginPages(marks);
  }

  takeBackPages(): Promise<void> {
    return this.offered.takeBackPages();
  }

  readKept(key: string): Promise<string | undefined> {
    return this.offered.readKept(key);
  }

  writeKept(key: string, text: string): Promise<void> {
    return this.offered.writeKept(key, text);
  }
}

function append<T>(into: T[][], more: readonly (readonly T[])[]): void {
  more.forEach((list, column) => {
    const own = (into[column] ??= []);
    for (const item of list) own.push(item);
  });
}
