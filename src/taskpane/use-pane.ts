import { useEffect, useReducer, useRef } from 'react';
import type { Outcome } from '#application/pane-session.ts';
import { DEFAULT_SETTINGS, type Settings } from '#application/settings.ts';
import type { Language } from '#i18n/sentences.ts';
import type { PaneServices } from './pane-services.ts';
import { type Failure, INITIAL, type Notice, nextState, type PaneState } from './pane-state.ts';

/** The pane's one state and what the user can do to it. */
export interface Pane {
  readonly state: PaneState;
  readonly settings: Settings;
  analyze(settings?: Settings): void;
  cancel(): void;
  /** `null` takes the answer back. */
  answer(answers: { readonly [key: string]: string | null }): void;
  mapHeader(header: string, field: Parameters<PaneServices['session']['mapHeader']>[0]['field']): void;
  writeReview(language: Language): void;
  clearHighlights(): void;
  undoRun(): void;
  notice(notice: Notice | null): void;
}

/** How long a run that computes may go on after "cancel" before the pane stops waiting for it. */
const SHOWN_EVERY_MS = 80;

export function usePane({ session }: PaneServices): Pane {
  const [state, dispatch] = useReducer(nextState, INITIAL);
  const run = useRef<{ controller: AbortController; writing: boolean } | null>(null);
  const settings = useRef<Settings>(DEFAULT_SETTINGS);

  useEffect(() => {
    let shown = true;
    session.look().then(
      (look) => {
        settings.current = look.settings;
        if (shown) dispatch({ kind: 'looked', look });
      },
      (error: unknown) => shown && dispatch({ kind: 'failed', failure: failureOf(error) }),
    );
    return () => {
      shown = false;
      run.current?.controller.abort();
    };
  }, [session]);

  const settle = (outcome: Outcome, answered?: readonly string[]): void => {
    if (outcome.ok) dispatch(answered ? { kind: 'answered', answer: outcome.value, answered } : { kind: 'answered', answer: outcome.value });
    else dispatch({ kind: 'failed', failure: outcome.error });
  };

  const analyze = (changed: Settings = settings.current): void => {
    if (run.current) return;
    settings.current = changed;
    const own = { controller: new AbortController(), writing: false };
    run.current = own;
    dispatch({ kind: 'started' });
    let shownAt = 0;
    let shownStep = '';
    const step = (name: 'read' | 'understand' | 'compute' | 'highlight', done: number, total: number | null): void => {
      own.writing = name === 'highlight';
      const now = performance.now();
      if (run.current !== own || (name === shownStep && now - shownAt < SHOWN_EVERY_MS)) return;
      shownAt = now;
      shownStep = name;
      dispatch({ kind: 'progressed', step: name, done, total });
    };
    const end = (then: () => void): void => {
      if (run.current !== own) return;
      run.current = null;
      then();
    };
    session.analyze(changed, { step, signal: own.controller.signal }).then(
      (outcome) => end(() => settle(outcome, [])),
      (error: unknown) => end(() => (isAbort(error) ? dispatch({ kind: 'stopped' }) : dispatch({ kind: 'failed', failure: failureOf(error) }))),
    );
  };

  const cancel = (): void => {
    const own = run.current;
    if (!own) return;
    own.controller.abort();
    // While the sheet is being written the end of the run is waited for, so that nothing is left half done; while the
    // worker computes there is nothing to wait for.
    if (own.writing) return dispatch({ kind: 'stopping' });
    run.current = null;
    dispatch({ kind: 'stopped' });
  };

  const tell = (work: Promise<Notice>): void => {
    work.then(
      (notice) => dispatch({ kind: 'noticed', notice }),
      (error: unknown) => dispatch({ kind: 'noticed', notice: { kind: 'failed', failure: failureOf(error) } }),
    );
  };

  return {
    state,
    settings: settings.current,
    analyze,
    cancel,
    answer: (answers) => {
      const before = state.kind === 'ready' ? state.answered : [];
      const keys = Object.keys(answers);
      const taken = keys.filter((key) => answers[key] !== null);
      const answered = [...before.filter((key) => !keys.includes(key)), ...taken];
      session.answer(answers).then((outcome) => settle(outcome, answered), (error: unknown) => dispatch({ kind: 'failed', failure: failureOf(error) }));
    },
    mapHeader: (header, field) => {
      session.mapHeader({ header, field }).then(settle, (error: unknown) => dispatch({ kind: 'failed', failure: failureOf(error) }));
    },
    writeReview: (language) => tell(session.writeReview(language).then((sheet) => ({ kind: 'review', sheet }))),
    clearHighlights: () => tell(session.clearHighlights().then(() => ({ kind: 'cleared' }))),
    undoRun: () => {
      tell(
        session.undoRun().then((answer) => {
          if (answer) dispatch({ kind: 'answered', answer });
          return { kind: 'undone' };
        }),
      );
    },
    notice: (notice) => dispatch({ kind: 'noticed', notice }),
  };
}

const isAbort = (error: unknown): boolean => (error as { readonly name?: string } | null)?.name === 'AbortError';

/** The fact an expected failure carries; anything else is a bug, and said as such. */
export function failureOf(error: unknown): Failure {
  const fact = (error as { readonly fact?: Failure } | null)?.fact;
  if (fact && typeof fact.code === 'string') return fact;
  console.error(error);
  return { code: 'run.broken' };
}
