import { fen } from '../money/fen.ts';
import type { PolicyFinding } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import type { Component, Tier } from '../policy/policy.ts';
import { amountOf } from '../rebate/figures.ts';
import { isStraight } from '../rebate/straight-components.ts';

/** What is odd about tiers that can be computed all the same. */
export function tierDoubts(component: Component): readonly PolicyFinding[] {
  const falls = isStraight(component);
  // One for all tiers: its walk is made of all of them, and kept.
  const open: Component = { ...component, gate: null, base: 'gross' };
  return component.tiers.flatMap((tier, index) => [
    ...(falls ? checkFall(open, tier, index) : []),
    ...checkFloorMark(component, tier),
  ]);
}

/** A total that falls when a threshold is reached: more sales, less rebate. */
function checkFall(open: Component, tier: Tier, index: number): readonly PolicyFinding[] {
  if (tier.threshold <= 0) return [];
  const reached = fen(tier.threshold + (open.edge === 'above' ? 1 : 0));
  const below = amountOf(open, fen(reached - 1), fen(reached - 1));
  const at = amountOf(open, reached, reached);
  return at < below
    ? [
        warning(tier, {
          code: 'policy.total-falls',
          component: open.name,
          tier: index + 1,
          threshold: tier.threshold,
          below,
          reached: at,
        }),
      ]
    : [];
}

const checkFloorMark = (component: Component, tier: Tier): readonly PolicyFinding[] =>
  tier.rateIsFloor
    ? [warning(tier, { code: 'policy.rate-floor', component: component.name, rate: tier.rate })]
    : [];

const warning = (tier: Tier, fact: PolicyFact): PolicyFinding => ({
  level: 'warning',
  cell: tier.cell,
  fact,
  atStake: null,
});
