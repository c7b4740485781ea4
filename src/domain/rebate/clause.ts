import type { Facts } from '../policy/facts.ts';
import type { Component } from '../policy/policy.ts';
import type { ComponentOrders } from './component-orders.ts';
import type { BlockedFact } from './rebate.facts.ts';
import type { MeasuredTiers } from './standing.ts';
import type { PlannedSlice, PlannedWindow } from './window-plan.ts';

/** A window of one member while it is walked. */
export interface ClauseWindow extends Omit<PlannedWindow, 'slices'> {
  readonly slices: readonly Pick<PlannedSlice, 'pay' | 'end'>[];
  /** As the clauses before have left it. */
  readonly component: Component;
  /** All orders of the member known by then, those of other windows too. */
  readonly orders: ComponentOrders;
  readonly facts: Facts;
}

/**
 * A mechanism inside one component: one file, at the stages where it has something to say. They
 * come in this order; what it does not touch it leaves out.
 */
export interface WindowClause {
  /** Whether a component has it. One that has none takes the straight way. */
  readonly isIn: (component: Component) => boolean;
  /** Which orders there are. */
  readonly orders?: (window: ClauseWindow) => ComponentOrders;
  /** The component as it stands in this window: its baseline, thresholds, rates. */
  readonly terms?: (window: ClauseWindow) => Component | BlockedFact;
  /** Tiers by slice, where they do not follow from the sales of the window. */
  readonly tiers?: (window: ClauseWindow) => MeasuredTiers | BlockedFact | null;
}
