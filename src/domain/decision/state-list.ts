import type { Group, Option } from './choice-groups.ts';
import { type LineBound, cannotReach, weigh } from './set-bounds.ts';

/** What partial choices come to, ascending by sum; of equal sums only the best. Parallel columns. */
export interface StateList {
  readonly size: number;
  readonly sum: Float64Array;
  readonly cost: Float64Array;
  /** Deals taken. */
  readonly count: Int32Array;
  /** Trail of the options taken, -1 for none. */
  readonly trail: Int32Array;
  readonly trails: Trails;
}

/** How each state came about: the option taken last, and the trail before it. */
export class Trails {
  private before: number[] = [];
  private taken: Option[] = [];

  get size(): number {
    return this.taken.length;
  }

  push(before: number, option: Option): number {
    this.before.push(before);
    return this.taken.push(option) - 1;
  }

  deals(trail: number): readonly number[] {
    const out: number[] = [];
    for (let at = trail; at >= 0; at = this.before[at] as number) out.push(...(this.taken[at] as Option).deals);
    return out;
  }
}

/** What a list may leave out without losing a choice worth at least `net`. */
export interface Pruning {
  readonly bounds: readonly LineBound[];
  readonly net: number;
  /** A larger total is never worth less: what is smaller and dearer cannot win. */
  readonly rising: boolean;
  /** Best that the groups outside this list can still add, by bound. */
  readonly outside: readonly number[];
}

/** All choices over the groups, or null when there are more than `most` different sums at once. */
export function stateList(groups: readonly Group[], pruning: Pruning, most: number): StateList | null {
  const trails = new Trails();
  let list: StateList = { size: 1, sum: new Float64Array(1), cost: new Float64Array(1), count: new Int32Array(1), trail: new Int32Array(1).fill(-1), trails };
  const limits = pruning.bounds.map((bound, index) => ({ bound, rest: (pruning.outside[index] as number) + bestOf(groups, bound).reduce((sum, best) => sum + best, 0) }));
  for (const group of groups) {
    for (const limit of limits) limit.rest -= bestOf([group], limit.bound)[0] as number;
    const size = list.size * group.options.length;
    if (size > most * 2) return null;
    list = pruned(extended(list, group.options), limits, pruning);
    if (list.size > most || trails.size > most * 6) return null;
  }
  return list;
}

const bestOf = (groups: readonly Group[], { line, price }: LineBound): readonly number[] =>
  groups.map(({ options }) => Math.max(...options.map((option) => weigh(line, price, option))));

function extended(list: StateList, options: readonly Option[]): StateList {
  return options.map((option) => shifted(list, option)).reduce(mergedLists);
}

function shifted(list: StateList, option: Option): StateList {
  if (option.deals.length === 0) return list;
  const { trails } = list;
  return {
    size: list.size, trails,
    sum: list.sum.map((sum) => sum + option.sum),
    cost: list.cost.map((cost) => cost + option.cost),
    count: list.count.map((count) => count + option.deals.length),
    trail: list.trail.map((trail) => trails.push(trail, option)),
  };
}

/** Two ascending lists in one. Equal sums: the cheaper, then the one with fewer deals, then the later list's. */
function mergedLists(a: StateList, b: StateList): StateList {
  const most = a.size + b.size;
  const out = { sum: new Float64Array(most), cost: new Float64Array(most), count: new Int32Array(most), trail: new Int32Array(most) };
  let [i, j, size] = [0, 0, 0];
  while (i < a.size || j < b.size) {
    const x = i < a.size ? (a.sum[i] as number) : Infinity;
    const y = j < b.size ? (b.sum[j] as number) : Infinity;
    const takeA = x < y || (x === y && ((a.cost[i] as number) - (b.cost[j] as number) || (a.count[i] as number) - (b.count[j] as number)) < 0);
    const [from, at] = takeA ? [a, i] : [b, j];
    out.sum[size] = from.sum[at] as number;
    out.cost[size] = from.cost[at] as number;
    out.count[size] = from.count[at] as number;
    out.trail[size] = from.trail[at] as number;
    size += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return { size, ...out, trails: a.trails };
}

/** Leaves out what cannot reach `net` any more, and what is both smaller and dearer than another. */
function pruned(list: StateList, limits: readonly { readonly bound: LineBound; readonly rest: number }[], { net, rising }: Pruning): StateList {
  const keep: number[] = [];
  let cheapest = Infinity;
  for (let at = list.size - 1; at >= 0; at -= 1) {
    const cost = list.cost[at] as number;
    if (rising && cost > cheapest) continue;
    const sum = list.sum[at] as number;
    const hopeful = limits.some(({ bound, rest }) => !cannotReach(bound.fixed + (bound.line.slope + bound.price) * sum - cost + rest, bound.slack, net));
    if (!hopeful) continue;
    cheapest = Math.min(cheapest, cost);
    keep.push(at);
  }
  if (keep.length === list.size) return list;
  const kept = Int32Array.from(keep).reverse();
  return {
    size: kept.length, trails: list.trails,
    sum: Float64Array.from(kept, (at) => list.sum[at] as number),
    cost: Float64Array.from(kept, (at) => list.cost[at] as number),
    count: Int32Array.from(kept, (at) => list.count[at] as number),
    trail: Int32Array.from(kept, (at) => list.trail[at] as number),
  };
}
