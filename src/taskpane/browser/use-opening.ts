import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileSession, SheetFrame } from '#application/session/file-session.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import type { Language } from '#domain/language.ts';
import { failureOf } from '../failure.ts';
import type { Failure } from '../pane-state.ts';
import type { BrowserFiles } from './browser-files.ts';
import type { DiskFile } from './disk.ts';
import type { OpenBook } from './open-book.ts';

interface Book {
  readonly id: string;
  readonly name: string;
  readonly opening: number;
  readonly analyzed: boolean;
  readonly place: FileSystemFileHandle | null;
}

const NO_BOOK: Book = { id: '', name: '', opening: 0, analyzed: false, place: null };

type Opened = ReturnType<FileSession['resume']>;

/** Opens one file after another, and holds what the page shows of the one that is open. */
export function useOpening(session: FileSession, files: BrowserFiles, language: Language) {
  const [book, setBook] = useState<Book>(NO_BOOK);
  const [sheets, setSheets] = useState<readonly SheetSummary[]>([]);
  const [frame, setFrame] = useState<SheetFrame | null>(null);
  const [version, setVersion] = useState(0);
  const [selected, setSelected] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const [working, setWorking] = useState<OpenBook['working']>(null);
  const [said, setSaid] = useState<OpenBook['said']>(null);
  const current = useRef<AbortController | null>(null);
  const place = useRef<FileSystemFileHandle | null>(null);
  const shown = useRef<string | null>(null);
  const latest = useRef(language);
  latest.current = language;

  const attempt = useCallback((work: Promise<unknown>): void => {
    work.catch((error: unknown) => setFailure(failureOf(error)));
  }, []);

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

  const take = useCallback(
    async (
      opening: (signal: AbortSignal) => Opened,
      from: FileSystemFileHandle | null,
    ): Promise<'none' | 'done'> => {
      current.current?.abort();
      const own = new AbortController();
      current.current = own;
      setWorking('opening');
      try {
        const opened = await opening(own.signal);
        if (own.signal.aborted) return 'done';
        if (opened === null) return 'none';
        setFailure(opened.ok ? null : opened.error);
        if (!opened.ok) return 'done';
        const { value } = opened;
        place.current = from ?? (await recalledPlace(files, value.id));
        if (from !== null) void (await files.loadDisk?.())?.remember(value.id, from);
        files.shown.set(value.id);
        setSheets(value.sheets);
        setSelected(null);
        setUnsaved(value.unsaved);
        setSaid(null);
        setVersion((before) => before + 1);
        const { id, name, analyzed } = value;
        setBook({ id, name, opening: value.opening, analyzed, place: place.current });
        const look = await session.look();
        const first = look.orderSheet?.name ?? value.sheets[0]?.name;
        if (first !== undefined && !own.signal.aborted) await showSheet(first);
        return 'done';
      } catch (error) {
        // Another file was opened meanwhile: what becomes of this one is nobody's concern.
        if (own.signal.aborted) return 'done';
        throw error;
      } finally {
        if (current.current === own) setWorking(null);
      }
    },
    [files, session, showSheet],
  );

  const open = useCallback(
    ({ bytes, name, place: from }: DiskFile, keepsAnswers = false): Promise<'none' | 'done'> =>
      take((signal) => session.open(bytes, name, { signal, keepsAnswers }), from),
    [session, take],
  );

  const resume = useCallback(
    (from: FileSystemFileHandle | null): Promise<'none' | 'done'> =>
      take((signal) => session.resume(files.shown.get(), { signal }), from),
    [files, session, take],
  );

  /** Opens the file anew as it is kept now. */
  const resumeHere = useCallback(() => resume(place.current), [resume]);

  const begun = useRef(false);
  useEffect(() => {
    // What was open in this tab, else the latest file with its work, else the sample: there from
    // the start. It stays when the language changes.
    if (begun.current) return;
    begun.current = true;
    const start = async (): Promise<void> => {
      const resumed = await resume(null);
      const turn = current.current;
      if (resumed === 'done') return;
      const sample = await files.sample(latest.current);
      // A file that was opened meanwhile stays.
      if (current.current === turn) await open({ ...sample, place: null });
    };
    attempt(start());
  }, [attempt, files, open, resume]);
  useEffect(
    () => () => {
      begun.current = false;
      current.current?.abort();
    },
    [],
  );

  return {
    book,
    sheets,
    frame,
    version,
    selected,
    failure,
    unsaved,
    working,
    said,
    attempt,
    open,
    refresh,
    resumeHere,
    showSheet,
    setFailure,
    setSaid,
    setSelected,
    setUnsaved,
    setWorking,
  };
}

/** Where a file lay that is opened again from what is kept; null when nobody knows. */
async function recalledPlace(
  { loadDisk }: BrowserFiles,
  id: string,
): Promise<FileSystemFileHandle | null> {
  return loadDisk === null ? null : (await loadDisk()).recall(id).catch(() => null);
}
