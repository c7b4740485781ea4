import type { RefObject } from 'react';
import type { LiveGrid } from '#application/live/live-grid.ts';
import type { SheetFrame } from '#application/session/file-session.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import type { PaneServices } from '../pane-services.ts';
import type { Failure } from '../pane-state.ts';
import type { Asking } from './use-asking.ts';
import type { FileProgress } from './use-file-work.ts';

/** What the page draws of the open file, and all that can be done with it. */
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
  /** How far that is. */
  readonly done: FileProgress;
  /** Ends it; the workbook is as it was. */
  stop(): void;
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
  /** What the copy that was saved last holds otherwise than the sheets on the page. */
  readonly notes: readonly Failure[];
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

/** Those who are told of one thing. */
class Told<A extends readonly unknown[]> {
  private readonly listeners = new Set<(...about: A) => void>();

  /** Returns how to stop. */
  readonly on = (told: (...about: A) => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };

  tell(...about: A): void {
    for (const told of this.listeners) told(...about);
  }
}

/** What the pane hears of the page beside it. Rows as a person counts. */
export class PageEvents {
  readonly sheetChanged = new Told<[sheet: string]>();
  readonly rowSelected = new Told<[sheet: string, row: number]>();
  /** Vendor's statements were dropped. */
  readonly statements = new Told<[files: readonly File[]]>();
}
