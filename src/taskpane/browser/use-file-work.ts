import { useCallback, useMemo, useRef, useState } from 'react';
import { throttledProgress } from '../throttled-progress.ts';

/** Rows done of rows; `total` is null when nobody knows yet. */
export interface FileProgress {
  readonly done: number;
  readonly total: number | null;
}

/** How work on a file is watched and stopped. */
export interface Watched {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total?: number) => void;
  /** No other work has begun since: what came of this one holds, even where it came too late. */
  readonly isLatest: () => boolean;
}

type Kind = 'opening' | 'saving';

export interface FileWork {
  readonly working: Kind | null;
  readonly done: FileProgress;
  /** Undefined: it was stopped, by the user or by the next work. */
  during<T>(kind: Kind, work: (watched: Watched) => Promise<T>): Promise<T | undefined>;
  stop(): void;
  /** Another value once other work has begun. */
  turn(): unknown;
}

const NOTHING: FileProgress = { done: 0, total: null };

/** One work on the page's file at a time: another one ends it. */
export function useFileWork(): FileWork {
  const [working, setWorking] = useState<Kind | null>(null);
  const [done, setDone] = useState<FileProgress>(NOTHING);
  const current = useRef<AbortController | null>(null);

  const during = useCallback<FileWork['during']>(async (kind, work) => {
    current.current?.abort();
    const own = new AbortController();
    const { signal } = own;
    current.current = own;
    setWorking(kind);
    setDone(NOTHING);
    const tell = throttledProgress((rows: number, total?: number) => {
      if (current.current === own) setDone({ done: rows, total: total ?? null });
    });
    try {
      return await work({
        signal,
        progress: (rows, total) => tell(kind, rows, total),
        isLatest: () => current.current === own,
      });
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    } finally {
      if (current.current === own) setWorking(null);
    }
  }, []);

  const rest = useMemo(
    () => ({ stop: () => current.current?.abort(), turn: () => current.current }),
    [],
  );
  return { working, done, during, ...rest };
}
