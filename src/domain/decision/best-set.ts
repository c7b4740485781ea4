import type { Group, Option } from './choice-groups.ts';
import { type Choice, bestOfList, bestPair, better, choiceOf } from './meet.ts';
import type { Objective } from './objective.ts';
import { type LineBound, lineBounds, weigh, wholeBound, withoutHopeless } from './set-bounds.ts';
import { type Pruning, stateList } from './state-list.ts';

/** The best choice found, and the whole fen by which a better one could exceed it: 0 when it is proven best. */
export interface BestSet {
  readonly choice: Choice;
  readonly gap: number;
}

/**
 * The choice with the largest worth less cost; null when no choice counts.
 *
 * 1. Bounds by line, and first choices from both sides of each limit, improved over the closest calls.
 * 2. Options that cannot be part of anything as good are left out.
 * 3. What remains is tried completely: as one list of distinct sums, or as two lists that meet.
 * Exact whenever the open deals make up to about a million different sums (20 arbitrary deals, hundreds on a coarse grid),
 * for any 40 deals, and beyond wherever the bound meets the choice; otherwise the gap is the bound less the choice.
 */
export function bestSet(objective: Objective, groups: readonly Group[], effort: Effort = USUAL): BestSet | null {
  const bounds = lineBounds(objective, groups);
  if (bounds.length === 0) return null;
  const start = firstChoice(objective, groups, bounds, effort.closest);
  const net = start?.net ?? -Infinity;
  const gap = Math.max(0, wholeBound(bounds) - net);
  const complete = tryAll(objective, withoutHopeless(groups, bounds, net), bounds, net, gap > 0, effort);
  if (complete !== undefined) {
    const choice = start !== null && (complete === null || better(start, complete)) ? start : complete;
    return choice === null ? null : { choice, gap: 0 };
  }
  const choice = gap > 0 ? improved(objective, groups, bounds, start, effort.wider) : start;
  return choice === null ? null : { choice, gap: Math.max(0, wholeBound(bounds) - choice.net) };
}

/** How much is tried. */
export interface Effort {
  /** Different sums in one list of everything, while the best is in doubt and when only ties are. */
  readonly list: number;
  readonly ties: number;
  /** Different sums in each of two lists that meet. */
  readonly half: number;
  /** Combinations of the closest calls: for a first choice, and once more when it could not be proven best. */
  readonly closest: number;
  readonly wider: number;
}

/** 40 deals to the fen take about a quarter of a second, most others a few milliseconds. */
const USUAL: Effort = { list: 200_000, ties: 60_000, half: 1_200_000, closest: 2 ** 30, wider: 2 ** 38 };

/** Every choice that is left; undefined when there are too many. Without doubt about the best, only ties are left to settle: not at any price. */
function tryAll(objective: Objective, groups: readonly Group[], bounds: readonly LineBound[], net: number, inDoubt: boolean, effort: Effort): Choice | null | undefined {
  const one = list(groups, [], inDoubt ? effort.list : effort.ties);
  if (one !== null) return bestOfList(objective, one);
  if (!inDoubt) return undefined;
  const [left, right] = halves(groups);
  if (ways(left) > effort.half || ways(right) > effort.half) return undefined;
  const a = list(left, right, effort.half);
  const b = list(right, left, effort.half);
  return a === null || b === null || !comparable(objective, groups) ? undefined : bestPair(objective, a, b);

  function list(of: readonly Group[], others: readonly Group[], most: number): ReturnType<typeof stateList> {
    const outside = bounds.map(({ line, price }) => others.reduce((sum, { options }) => sum + Math.max(...options.map((option) => weigh(line, price, option))), 0));
    const pruning: Pruning = { bounds, net, rising: objective.rising, outside };
    return stateList(of, pruning, most);
  }
}

/** Splits so that both sides offer about equally many choices. */
function halves(groups: readonly Group[]): readonly [readonly Group[], readonly Group[]] {
  const target = Math.sqrt(ways(groups));
  let cut = 0;
  while (cut < groups.length && ways(groups.slice(0, cut + 1)) <= target * 1.5) cut += 1;
  return [groups.slice(0, cut), groups.slice(cut)];
}

const ways = (groups: readonly Group[]): number => groups.reduce((product, { options }) => product * options.length, 1);

/** The figures that are compared before rounding stay safe integers. */
function comparable({ committed, lines }: Objective, groups: readonly Group[]): boolean {
  const largest = (of: (option: Option) => number): number => groups.reduce((sum, { options }) => sum + Math.max(...options.map((option) => Math.abs(of(option)))), 0);
  const [sums, costs] = [largest((option) => option.sum) + Math.abs(committed), largest((option) => option.cost)];
  return lines.every((line) => line.wholeSlope * sums + line.denominator * costs + Math.abs(line.wholeConstant) < Number.MAX_SAFE_INTEGER);
}

/** A good choice to begin with: what the prices pick, then the closest calls tried completely around it. */
function firstChoice(objective: Objective, groups: readonly Group[], bounds: readonly LineBound[], closest: number): Choice | null {
  const candidates = bounds.flatMap((bound) => bound.picks.map((pick) => completed(objective, groups.map((group, index) => group.options[pick[index] as number] as Option))));
  candidates.push(completed(objective, groups.map(({ options }) => options[0] as Option)));
  const counted = candidates.filter((choice) => choice.net > -Infinity);
  const best = counted.reduce<Choice | null>((sofar, choice) => (sofar === null || better(choice, sofar) ? choice : sofar), null);
  return improved(objective, groups, bounds, best, closest);
}

function improved(objective: Objective, groups: readonly Group[], bounds: readonly LineBound[], start: Choice | null, most: number): Choice | null {
  let best = start;
  for (const bound of bounds) {
    if (best !== null && wholeBound([bound]) <= best.net) continue;
    const found = aroundLimit(objective, groups, bound, most);
    if (found !== null && (best === null || better(found, best))) best = found;
  }
  return best;
}

/** The groups whose decision is closest are tried in every way; the others stay as the prices decide. */
function aroundLimit(objective: Objective, groups: readonly Group[], bound: LineBound, most: number): Choice | null {
  const { picks, order } = closestCalls(objective, groups, bound);
  let open = 0;
  for (let product = 1; open < order.length; open += 1) {
    product *= (groups[order[open] as number] as Group).options.length;
    if (product > most) break;
  }
  const fixed = order.slice(open).map((index) => (groups[index] as Group).options[picks[index] as number] as Option);
  const [sum, cost] = [fixed.reduce((total, option) => total + option.sum, 0), fixed.reduce((total, option) => total + option.cost, 0)];
  const found = pairOver({ ...objective, committed: objective.committed + sum }, order.slice(0, open).map((index) => groups[index] as Group));
  return found === null ? null : choiceOf(objective, found.sum + sum, found.cost + cost, [...found.deals, ...fixed.flatMap((option) => option.deals)]);
}

/**
 * Where the prices are undecided, groups are turned one after the other from the one side of the limit towards the
 * other until it holds: those around that turn come first, then the others by how little a second best loses.
 */
function closestCalls({ committed }: Objective, groups: readonly Group[], bound: LineBound): { readonly picks: readonly number[]; readonly order: readonly number[] } {
  const [inside, outside = inside] = bound.picks as readonly [readonly number[], (readonly number[])?];
  const sumAt = (index: number, pick: number): number => ((groups[index] as Group).options[pick] as Option).sum;
  const picks = [...outside];
  const undecided = [...groups.keys()].filter((index) => inside[index] !== outside[index]);
  let total = outside.reduce((sum, pick, index) => sum + sumAt(index, pick), committed);
  let turn = 0;
  for (; turn < undecided.length && (total < bound.line.low || total > bound.line.high); turn += 1) {
    const index = undecided[turn] as number;
    total += sumAt(index, inside[index] as number) - sumAt(index, picks[index] as number);
    picks[index] = inside[index] as number;
  }
  const rank = groups.map((group) => regretOf(group, bound));
  undecided.forEach((index, position) => { rank[index] = -1 / (1 + Math.abs(position - turn)); });
  return { picks, order: [...groups.keys()].sort((a, b) => (rank[a] as number) - (rank[b] as number)) };
}

function pairOver(objective: Objective, groups: readonly Group[]): Choice | null {
  const none: Pruning = { bounds: [], net: -Infinity, rising: objective.rising, outside: [] };
  const [left, right] = halves(groups);
  const [a, b] = [stateList(left, none, Infinity), stateList(right, none, Infinity)];
  return a === null || b === null ? null : bestPair(objective, a, b);
}

/** How much the price says is lost by deciding a group second best. */
function regretOf({ options }: Group, { line, price }: LineBound): number {
  const [first = 0, second = -Infinity] = options.map((option) => weigh(line, price, option)).sort((a, b) => b - a);
  return first - second;
}

const completed = (objective: Objective, options: readonly Option[]): Choice =>
  choiceOf(objective, options.reduce((sum, option) => sum + option.sum, 0), options.reduce((sum, option) => sum + option.cost, 0), options.flatMap((option) => option.deals));
