import type { Line, Objective } from './objective.ts';
import type { StateList } from './state-list.ts';

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
  return differs >= 0 && (a.deals[differs] as number) < (b.deals[differs] as number);
}

/** The best complete choice of one list. */
export function bestOfList(objective: Objective, list: StateList): Choice | null {
  let best = -1;
  let bestNet = -Infinity;
  for (let at = 0; at < list.size; at += 1) {
    const net =
      objective.worth(objective.committed + (list.sum[at] as number)) - (list.cost[at] as number);
    // Ascending sums: of equal net and count the first stays.
    if (
      net > bestNet ||
      (net === bestNet && best >= 0 && (list.count[at] as number) < (list.count[best] as number))
    )
      [best, bestNet] = [at, net];
  }
  return best < 0
    ? null
    : choiceOf(
        objective,
        list.sum[best] as number,
        list.cost[best] as number,
        list.paths.deals(list.path[best] as number),
      );
}

/**
 * The best choice made of one state of each list. Line by line: as the sum of the one grows, the
 * window of sums of the other that stay on the line moves down; its best state waits at the head of
 * a queue. Rounding keeps the order of figures and costs are whole, so the best figure before
 * rounding is a best one after it.
 */
export function bestPair(objective: Objective, a: StateList, b: StateList): Choice | null {
  let best: { readonly net: number; readonly i: number; readonly j: number } | null = null;
  const count = (i: number, j: number): number => (a.count[i] as number) + (b.count[j] as number);
  const queue = new Int32Array(b.size);
  for (const line of objective.lines) {
    const keys = b.sum.map(
      (sum, j) => line.wholeSlope * sum - line.denominator * (b.cost[j] as number),
    );
    const beats = (j: number, k: number): boolean =>
      (keys[j] as number) > (keys[k] as number) ||
      ((keys[j] as number) === (keys[k] as number) &&
        (b.count[j] as number) <= (b.count[k] as number));
    const level = line.slope * objective.committed + line.constant;
    let [head, tail, next] = [0, 0, b.size - 1];
    for (let i = 0; i < a.size; i += 1) {
      const { low, high } = windowOf(line, objective.committed + (a.sum[i] as number));
      for (; next >= 0 && (b.sum[next] as number) >= low; next -= 1) {
        while (tail > head && beats(next, queue[tail - 1] as number)) tail -= 1;
        queue[tail++] = next;
      }
      while (head < tail && (b.sum[queue[head] as number] as number) > high) head += 1;
      if (head === tail) continue;
      const j = queue[head] as number;
      // Rounding lifts by a fen at most: most pairs need not be rounded to be passed over.
      if (
        best !== null &&
        (line.wholeSlope * (a.sum[i] as number) + (keys[j] as number)) / line.denominator +
          level -
          (a.cost[i] as number) <
          best.net - 1
      )
        continue;
      const net =
        objective.worth(objective.committed + (a.sum[i] as number) + (b.sum[j] as number)) -
        (a.cost[i] as number) -
        (b.cost[j] as number);
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
    (a.sum[i] as number) + (b.sum[j] as number),
    (a.cost[i] as number) + (b.cost[j] as number),
    [...a.paths.deals(a.path[i] as number), ...b.paths.deals(b.path[j] as number)],
  );
}

const windowOf = (
  line: Line,
  already: number,
): { readonly low: number; readonly high: number } => ({
  low: line.low - already,
  high: line.high - already,
});
