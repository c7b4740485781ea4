import { fail, ok, type Result } from '#domain/result.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import { readCsv } from './csv/read-csv.ts';
import { fileKind } from './file-kind.ts';
import { type FilesFact, UnusableFile } from './files.facts.ts';
import { Pump, type PumpOptions } from './pump.ts';
import { OfficePackage } from './xlsx/package.ts';
import { countExtent, hasCells, statedExtent } from './xlsx/read/sheet-extent.ts';
import { XlsxSource } from './xlsx/read/xlsx-source.ts';

/** A workbook that lives in a file's bytes. The bytes given are never changed; `save` gives new ones. */
export class FileWorkbook {
  readonly title: string;
  private readonly content: XlsxSource | Sheet;
  private readonly pack: OfficePackage;

  constructor(title: string, pack: OfficePackage, content: XlsxSource | Sheet) {
    this.title = title;
    this.pack = pack;
    this.content = content;
  }

  listSheets(): Promise<readonly SheetSummary[]> {
    const { content } = this;
    if (!(content instanceof XlsxSource)) return Promise.resolve([csvSummary(content)]);
    return Promise.resolve(content.parts.sheets.map((entry) => {
      const extent = statedExtent(this.pack, entry.part) ?? countExtent(this.pack, entry.part);
      return { name: entry.name, rowCount: extent.rows, columnCount: extent.columns, hidden: entry.hidden, ours: content.isOurs(entry) };
    }));
  }

  /** Rejects with `UnusableFile` when the sheet's part is damaged or there is no such sheet, and with the signal's reason when aborted. */
  readSheet(name: string, options: PumpOptions = {}): Promise<Sheet> {
    const { content } = this;
    if (content instanceof XlsxSource) return content.readSheet(name, new Pump(options));
    return content.name === name ? Promise.resolve(content) : Promise.reject(new UnusableFile({ code: 'file.noSuchSheet', sheet: name }));
  }
}

/** Opens .xlsx, .xlsm, .xltx and delimited text. Whatever can't be used comes back as one fact. */
export async function openWorkbook(bytes: Uint8Array, name: string, options: PumpOptions = {}): Promise<Result<FileWorkbook, FilesFact>> {
  try {
    return ok(fileKind(bytes, name) === 'csv' ? await openCsv(bytes, name, options) : openXlsx(bytes, name));
  } catch (error) {
    if (error instanceof UnusableFile) return fail(error.fact(name));
    throw error;
  }
}

function openXlsx(bytes: Uint8Array, name: string): FileWorkbook {
  const pack = new OfficePackage(bytes);
  const source = new XlsxSource(pack);
  const filled = source.parts.sheets.filter(({ part }) => hasCells(pack, part));
  if (filled.length === 0) throw new UnusableFile({ code: 'file.noCells' });
  return new FileWorkbook(name, pack, source);
}

async function openCsv(bytes: Uint8Array, name: string, options: PumpOptions): Promise<FileWorkbook> {
  const sheet = await readCsv(bytes, sheetNameOf(name), new Pump(options));
  if (sheet.columns.every((column) => column.every((cell) => cell === null || String(cell).trim() === ''))) throw new UnusableFile({ code: 'file.noCells' });
  return new FileWorkbook(name, new OfficePackage(null), sheet);
}

const csvSummary = (sheet: Sheet): SheetSummary => ({
  name: sheet.name, rowCount: sheet.rowCount, columnCount: sheet.columns.length, hidden: false, ours: false,
});

/** A sheet's name from a file's: without folder and ending, without what Excel forbids, at most 31 characters. */
function sheetNameOf(fileName: string): string {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return stem.replace(/[[\]:*?/\\]/g, '_').replace(/^'+|'+$/g, '').slice(0, 31) || 'Sheet1';
}
