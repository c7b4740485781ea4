import { rebateCurve, rebateOn } from '../forecast/rebate-curve.ts';
import { type Fen, fen, subtractFen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import { tierAt } from '../rebate/figures.ts';
import { tierStarts, tierWalk } from '../rebate/tier-walk.ts';
import { type Result, fail, ok } from '../result.ts';
import { bestSet } from './best-set.ts';
import { choiceGroups } from './choice-groups.ts';
import type { DealRules } from '../pipeline/suppositions.ts';
import type { DecisionFact } from './decision.facts.ts';
import { reachObjective, rebateObjective } from './objective.ts';

export type PullInAim =
  /** The largest rebate gained less cost. */
  | { readonly kind: 'largest-net' }
  /** The least cost at which the tier (or a better one) is reached. */
  | { readonly kind: 'cheapest'; readonly tier: number };

export interface PullIn {
  /** Positions of the deals to bring forward, ascending. */
  readonly chosen: readonly number[];
  /** Their amounts. */
  readonly sum: Fen;
  /** Rebate with them less rebate without. */
  readonly gain: Fen;
  readonly cost: Fen;
  readonly net: Fen;
  readonly tier: number;
  /** Proven best, or the most by which another set could be better (net, or cheaper). */
  readonly proof: { readonly kind: 'optimal' } | { readonly kind: 'gap'; readonly gap: Fen };
}

const isTier = (tier: number, { tiers }: Component): boolean =>
  Number.isInteger(tier) && tier >= 0 && tier <= tiers.length;

/**
 * Which deals to bring forward, decided exactly: every set counts with its own rounded rebate. Ties
 * go to the fewest deals, then the smaller total, then the earlier deals.
 *
 * Proven for any 40 deals and for hundreds on a grid of amounts; beyond that proven, or given with
 * the gap that is left.
 *
 * @param deals fen, may be 0 or negative
 * @param costs fen of bringing each forward, may be negative (it pays anyway)
 */
export function pullIn(
  component: Component,
  committed: Fen,
  deals: readonly Fen[],
  costs: readonly Fen[],
  aim: PullInAim,
  rules: DealRules = {},
): Result<PullIn, DecisionFact> {
  if (deals.length !== costs.length)
    return fail({ code: 'decision.unequal-lists', deals: deals.length, costs: costs.length });
  if (!Number.isSafeInteger(reach([committed, ...deals])) || !Number.isSafeInteger(reach(costs)))
    return fail({ code: 'decision.too-large' });
  if (aim.kind === 'cheapest' && !isTier(aim.tier, component))
    return fail({ code: 'decision.no-such-tier', tier: aim.tier, tiers: component.tiers.length });
  const groups = choiceGroups(deals, costs, rules);
  if (!groups.ok) return groups;
  const target =
    aim.kind === 'cheapest' ? (tierStarts(tierWalk(component))[aim.tier - 1] ?? -Infinity) : null;
  const best = bestSet(
    target === null
      ? rebateObjective(rebateCurve(component), committed)
      : reachObjective(committed, target),
    groups.value,
  );
  if (best === null)
    return fail({ code: 'decision.unreachable', tier: aim.kind === 'cheapest' ? aim.tier : 0 });
  return ok(described(component, committed, best));
}

const reach = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);

function described(
  component: Component,
  committed: Fen,
  { choice, gap }: NonNullable<ReturnType<typeof bestSet>>,
): PullIn {
  const curve = rebateCurve(component);
  const gain = subtractFen(rebateOn(curve, committed + choice.sum), rebateOn(curve, committed));
  const cost = fen(choice.cost);
  return {
    chosen: choice.deals,
    sum: fen(choice.sum),
    gain,
    cost,
    net: subtractFen(gain, cost),
    tier: tierAt(component, fen(committed + choice.sum)),
    proof: gap === 0 ? { kind: 'optimal' } : { kind: 'gap', gap: fen(gap) },
  };
}
