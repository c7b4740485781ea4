import type { Step } from '#facts/run.ts';

/** How a run is watched and stopped. */
export interface RunOptions<S = Step> {
  /** Rows done of rows; `total` is null when nobody knows yet. */
  readonly step: (step: S, done: number, total: number | null) => void;
  readonly signal: AbortSignal;
}
