import { itemAt } from '../columns.ts';
import type { Group, Option } from './choice-groups.ts';
import type { Line, Objective } from './objective.ts';

/**
 * The most that any choice can be worth on one line: the total's limit is not enforced but priced
 * (Lagrange). At price `price` a fen more of total is worth `slope + price`; groups then decide
 * alone, and their sum bounds every choice from above.
 */
export interface LineBound {
  readonly line: Line;
  readonly price: number;
  /** Bound of a whole choice: `fixed` + what each group makes of `weigh`. */
  readonly fixed: number;
  /** Best `weigh` of each group. */
  readonly best: readonly number[];
  readonly total: number;
  /** The doubles above are off by less than this. */
  readonly slack: number;
  /** Choices on both sides of the limit, by option index. */
  readonly picks: readonly (readonly number[])[];
}

/** Worth of an option once the limit is priced. */
export const weigh = (line: Line, price: number, option: Option): number =>
  (line.slope + price) * option.sum - option.cost;

/** One bound for each line that a total can lie on at all. */
export function lineBounds(objective: Objective, groups: readonly Group[]): readonly LineBound[] {
  const least = groups.reduce(
    (sum, { options }) => sum + Math.min(...options.map((option) => option.sum)),
    objective.committed,
  );
  const most = groups.reduce(
    (sum, { options }) => sum + Math.max(...options.map((option) => option.sum)),
    objective.committed,
  );
  return objective.lines
    .filter((line) => line.low <= most && line.high >= least)
    .map((line) => bound(objective, groups, line));
}

interface Priced {
  readonly price: number;
  readonly picks: readonly number[];
  readonly total: number;
}

function bound(objective: Objective, groups: readonly Group[], line: Line): LineBound {
  const free = priced(objective, groups, line, 0);
  if (free.total >= line.low && free.total <= line.high)
    return made(objective, groups, line, 0, [free.picks]);
  const limit = free.total < line.low ? line.low : line.high;
  const sign = free.total < line.low ? 1 : -1;
  const holds = (at: Priced): boolean => (sign > 0 ? at.total >= limit : at.total <= limit);
  let outside = free;
  let inside = priced(objective, groups, line, sign * FIRST_PRICE);
  for (let doubling = 0; doubling < DOUBLINGS && !holds(inside); doubling += 1) {
    outside = inside;
    inside = priced(objective, groups, line, inside.price * 2);
  }
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = priced(objective, groups, line, (outside.price + inside.price) / 2);
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  const [a, b] = [outside, inside].map(({ price }) =>
    made(objective, groups, line, price, [inside.picks, outside.picks]),
  ) as [LineBound, LineBound];
  return a.total < b.total ? a : b;
}

const FIRST_PRICE = 2 ** -20;
const DOUBLINGS = 70;
const HALVINGS = 60;

function priced(
  { committed }: Objective,
  groups: readonly Group[],
  line: Line,
  price: number,
): Priced {
  const picks = groups.map(({ options }) => bestOption(line, price, options));
  return {
    price,
    picks,
    total: picks.reduce(
      (sum, pick, index) => sum + itemAt(itemAt(groups, index).options, pick).sum,
      committed,
    ),
  };
}

function bestOption(line: Line, price: number, options: readonly Option[]): number {
  let best = 0;
  options.forEach((option, index) => {
    if (weigh(line, price, option) > weigh(line, price, itemAt(options, best))) best = index;
  });
  return best;
}

function made(
  { committed }: Objective,
  groups: readonly Group[],
  line: Line,
  price: number,
  picks: readonly (readonly number[])[],
): LineBound {
  const limit = price > 0 ? line.low : line.high;
  const fixed =
    line.slope * committed + line.constant + (price === 0 ? 0 : price * (committed - limit));
  const best = groups.map(({ options }) =>
    Math.max(...options.map((option) => weigh(line, price, option))),
  );
  const size =
    groups.reduce(
      (sum, { options }) =>
        sum +
        Math.max(...options.map((o) => Math.abs((line.slope + price) * o.sum) + Math.abs(o.cost))),
      0,
    ) +
    Math.abs(line.slope * committed) +
    Math.abs(line.constant) +
    (price === 0 ? 0 : Math.abs(price) * (Math.abs(committed) + Math.abs(limit)));
  return {
    line,
    price,
    fixed,
    best,
    total: best.reduce((sum, one) => sum + one, fixed),
    slack: size * (groups.length + 20) * 2 ** -52,
    picks,
  };
}

/** Whole fen that no choice exceeds. */
export const wholeBound = (bounds: readonly LineBound[]): number =>
  Math.max(-Infinity, ...bounds.map((one) => Math.floor(one.total + roomOf(one))));

/** What rounding and the doubles' own error may add to a bound; costs are whole. */
export const roomOf = ({ slack, line }: LineBound): number => slack + line.lift;

/** Groups without the options that no choice worth at least `net` can take. */
export function withoutHopeless(
  groups: readonly Group[],
  bounds: readonly LineBound[],
  net: number,
): readonly Group[] {
  return groups.map((group, index) => ({
    ...group,
    options: group.options.filter((option) =>
      bounds.some(
        (one) =>
          one.total - itemAt(one.best, index) + weigh(one.line, one.price, option) + roomOf(one) >=
          net,
      ),
    ),
  }));
}
