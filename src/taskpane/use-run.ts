import { useRef } from 'react';
import type { Step } from '#facts/run.ts';
import type { Outcome, PaneSession } from '#application/session/pane-session.ts';
import type { Settings } from '#application/memory/settings.ts';
import { failureOf } from './failure.ts';
import type { Failure, PaneEvent } from './pane-state.ts';
import { throttledProgress } from './throttled-progress.ts';

interface OwnRun {
  readonly controller: AbortController;
  /** The sheet is being coloured: the run may not be left before it is done. */
  writing: boolean;
  /** Nobody waits for it. */
  readonly quiet: boolean;
}

export type RunStep = (step: Step, done: number, total: number | null) => void;

export interface Runs {
  /**
   * Settles when the run has ended, with the failure if it failed; at once when another run is
   * under way.
   */
  analyze(settings: Settings, told?: RunStep): Promise<Failure | null>;
  /**
   * Runs behind the figures on screen, which stay until the new ones are there. False when another
   * run is under way.
   */
  follow(settings: Settings): boolean;
  /** How long the last run took, in milliseconds; null before the first. */
  lasted(): number | null;
  isBusy(): boolean;
  cancel(): void;
}

/** One run at a time, with its progress and its way out. */
export function useRun(session: PaneSession, dispatch: (event: PaneEvent) => void): Runs {
  const current = useRef<OwnRun | null>(null);
  const took = useRef<number | null>(null);

  const end = (run: OwnRun, event: PaneEvent): Failure | null => {
    if (current.current !== run) return null;
    current.current = null;
    dispatch(event);
    return event.kind === 'failed' ? event.failure : null;
  };

  const timed = async <T>(work: Promise<T>): Promise<T> => {
    const began = performance.now();
    const value = await work;
    took.current = performance.now() - began;
    return value;
  };

  return {
    lasted: () => took.current,
    isBusy: () => current.current !== null,
    follow: (settings) => {
      if (current.current) return false;
      const run: OwnRun = { controller: new AbortController(), writing: false, quiet: true };
      current.current = run;
      dispatch({ kind: 'reading' });
      const { signal } = run.controller;
      timed(session.analyze(settings, { step: () => undefined, signal })).then(
        (outcome) =>
          end(
            run,
            outcome.ok
              ? { kind: 'computed', view: outcome.value, from: 'reading' }
              : failedEvent(outcome.error),
          ),
        // Left for a run that was asked for: that one ends by itself.
        (error: unknown) => !isAbort(error) && end(run, failedEvent(failureOf(error))),
      );
      return true;
    },
    analyze: (settings, told) => {
      if (current.current?.quiet === true) current.current.controller.abort();
      else if (current.current) return Promise.resolve(null);
      const run: OwnRun = { controller: new AbortController(), writing: false, quiet: false };
      current.current = run;
      dispatch({ kind: 'started' });
      const show = throttledProgress((step: Step, done: number, total: number | null) => {
        if (current.current === run) dispatch({ kind: 'progressed', step, done, total });
      });
      const step: RunStep = (name, done, total) => {
        run.writing = name === 'highlight';
        show(name, name, done, total);
        told?.(name, done, total);
      };
      return timed(session.analyze(settings, { step, signal: run.controller.signal })).then(
        (outcome) => end(run, eventOf(outcome)),
        (error: unknown) =>
          end(
            run,
            isAbort(error) ? { kind: 'stopped' } : { kind: 'failed', failure: failureOf(error) },
          ),
      );
    },
    cancel: () => {
      const run = current.current;
      if (!run) return;
      run.controller.abort();
      // While the sheet is being written the end is waited for, so that nothing is left half done;
      // while the worker computes there is nothing to wait for.
      if (run.writing) dispatch({ kind: 'stopping' });
      else end(run, { kind: 'stopped' });
    },
  };
}

const failedEvent = (failure: Failure): PaneEvent => ({ kind: 'failed', failure });

const eventOf = (outcome: Outcome): PaneEvent =>
  outcome.ok
    ? { kind: 'computed', view: outcome.value, answered: [], from: 'reading' }
    : { kind: 'failed', failure: outcome.error };

const isAbort = (error: unknown): boolean =>
  (error as { readonly name?: string } | null)?.name === 'AbortError';
