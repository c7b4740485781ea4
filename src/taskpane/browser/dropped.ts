import type { FileSession } from '#application/session/file-session.ts';
import type { Failure } from '../pane-state.ts';
import type { Asking } from './use-asking.ts';

/** What becomes of files that were dropped on the page. */
type Use =
  | { readonly kind: 'none'; readonly failure: Failure }
  | { readonly kind: 'statement' | 'cancel' }
  | { readonly kind: 'orders'; readonly name: string; readonly file: File };

/**
 * @param text - what was dropped where it was no file
 * @param isOpen - a ledger is open that a statement could be held against
 */
export async function becomesOf(
  dropped: readonly File[],
  text: string,
  session: FileSession,
  ask: Asking['ask'],
  isOpen: boolean,
): Promise<Use> {
  const [file] = dropped;
  if (file === undefined) {
    const name = text.slice(0, 40) || '—';
    return { kind: 'none', failure: { code: 'file.noFileDropped', name } };
  }
  const { name } = file;
  const found = isOpen ? await session.recognise(file, name) : 'orders';
  if (found === 'statement') return { kind: 'statement' };
  const choice = found === 'either' ? await ask({ kind: 'dropped', name }) : 'orders';
  if (choice === 'orders') return { kind: 'orders', name, file };
  return { kind: choice === 'statement' ? 'statement' : 'cancel' };
}
