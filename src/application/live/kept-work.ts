import type { Page } from '#pages/page.ts';
import type { CellEdit } from './cell-edit.ts';
import type { TableReach } from './table-reach.ts';

/** A file as it was opened. `id` is a fingerprint of its name and its bytes. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a workbook holds beyond the file that was opened. */
export interface BookChanges {
  readonly edits: readonly {
    readonly sheet: string;
    readonly cells: readonly CellEdit[];
    /** Of tables that grew; absent: none. */
    readonly tables?: readonly TableReach[];
  }[];
  /** Answers, mapping, settings, as they go into the file; the name stands in work kept before. */
  readonly memos: readonly (readonly [key: string, text: string])[];
  /** Sheets of ours that were written. */
  readonly pages: readonly Page[];
}

/** What a person did with a file. */
export interface KeptWork extends BookChanges {
  /** The figures were on screen. */
  readonly analyzed: boolean;
  /** Some of it is in no file that was saved. */
  readonly unsaved: boolean;
  /** What was begun and not yet put into the workbook, by name: a policy's draft. */
  readonly drafts: readonly (readonly [name: string, text: string])[];
}

/** Work as it is kept: `turn` counts the writes, so that two pages notice each other. */
export interface WorkOnShelf extends KeptWork {
  readonly turn: number;
}

/**
 * Whether what was done so far would survive this page. `elsewhere`: another page has written its
 * own work on the same file since, which is not written over.
 */
export type Keeping = 'kept' | 'unkept' | 'elsewhere';

/** Whether somebody would miss it: figures alone are computed again. */
export const holdsWork = ({ edits, memos, pages, drafts }: KeptWork): boolean =>
  [edits, memos, pages, drafts].some(({ length }) => length > 0);

/**
 * Where files and the work on them are kept on this computer, so that a reload or a closed tab
 * loses nothing. Every method may reject: the place may be full, or forbidden.
 */
export interface WorkShelf {
  /** The file becomes the latest one. */
  keepFile(file: KeptFile): Promise<void>;
  /**
   * The turn it is kept as; null, and nothing is written, when another page has kept work of its
   * own since.
   *
   * @param over - the turn that this work goes on from; 0 for none
   */
  keepWork(id: string, work: KeptWork, over: number): Promise<number | null>;
  /** As it was found; `workFound` tells whether it is work. */
  work(id: string): Promise<unknown>;
  /** The file of that id, as it was found; the latest one when there is none. */
  file(id: string | null): Promise<unknown>;
  forget(): Promise<void>;
}
