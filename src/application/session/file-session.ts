import type { AnyFact } from '#facts/any-fact.ts';
import type { Result } from '#domain/result.ts';
import type { Language } from '#domain/language.ts';
import type { LiveBook } from '../live/live-book.ts';
import type { PaneSession } from './pane-session.ts';
import type { SheetSummary } from '../workbook.port.ts';

/** A file as the browser edition shows it beside the pane. */
export interface OpenedFile {
  readonly name: string;
  readonly sheets: readonly SheetSummary[];
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

export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What a host without a spreadsheet of its own needs besides the pane's session: to open, show and
 * save files.
 */
export interface FileSession extends PaneSession, LiveBook {
  open(
    bytes: Uint8Array,
    name: string,
    options: { readonly signal: AbortSignal },
  ): Promise<Result<OpenedFile, AnyFact>>;
  sheets(): Promise<readonly SheetSummary[]>;
  frame(sheet: string): Promise<SheetFrame>;
  /** Rows from `from` (0-based) on, at most `count`. */
  rows(sheet: string, from: number, count: number): Promise<SheetRows>;
  /** The file with highlights and our own sheets: a copy, the file opened stays as it was. */
  save(): Promise<SavedFile>;
  template(language: Language): Promise<SavedFile>;
}
