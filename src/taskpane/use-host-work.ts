import { useRef, useState } from 'react';
import type { RunOptions } from '#application/session/pane-session.ts';
import type { HostAction } from './pane-services.ts';
import type { Notice, RunProgress } from './pane-state.ts';
import { throttledProgress } from './throttled-progress.ts';

export interface HostWork {
  readonly busy: boolean;
  /** How far the work is; null while none runs, and at first while it may end in a moment. */
  readonly progress: RunProgress | null;
  /** Runs an action that only the host can do. */
  start(action: HostAction): Promise<Notice>;
  /** Runs work of the session. */
  run(work: (options: RunOptions) => Promise<Notice>): Promise<Notice>;
  cancel(): void;
}

/** Work that ends sooner shows nothing: what comes and goes in a moment only blinks. */
const SHOWN_AFTER_MS = 300;

/** One work beside the runs at a time, with its progress and its way out. */
export function useHostWork(): HostWork {
  const [progress, setProgress] = useState<RunProgress | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController | null>(null);

  const watched = async (
    work: (options: RunOptions<RunProgress['step']>) => Promise<Notice>,
    after: number,
  ): Promise<Notice> => {
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    let latest = at('working', 0, null);
    let isShown = after === 0;
    const show = (): void => {
      isShown = true;
      setProgress((before) => ({ ...latest, stopping: before?.stopping ?? false }));
    };
    const timer = setTimeout(show, after);
    const tell = throttledProgress(() => isShown && running.current === controller && show());
    try {
      return await work({
        signal: controller.signal,
        step: (step, done, total) => {
          latest = at(step, done, total);
          tell(step);
        },
      });
    } catch (error) {
      if (controller.signal.aborted) return { kind: 'stopped' };
      throw error;
    } finally {
      clearTimeout(timer);
      running.current = null;
      setBusy(false);
      setProgress(null);
    }
  };

  return {
    busy,
    progress,
    start: ({ act }) =>
      watched(async ({ step, signal }) => {
        const { text, report } = await act({
          signal,
          progress: (done, total) => step('working', done, total ?? null),
        });
        return { kind: 'told', text, ...(report === undefined ? {} : { report }) };
      }, 0),
    run: (work) => watched(work, SHOWN_AFTER_MS),
    cancel: () => {
      running.current?.abort();
      setProgress((before) => before && { ...before, stopping: true });
    },
  };
}

const at = (step: RunProgress['step'], done: number, total: number | null): RunProgress => ({
  step,
  done,
  total,
  stopping: false,
});
