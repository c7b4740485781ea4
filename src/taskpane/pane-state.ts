import type { AnyFact } from '#facts/any-fact.ts';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import type { Step } from '#facts/run.ts';
import type { WorkbookLook } from '#application/session/pane-session.ts';

/** A failure as the session told it, or an error nobody expected ("run.broken"). */
export type Failure = AnyFact;

export interface RunProgress {
  /** `working`: something that only the host does. */
  readonly step: Step | 'working';
  readonly done: number;
  readonly total: number | null;
  /** The user asked to stop while the sheet was being written: it ends after this step. */
  readonly stopping: boolean;
}

/** What happened last, said once under the action bar. */
export type Notice =
  | { readonly kind: 'review'; readonly sheet: string }
  | { readonly kind: 'cleared' | 'undone' | 'nothingToUndo' | 'stopped' | 'copied' }
  | { readonly kind: 'failed' | 'said'; readonly failure: Failure }
  | { readonly kind: 'told'; readonly text: string; readonly report?: string };

/** Question keys answered so far: together what was answered together, the latest last. */
export type Answered = readonly (readonly string[])[];

/** How old the figures are, counted in the changes of the sheet that were heard. */
interface SheetAge {
  readonly heard: number;
  /** When the run that is under way, or the last one, began to read. */
  readonly reading: number;
  /** When the figures on screen were read, and those before them. */
  readonly read: number;
  readonly readBefore: number;
}

export type PaneState = { readonly sheet: SheetAge } & PaneView;

type PaneView =
  | { readonly kind: 'idle'; readonly look: WorkbookLook | null }
  | {
      readonly kind: 'running';
      readonly look: WorkbookLook | null;
      readonly progress: RunProgress;
      readonly previous: AnalysisView | null;
    }
  | {
      readonly kind: 'failed';
      readonly look: WorkbookLook | null;
      readonly failure: Failure;
      readonly previous: AnalysisView | null;
    }
  | {
      readonly kind: 'ready';
      readonly look: WorkbookLook | null;
      readonly view: AnalysisView;
      readonly answered: Answered;
      readonly notice: Notice | null;
    };

export type PaneEvent =
  | { readonly kind: 'looked'; readonly look: WorkbookLook }
  | { readonly kind: 'started' }
  /** A run that nobody waits for begins to read. */
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'progressed';
      readonly step: Step;
      readonly done: number;
      readonly total: number | null;
    }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'computed';
      readonly view: AnalysisView;
      readonly answered?: Answered;
      /** The sheet was read for it, or the figures before are back; else the cells are as old. */
      readonly from?: 'reading' | 'before';
    }
  | { readonly kind: 'changed' }
  | { readonly kind: 'noticed'; readonly notice: Notice | null };

export const INITIAL: PaneState = {
  kind: 'idle',
  look: null,
  sheet: { heard: 0, reading: 0, read: 0, readBefore: 0 },
};

const START: RunProgress = { step: 'read', done: 0, total: null, stopping: false };

export const nextState = (state: PaneState, event: PaneEvent): PaneState => ({
  ...nextView(state, event),
  sheet: nextAge(state.sheet, event),
});

/** The sheet was changed after the figures on screen were read. */
export const isStale = ({ sheet }: PaneState): boolean => sheet.heard > sheet.read;

/** Only a reading that began after the last change makes the figures new again. */
function nextAge(age: SheetAge, event: PaneEvent): SheetAge {
  switch (event.kind) {
    case 'looked':
      return { ...age, reading: age.heard, read: age.heard, readBefore: age.heard };
    case 'changed':
      return { ...age, heard: age.heard + 1 };
    case 'started':
    case 'reading':
      return { ...age, reading: age.heard };
    case 'computed':
      if (event.from === 'reading') return { ...age, read: age.reading, readBefore: age.read };
      return event.from === 'before' ? { ...age, read: age.readBefore } : age;
    default:
      return age;
  }
}

function nextView(state: PaneState, event: PaneEvent): PaneView {
  switch (event.kind) {
    case 'looked':
      return { kind: 'idle', look: event.look };
    case 'started':
      return { kind: 'running', look: state.look, progress: START, previous: viewOf(state) };
    case 'progressed':
      return state.kind === 'running'
        ? {
            ...state,
            progress: {
              step: event.step,
              done: event.done,
              total: event.total,
              stopping: state.progress.stopping,
            },
          }
        : state;
    case 'stopping':
      return state.kind === 'running'
        ? { ...state, progress: { ...state.progress, stopping: true } }
        : state;
    case 'stopped':
      return state.kind === 'running' ? afterStop(state) : state;
    case 'failed':
      return {
        kind: 'failed',
        look: state.look,
        failure: event.failure,
        previous: viewOf(state),
      };
    case 'computed':
      return {
        kind: 'ready',
        look: state.look,
        view: event.view,
        answered: event.answered ?? answeredOf(state),
        notice: isFollowing(event) ? noticeOf(state) : null,
      };
    case 'noticed':
      return state.kind === 'ready' ? { ...state, notice: event.notice } : state;
    case 'changed':
    case 'reading':
      return state;
  }
}

/**
 * The last figures the user has seen: it stays in view while a new run works, and after one that
 * failed.
 */
export function viewOf(state: PaneState): AnalysisView | null {
  if (state.kind === 'ready') return state.view;
  return state.kind === 'idle' ? null : state.previous;
}

/** The figures follow the cells: what the user did last is still the last that was done. */
const isFollowing = ({ from, answered }: Extract<PaneEvent, { kind: 'computed' }>): boolean =>
  from === 'reading' && answered === undefined;

const noticeOf = (state: PaneState): Notice | null =>
  state.kind === 'ready' ? state.notice : null;

const answeredOf = (state: PaneState): Answered => (state.kind === 'ready' ? state.answered : []);

function afterStop(state: Extract<PaneView, { kind: 'running' }>): PaneView {
  if (state.previous === null) return { kind: 'idle', look: state.look };
  return {
    kind: 'ready',
    look: state.look,
    view: state.previous,
    answered: [],
    notice: null,
  };
}
