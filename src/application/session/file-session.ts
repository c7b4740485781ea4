import type { AnyFact } from '#facts/any-fact.ts';
import type { Result } from '#domain/result.ts';
import type { Language } from '#domain/language.ts';
import type { Recognised } from '../read/recognise.ts';
import type { Keeping, KeptWork } from '../live/kept-work.ts';
import type { LiveBook } from '../live/live-book.ts';
import type { EditableWorkbook } from '../live/shown-workbook.ts';
import type { PaneSession } from './pane-session.ts';
import type { SheetSummary, WorkOptions } from '../workbook.port.ts';

/** A file as the browser edition shows it beside the pane. */
export interface OpenedFile {
  /** Of its content: the same file again is known by it. */
  readonly id: string;
  /** Counts the files opened: an edit says by it which of them it was typed into. */
  readonly opening: number;
  readonly name: string;
  readonly sheets: readonly SheetSummary[];
  /** Work from an earlier page was taken up that no saved file holds. */
  readonly unsaved: boolean;
  /** Its figures were on screen when it was left. */
  readonly analyzed: boolean;
}

interface OpenOptions extends WorkOptions {
  readonly signal: AbortSignal;
  /** The open file read anew: what was answered about it holds on. */
  readonly keepsAnswers?: boolean;
}

/** A workbook of which a copy with everything in it can be made. */
export interface SavableWorkbook extends EditableWorkbook {
  save(): Promise<Uint8Array> | Uint8Array;
  /** What the copy holds otherwise than what was read, or typed. */
  readonly notes: readonly AnyFact[];
  /** What the copy's name has to end in. */
  readonly extension: '.xlsx' | '.xlsm';
}

/** A sheet to look at: its extent and how wide its columns read, in characters. */
export interface SheetFrame {
  readonly name: string;
  readonly rowCount: number;
  readonly columnWidths: readonly number[];
}

/** Some rows of a sheet as they read, with the fill of each that is highlighted. */
export interface SheetRows {
  readonly from: number;
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly fill: string | null;
    readonly numeric: readonly boolean[];
  }[];
}

/** A file, or what was read of it. */
export type FileBytes = Uint8Array | Blob;

export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it holds otherwise than what was read, or typed. */
  readonly notes?: readonly AnyFact[];
}

/**
 * What a host without a spreadsheet of its own needs besides the pane's session: to open, show and
 * save files.
 */
export interface FileSession extends PaneSession, LiveBook {
  /** A file is read where it is understood: a hundred megabytes sent over would stop the page. */
  open(file: FileBytes, name: string, options: OpenOptions): Promise<Result<OpenedFile, AnyFact>>;
  /**
   * Opens a file as it was left on this computer, with the work on it: the one of that id, else the
   * latest; null when nothing is kept.
   */
  resume(id: string | null, options: OpenOptions): Promise<Result<OpenedFile, AnyFact> | null>;
  /** Whether what was done so far would survive this page. */
  keeping(): Promise<Keeping>;
  /** Keeps this page's work in the place of what another page has kept of the same file. */
  keepOver(): Promise<void>;
  /** Forgets every file and all work that is kept on this computer. */
  forget(): Promise<void>;
  /** What was begun and not put into the workbook yet, by name. */
  drafts(): Promise<KeptWork['drafts']>;
  /** Null drops it. */
  keepDraft(name: string, text: string | null): Promise<void>;
  /** What a file that was dropped is; a file that cannot be read is `neither`. */
  recognise(file: FileBytes, name: string): Promise<Recognised>;
  sheets(): Promise<readonly SheetSummary[]>;
  frame(sheet: string): Promise<SheetFrame>;
  /** Rows from `from` (0-based) on, at most `count`. */
  rows(sheet: string, from: number, count: number): Promise<SheetRows>;
  /**
   * The file with highlights and our own sheets: a copy, the file opened stays as it was. Rejects
   * with an AbortError when stopped.
   */
  save(options?: WorkOptions): Promise<SavedFile>;
  /** The user has the copy. */
  saved(): Promise<void>;
  /** The opened file itself now holds these bytes; its new id. */
  savedBack(bytes: Uint8Array): Promise<string>;
  template(language: Language): Promise<SavedFile>;
}
