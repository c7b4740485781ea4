import type { FileSession } from '#application/session/file-session.ts';
import type { Failure } from '../pane-state.ts';
import type { BrowserFiles } from './browser-files.ts';
import type { FileWork } from './use-file-work.ts';
import type { Asking } from './use-asking.ts';

const WHY_NOT = { forbidden: 'file.notAllowed', changed: 'file.changedOnDisk' } as const;

interface SaveBack {
  readonly files: BrowserFiles;
  readonly session: FileSession;
  readonly ask: Asking['ask'];
  readonly name: string;
  /** Settles when everything typed is told. */
  readonly settled: () => Promise<void> | undefined;
  readonly setFailure: (failure: Failure | null) => void;
  readonly setNotes: (notes: readonly Failure[]) => void;
  readonly setSaid: (said: 'savedBack' | null) => void;
  readonly setUnsaved: (unsaved: boolean) => void;
  readonly during: FileWork['during'];
}

/** Writes the workbook over the opened file, after asking, unless another program changed it. */
export async function saveBackTo(to: FileSystemFileHandle, page: SaveBack): Promise<void> {
  const { files, session, ask, name, settled, during } = page;
  const { setFailure, setNotes, setSaid, setUnsaved } = page;
  const disk = await files.loadDisk?.();
  if (disk === undefined || (await ask({ kind: 'writeBack', name })) !== 'go') return;
  setSaid(null);
  const may = await disk.mayWrite(to, files.shown.get() ?? '');
  if (may !== 'yes') return setFailure({ code: WHY_NOT[may], name });
  await during('saving', async ({ isLatest: _, ...options }) => {
    await settled();
    const { bytes, notes = [] } = await session.save(options);
    // From here on the file itself changes: that is done to its end.
    options.signal.throwIfAborted();
    await disk.write(to, bytes);
    const id = await session.savedBack(bytes);
    files.shown.set(id);
    await disk.remember(id, to);
    setUnsaved(false);
    setFailure(null);
    setNotes(notes);
    setSaid('savedBack');
  });
}

/** False: what was done here is kept nowhere, as nothing can be kept or nobody chose. */
export async function askWhoseWork(
  session: FileSession,
  ask: Asking['ask'],
  name: string,
  takeTheirs: () => Promise<unknown>,
): Promise<boolean> {
  if ((await session.keeping()) !== 'elsewhere') return false;
  const choice = await ask({ kind: 'elsewhere', name });
  if (choice === 'mine') await session.keepOver();
  else if (choice === 'theirs') await takeTheirs();
  return choice !== 'cancel';
}
