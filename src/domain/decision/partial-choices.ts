import { float64At, int32At, itemAt } from '../columns.ts';
import type { Group, Option } from './choice-groups.ts';
import { type LineBound, roomOf, weigh } from './set-bounds.ts';

/**
 * What partial choices come to, ascending by sum; of equal sums only the best. Parallel columns.
 */
export interface PartialChoices {
  readonly size: number;
  readonly sum: Float64Array;
  readonly cost: Float64Array;
  /** Deals taken. */
  readonly count: Int32Array;
  /** Trail of the options taken, -1 for none. */
  readonly path: Int32Array;
  readonly paths: ChoicePaths;
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
export function partialChoices(
  groups: readonly Group[],
  pruning: Pruning,
  most: number,
): PartialChoices | null {
  const paths = new ChoicePaths();
  let list: PartialChoices = {
    size: 1,
    sum: new Float64Array(1),
    cost: new Float64Array(1),
    count: new Int32Array(1),
    path: new Int32Array(1).fill(-1),
    paths,
  };
  const limits: readonly Limit[] = pruning.bounds.map((bound, index) => ({
    bound,
    rest:
      itemAt(pruning.outside, index) + bestOf(groups, bound).reduce((sum, best) => sum + best, 0),
  }));
  for (const group of groups) {
    for (const limit of limits) limit.rest -= itemAt(bestOf([group], limit.bound), 0);
    if (list.size * group.options.length > most * 2 || paths.size > most * 6) return null;
    list = pruned(extended(list, group), limits, pruning);
    if (list.size > most) return null;
  }
  return list;
}

const bestOf = (groups: readonly Group[], { line, price }: LineBound): readonly number[] =>
  groups.map(({ options }) => Math.max(...options.map((option) => weigh(line, price, option))));

const NOTHING: Omit<PartialChoices, 'paths'> = {
  size: 0,
  sum: new Float64Array(0),
  cost: new Float64Array(0),
  count: new Int32Array(0),
  path: new Int32Array(0),
};

function extended(list: PartialChoices, group: Group): PartialChoices {
  const [first, ...others] = group.options as readonly [Option, ...Option[]];
  const before = list.paths.size;
  const earliest = (option: Option): number => (option.deals.includes(group.first) ? before : 0);
  const start =
    first.deals.length === 0 ? list : withOption({ ...NOTHING, paths: list.paths }, list, first, 0);
  return others.reduce((out, option) => withOption(out, list, option, earliest(option)), start);
}

/**
 * A list and another that takes one more option, in one. Equal sums: the cheaper, then the one with
 * fewer deals, then the one with the earlier deals.
 *
 * @param later paths below this number have later deals alone: groups come by descending first
 * deal, so that what has taken nothing of this one yields to an option that takes its first
 */
function withOption(
  a: PartialChoices,
  b: PartialChoices,
  option: Option,
  later: number,
): PartialChoices {
  const most = a.size + b.size;
  const { paths } = a;
  const taken = paths.option(option);
  const out = {
    sum: new Float64Array(most),
    cost: new Float64Array(most),
    count: new Int32Array(most),
    path: new Int32Array(most),
  };
  const more = option.deals.length;
  const beyond = Infinity;
  let [i, j, size] = [0, 0, 0];
  while (i < a.size || j < b.size) {
    const x = i < a.size ? float64At(a.sum, i) : beyond;
    const y = j < b.size ? float64At(b.sum, j) + option.sum : beyond;
    const without =
      x !== y
        ? x < y
        : (float64At(a.cost, i) - float64At(b.cost, j) - option.cost ||
            int32At(a.count, i) - int32At(b.count, j) - more ||
            (int32At(a.path, i) < later
              ? 1
              : paths.compare(int32At(a.path, i), int32At(b.path, j), option))) < 0;
    if (without) {
      out.sum[size] = x;
      out.cost[size] = float64At(a.cost, i);
      out.count[size] = int32At(a.count, i);
      out.path[size] = int32At(a.path, i);
    } else {
      out.sum[size] = y;
      out.cost[size] = float64At(b.cost, j) + option.cost;
      out.count[size] = int32At(b.count, j) + more;
      out.path[size] = paths.push(int32At(b.path, j), taken);
    }
    size += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return { size, ...out, paths };
}

interface Limit {
  readonly bound: LineBound;
  rest: number;
}

/**
 * Leaves out what cannot reach `net` any more, and what is both smaller and dearer than another.
 */
function pruned(
  list: PartialChoices,
  limits: readonly Limit[],
  { net, rising }: Pruning,
): PartialChoices {
  const { size, sum, cost, count, path } = list;
  const hopeful = hopefulTest(limits, net);
  let first = size;
  let cheapest = Infinity;
  for (let at = size - 1; at >= 0; at -= 1) {
    const own = float64At(cost, at);
    if ((rising && own > cheapest) || !hopeful(float64At(sum, at), own)) continue;
    if (own < cheapest) cheapest = own;
    first -= 1;
    // What is kept moves to the end of the same columns: they were made for this list alone.
    sum[first] = float64At(sum, at);
    cost[first] = own;
    count[first] = int32At(count, at);
    path[first] = int32At(path, at);
  }
  return {
    size: size - first,
    sum: sum.subarray(first, size),
    cost: cost.subarray(first, size),
    count: count.subarray(first, size),
    path: path.subarray(first, size),
    paths: list.paths,
  };
}

/**
 * Whether some line still leaves room for a choice worth `net`; one test a state, so it runs over
 * plain columns.
 */
function hopefulTest(
  limits: readonly Limit[],
  net: number,
): (sum: number, cost: number) => boolean {
  if (net === -Infinity) return () => true;
  const slopes = Float64Array.from(limits, ({ bound }) => bound.line.slope + bound.price);
  const fixed = Float64Array.from(limits, ({ bound, rest }) => bound.fixed + rest + roomOf(bound));
  const { length } = limits;
  return (sum, cost) => {
    const wanted = net + cost;
    for (let line = 0; line < length; line += 1)
      if (float64At(slopes, line) * sum + float64At(fixed, line) >= wanted) return true;
    return false;
  };
}

/**
 * How each state came about: the option taken last, and the path before it. Millions of them, so
 * in plain columns.
 */
class ChoicePaths {
  size = 0;
  private before = new Int32Array(1024);
  private taken = new Int32Array(1024);
  private readonly options: Option[] = [];

  /** Makes an option known, and gives the number under which paths take it. */
  option(option: Option): number {
    return this.options.push(option) - 1;
  }

  push(before: number, option: number): number {
    if (this.size === this.before.length) {
      this.before = grown(this.before);
      this.taken = grown(this.taken);
    }
    this.before[this.size] = before;
    this.taken[this.size] = option;
    this.size += 1;
    return this.size - 1;
  }

  deals(path: number): readonly number[] {
    return this.between(path, -1);
  }

  /**
   * Below 0 where the first of two paths has the earlier deals, the second with one more option
   * taken. What is decided is the earliest deal that only one of them has; where they have come the
   * same way (a path is always younger than the one before it) nothing differs.
   */
  compare(first: number, second: number, option: Option): number {
    let [a, b] = [first, second];
    while (a !== b) {
      if (a > b) a = int32At(this.before, a);
      else b = int32At(this.before, b);
    }
    const own = this.between(first, a);
    const other = [...this.between(second, b), ...option.deals];
    return earliestOutside(own, other) - earliestOutside(other, own);
  }

  /** Deals taken on a path after an earlier point of it, -1 for its start. */
  private between(path: number, start: number): number[] {
    const out: number[] = [];
    for (let at = path; at !== start; at = int32At(this.before, at))
      out.push(...itemAt(this.options, int32At(this.taken, at)).deals);
    return out;
  }
}

/** The earliest of some deals that others do not have; past every deal where they have all. */
function earliestOutside(deals: readonly number[], others: readonly number[]): number {
  let earliest = Number.MAX_SAFE_INTEGER;
  for (const deal of deals) if (deal < earliest && !others.includes(deal)) earliest = deal;
  return earliest;
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const out = new Int32Array(column.length * 2);
  out.set(column);
  return out;
}
