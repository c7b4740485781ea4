import { LIVE_CELLS, LIVE_ROWS } from '#domain/bounds.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PolicyOnSheet } from '#application/live/live-book.ts';
import type { GridEvents, GridSheet, LiveGrid } from '#application/live/live-grid.ts';
import type { LookedFormula, SheetLook } from '#application/live/sheet-look.ts';
import type { FileSession } from '#application/session/file-session.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import type { Cell } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';

/** The grid's code: a part of the page that comes once everything else stands. */
export interface LiveGridCode {
  openLiveGrid(request: {
    readonly container: HTMLElement;
    readonly language: Language;
    readonly isDark: boolean;
    readonly sheets: readonly GridSheet[];
    readonly shown: string;
    readonly events: GridEvents;
  }): Promise<LiveGrid>;
  setGridPolicy(policy: PolicyOnSheet | null): boolean;
}

export interface LiveGridInput {
  readonly session: FileSession;
  readonly load: () => Promise<LiveGridCode>;
  readonly language: Language;
  readonly isDark: boolean;
  /** Another value: another file, or sheets that came or changed as a whole. */
  readonly book: string;
  /** Counts the files opened: what is typed goes into the file that this grid shows. */
  readonly opening: number;
  readonly sheets: readonly SheetSummary[];
  readonly shown: string | null;
  /** Changes when our highlights may have changed. */
  readonly version: number;
  /** False: the sheets are only to be read, by the page's own table. */
  readonly isLive: boolean;
  readonly onEdited: (sheet: string) => void;
  readonly onSelected: (sheet: string, row: number) => void;
  readonly onRefused: () => void;
  readonly onExplained: GridEvents['explained'];
  /** Null: it is gone. */
  readonly onGrid: (grid: LiveGrid | null) => void;
}

/** What is read of a sheet at once: a message is taken apart in one go. */
const CELLS_AT_ONCE = 20_000;

interface LiveGridState {
  /** Where the grid goes. */
  readonly host: React.RefObject<HTMLDivElement | null>;
  readonly grid: LiveGrid | null;
  /** Sheets of which only the first rows are shown; the analysis reads them whole. */
  readonly cut: readonly string[];
}

/** Opens the live grid over the file of a session, and keeps both in step. */
export function useLiveGrid(input: LiveGridInput): LiveGridState {
  const host = useRef<HTMLDivElement | null>(null);
  const latest = useRef(input);
  latest.current = input;
  const [grid, setGrid] = useState<LiveGrid | null>(null);
  const [cut, setCut] = useState<readonly string[]>([]);
  const { book, language, isDark, isLive, sheets, version, session } = input;
  const hasSheets = sheets.length > 0;

  const followPolicy = useCallback(async (of: LiveGrid, code: LiveGridCode): Promise<void> => {
    if (code.setGridPolicy(await latest.current.session.policyCells())) of.recalculate();
  }, []);

  useEffect(() => {
    const container = host.current;
    const { opening } = latest.current;
    if (container === null || !hasSheets || !isLive) return;
    let stopped = false;
    let opened: LiveGrid | null = null;
    let inner: HTMLElement | null = null;
    const isOver = (): boolean => stopped;
    const open = async (): Promise<void> => {
      await idle();
      if (isOver()) return;
      const code = await latest.current.load();
      const filled = await filledSheets(session, latest.current.sheets, isOver);
      code.setGridPolicy(await session.policyCells());
      if (isOver()) return;
      const events: GridEvents = {
        edited: (sheet, edits, tables) => {
          void session.editCells(opening, sheet, edits, tables).then(async () => {
            if (opened !== null && !isOver()) await followPolicy(opened, code);
            if (latest.current.opening === opening) latest.current.onEdited(sheet);
          });
        },
        selected: (sheet, row) => latest.current.onSelected(sheet, row),
        explained: (why) => latest.current.onExplained(why),
        refused: () => latest.current.onRefused(),
      };
      inner = document.createElement('div');
      Object.assign(inner.style, { position: 'absolute', inset: '0' });
      container.append(inner);
      const shown = latest.current.shown ?? filled[0]?.name ?? '';
      opened = await code.openLiveGrid({
        container: inner,
        language,
        isDark,
        sheets: filled,
        shown,
        events,
      });
      if (isOver()) return close();
      setCut(filled.filter(({ isCut }) => isCut).map(({ name }) => name));
      setGrid(opened);
      latest.current.onGrid(opened);
    };
    const close = (): void => {
      opened?.dispose();
      inner?.remove();
    };
    open().catch((error: unknown) => {
      if (isOver()) inner?.remove();
      // Another file was opened meanwhile: its sheets are not those that were asked for.
      if (!isOver()) throw error;
    });
    return () => {
      setGrid(null);
      latest.current.onGrid(null);
      // What is still being drawn needs its place until it is: without one it has no width.
      if (opened !== null) close();
      else if (inner !== null) inner.style.visibility = 'hidden';
      stopped = true;
    };
  }, [book, language, isDark, isLive, hasSheets, session, followPolicy]);

  useEffect(() => {
    const container = host.current;
    // The page around the grid; menus of the grid's own stand beside it.
    const page = container?.closest('body > *');
    if (grid === null || !container || !page) return;
    // What is clicked next rests on what is being typed: it is taken first, as Enter would.
    const finish = ({ target }: Event): void => {
      if (page.contains(target as Node) && !container.contains(target as Node)) grid.finish();
    };
    document.addEventListener('pointerdown', finish, true);
    return () => document.removeEventListener('pointerdown', finish, true);
  }, [grid]);

  useEffect(() => {
    if (grid === null) return;
    void session.gridFills().then((all) => {
      grid.clearFills();
      for (const { sheet, columns, fills } of all) grid.fill(sheet, columns, fills);
    });
  }, [grid, session, version]);

  return { host, grid, cut };
}

/** The sheets of a workbook, as far as the page can hold them. */
export async function filledSheets(
  session: FileSession,
  summaries: readonly SheetSummary[],
  isOver: () => boolean,
): Promise<readonly GridSheet[]> {
  const filled: GridSheet[] = [];
  let room = LIVE_CELLS;
  for (const { name, hidden } of summaries) {
    const frame = await session.gridFrame(name);
    const fits = Math.floor(room / Math.max(1, frame.columnCount));
    const rowCount = Math.min(frame.rowCount, LIVE_ROWS, fits);
    const isCut = rowCount < frame.rowCount;
    const columns: Cell[][] = Array.from({ length: frame.columnCount }, () => []);
    const formats: (string | null)[][] = columns.map(() => []);
    const formulas: LookedFormula[] = [];
    const rows: SheetLook['rows'][number][] = [];
    const step = Math.ceil(CELLS_AT_ONCE / Math.max(1, frame.columnCount));
    // Below its last value a sheet may still have rows of another height, and hidden ones.
    const end = isCut ? rowCount : Infinity;
    for (let from = 0; from < end && !isOver();) {
      const to = from + step < rowCount ? from + step : end;
      const part = await session.gridRows(name, from, to);
      for (const [column, cells] of part.columns.entries())
        for (const cell of cells) columns[column]?.push(cell);
      for (const [column, own] of (part.formats ?? []).entries())
        for (const format of own) formats[column]?.push(format);
      for (const each of part.formulas) formulas.push(each);
      for (const each of part.rows) rows.push(each);
      from = to;
    }
    room -= rowCount * frame.columnCount;
    const look = frame.look && { ...frame.look, formulas, rows };
    const cells = { columns, formats: look === null ? formats : null };
    filled.push({ name, hidden, rowCount, isCut, ...cells, look, edits: frame.edits });
  }
  return filled;
}

/** When the page has nothing more pressing to do: its first figures never wait for the grid. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1500 });
    else setTimeout(resolve, 300);
  });
