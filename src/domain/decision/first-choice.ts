import { itemAt } from '../columns.ts';
import type { Group, Option } from './choice-groups.ts';
import { halves } from './halves.ts';
import { type Choice, bestPair, better, choiceOf } from './meet-in-the-middle.ts';
import type { Objective } from './objective.ts';
import { type LineBound, weigh, wholeBound } from './set-bounds.ts';
import { type Pruning, partialChoices } from './partial-choices.ts';

/**
 * A good choice to begin with: what the prices pick, then the closest calls tried completely around
 * it.
 */
export function firstChoice(
  objective: Objective,
  groups: readonly Group[],
  bounds: readonly LineBound[],
  closest: number,
): Choice | null {
  const candidates = bounds.flatMap((bound) =>
    bound.picks.map((pick) =>
      completed(
        objective,
        groups.map((group, index) => itemAt(group.options, itemAt(pick, index))),
      ),
    ),
  );
  candidates.push(
    completed(
      objective,
      groups.map(({ options }) => itemAt(options, 0)),
    ),
  );
  const counted = candidates.filter((choice) => choice.net > -Infinity);
  const best = counted.reduce<Choice | null>(
    (sofar, choice) => (sofar === null || better(choice, sofar) ? choice : sofar),
    null,
  );
  return improved(objective, groups, bounds, best, closest);
}

/** Around the limit of each line whose bound leaves room for something better. */
export function improved(
  objective: Objective,
  groups: readonly Group[],
  bounds: readonly LineBound[],
  start: Choice | null,
  most: number,
): Choice | null {
  let best = start;
  for (const bound of bounds) {
    if (best !== null && wholeBound([bound]) <= best.net) continue;
    const found = aroundLimit(objective, groups, bound, most);
    if (found !== null && (best === null || better(found, best))) best = found;
  }
  return best;
}

/**
 * The groups whose decision is closest are tried in every way; the others stay as the prices
 * decide.
 */
function aroundLimit(
  objective: Objective,
  groups: readonly Group[],
  bound: LineBound,
  most: number,
): Choice | null {
  const { picks, order } = closestCalls(objective, groups, bound);
  let open = 0;
  for (let product = 1; open < order.length; open += 1) {
    product *= itemAt(groups, itemAt(order, open)).options.length;
    if (product > most) break;
  }
  const fixed = order
    .slice(open)
    .map((index) => itemAt(itemAt(groups, index).options, itemAt(picks, index)));
  const [sum, cost] = [
    fixed.reduce((total, option) => total + option.sum, 0),
    fixed.reduce((total, option) => total + option.cost, 0),
  ];
  const found = pairOver(
    { ...objective, committed: objective.committed + sum },
    order.slice(0, open).map((index) => itemAt(groups, index)),
  );
  return found === null
    ? null
    : choiceOf(objective, found.sum + sum, found.cost + cost, [
        ...found.deals,
        ...fixed.flatMap((option) => option.deals),
      ]);
}

/**
 * Where the prices are undecided, groups are turned one after the other from the one side of the
 * limit towards the other until it holds: those around that turn come first, then the others by how
 * little a second best loses.
 */
function closestCalls(
  { committed }: Objective,
  groups: readonly Group[],
  bound: LineBound,
): { readonly picks: readonly number[]; readonly order: readonly number[] } {
  const [inside, outside = inside] = bound.picks as readonly [
    readonly number[],
    (readonly number[])?,
  ];
  const sumAt = (index: number, pick: number): number =>
    itemAt(itemAt(groups, index).options, pick).sum;
  const picks = [...outside];
  const undecided = [...groups.keys()].filter((index) => inside[index] !== outside[index]);
  let total = outside.reduce((sum, pick, index) => sum + sumAt(index, pick), committed);
  let turn = 0;
  for (
    ;
    turn < undecided.length && (total < bound.line.low || total > bound.line.high);
    turn += 1
  ) {
    const index = itemAt(undecided, turn);
    total += sumAt(index, itemAt(inside, index)) - sumAt(index, itemAt(picks, index));
    picks[index] = itemAt(inside, index);
  }
  const rank = groups.map((group) => regretOf(group, bound));
  undecided.forEach((index, position) => {
    rank[index] = -1 / (1 + Math.abs(position - turn));
  });
  return {
    picks,
    order: [...groups.keys()].sort((a, b) => itemAt(rank, a) - itemAt(rank, b)),
  };
}

function pairOver(objective: Objective, groups: readonly Group[]): Choice | null {
  const none: Pruning = { bounds: [], net: -Infinity, rising: objective.rising, outside: [] };
  const [left, right] = halves(groups);
  const [a, b] = [partialChoices(left, none, Infinity), partialChoices(right, none, Infinity)];
  return a === null || b === null ? null : bestPair(objective, a, b);
}

/** How much the price says is lost by deciding a group second best. */
function regretOf({ options }: Group, { line, price }: LineBound): number {
  const [first = 0, second = -Infinity] = options
    .map((option) => weigh(line, price, option))
    .sort((a, b) => b - a);
  return first - second;
}

const completed = (objective: Objective, options: readonly Option[]): Choice =>
  choiceOf(
    objective,
    options.reduce((sum, option) => sum + option.sum, 0),
    options.reduce((sum, option) => sum + option.cost, 0),
    options.flatMap((option) => option.deals),
  );
