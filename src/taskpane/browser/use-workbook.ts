import { useCallback, useMemo, useRef, useState } from 'react';
import type { LiveGrid } from '#application/live/live-grid.ts';
import type { FileSession } from '#application/session/file-session.ts';
import { type CallEffect, isChanging, passedOn } from '#application/session/session-calls.ts';
import type { Language } from '#domain/language.ts';
import type { PaneServices } from '../pane-services.ts';
import { copyText } from '../copy-text.ts';
import type { BrowserFiles } from './browser-files.ts';
import type { DiskFile } from './disk.ts';
import { type OpenBook, PageEvents } from './open-book.ts';
import { useAsking } from './use-asking.ts';
import { useOpening } from './use-opening.ts';

/** The file that is open: its sheets, what is shown of it, and the pane's services over it. */
export function useWorkbook(
  session: FileSession,
  files: BrowserFiles,
  language: Language,
): OpenBook {
  const opening = useOpening(session, files, language);
  const { book, frame, unsaved, attempt, open, refresh, resumeHere, showSheet } = opening;
  const { setFailure, setNotes, setSaid, setSelected, setUnsaved, during, askedFor } = opening;
  const [written, setWritten] = useState(0);
  const [events] = useState(() => new PageEvents());
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<() => void>(() => undefined);
  const asking = useAsking();
  const { ask } = asking;
  const rereading = useRef(false);
  const checking = useRef(false);
  const grid = useRef<LiveGrid | null>(null);
  const latest = useRef({ language, name: book.name, opening: book.opening, unsaved });
  latest.current = { language, name: book.name, opening: book.opening, unsaved };

  /** False: it was stopped. */
  const saveCopy = useCallback(async (): Promise<boolean> => {
    const saved = await during('saving', async ({ isLatest: _, ...options }) => {
      await grid.current?.settled();
      const file = await session.save(options);
      options.signal.throwIfAborted();
      files.download(file);
      return file;
    });
    if (saved === undefined) return false;
    // The file is there: what is left to note is no work that could still be stopped.
    setNotes(saved.notes ?? []);
    setFailure(null);
    await session.saved();
    setUnsaved(false);
    return true;
  }, [during, files, session, setFailure, setNotes, setUnsaved]);

  /** Before another file takes the place of one with work that no file holds. */
  const mayLeave = useCallback(
    async (next: string): Promise<boolean> => {
      if (!latest.current.unsaved) return true;
      const choice = await ask({ kind: 'leave', name: latest.current.name, next });
      return choice === 'download' ? saveCopy() : choice !== 'cancel';
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
      if (!(await askWhoseWork(session, ask, name, resumeHere)))
        setFailure({ code: 'file.notKept', name });
    } finally {
      checking.current = false;
    }
  }, [ask, resumeHere, session, setFailure]);

  const services = useMemo<PaneServices>(() => {
    const drawn = async (effect: CallEffect, work: Promise<unknown>, name: string) => {
      const { opening: own } = latest.current;
      if (name === 'analyze') askedFor();
      const value = await work;
      // Nothing of it is in the file that was opened meanwhile.
      if (latest.current.opening !== own) return value;
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
        onSheetChanged: events.sheetChanged.on,
        onRowSelected: events.rowSelected.on,
        onStatements: events.statements.on,
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
    askedFor,
    checkKept,
    refresh,
    showSheet,
    openSample,
    downloadTemplate,
    book.analyzed,
    events,
    setSelected,
    setUnsaved,
  ]);

  const saveBack = async (to: FileSystemFileHandle): Promise<void> => {
    const { saveBackTo } = await import('./save-back.ts');
    const { name } = book;
    const settled = () => grid.current?.settled();
    const told = { setFailure, setNotes, setSaid, setUnsaved, during };
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
    if (use.kind === 'statement') events.statements.tell(dropped);
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
    sheets: opening.sheets,
    frame,
    version: opening.version,
    selected: opening.selected,
    failure: opening.failure,
    working: opening.working,
    done: opening.done,
    stop: opening.stop,
    said: opening.said,
    notes: opening.notes,
    asking,
    services,
    openFile: (file, from = Promise.resolve(null)) =>
      attempt(from.then((at) => openFile({ bytes: file, name: file.name, place: at }))),
    drop: (dropped, from, text) => attempt(drop(dropped, from, text)),
    openSample: () => attempt(openSample()),
    download: () => opening.working === null && attempt(saveCopy()),
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
      if (frame) events.rowSelected.tell(frame.name, row);
    },
    rowSelected: (sheet, row) => events.rowSelected.tell(sheet, row),
    written,
    unsaved,
    liveGrid: (now) => {
      grid.current = now;
    },
    edited: (sheet) => {
      setUnsaved(true);
      events.sheetChanged.tell(sheet);
      attempt(checkKept());
    },
  };
}
