import { useRef, useState } from 'react';
import type { HostAction } from './pane-services.ts';
import type { Notice, RunProgress } from './pane-state.ts';

interface HostWork {
  /** How far the host's action is; null while none runs. */
  readonly progress: RunProgress | null;
  start(action: HostAction): Promise<Notice>;
  cancel(): void;
}

/** One action of the host at a time, with its progress and its way out. */
export function useHostWork(): HostWork {
  const [progress, setProgress] = useState<RunProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  return {
    progress,
    start: async ({ act }) => {
      const controller = new AbortController();
      running.current = controller;
      setProgress(at(0, null));
      try {
        const { text, report } = await act({
          signal: controller.signal,
          progress: (done, total) => setProgress(at(done, total ?? null)),
        });
        return { kind: 'told', text, ...(report === undefined ? {} : { report }) };
      } catch (error) {
        if (controller.signal.aborted) return { kind: 'stopped' };
        throw error;
      } finally {
        running.current = null;
        setProgress(null);
      }
    },
    cancel: () => {
      running.current?.abort();
      setProgress((before) => before && { ...before, stopping: true });
    },
  };
}

const at = (done: number, total: number | null): RunProgress => ({
  step: 'working',
  done,
  total,
  stopping: false,
});
