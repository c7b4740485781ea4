import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileSession, SheetFrame } from '#application/session/file-session.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import type { Language } from '#domain/language.ts';
import { failureOf } from '../failure.ts';
import type { Failure } from '../pane-state.ts';
import type { BrowserFiles } from './browser-files.ts';
import type { DiskFile } from './disk.ts';
import type { OpenBook } from './open-book.ts';
import { useFileWork, type Watched } from './use-file-work.ts';

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
  const { working, done, during, stop, turn } = useFileWork();
  const [said, setSaid] = useState<OpenBook['said']>(null);
  const [notes, setNotes] = useState<OpenBook['notes']>([]);
  const place = useRef<FileSystemFileHandle | null>(null);
  const shown = useRef<string | null>(null);
  const isAskedFor = useRef(false);
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
      opening: (options: Omit<Watched, 'isLatest'>) => Opened,
      from: FileSystemFileHandle | null,
    ): Promise<'none' | 'done'> => {
      const ended = await during('opening', async ({ isLatest, ...options }) => {
        isAskedFor.current = false;
        const opened = await opening(options);
        if (!isLatest()) return 'done';
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
        setNotes([]);
        setVersion((before) => before + 1);
        const { id, name } = value;
        const analyzed = value.analyzed || isAskedFor.current;
        setBook({ id, name, opening: value.opening, analyzed, place: place.current });
        const look = await session.look();
        const first = look.orderSheet?.name ?? value.sheets[0]?.name;
        if (first !== undefined && isLatest()) await showSheet(first);
        return 'done';
      });
      return ended ?? 'done';
    },
    [during, files, session, showSheet],
  );

  const open = useCallback(
    ({ bytes, name, place: from }: DiskFile, keepsAnswers = false): Promise<'none' | 'done'> =>
      take((options) => session.open(bytes, name, { ...options, keepsAnswers }), from),
    [session, take],
  );

  const resume = useCallback(
    (from: FileSystemFileHandle | null): Promise<'none' | 'done'> =>
      take((options) => session.resume(files.shown.get(), options), from),
    [files, session, take],
  );

  /** A run: who asks for one while a file is opened means the figures of that file. */
  const askedFor = useCallback(() => {
    isAskedFor.current = true;
  }, []);

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
      if (resumed === 'done') return;
      const own = turn();
      const sample = await files.sample(latest.current);
      // A file that was opened meanwhile stays.
      if (turn() === own) await open({ ...sample, place: null });
    };
    attempt(start());
  }, [attempt, files, open, resume, turn]);
  useEffect(
    () => () => {
      begun.current = false;
      stop();
    },
    [stop],
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
    done,
    said,
    notes,
    attempt,
    askedFor,
    open,
    during,
    stop,
    refresh,
    resumeHere,
    showSheet,
    setFailure,
    setNotes,
    setSaid,
    setSelected,
    setUnsaved,
  };
}

/** Where a file lay that is opened again from what is kept; null when nobody knows. */
async function recalledPlace(
  { loadDisk }: BrowserFiles,
  id: string,
): Promise<FileSystemFileHandle | null> {
  return loadDisk === null ? null : (await loadDisk()).recall(id).catch(() => null);
}
