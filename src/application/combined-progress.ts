import type { Progress } from './workbook.port.ts';

/** What one piece of work counts in the whole, however many rows it has. */
const WHOLE = 1000;

/**
 * One progress over pieces of work done one after the other, of which each tells its own: the
 * progress of the piece `part` (from 0) of `parts`.
 */
export function combinedProgress(told: Progress, parts: number): (part: number) => Progress {
  // A piece may go over its rows twice: what is told never goes back.
  let most = 0;
  return (part) => (done, total) => {
    const share = total === undefined || total === 0 ? 0 : Math.min(1, done / total);
    most = Math.max(most, Math.floor((part + share) * WHOLE));
    told(most, parts * WHOLE);
  };
}
