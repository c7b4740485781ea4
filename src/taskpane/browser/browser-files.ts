import type { SavedFile } from '#application/session/file-session.ts';
import type { Language } from '#domain/language.ts';
import type { PaneServices } from '../pane-services.ts';
import type { Disk } from './disk.ts';
import type { LiveGridCode } from './use-live-grid.ts';

/** What the page can do with files: fetch the sample, and hand a file to the user. */
export interface BrowserFiles {
  sample(language: Language): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  download(file: SavedFile): void;
  /** The live grid's code. */
  loadGrid(): Promise<LiveGridCode>;
  /** Null: this browser gives no access to files where they lie. */
  readonly loadDisk: (() => Promise<Disk>) | null;
  /** Which file this tab shows: a reload shows it again. */
  readonly shown: { get(): string | null; set(id: string): void };
  readonly about: PaneServices['host']['about'];
}
