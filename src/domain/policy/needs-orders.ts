import type { PolicyColumn } from './columns.ts';
import type { Component } from './policy.ts';

/**
 * Clauses of a component that need the orders, the facts by period or the other components: what a
 * function of sales alone cannot know. It names the first and refers to the functions that know the
 * orders; it never leaves a clause out.
 */
export function needsOrders(component: Component): readonly PolicyColumn[] {
  const { where, countsWhere, per, measure, lag, baselineFrom, refund, clawback } = component;
  const clauses: readonly (readonly [PolicyColumn, boolean])[] = [
    ['where', where !== null],
    ['countsWhere', countsWhere !== null && countsWhere !== 'all'],
    ['per', per !== null],
    ['measure', measure.kind !== 'sales'],
    ['lag', lag.kind !== 'current'],
    ['baseline', baselineFrom !== null],
    ['refund', refund !== 'on-its-day' || clawback !== null],
    ['stack', component.stack.kind === 'top-up'],
    ['groupCap', component.groupCap !== null],
    ['scheme', component.scheme === 'rolling'],
  ];
  return clauses.flatMap(([column, needed]) => (needed ? [column] : []));
}
