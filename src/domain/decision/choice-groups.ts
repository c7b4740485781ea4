import { MOST_TIED_DEALS } from '../bounds.ts';
import { itemAt } from '../columns.ts';
import type { DealRules } from '../pipeline/suppositions.ts';
import { type Result, fail, ok } from '../result.ts';
import type { DecisionFact } from './decision.facts.ts';

/** One way to decide over a group of deals. Amounts in fen. */
export interface Option {
  readonly sum: number;
  readonly cost: number;
  /** Positions of the deals taken, ascending. */
  readonly deals: readonly number[];
}

/**
 * Deals that are decided together: one option is taken of each group. The first option takes
 * nothing.
 */
export interface Group {
  readonly first: number;
  readonly options: readonly Option[];
}

/**
 * Groups in descending order of their first deal. Deals tied by rules form a group of every allowed
 * combination; deals alike in amount and cost (and `kind`, where more than these two matters) a
 * group of "how many of them", the first ones first.
 */
export function choiceGroups(
  amounts: readonly number[],
  costs: readonly number[],
  rules: DealRules = {},
  kind: (deal: number) => string = () => '',
): Result<readonly Group[], DecisionFact> {
  const tied = tiedDeals(amounts.length, [...(rules.needs ?? []), ...(rules.excludes ?? [])]);
  const largest = Math.max(0, ...tied.map((deals) => deals.length));
  if (largest > MOST_TIED_DEALS)
    return fail({ code: 'decision.rules-too-large', deals: largest, most: MOST_TIED_DEALS });
  const groups = tied
    .filter((deals) => deals.length > 1)
    .map((deals) => ruledGroup(deals, amounts, costs, rules));
  const alike = new Map<string, number[]>();
  for (const [deal] of tied.filter((deals) => deals.length === 1) as [number][]) {
    const key = `${amounts[deal]} ${costs[deal]} ${kind(deal)}`;
    alike.set(key, [...(alike.get(key) ?? []), deal]);
  }
  for (const deals of alike.values()) groups.push(countedGroup(deals, amounts, costs));
  return ok(groups.sort((a, b) => b.first - a.first));
}

function countedGroup(
  deals: readonly number[],
  amounts: readonly number[],
  costs: readonly number[],
): Group {
  const options = [0, ...deals.map((_, index) => index + 1)].map((count) =>
    option(deals.slice(0, count), amounts, costs),
  );
  return { first: itemAt(deals, 0), options };
}

function ruledGroup(
  deals: readonly number[],
  amounts: readonly number[],
  costs: readonly number[],
  rules: DealRules,
): Group {
  const options: Option[] = [];
  for (let mask = 0; mask < 2 ** deals.length; mask += 1) {
    const taken = deals.filter((_, index) => (mask >> index) % 2 === 1);
    if (allowed(new Set(taken), rules)) options.push(option(taken, amounts, costs));
  }
  return { first: itemAt(deals, 0), options };
}

function allowed(taken: ReadonlySet<number>, { needs = [], excludes = [] }: DealRules): boolean {
  return (
    needs.every(([deal, other]) => !taken.has(deal) || taken.has(other)) &&
    excludes.every(([a, b]) => !(taken.has(a) && taken.has(b)))
  );
}

function option(
  deals: readonly number[],
  amounts: readonly number[],
  costs: readonly number[],
): Option {
  const total = (of: readonly number[]): number =>
    deals.reduce((sum, deal) => sum + itemAt(of, deal), 0);
  return { sum: total(amounts), cost: total(costs), deals };
}

/**
 * Connected deals, each list ascending. Pairs that name a deal that is not there, or a deal with
 * itself, say nothing.
 */
function tiedDeals(
  size: number,
  pairs: readonly (readonly [number, number])[],
): readonly (readonly number[])[] {
  const root = [...Array(size).keys()];
  const find = (deal: number): number => (root[deal] === deal ? deal : find(itemAt(root, deal)));
  const isDeal = (deal: number): boolean => root[deal] !== undefined;
  for (const [a, b] of pairs) {
    if (isDeal(a) && isDeal(b)) root[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
  }
  const members = new Map<number, number[]>();
  for (const deal of root.keys())
    members.set(find(deal), [...(members.get(find(deal)) ?? []), deal]);
  return [...members.values()];
}
