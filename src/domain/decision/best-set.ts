import type { Group, Option } from './choice-groups.ts';
import { firstChoice, improved } from './first-choice.ts';
import { halves, ways } from './halves.ts';
import { type Choice, bestOfList, bestPair, better, choiceOf } from './meet-in-the-middle.ts';
import { type Objective, inParts } from './objective.ts';
import { type LineBound, lineBounds, weigh, wholeBound, withoutHopeless } from './set-bounds.ts';
import { type Pruning, partialChoices } from './partial-choices.ts';

/**
 * The best choice found, and the whole fen by which a better one could exceed it: 0 when it is
 * proven best.
 */
export interface BestSet {
  readonly choice: Choice;
  readonly gap: number;
}

interface Search extends BestSet {
  /** Among equally good choices the fewest deals were looked for. */
  readonly tiesSettled: boolean;
}

/**
 * The choice with the largest worth less cost; null when no choice counts.
 *
 * 1. Bounds by line, and first choices from both sides of each limit, improved over the closest
 * calls.
 * 2. Options that cannot be part of anything as good are left out.
 * 3. What remains is tried completely: as one list of distinct sums, or as two lists that meet.
 * Exact whenever the open deals make up to about a million different sums (20 arbitrary deals,
 * hundreds on a coarse grid), for any 40 deals, and beyond wherever the bound meets the choice;
 * otherwise the gap is the bound less the choice.
 */
export function bestSet(
  objective: Objective,
  groups: readonly Group[],
  effort: Effort = USUAL,
): BestSet | null {
  const found = search(objective, groups, effort);
  if (found === null || found.tiesSettled) return found;
  // Every deal a little dearer, less in all than a fen: of equally good choices the one with fewest
  // deals is now best.
  const part =
    1 +
    groups.reduce(
      (sum, { options }) => sum + Math.max(...options.map(({ deals }) => deals.length)),
      0,
    );
  const fewer = search(
    inParts(objective, part),
    groups.map((group) => ({
      ...group,
      options: group.options.map((option) => ({
        ...option,
        cost: option.cost * part + option.deals.length,
      })),
    })),
    effort,
  );
  const choice =
    fewer === null
      ? found.choice
      : choiceOf(
          objective,
          fewer.choice.sum,
          (fewer.choice.cost - fewer.choice.deals.length) / part,
          fewer.choice.deals,
        );
  return better(choice, found.choice)
    ? { choice, gap: Math.max(0, found.gap - (choice.net - found.choice.net)) }
    : found;
}

function search(objective: Objective, groups: readonly Group[], effort: Effort): Search | null {
  const bounds = lineBounds(objective, groups);
  if (bounds.length === 0) return null;
  const start = firstChoice(objective, groups, bounds, effort.closest);
  const net = start?.net ?? -Infinity;
  const gap = Math.max(0, wholeBound(bounds) - net);
  const complete = tryAll(
    objective,
    withoutHopeless(groups, bounds, net),
    bounds,
    net,
    gap > 0,
    effort,
  );
  if (complete !== undefined) {
    const choice =
      start !== null && (complete === null || better(start, complete)) ? start : complete;
    return choice === null ? null : { choice, gap: 0, tiesSettled: true };
  }
  const choice = gap > 0 ? improved(objective, groups, bounds, start, effort.wider) : start;
  return choice === null
    ? null
    : { choice, gap: Math.max(0, wholeBound(bounds) - choice.net), tiesSettled: false };
}

/** How much is tried. */
export interface Effort {
  /**
   * Different sums in one list of everything, while the best is in doubt and when only ties are.
   */
  readonly list: number;
  readonly ties: number;
  /** Different sums in each of two lists that meet. */
  readonly half: number;
  /**
   * Combinations of the closest calls: for a first choice, and once more when it could not be
   * proven best.
   */
  readonly closest: number;
  readonly wider: number;
}

/** 40 deals to the fen take about a quarter of a second, most others a few milliseconds. */
const USUAL: Effort = {
  list: 200_000,
  ties: 60_000,
  half: 1_200_000,
  closest: 2 ** 30,
  wider: 2 ** 38,
};

/**
 * Every choice that is left; undefined when there are too many. Without doubt about the best, only
 * ties are left to settle: not at any price.
 */
function tryAll(
  objective: Objective,
  groups: readonly Group[],
  bounds: readonly LineBound[],
  net: number,
  inDoubt: boolean,
  effort: Effort,
): Choice | null | undefined {
  const one = list(groups, [], inDoubt ? effort.list : effort.ties);
  if (one !== null) return bestOfList(objective, one);
  if (!inDoubt) return undefined;
  const [left, right] = halves(groups);
  if (ways(left) > effort.half || ways(right) > effort.half) return undefined;
  const a = list(left, right, effort.half);
  const b = list(right, left, effort.half);
  return a === null || b === null || !comparable(objective, groups)
    ? undefined
    : bestPair(objective, a, b);

  function list(
    of: readonly Group[],
    others: readonly Group[],
    most: number,
  ): ReturnType<typeof partialChoices> {
    const outside = bounds.map(({ line, price }) =>
      others.reduce(
        (sum, { options }) =>
          sum + Math.max(...options.map((option) => weigh(line, price, option))),
        0,
      ),
    );
    const pruning: Pruning = { bounds, net, rising: objective.rising, outside };
    return partialChoices(of, pruning, most);
  }
}

/** The figures that are compared before rounding stay safe integers. */
function comparable({ committed, lines }: Objective, groups: readonly Group[]): boolean {
  const largest = (of: (option: Option) => number): number =>
    groups.reduce(
      (sum, { options }) => sum + Math.max(...options.map((option) => Math.abs(of(option)))),
      0,
    );
  const [sums, costs] = [
    largest((option) => option.sum) + Math.abs(committed),
    largest((option) => option.cost),
  ];
  return lines.every(
    (line) =>
      line.wholeSlope * sums + line.denominator * costs + Math.abs(line.wholeConstant) <
      Number.MAX_SAFE_INTEGER,
  );
}
