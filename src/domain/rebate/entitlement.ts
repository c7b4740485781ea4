import { Decimal, ZERO } from '../money/decimal.ts';
import type { Component, Facts, Gate } from '../policy/policy.ts';

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

export type GateState = 'none' | 'met' | 'gate-unmet' | 'gate-unknown';

/** Nothing but tiers and rounding: the path that a million cells take. */
export const isPlain = (component: Component): boolean =>
  component.gate === null &&
  component.floor === null &&
  component.cap === null &&
  component.tiers.every((tier) => tier.bonus === 0);

/**
 * Bonuses that stand while these sales do: whole and increment pay the tier reached, marginal every
 * tier reached.
 */
export const bonusAt = (component: Component, tier: number): Decimal =>
  new Decimal(wholeBonus(component, tier));

/** The same as a whole number of fen. */
export function wholeBonus({ scheme, tiers }: Component, tier: number): number {
  if (scheme !== 'marginal') return tiers[tier - 1]?.bonus ?? 0;
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
  tier > 0 || component.tiers[0]?.threshold === 0;

/**
 * Looks a gate up in the facts. A fact nobody stated leaves the gate unknown: the component pays 0
 * and says so.
 */
export function gateState(gate: Gate | null, facts: Facts): GateState {
  if (gate === null) return 'none';
  const value = facts.get(factKey(gate.fact));
  if (value === undefined) return 'gate-unknown';
  return holds(value, gate) ? 'met' : 'gate-unmet';
}

export const factKey = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function holds(value: Decimal, gate: Gate): boolean {
  switch (gate.operator) {
    case '>=':
      return value.gte(gate.value);
    case '>':
      return value.gt(gate.value);
    case '<=':
      return value.lte(gate.value);
    case '<':
      return value.lt(gate.value);
    case '=':
      return value.eq(gate.value);
  }
}
