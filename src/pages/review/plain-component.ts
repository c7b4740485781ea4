import { categoryKey } from '#domain/catalog/category.ts';
import { ONE } from '#domain/money/decimal.ts';
import type { Component } from '#domain/policy/policy.ts';
import { earns } from '#domain/rebate/component-earnings.ts';

/**
 * Whether a component's rebate is sales × rate of the tier and nothing else, so that plain formulas
 * follow it whatever the orders become: whole, trued up, tax included, weights of one, rounded half
 * up on the total, no bonus, cap, floor or gate.
 */
export function isPlain(component: Component): boolean {
  const {
    scheme,
    trueUp,
    base,
    rounding,
    cap,
    floor,
    gate,
    stack,
    accumulate,
    carry,
    counts,
    tiers,
  } = component;
  return (
    scheme === 'whole' &&
    trueUp &&
    base === 'gross' &&
    accumulate !== 'order' &&
    !carry &&
    cap === null &&
    floor === null &&
    gate === null &&
    stack.kind === 'add' &&
    rounding.mode === 'half-up' &&
    rounding.per === 'total' &&
    tiers.every((tier) => tier.bonus === 0) &&
    [counts.others, ...Object.values(counts.weights)].every(
      (weight) => weight.isZero() || weight.eq(1),
    )
  );
}

/** Whether sales of a category, as the sales table names it, earn in the component. */
export const earnsIn =
  (component: Component) =>
  (category: string): boolean =>
    category !== '' && earns(component, categoryKey(category));

/** 1.06, by which amounts are divided where the policy counts net of tax; '' where it does not. */
export const netDivisor = ({ base, taxRate }: Component): string =>
  base === 'net' ? taxRate.plus(ONE).toString() : '';
