import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LiveGrid } from '#application/live/live-grid.ts';
import type { FileSession, SheetFrame } from '#application/session/file-session.ts';
import { type CallEffect, isChanging, passedOn } from '#application/session/session-calls.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import type { Language } from '#domain/language.ts';
import type { PaneServices } from '../pane-services.ts';
import { type Failure } from '../pane-state.ts';
import { copyText } from '../copy-text.ts';
import { failureOf } from '../failure.ts';
import type { BrowserFiles } from './browser-files.ts';
import type { DiskFile } from './disk.ts';
import { type Asking, useAsking } from './use-asking.ts';

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
  /** The page's own way to choose a file. */
  readonly input: RefObject<HTMLInputElement | null>;
  /** Lets the user choose a file. */
  choose(): void;
  openFile(file: File, place?: Promise<FileSystemFileHandle | null>): void;
  /** Files dropped on the page, the place of the first, and the text where it was no file. */
  drop(files: readonly File[], place: Promise<FileSystemHandle | null>, text: string): void;
  openSample(): void;
  download(): void;
  /** Null where the file cannot be written back: it came without a place, or is no workbook. */
  readonly saveBack: (() => void) | null;
  /** Reads the open file anew, after asking; lets the user choose it where its place is unknown. */
  reread(): void;
  forget(): void;
  readonly asking: Asking;
  /** What last went well, in the user's words. */
  readonly said: 'savedBack' | null;
  downloadTemplate(): void;
  showSheet(name: string): void;
  select(row: number): void;
  /** The user selected a row of the live sheet. */
  rowSelected(sheet: string, row: number): void;
  /** Goes up when a sheet of ours was written: the grid shows the workbook anew. */
  readonly written: number;
  /** The live sheet over the file; null: there is none, or it is gone. */
  liveGrid(grid: LiveGrid | null): void;
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
  const [book, setBook] = useState<Book>(NO_BOOK);
  const [sheets, setSheets] = useState<readonly SheetSummary[]>([]);
  const [frame, setFrame] = useState<SheetFrame | null>(null);
  const [version, setVersion] = useState(0);
  const [selected, setSelected] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [written, setWritten] = useState(0);
  const [unsaved, setUnsaved] = useState(false);
  const listeners = useRef(new Set<(sheet: string) => void>());
  const rowListeners = useRef(new Set<(sheet: string, row: number) => void>());
  const statementListeners = useRef(new Set<(files: readonly File[]) => void>());
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<() => void>(() => undefined);
  const [working, setWorking] = useState<OpenBook['working']>(null);
  const [said, setSaid] = useState<OpenBook['said']>(null);
  const asking = useAsking();
  const { ask } = asking;
  const current = useRef<AbortController | null>(null);
  const place = useRef<FileSystemFileHandle | null>(null);
  const rereading = useRef(false);
  const checking = useRef(false);
  const grid = useRef<LiveGrid | null>(null);
  const latest = useRef({ language, name: book.name, unsaved });
  latest.current = { language, name: book.name, unsaved };
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

  const take = useCallback(
    async (
      opening: (signal: AbortSignal) => ReturnType<FileSession['resume']>,
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

  const attempt = useCallback((work: Promise<unknown>): void => {
    work.catch((error: unknown) => setFailure(failureOf(error)));
  }, []);

  const saveCopy = useCallback(async (): Promise<void> => {
    setWorking('saving');
    try {
      await grid.current?.settled();
      files.download(await session.save());
      await session.saved();
      setUnsaved(false);
    } finally {
      setWorking(null);
    }
  }, [files, session]);

  /** Before another file takes the place of one with work that no file holds. */
  const mayLeave = useCallback(
    async (next: string): Promise<boolean> => {
      if (!latest.current.unsaved) return true;
      const choice = await ask({ kind: 'leave', name: latest.current.name, next });
      if (choice === 'download') await saveCopy();
      return choice !== 'cancel';
    },
    [ask, saveCopy],
  );

  const openSample = useCallback(async (): Promise<void> => {
    const { bytes, name } = await files.sample(latest.current.language);
    if (await mayLeave(name)) await open({ bytes, name, place: null });
  }, [files, mayLeave, open]);

  const openFile = async (file: DiskFile): Promise<void> => {
    const isSame = rereading.current && file.name === book.name;
    rereading.current = false;
    if (isSame || (await mayLeave(file.name))) await open(file, isSame);
  };

  const downloadTemplate = useCallback(
    async (): Promise<void> => files.download(await session.template(latest.current.language)),
    [files, session],
  );

  /**
   * After something was done: says when it would not survive this page, or asks whose work goes.
   */
  const checkKept = useCallback(async (): Promise<void> => {
    if (checking.current || (await session.keeping()) === 'kept') return;
    checking.current = true;
    try {
      const { askWhoseWork } = await import('./save-back.ts');
      const { name } = latest.current;
      const theirs = () =>
        take((signal) => session.resume(files.shown.get(), { signal }), place.current);
      if (!(await askWhoseWork(session, ask, name, theirs)))
        setFailure({ code: 'file.notKept', name });
    } finally {
      checking.current = false;
    }
  }, [ask, files, session, take]);

  const begun = useRef(false);
  useEffect(() => {
    // What was open in this tab, else the latest file with its work, else the sample: there from
    // the start. It stays when the language changes.
    if (begun.current) return;
    begun.current = true;
    const start = async (): Promise<void> => {
      const resumed = await take((signal) => session.resume(files.shown.get(), { signal }), null);
      const turn = current.current;
      if (resumed === 'done') return;
      const sample = await files.sample(latest.current.language);
      // A file that was opened meanwhile stays.
      if (current.current === turn) await open({ ...sample, place: null });
    };
    attempt(start());
  }, [attempt, files, open, session, take]);
  useEffect(
    () => () => {
      begun.current = false;
      current.current?.abort();
    },
    [],
  );

  const services = useMemo<PaneServices>(() => {
    const drawn = async (effect: CallEffect, work: Promise<unknown>, name: string) => {
      const value = await work;
      if (isChanging(name)) {
        setUnsaved(true);
        attempt(checkKept());
      }
      if (effect !== 'none') await refresh();
      if (effect === 'sheet') setWritten((before) => before + 1);
      return value;
    };
    return {
      session: passedOn(() => session, drawn),
      host: {
        kind: 'browser',
        startsAnalyzed: book.analyzed,
        followsEdits: true,
        drafts: {
          kept: () => session.drafts(),
          keep: (name, text) => session.keepDraft(name, text),
        },
        selectRow: async (sheet, row) => {
          await showSheet(sheet);
          setSelected(row);
        },
        onSheetChanged: (told) => {
          listeners.current.add(told);
          return () => listeners.current.delete(told);
        },
        onRowSelected: (told) => {
          rowListeners.current.add(told);
          return () => rowListeners.current.delete(told);
        },
        onStatements: (told) => {
          statementListeners.current.add(told);
          return () => statementListeners.current.delete(told);
        },
        openFile: () => choose.current(),
        openSample,
        openTemplate: downloadTemplate,
        copyText,
        about: files.about,
      },
    };
  }, [
    session,
    files,
    attempt,
    checkKept,
    refresh,
    showSheet,
    openSample,
    downloadTemplate,
    book.analyzed,
  ]);

  const saveBack = async (to: FileSystemFileHandle): Promise<void> => {
    const { saveBackTo } = await import('./save-back.ts');
    const { name } = book;
    const settled = () => grid.current?.settled();
    const told = { setFailure, setSaid, setUnsaved, setWorking };
    await saveBackTo(to, { files, session, ask, name, settled, ...told });
  };

  const rereadFrom = async (from: FileSystemFileHandle): Promise<void> => {
    const file = await (await files.loadDisk?.())?.read(from);
    if (file) await open(file, true);
    else setFailure({ code: 'file.notAllowed', name: book.name });
  };

  const reread = async (): Promise<void> => {
    if (unsaved && (await ask({ kind: 'reread', name: book.name })) !== 'go') return;
    if (book.place !== null) return rereadFrom(book.place);
    rereading.current = true;
    input.current?.click();
  };

  const forget = async (): Promise<void> => {
    if ((await ask({ kind: 'forget' })) !== 'go') return;
    await session.forget();
    await (await files.loadDisk?.())?.forget();
  };

  const drop = async (
    dropped: readonly File[],
    from: Promise<FileSystemHandle | null>,
    text: string,
  ): Promise<void> => {
    const { becomesOf } = await import('./dropped.ts');
    const use = await becomesOf(dropped, text, session, ask, book.opening > 0);
    if (use.kind === 'none') return setFailure(use.failure);
    if (use.kind === 'statement') for (const told of statementListeners.current) told(dropped);
    if (use.kind !== 'orders') return;
    const handle = await from.catch(() => null);
    const at = handle?.kind === 'file' ? (handle as FileSystemFileHandle) : null;
    await openFile({ bytes: use.file, name: use.name, place: at });
  };

  const { loadDisk } = files;
  choose.current = () => {
    rereading.current = false;
    if (loadDisk === null) return input.current?.click();
    attempt(
      loadDisk()
        .then((disk) => disk.pick())
        .then((file) => (file === null ? undefined : openFile(file))),
    );
  };
  return {
    name: book.name,
    input,
    choose: () => choose.current(),
    opening: book.opening,
    sheets,
    frame,
    version,
    selected,
    failure,
    working,
    said,
    asking,
    services,
    openFile: (file, from = Promise.resolve(null)) =>
      attempt(from.then((at) => openFile({ bytes: file, name: file.name, place: at }))),
    drop: (dropped, from, text) => attempt(drop(dropped, from, text)),
    openSample: () => attempt(openSample()),
    download: () => attempt(saveCopy()),
    saveBack:
      book.place !== null && /\.xls[xm]$/i.test(book.name)
        ? () => attempt(saveBack(book.place!))
        : null,
    reread: () => attempt(reread()),
    forget: () => attempt(forget()),
    downloadTemplate: () => attempt(downloadTemplate()),
    showSheet: (name) => attempt(showSheet(name)),
    select: (row) => {
      setSelected(row);
      if (frame) for (const told of rowListeners.current) told(frame.name, row);
    },
    rowSelected: (sheet, row) => {
      for (const told of rowListeners.current) told(sheet, row);
    },
    written,
    unsaved,
    liveGrid: (now) => {
      grid.current = now;
    },
    edited: (sheet) => {
      setUnsaved(true);
      for (const told of listeners.current) told(sheet);
      attempt(checkKept());
    },
  };
}

interface Book {
  readonly id: string;
  readonly name: string;
  readonly opening: number;
  readonly analyzed: boolean;
  readonly place: FileSystemFileHandle | null;
}

const NO_BOOK: Book = { id: '', name: '', opening: 0, analyzed: false, place: null };

/** Where a file lay that is opened again from what is kept; null when nobody knows. */
async function recalledPlace(
  { loadDisk }: BrowserFiles,
  id: string,
): Promise<FileSystemFileHandle | null> {
  return loadDisk === null ? null : (await loadDisk()).recall(id).catch(() => null);
}
