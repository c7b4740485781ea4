import type { EdgeOrder } from '../edge/edge-order.ts';
import type { Grounds } from './grounds.ts';
import type { PendingDeal } from './pending-deals.ts';
import { reachingSets } from './advise-pull-in.ts';

/** 凑线: pending orders that reach the next tier only together, as the cheapest set; the stake is the set's gain net of cost. */
export function helpingOrders(grounds: Grounds): readonly EdgeOrder[] {
  return reachingSets(grounds).filter(({ set }) => set.chosen.length > 1).flatMap(({ window, deals, set }) => set.chosen.map((position): EdgeOrder => ({
    ledgerIndex: (deals[position] as PendingDeal).ledgerIndex, component: window.component.name, period: window.period.label,
    role: 'helps', stake: set.net, tierWith: window.tier + 1, tierWithout: window.tier,
  })));
}
