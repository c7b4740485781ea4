import type { FileBytes } from '#application/session/file-session.ts';

/** A file, and where it lies; null where only its bytes were handed over. */
export interface DiskFile {
  readonly name: string;
  readonly bytes: FileBytes;
  readonly place: FileSystemFileHandle | null;
}

/** Files where they lie on the user's disk, in browsers that give access to them. */
export interface Disk {
  /** Null: the person chose none. */
  pick(): Promise<DiskFile | null>;
  /** Null: the person did not allow it. */
  read(place: FileSystemFileHandle): Promise<DiskFile | null>;
  /** Asks the person, and whether the file still is what was opened. `id` is its fingerprint. */
  mayWrite(place: FileSystemFileHandle, id: string): Promise<'yes' | 'forbidden' | 'changed'>;
  write(place: FileSystemFileHandle, bytes: Uint8Array): Promise<void>;
  remember(id: string, place: FileSystemFileHandle): Promise<void>;
  recall(id: string): Promise<FileSystemFileHandle | null>;
  forget(): Promise<void>;
}
