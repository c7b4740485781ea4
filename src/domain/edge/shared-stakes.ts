import type { EdgeOrder, EdgeRole } from './edge-order.ts';

/** Roles whose orders share one stake: closing the gap, or signing the set, is worth it once. */
const SHARED: ReadonlySet<EdgeRole> = new Set<EdgeRole>(['near', 'helps']);

/** Orders that decide a tier together, and what that is worth: said once, never added up. */
export interface SharedStake {
  readonly role: EdgeRole;
  readonly stake: EdgeOrder['stake'];
  readonly orders: readonly EdgeOrder[];
}

/** Edge orders in their own order; those that share a stake follow the first of them. */
export function sharedStakes(edges: readonly EdgeOrder[]): readonly SharedStake[] {
  const groups = new Map<string, EdgeOrder[]>();
  edges.forEach((edge, index) => {
    const key = SHARED.has(edge.role) ? `${edge.role} ${edge.window} ${edge.stake}` : String(index);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [edge]);
    else known.push(edge);
  });
  return [...groups.values()].flatMap((orders) => {
    const [first] = orders;
    return first === undefined ? [] : [{ role: first.role, stake: first.stake, orders }];
  });
}
