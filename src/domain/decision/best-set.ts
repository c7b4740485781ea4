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
export function bestSet(objective: Objective, groups: readonly Group[]): BestSet | null {
  const bounds = lineBounds(objective, groups);
  if (bounds.length === 0) return null;
  const start = firstChoice(objective, groups, bounds);
  const net = start?.net ?? -Infinity;
  const hopeful = withoutHopeless(groups, bounds, net);
  const complete = tryAll(objective, hopeful, bounds, net);
  if (complete !== undefined) {
    const choice = start !== null && (complete === null || better(start, complete)) ? start : complete;
    return choice === null ? null : { choice, gap: 0 };
  }
  return start === null ? null : { choice: start, gap: Math.max(0, wholeBound(bounds) - start.net) };
}

const LIST = 400_000;
const HALF = 1_200_000;
const CLOSEST = 2 ** 30;

/** Every choice that is left; undefined when there are too many. */
function tryAll(objective: Objective, groups: readonly Group[], bounds: readonly LineBound[], net: number): Choice | null | undefined {
  const one = list(groups, [], LIST);
  if (one !== null) return bestOfList(objective, one);
  const [left, right] = halves(groups);
  if (ways(left) > HALF || ways(right) > HALF) return undefined;
  const a = list(left, right, HALF);
  const b = list(right, left, HALF);
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
function firstChoice(objective: Objective, groups: readonly Group[], bounds: readonly LineBound[]): Choice | null {
  const candidates = bounds.flatMap((bound) => bound.picks.map((pick) => completed(objective, groups.map((group, index) => group.options[pick[index] as number] as Option))));
  candidates.push(completed(objective, groups.map(({ options }) => options[0] as Option)));
  const counted = candidates.filter((choice) => choice.net > -Infinity);
  let best = counted.reduce<Choice | null>((sofar, choice) => (sofar === null || better(choice, sofar) ? choice : sofar), null);
  for (const bound of bounds) {
    if (best !== null && wholeBound([bound]) <= best.net) continue;
    const improved = aroundLimit(objective, groups, bound);
    if (improved !== null && (best === null || better(improved, best))) best = improved;
  }
  return best;
}

/** The groups whose decision is closest are tried in every way; the others stay as the prices decide. */
function aroundLimit(objective: Objective, groups: readonly Group[], bound: LineBound): Choice | null {
  const pick = bound.picks[0] as readonly number[];
  const calls = groups.map((group, index) => ({ group, picked: group.options[pick[index] as number] as Option, regret: regretOf(group, bound) })).sort((a, b) => a.regret - b.regret);
  let open = 0;
  for (let product = 1; open < calls.length; open += 1) {
    product *= (calls[open] as (typeof calls)[number]).group.options.length;
    if (product > CLOSEST) break;
  }
  const fixed = calls.slice(open).map(({ picked }) => picked);
  const sum = fixed.reduce((total, option) => total + option.sum, 0);
  const shifted: Objective = { ...objective, committed: objective.committed + sum };
  const found = pairOver(shifted, calls.slice(0, open).map(({ group }) => group));
  return found === null ? null : choiceOf(objective, found.sum + sum, found.cost + fixed.reduce((total, option) => total + option.cost, 0), [...found.deals, ...fixed.flatMap((option) => option.deals)]);
}

function pairOver(objective: Objective, groups: readonly Group[]): Choice | null {
  const none: Pruning = { bounds: [], net: -Infinity, rising: objective.rising, outside: [] };
  const [left, right] = halves(groups);
  const [a, b] = [stateList(left, none, HALF), stateList(right, none, HALF)];
  return a === null || b === null ? null : bestPair(objective, a, b);
}

/** How much the price says is lost by deciding a group second best. */
function regretOf({ options }: Group, { line, price }: LineBound): number {
  const [first = 0, second = -Infinity] = options.map((option) => weigh(line, price, option)).sort((a, b) => b - a);
  return first - second;
}

const completed = (objective: Objective, options: readonly Option[]): Choice =>
  choiceOf(objective, options.reduce((sum, option) => sum + option.sum, 0), options.reduce((sum, option) => sum + option.cost, 0), options.flatMap((option) => option.deals));
