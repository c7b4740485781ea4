import { float64At, int32At, itemAt } from '../columns.ts';
import type { Line, Objective } from './objective.ts';
import type { PartialChoices } from './partial-choices.ts';

/**
 * A choice of deals: `net` is worth less cost, in whole fen; -Infinity when its total does not
 * count.
 */
export interface Choice {
  readonly net: number;
  readonly sum: number;
  readonly cost: number;
  /** Ascending positions. */
  readonly deals: readonly number[];
}

export const choiceOf = (
  objective: Objective,
  sum: number,
  cost: number,
  deals: readonly number[],
): Choice => ({
  net: objective.worth(objective.committed + sum) - cost,
  sum,
  cost,
  deals: [...deals].sort((a, b) => a - b),
});

/** Larger net, then fewer deals, then the smaller total, then the earlier deals. */
export function better(a: Choice, b: Choice): boolean {
  if (a.net !== b.net) return a.net > b.net;
  if (a.deals.length !== b.deals.length) return a.deals.length < b.deals.length;
  if (a.sum !== b.sum) return a.sum < b.sum;
  const differs = a.deals.findIndex((deal, index) => deal !== b.deals[index]);
  return differs >= 0 && itemAt(a.deals, differs) < itemAt(b.deals, differs);
}

/** The best complete choice of one list. */
export function bestOfList(objective: Objective, list: PartialChoices): Choice | null {
  let best = -1;
  let bestNet = -Infinity;
  for (let at = 0; at < list.size; at += 1) {
    const net =
      objective.worth(objective.committed + float64At(list.sum, at)) - float64At(list.cost, at);
    // Ascending sums: of equal net and count the first stays.
    if (
      net > bestNet ||
      (net === bestNet && best >= 0 && int32At(list.count, at) < int32At(list.count, best))
    )
      [best, bestNet] = [at, net];
  }
  return best < 0
    ? null
    : choiceOf(
        objective,
        float64At(list.sum, best),
        float64At(list.cost, best),
        list.paths.deals(int32At(list.path, best)),
      );
}

/**
 * The best choice made of one state of each list. Line by line: as the sum of the one grows, the
 * window of sums of the other that stay on the line moves down; its best state waits at the head of
 * a queue. Rounding keeps the order of figures and costs are whole, so the best figure before
 * rounding is a best one after it.
 */
export function bestPair(
  objective: Objective,
  a: PartialChoices,
  b: PartialChoices,
): Choice | null {
  let best: { readonly net: number; readonly i: number; readonly j: number } | null = null;
  const count = (i: number, j: number): number => int32At(a.count, i) + int32At(b.count, j);
  const queue = new Int32Array(b.size);
  for (const line of objective.lines) {
    const keys = b.sum.map(
      (sum, j) => line.wholeSlope * sum - line.denominator * float64At(b.cost, j),
    );
    const beats = (j: number, k: number): boolean =>
      float64At(keys, j) > float64At(keys, k) ||
      (float64At(keys, j) === float64At(keys, k) && int32At(b.count, j) <= int32At(b.count, k));
    const level = line.slope * objective.committed + line.constant;
    let [head, tail, next] = [0, 0, b.size - 1];
    for (let i = 0; i < a.size; i += 1) {
      const { low, high } = windowOf(line, objective.committed + float64At(a.sum, i));
      for (; next >= 0 && float64At(b.sum, next) >= low; next -= 1) {
        while (tail > head && beats(next, int32At(queue, tail - 1))) tail -= 1;
        queue[tail++] = next;
      }
      while (head < tail && float64At(b.sum, int32At(queue, head)) > high) head += 1;
      if (head === tail) continue;
      const j = int32At(queue, head);
      // Rounding lifts by a fen at most: most pairs need not be rounded to be passed over.
      if (
        best !== null &&
        (line.wholeSlope * float64At(a.sum, i) + float64At(keys, j)) / line.denominator +
          level -
          float64At(a.cost, i) <
          best.net - 1
      )
        continue;
      const net =
        objective.worth(objective.committed + float64At(a.sum, i) + float64At(b.sum, j)) -
        float64At(a.cost, i) -
        float64At(b.cost, j);
      if (
        best === null ||
        net > best.net ||
        (net === best.net && count(i, j) < count(best.i, best.j))
      )
        best = { net, i, j };
    }
  }
  if (best === null) return null;
  const { i, j } = best;
  return choiceOf(
    objective,
    float64At(a.sum, i) + float64At(b.sum, j),
    float64At(a.cost, i) + float64At(b.cost, j),
    [...a.paths.deals(int32At(a.path, i)), ...b.paths.deals(int32At(b.path, j))],
  );
}

const windowOf = (
  line: Line,
  already: number,
): { readonly low: number; readonly high: number } => ({
  low: line.low - already,
  high: line.high - already,
});
