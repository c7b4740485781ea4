import { Refusal } from '#domain/refusal.ts';
import type { RunFact } from '#facts/run.ts';
import type { AnyFact } from '#facts/any-fact.ts';
import { ok, type Result } from '#domain/result.ts';
import { formatAt, rowNumber } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import type {
  FileBytes,
  FileSession,
  SavableWorkbook,
  SavedFile,
  SheetFrame,
  SheetRows,
} from './file-session.ts';
import { OpenBook } from './open-book.ts';
import { passedOn } from './session-calls.ts';
import type { SessionTools } from './session.ts';
import { recognise } from '../read/recognise.ts';
import { liveBook } from '../live/live-book.ts';
import { columnWidths, shownText } from '../read/shown-cells.ts';
import type { WorkShelf } from '../live/kept-work.ts';
import { likelyOrderSheet } from '../read/read-orders.ts';
import type { WorkOptions } from '../workbook.port.ts';
import type { ShownWorkbook } from '../live/shown-workbook.ts';
import { fileFound, workFound } from '../live/work-found.ts';

interface FileTools extends SessionTools {
  open(
    bytes: Uint8Array,
    name: string,
    options: WorkOptions,
  ): Promise<Result<SavableWorkbook, AnyFact>>;
  template(language: Language): Promise<SavedFile>;
  /** Where work is kept on this computer; null where nothing can be kept. */
  readonly shelf: WorkShelf | null;
  /** The same for the same bytes under the same name, and for no others. */
  fingerprint(name: string, bytes: Uint8Array): Promise<string>;
}

/** Files opened one after the other, each with a session of its own. */
export function fileSession(tools: FileTools): FileSession {
  const { shelf } = tools;
  let open: OpenBook | null = null;
  /** The file before, until the grid over it is gone. */
  let left: OpenBook | null = null;
  const current = (): OpenBook => {
    if (open === null) throw new Refusal<RunFact>({ code: 'run.nothing-analyzed' });
    return open;
  };
  const live = liveBook(() => current().shown);
  const begin: FileSession['open'] = async (given, name, { keepsAnswers, ...options }) => {
    const { signal } = options;
    const bytes = await bytesOf(given);
    const opened = await tools.open(bytes, name, options);
    signal.throwIfAborted();
    if (!opened.ok) return opened;
    const file = { id: shelf === null ? '' : await tools.fingerprint(name, bytes), name, bytes };
    await open?.rest();
    const work = workFound(await shelf?.work(file.id).catch(() => null));
    const book = new OpenBook((open?.opening ?? 0) + 1, opened.value, file, shelf, tools, open);
    await book.begin(work, keepsAnswers === true ? open : null);
    const sheets = await book.shown.listSheets();
    // What is shown first is read before anything is left: stopped here, the file before stays.
    const first = likelyOrderSheet(sheets)?.name ?? sheets[0]?.name;
    if (first !== undefined) await book.shown.readSheet(first, options);
    signal.throwIfAborted();
    // What is still typed into the file before belongs to it; where both are one, to nobody.
    if (open?.id === file.id) open.forgotten();
    left = open;
    open = book;
    const { opening, unsaved, analyzed } = book;
    return ok({ id: file.id, opening, name, sheets, unsaved, analyzed });
  };
  return {
    ...passedOn(
      () => current().session,
      async (effect, work, name) => {
        const book = open;
        const value = await work;
        if (effect !== 'none') await book?.called(name);
        return value;
      },
    ),
    ...live,
    gridFrame: (name) => {
      // A grid over this file begins: the one over the file before has told everything.
      left = null;
      return live.gridFrame(name);
    },
    editCells: async (opening, ...typed) => {
      const into = [open, left].find((book) => book?.opening === opening);
      await into?.edit(...typed);
    },
    open: begin,
    resume: async (id, options) => {
      const file = fileFound(await shelf?.file(id).catch(() => null));
      return file === null ? null : begin(file.bytes, file.name, options);
    },
    keeping: () => Promise.resolve(open?.keeping ?? 'unkept'),
    keepOver: () => current().keepOver(),
    forget: async () => {
      await shelf?.forget();
      open?.forgotten();
    },
    drafts: () => Promise.resolve(current().allDrafts()),
    keepDraft: (name, text) => current().draft(name, text),
    recognise: async (given, name) => {
      const sheets = await tools.readFile(await bytesOf(given), name);
      return sheets.ok ? recognise(name, sheets.value) : 'neither';
    },
    sheets: () => current().shown.listSheets(),
    frame: (name) => frameOf(current().shown, name),
    rows: (name, from, count) => rowsOf(current().shown, name, from, count),
    save: (options) => current().save(options),
    saved: () => current().saved(),
    savedBack: async (bytes) => {
      const book = current();
      const id = shelf === null ? '' : await tools.fingerprint(book.title, bytes);
      await book.becomes({ id, name: book.title, bytes });
      return id;
    },
    template: (language) => tools.template(language),
  };
}

const bytesOf = async (file: FileBytes): Promise<Uint8Array> =>
  'arrayBuffer' in file ? new Uint8Array(await file.arrayBuffer()) : file;

async function frameOf(workbook: ShownWorkbook, name: string): Promise<SheetFrame> {
  const sheet = await workbook.shownSheet(name);
  return { name, rowCount: sheet.rowCount, columnWidths: columnWidths(sheet) };
}

async function rowsOf(
  workbook: ShownWorkbook,
  name: string,
  from: number,
  count: number,
): Promise<SheetRows> {
  const sheet = await workbook.shownSheet(name);
  const length = Math.max(0, Math.min(count, sheet.rowCount - from));
  const rows = Array.from({ length }, (_, offset) => {
    const row = from + offset;
    const cells = sheet.columns.map((column) => column[row] ?? null);
    return {
      cells: cells.map((cell, column) =>
        shownText(cell, formatAt(sheet, row, column), sheet.date1904 === true),
      ),
      numeric: cells.map((cell) => typeof cell === 'number'),
      fill: workbook.fillOf(name, rowNumber(sheet, row)),
    };
  });
  return { from, rows };
}
