import { MOST_SUSPECTS } from '../bounds.ts';
import type { RowKind } from './row-kind.ts';

/**
 * A row that the user's sum may have held although it does not count, or not held although it does.
 */
export interface Suspect {
  readonly index: number;
  readonly kind: RowKind | 'text';
  /** What it adds to the user's sum beyond ours, fen. */
  readonly extra: number;
}

/** A row that waits for an answer, and the figures it may come to, fen. */
export interface WaitingRow {
  readonly index: number;
  readonly readings: readonly number[];
}

/** Rows that make a difference, and what they leave of it, fen. */
export interface Explanation {
  readonly indices: readonly number[];
  readonly unexplained: number;
}

/**
 * The smallest set of whole kinds of rows that makes up the difference; a single row where one
 * alone does. Where none does, the rows that wait for an answer are tried at each of their figures.
 */
export function explain(
  difference: number,
  suspects: readonly Suspect[],
  waiting: readonly WaitingRow[],
): Explanation {
  const alone = suspects.find(({ extra }) => difference !== 0 && extra === difference);
  if (alone !== undefined) return { indices: [alone.index], unexplained: 0 };
  const sets = setsOfKinds(difference, suspects);
  const best = closest(sets);
  if (best.unexplained === 0 || waiting.length === 0) return best;
  const sums = sumsOf(waiting);
  const settled = suspects.filter(({ kind }) => kind !== 'question');
  const withAnswers = setsOfKinds(difference, settled).flatMap((set) => {
    const rows = sums.get(set.unexplained);
    return rows === undefined ? [] : [{ indices: [...set.indices, ...rows], unexplained: 0 }];
  });
  return closest([best, ...withAnswers]);
}

/** Every choice of whole kinds of rows, none of them first. */
function setsOfKinds(difference: number, suspects: readonly Suspect[]): Explanation[] {
  const kinds = [...new Set(suspects.map(({ kind }) => kind))];
  return Array.from({ length: 2 ** kinds.length }, (_, subset) => {
    const taken = suspects.filter(({ kind }) => (subset & (2 ** kinds.indexOf(kind))) !== 0);
    return {
      indices: taken.map(({ index }) => index),
      unexplained: difference - taken.reduce((sum, { extra }) => sum + extra, 0),
    };
  });
}

const closest = (sets: readonly Explanation[]): Explanation =>
  sets.reduce((best, set) =>
    Math.abs(set.unexplained) < Math.abs(best.unexplained) ||
    (set.unexplained === best.unexplained && set.indices.length < best.indices.length)
      ? set
      : best,
  );

/** What the waiting rows may add up to, and the rows that do; as many sums as rows are tried. */
function sumsOf(waiting: readonly WaitingRow[]): ReadonlyMap<number, readonly number[]> {
  const sums = new Map<number, readonly number[]>();
  for (const { index, readings } of waiting)
    for (const [sum, rows] of [[0, []] as const, ...sums])
      for (const reading of readings) {
        if (sums.size >= MOST_SUSPECTS) return sums;
        if (!sums.has(sum + reading)) sums.set(sum + reading, [...rows, index]);
      }
  return sums;
}
