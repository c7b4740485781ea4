import { Decimal, ZERO } from '../money/decimal.ts';
import type { Component, Tier } from '../policy/policy.ts';
import type { GateState } from './gate.ts';

/**
 * What happens to the earnings of a window after the tiers: bonus, then the gate, then floor, then
 * cap. Stacking needs the other components and comes after; rounding comes last. Amounts in fen,
 * exact.
 */
export interface Adjustment {
  readonly kind: 'bonus' | 'gate' | 'floor' | 'cap';
  readonly tier: number;
  readonly change: Decimal;
}

/** Nothing but tiers and rounding: the path that a million cells take. */
export const isPlain = (component: Component): boolean =>
  component.gate === null &&
  component.floor === null &&
  component.cap === null &&
  component.tiers.every((tier) => tier.bonus === 0);

/**
 * Bonuses that stand while these sales do: whole and increment pay the tier reached, marginal and
 * rolling every tier reached; per full, the bonus is what is earned.
 */
export const bonusAt = (component: Component, tier: number): Decimal =>
  new Decimal(wholeBonus(component, tier));

/** The same as a whole number of fen. */
export function wholeBonus({ scheme, tiers }: Component, tier: number): number {
  if (scheme === 'per-full') return 0;
  if (scheme !== 'marginal' && scheme !== 'rolling') return tiers[tier - 1]?.bonus ?? 0;
  let sum = 0;
  for (let reached = 0; reached < tier; reached += 1) sum += tiers[reached]?.bonus ?? 0;
  return sum;
}

/** The steps from the earnings to the entitlement, each with the tier it belongs to. */
export function adjustments(
  component: Component,
  earned: Decimal,
  tier: number,
  bonus: Decimal,
  gate: GateState,
): readonly Adjustment[] {
  const steps: Adjustment[] = [];
  let total = earned;
  const step = (kind: Adjustment['kind'], to: Decimal): void => {
    if (!to.eq(total)) steps.push({ kind, tier, change: to.minus(total) });
    total = to;
  };
  step('bonus', total.plus(bonus));
  if (component.gate !== null && gate !== 'met') {
    step('gate', ZERO);
    return steps;
  }
  if (component.floor !== null && floorApplies(component, tier))
    step('floor', Decimal.max(total, component.floor));
  if (component.cap !== null) step('cap', Decimal.min(total, component.cap));
  return steps;
}

/**
 * A floor guarantees something once a tier is reached, or from the start when the first threshold
 * is 0.
 */
export const floorApplies = (component: Component, tier: number): boolean =>
  tier > 0 || beginsAtZero(component.tiers[0]);

/** A threshold in customers or per cent is a level; its fen say nothing. */
const beginsAtZero = (first: Tier | undefined): boolean =>
  first !== undefined && (first.level ?? first.ofBaseline ?? new Decimal(first.threshold)).isZero();
