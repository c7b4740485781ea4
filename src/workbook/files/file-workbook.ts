import { Refusal, isRefusal } from '#domain/refusal.ts';
import type { FileNote, FilesFact, FileTrouble } from '#facts/files.ts';
import { withoutEdges } from '#domain/reading/fold-text.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { type Cell, rowNumber, type Sheet } from '#domain/sheet.ts';
import type { CellEdit } from '#application/live/cell-edit.ts';
import type { SheetLook } from '#application/live/sheet-look.ts';
import type { TableReach } from '#application/live/table-reach.ts';
import type { Page, RowFill, SheetSummary, WorkbookPort } from '#application/workbook.port.ts';
import { type Helpers, readCsv } from '../csv/read-csv.ts';
import { withoutWideText } from '../csv/wide-text.ts';
import { fileKind } from './file-kind.ts';
import { CopyNotes } from './copy-notes.ts';
import { Pump, type PumpOptions } from '../paced-loop.ts';
import {
  allowMacros,
  hasMacros,
  requireTypeOf,
  templateToWorkbook,
} from '../xlsx/edit/content-types.ts';
import { dialectOf } from '../xlsx/edit/dialect.ts';
import { editCells } from '../xlsx/cells/edit-cells.ts';
import { readLook } from '../xlsx/look/read-look.ts';
import { ColumnNames } from '#application/live/structured-references.ts';
import { clearHighlights, highlight } from '../xlsx/highlight/highlighter.ts';
import { readKeptTexts, writeKeptTexts } from '../xlsx/kept-texts/kept-texts.ts';
import { fillText, textWorkbook } from '../xlsx/new/text-sheet.ts';
import { OfficePackage } from '../xlsx/package.ts';
import { writePage } from '../xlsx/page/write-page.ts';
import { readWorkbookPart } from '../xlsx/read/workbook-part.ts';
import { hasCells } from '../xlsx/read/sheet-extent.ts';
import type { ZipCodec } from '../xlsx/zip/zip-codec.ts';
import { XlsxSource } from '../xlsx/read/xlsx-source.ts';

/**
 * A workbook that lives in a file's bytes. The bytes given are never changed; `save` gives new
 * ones: an edited copy of a workbook, or a new workbook that holds a delimited text.
 */
export class FileWorkbook implements WorkbookPort {
  readonly title: string;
  /** The text of a CSV; it turns into a package only when something is to be written. */
  private readonly text: Sheet | null;
  private pack: OfficePackage | null;
  private source: XlsxSource | null;
  /** The package holds the delimited text, or there is none: pages of ours need not wait for it. */
  private isFilled: boolean;
  private begun: (() => void) | null = null;
  /** Settles when no change is under way. */
  private changes: Promise<unknown> = Promise.resolve();
  /** Columns of tables that were called something else, in order: later formulas may not know. */
  private readonly renamed: ColumnNames[] = [];

  private readonly told: CopyNotes;

  constructor(title: string, content: OfficePackage | Sheet) {
    this.title = title;
    this.told = new CopyNotes(title);
    const isPackage = content instanceof OfficePackage;
    this.text = isPackage ? null : content;
    this.pack = isPackage ? content : null;
    this.source = isPackage ? new XlsxSource(content) : null;
    this.isFilled = isPackage;
  }

  get date1904(): boolean {
    return this.source?.parts.date1904 === true;
  }

  listSheets(): Promise<readonly SheetSummary[]> {
    return this.naming(async () => {
      const { text } = this;
      const summaries = (await this.source?.summaries(new Pump())) ?? [];
      return text === null
        ? summaries
        : [csvSummary(text), ...summaries.filter(({ name }) => name !== text.name)];
    });
  }

  /**
   * Rejects with a refusal when the sheet's part is damaged or there is no such sheet, and
   * with the signal's reason when aborted.
   */
  readSheet(name: string, options: PumpOptions = {}): Promise<Sheet> {
    return this.naming(() => {
      if (this.text?.name === name) return Promise.resolve(this.text);
      if (this.source === null)
        throw new Refusal<FileTrouble>({ code: 'file.noSuchSheet', sheet: name });
      return this.source.readSheet(name, new Pump(options), computeLate);
    });
  }

  /**
   * Rows of a delimited text are counted as lines of the file, which is also their row in the copy.
   */
  highlight(
    sheet: string,
    columns: { readonly left: number; readonly right: number },
    fills: readonly RowFill[],
    options: PumpOptions = {},
  ): Promise<void> {
    return this.changing(options, (pack) =>
      highlight(pack, sheet, columns, fills, new Pump(options)),
    );
  }

  async clearHighlights(options: PumpOptions = {}): Promise<void> {
    // A text that stands in no package yet was never coloured.
    if (this.isFilled)
      await this.changing(options, (pack) => clearHighlights(pack, new Pump(options)));
  }

  beginPages(): Promise<boolean> {
    const { pack, source, isFilled } = this;
    const back = pack?.noted();
    this.begun = () => {
      back?.();
      [this.pack, this.source, this.isFilled] = [pack, source, isFilled];
    };
    return Promise.resolve(true);
  }

  takeBackPages(): Promise<void> {
    this.begun?.();
    this.begun = null;
    return Promise.resolve();
  }

  writePage(page: Page): Promise<string> {
    return this.naming(async () => {
      // What is given up halfway takes nothing of another's with it.
      await this.changes;
      const pack = this.package();
      const name = writePage(pack, page);
      this.source = new XlsxSource(pack);
      return name;
    });
  }

  readKept(key: string): Promise<string | undefined> {
    const { pack } = this;
    return this.naming(() =>
      Promise.resolve(
        pack === null ? undefined : readKeptTexts(pack, readWorkbookPart(pack).workbook).get(key),
      ),
    );
  }

  /** How a sheet looks besides its values; null for delimited text, which has no look. */
  readLook(name: string, options: PumpOptions = {}): Promise<SheetLook | null> {
    return this.naming(() => {
      if (this.text?.name === name) return Promise.resolve(null);
      if (this.source === null)
        throw new Refusal<FileTrouble>({ code: 'file.noSuchSheet', sheet: name });
      const { parts } = this.source;
      return readLook(this.package(), parts, this.source.entry(name), new Pump(options));
    });
  }

  /**
   * Writes edited cells. Rows are those of the sheet as `readSheet` gives it: of a delimited text
   * with line breaks inside cells, the copy's rows are the file's lines.
   */
  writeCells(
    name: string,
    edits: readonly CellEdit[],
    { tables = [], ...options }: PumpOptions & { readonly tables?: readonly TableReach[] } = {},
  ): Promise<void> {
    return this.changing(options, async (pack) => {
      const { text } = this;
      const own =
        text?.name === name && text.lines !== undefined
          ? edits.map((edit) => ({ ...edit, row: rowNumber(text, edit.row) - 1 }))
          : edits;
      const source = this.source!;
      const entry = source.entry(name);
      const edited = { typed: own, renamed: this.renamed, tables };
      const { renames, made } = await editCells(
        pack,
        source.parts,
        entry,
        edited,
        new Pump(options),
      );
      this.told.headsMade(name, made);
      if (renames.length > 0) this.renamed.push(new ColumnNames(renames));
      this.source = new XlsxSource(pack);
    });
  }

  /** An empty text forgets the kept text. */
  writeKept(key: string, text: string): Promise<void> {
    return this.naming(() => {
      const pack = this.package();
      const { workbook } = readWorkbookPart(pack);
      const texts = new Map(readKeptTexts(pack, workbook));
      if (text === '') texts.delete(key);
      else texts.set(key, text);
      writeKeptTexts(pack, workbook, dialectOf(pack, workbook), texts);
      return Promise.resolve();
    });
  }

  /** What the copy holds otherwise than what was read, or typed: to be said with it. */
  get notes(): readonly FileNote[] {
    return this.told.all;
  }

  /** What the copy's name has to end in: Excel refuses a workbook with macros under any other. */
  get extension(): '.xlsx' | '.xlsm' {
    const { pack } = this;
    return this.named(() => (pack !== null && hasMacros(pack) ? '.xlsm' : '.xlsx'));
  }

  /** Gets ready to be saved, telling how far it is: `save` takes a moment then. */
  async prepare(options: PumpOptions = {}): Promise<void> {
    await this.naming(() => this.filled(options));
  }

  /**
   * The bytes of the copy. Whatever was not written to is in it as it was; of a template it is a
   * workbook. A workbook without macros may be saved as .xlsm too, and then says so inside.
   */
  save(as?: '.xlsx' | '.xlsm'): Uint8Array {
    return this.named(() => {
      const pack = this.package();
      if (!this.isFilled) for (const _ of fillText(pack, this.text!, this.told.textCut));
      this.isFilled = true;
      requireTypeOf(pack, readWorkbookPart(pack).workbook);
      templateToWorkbook(pack);
      if (as === '.xlsm') allowMacros(pack);
      return pack.save();
    });
  }

  /** Changes the whole package, or nothing of it where it fails or is stopped. */
  private changing<T>(options: PumpOptions, work: (pack: OfficePackage) => Promise<T>): Promise<T> {
    const change = this.naming(async () => {
      const pack = await this.filled(options);
      const back = pack.noted();
      try {
        return await work(pack);
      } catch (error) {
        back();
        throw error;
      }
    });
    this.changes = change.catch(() => undefined);
    return change;
  }

  /** Failures leave with the file's name. */
  private async naming<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.withName(error);
    }
  }

  private named<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.withName(error);
    }
  }

  private withName(error: unknown): unknown {
    return isRefusal<FileTrouble>(error, 'file')
      ? new Refusal<FilesFact>({ ...error.fact, name: this.title })
      : error;
  }

  private package(): OfficePackage {
    if (this.pack === null) {
      this.pack = textWorkbook(this.text!);
      this.source = new XlsxSource(this.pack);
    }
    return this.pack;
  }

  /** The package with the delimited text in it. */
  private async filled(options: PumpOptions): Promise<OfficePackage> {
    const pack = this.package();
    if (!this.isFilled)
      await new Pump(options).run(
        fillText(pack, this.text!, this.told.textCut),
        (row) => row,
        this.text!.rowCount,
      );
    this.isFilled = true;
    return pack;
  }
}

interface OpenOptions extends PumpOptions, Helpers {
  /** Packs and unpacks large parts of a workbook beside us. */
  readonly codec?: ZipCodec;
}

/** Opens .xlsx, .xlsm, .xltx and delimited text. Whatever can't be used comes back as one fact. */
export async function openWorkbook(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions = {},
): Promise<Result<FileWorkbook, FilesFact>> {
  try {
    const plain = withoutWideText(bytes);
    const scanned = plain === bytes ? options.scanned : undefined;
    const isNulIn = scanned === undefined ? undefined : () => scanned.holdsNul();
    return ok(
      fileKind(plain, name, isNulIn) === 'csv'
        ? await openCsv(plain, name, { ...options, scanned })
        : openXlsx(bytes, name, options.codec),
    );
  } catch (error) {
    if (isRefusal<FileTrouble>(error, 'file')) return fail({ ...error.fact, name });
    throw error;
  }
}

function openXlsx(bytes: Uint8Array, name: string, codec?: ZipCodec): FileWorkbook {
  const pack = new OfficePackage(bytes, codec);
  const source = new XlsxSource(pack);
  const filled = source.parts.sheets.filter(({ part }) => hasCells(pack, part));
  if (filled.length === 0) throw new Refusal<FileTrouble>({ code: 'file.noCells' });
  return new FileWorkbook(name, pack);
}

async function openCsv(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions,
): Promise<FileWorkbook> {
  const sheet = await readCsv(bytes, sheetNameOf(name), new Pump(options), undefined, options);
  if (!sheet.columns.some(holdsText)) throw new Refusal<FileTrouble>({ code: 'file.noCells' });
  return new FileWorkbook(name, sheet);
}

function holdsText(cells: readonly Cell[]): boolean {
  for (let row = 0; row < cells.length; row++)
    if (String(cells[row] ?? '').trim() !== '') return true;
  return false;
}

const csvSummary = (sheet: Sheet): SheetSummary => ({
  name: sheet.name,
  rowCount: sheet.rowCount,
  columnCount: sheet.columns.length,
  hidden: false,
  ours: false,
});

/**
 * A sheet's name from a file's: without folder and ending, without what Excel forbids, at most 31
 * characters.
 */
function sheetNameOf(fileName: string): string {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return withoutEdges(stem.replace(/[[\]:*?/\\]/g, '_'), "'").slice(0, 31) || 'Sheet1';
}

/** Loaded for the few files whose program has written formulas without what they come to. */
const computeLate: Parameters<XlsxSource['readSheet']>[2] = async (work) => {
  const { computeUncalculated } = await import('../xlsx/formulas/compute-uncalculated.ts');
  await computeUncalculated(work);
};
