import { Refusal } from '#domain/refusal.ts';
import type { RunFact } from '#facts/run.ts';
import type { AnyFact } from '#facts/any-fact.ts';
import { ok, type Result } from '#domain/result.ts';
import { formatAt, rowNumber } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import type { FileSession, OpenedFile, SavedFile, SheetFrame, SheetRows } from './file-session.ts';
import { passedOn } from './session-calls.ts';
import { Session, type SessionTools } from './session.ts';
import { liveBook } from '../live/live-book.ts';
import { columnWidths, shownText } from '../read/shown-cells.ts';
import { type EditableWorkbook, ShownWorkbook } from '../live/shown-workbook.ts';

export interface SavableWorkbook extends EditableWorkbook {
  save(): Promise<Uint8Array> | Uint8Array;
}

export interface FileTools extends SessionTools {
  open(
    bytes: Uint8Array,
    name: string,
    options: { readonly signal: AbortSignal },
  ): Promise<Result<SavableWorkbook, AnyFact>>;
  template(language: Language): Promise<SavedFile>;
}

interface Open {
  readonly file: SavableWorkbook;
  readonly shown: ShownWorkbook;
  readonly session: Session;
}

/** Files opened one after the other, each with a session of its own. */
export function fileSession(tools: FileTools): FileSession {
  let open: Open | null = null;
  const current = (): Open => {
    if (open === null) throw new Refusal<RunFact>({ code: 'run.nothing-analyzed' });
    return open;
  };
  return {
    ...passedOn(() => current().session),
    ...liveBook(() => current().shown),
    open: async (bytes, name, options): Promise<Result<OpenedFile, AnyFact>> => {
      const opened = await tools.open(bytes, name, options);
      if (!opened.ok) return opened;
      const shown = new ShownWorkbook(opened.value);
      const before = open?.file.title === opened.value.title ? open.session.lastAnalysis : null;
      open = { file: opened.value, shown, session: new Session(shown, tools, before) };
      return ok({ name, sheets: await shown.listSheets() });
    },
    sheets: () => current().shown.listSheets(),
    frame: (name) => frameOf(current().shown, name),
    rows: (name, from, count) => rowsOf(current().shown, name, from, count),
    save: async () => {
      const { file, shown } = current();
      await shown.settle();
      return { name: resultName(file.title), bytes: await file.save() };
    },
    template: (language) => tools.template(language),
  };
}

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

/** "台账.csv" is saved as "台账 (Rebate Radar).xlsx": a copy, never the name that was opened. */
const resultName = (title: string): string =>
  `${title.replace(/\.[^.]*$/, '')} (Rebate Radar).xlsx`;
