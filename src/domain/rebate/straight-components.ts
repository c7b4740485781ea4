import type { Component, Policy } from '../policy/policy.ts';

/**
 * Whether a component's figures follow from day, amount and category alone, window by window: the
 * straight way that a million rows take, on which deals can be appended, edges found and curves
 * drawn.
 */
export const isStraight = (component: Component): boolean =>
  seesEveryOrder(component) && tierBySales(component) && paysByItself(component);

/** Every order of its categories earns and counts, refunds on their day, for the partner as one. */
export const seesEveryOrder = ({ where, countsWhere, per, refund, clawback }: Component): boolean =>
  where === null &&
  (countsWhere === null || countsWhere === 'all') &&
  per === null &&
  refund === 'on-its-day' &&
  clawback === null;

/** The tier follows from the sales of the current window. */
const tierBySales = ({ measure, lag, baselineFrom, scheme }: Component): boolean =>
  measure.kind === 'sales' &&
  lag.kind === 'current' &&
  baselineFrom === null &&
  scheme !== 'rolling' &&
  scheme !== 'per-full';

/** What it pays does not depend on other components, nor on what a ledger alone can show. */
const paysByItself = ({ stack, groupCap, gate }: Component): boolean =>
  stack.kind !== 'top-up' &&
  groupCap === null &&
  (gate === null || gate.terms.every(({ measure }) => measure.kind === 'fact'));

/**
 * Whether refunds of this policy are looked at by the order they take back, so that no part of the
 * book can be judged alone.
 */
export const isStraightPolicy = (policy: Policy): boolean => policy.components.every(isStraight);
