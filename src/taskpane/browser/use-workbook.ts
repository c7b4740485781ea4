import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FileSession, SavedFile, SheetFrame } from '#application/session/file-session.ts';
import { passedOn } from '#application/session/session-calls.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import type { Language } from '#domain/language.ts';
import type { PaneServices } from '../pane-services.ts';
import { type Failure } from '../pane-state.ts';
import { copyText } from '../copy-text.ts';
import { failureOf } from '../failure.ts';
import type { LiveGridCode } from './use-live-grid.ts';

/** What the page can do with files: fetch the sample, and hand a file to the user. */
export interface BrowserFiles {
  sample(language: Language): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  download(file: SavedFile): void;
  /** The live grid's code. */
  loadGrid(): Promise<LiveGridCode>;
  readonly about: PaneServices['host']['about'];
}

export interface OpenBook {
  readonly name: string;
  readonly sheets: readonly SheetSummary[];
  readonly frame: SheetFrame | null;
  readonly version: number;
  /** Counts the files opened: a new one starts the pane anew. */
  readonly opening: number;
  readonly selected: number | null;
  readonly failure: Failure | null;
  /** What the file is being used for at the moment. */
  readonly working: 'opening' | 'saving' | null;
  readonly services: PaneServices;
  openFile(file: File): void;
  openSample(): void;
  download(): void;
  downloadTemplate(): void;
  showSheet(name: string): void;
  select(row: number): void;
  /** Goes up when a sheet of ours was written: the grid shows the workbook anew. */
  readonly written: number;
  /** Cells of a sheet were edited on the page. */
  edited(sheet: string): void;
  /** Edits that no downloaded copy holds. */
  readonly unsaved: boolean;
}

/** The file that is open: its sheets, what is shown of it, and the pane's services over it. */
export function useWorkbook(
  session: FileSession,
  files: BrowserFiles,
  language: Language,
): OpenBook {
  const [book, setBook] = useState<{ readonly name: string; readonly opening: number }>({
    name: '',
    opening: 0,
  });
  const [sheets, setSheets] = useState<readonly SheetSummary[]>([]);
  const [frame, setFrame] = useState<SheetFrame | null>(null);
  const [version, setVersion] = useState(0);
  const [selected, setSelected] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [written, setWritten] = useState(0);
  const [unsaved, setUnsaved] = useState(false);
  const listeners = useRef(new Set<(sheet: string) => void>());
  const [working, setWorking] = useState<OpenBook['working']>(null);
  const opening = useRef<AbortController | null>(null);
  const shown = useRef<string | null>(null);

  const showSheet = useCallback(
    async (name: string): Promise<void> => {
      if (shown.current !== name) setSelected(null);
      shown.current = name;
      setFrame(await session.frame(name));
    },
    [session],
  );

  /** After a run: new sheets may have come, and colours changed. */
  const refresh = useCallback(async (): Promise<void> => {
    setSheets(await session.sheets());
    setVersion((before) => before + 1);
  }, [session]);

  const open = useCallback(
    async (bytes: Uint8Array, name: string): Promise<void> => {
      opening.current?.abort();
      const own = new AbortController();
      opening.current = own;
      setWorking('opening');
      const opened = await session
        .open(bytes, name, { signal: own.signal })
        .finally(() => setWorking(null));
      if (own.signal.aborted) return;
      setFailure(opened.ok ? null : opened.error);
      if (!opened.ok) return;
      const { value } = opened;
      setSheets(value.sheets);
      setSelected(null);
      setUnsaved(false);
      setVersion((before) => before + 1);
      setBook((before) => ({ name: value.name, opening: before.opening + 1 }));
      const look = await session.look();
      const first = look.orderSheet?.name ?? value.sheets[0]?.name;
      if (first !== undefined) await showSheet(first);
    },
    [session, showSheet],
  );

  const attempt = useCallback((work: Promise<unknown>): void => {
    work.catch((error: unknown) => setFailure(failureOf(error)));
  }, []);

  const openSample = useCallback(async (): Promise<void> => {
    const { bytes, name } = await files.sample(language);
    await open(bytes, name);
  }, [files, language, open]);

  const downloadTemplate = useCallback(
    async (): Promise<void> => files.download(await session.template(language)),
    [files, language, session],
  );

  const begun = useRef(false);
  useEffect(() => {
    // The sample is there from the start, in the language of the page; a file of the user's stays
    // when it changes.
    if (begun.current || book.opening !== 0) return;
    begun.current = true;
    attempt(openSample());
  }, [attempt, book.opening, openSample]);
  useEffect(
    () => () => {
      begun.current = false;
      opening.current?.abort();
    },
    [],
  );

  const services = useMemo<PaneServices>(() => {
    const after = <T>(work: Promise<T>): Promise<T> =>
      work.then(async (value) => {
        await refresh();
        return value;
      });
    return {
      session: passedOn(
        () => session,
        (effect, work) => {
          if (effect === 'none') return work;
          const drawn = after(work);
          return effect === 'sheet'
            ? drawn.finally(() => setWritten((before) => before + 1))
            : drawn;
        },
      ),
      host: {
        kind: 'browser',
        selectRow: async (sheet, row) => {
          await showSheet(sheet);
          setSelected(row);
        },
        onSheetChanged: (told) => {
          listeners.current.add(told);
          return () => listeners.current.delete(told);
        },
        openSample,
        openTemplate: downloadTemplate,
        copyText,
        about: files.about,
      },
    };
  }, [session, files, refresh, showSheet, openSample, downloadTemplate]);

  return {
    name: book.name,
    opening: book.opening,
    sheets,
    frame,
    version,
    selected,
    failure,
    working,
    services,
    openFile: (file) =>
      attempt(file.arrayBuffer().then((buffer) => open(new Uint8Array(buffer), file.name))),
    openSample: () => attempt(openSample()),
    download: () => {
      setWorking('saving');
      attempt(
        session
          .save()
          .then((file) => {
            files.download(file);
            setUnsaved(false);
          })
          .finally(() => setWorking(null)),
      );
    },
    downloadTemplate: () => attempt(downloadTemplate()),
    showSheet: (name) => attempt(showSheet(name)),
    select: setSelected,
    written,
    unsaved,
    edited: (sheet) => {
      setUnsaved(true);
      for (const told of listeners.current) told(sheet);
    },
  };
}
