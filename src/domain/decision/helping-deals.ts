import { itemAt } from '../columns.ts';
import { type ReachingSet, reachingSets } from './advise-pull-in.ts';
import type { AdviceBasis } from './advice-basis.ts';
import type { EdgeOrder } from '../edge/edge-order.ts';

/**
 * 凑线: pending, and part of the cheapest set of several that reaches the next tier; worth the
 * set's gain less its cost.
 */
export function helping(basis: AdviceBasis): readonly EdgeOrder[] {
  return reachingSets(basis)
    .filter(({ set }) => set.chosen.length > 1)
    .flatMap(edgesOf);
}

const edgesOf = ({ window, deals, set }: ReachingSet): readonly EdgeOrder[] =>
  set.chosen.map((position) => ({
    ledgerIndex: itemAt(deals, position).ledgerIndex,
    window: window.id,
    component: window.component.name,
    period: window.period.label,
    role: 'helps',
    stake: set.net,
    tierWith: window.tier + 1,
    tierWithout: window.tier,
  }));
