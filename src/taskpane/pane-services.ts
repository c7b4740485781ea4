import type { PaneSession } from '#application/session/pane-session.ts';
import type { Language } from '#domain/language.ts';
import type { Failure } from './pane-state.ts';
import type { RunStep } from './use-run.ts';

/**
 * What a host gives the pane besides the session. What a host cannot do is absent, and its control
 * is not drawn.
 */
export interface PaneHost {
  readonly kind: 'excel' | 'browser';
  /** Shows a row of a sheet to the user and selects it. Rows as a person counts. */
  selectRow(sheet: string, row: number): Promise<void>;
  /** Lets the user choose a file, where no program has one open. */
  openFile?(): void;
  openSample(): Promise<void>;
  openTemplate(): Promise<void>;
  copyText(text: string): Promise<void>;
  /** The figures were on screen when the workbook was left: they come back by themselves. */
  readonly startsAnalyzed?: boolean;
  /** The figures may follow an edit by themselves: reading the sheet disturbs nobody. */
  readonly followsEdits?: boolean;
  /** Keeps what was begun and is not in the workbook yet, beyond this page. */
  readonly drafts?: Drafts;
  /** Tells of changes of cells that are not ours; returns how to stop. */
  onSheetChanged?(told: (sheet: string) => void): () => void;
  /**
   * Tells of the row that is selected in the sheet; returns how to stop. Rows as a person counts.
   */
  onRowSelected?(told: (sheet: string, row: number) => void): () => void;
  /** Takes what the ribbon's commands are to do; returns how to take it back. */
  onCommands?(commands: PaneCommands): () => void;
  /** Takes vendor's statements that were dropped beside the pane; returns how to stop. */
  onStatements?(told: (files: readonly File[]) => void): () => void;
  /** More entries of the pane's menu, in the user's language. */
  actions?(language: Language): readonly HostAction[];
  /** Tells what is worth a sentence while a call goes on; returns how to stop. */
  onNotice?(told: (fact: Failure) => void): () => void;
  /** Version and platform, for the diagnostics. */
  readonly about: { readonly version: string; readonly platform: string };
}

export interface Drafts {
  kept(): Promise<readonly (readonly [name: string, text: string])[]>;
  /** Null drops it. */
  keep(name: string, text: string | null): Promise<void>;
}

/** What an action of the host did, in a sentence; `report` is a longer text to read and copy. */
interface HostDone {
  readonly text: string;
  readonly report?: string;
}

/** Something only this host can do. Long ones tell how far they are and stop when asked to. */
export interface HostAction {
  readonly text: string;
  act(steps: HostSteps): Promise<HostDone>;
}

export interface HostSteps {
  readonly progress: (done: number, total?: number) => void;
  readonly signal: AbortSignal;
}

/** What can be asked of the pane from outside. Settles with the failure if it failed. */
export interface PaneCommands {
  analyze(told: RunStep): Promise<Failure | null>;
  /** Analyzes first when that has not been done. */
  writeReview(told: RunStep): Promise<Failure | null>;
}

/**
 * Everything the pane calls. It comes in as a prop: a test hands in functions, not a mocked Excel.
 */
export interface PaneServices {
  readonly session: PaneSession;
  readonly host: PaneHost;
}
