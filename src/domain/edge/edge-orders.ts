import { float64At, int16At, int32At, itemAt } from '../columns.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { NO_FEN } from '../money/fen.ts';
import { pendingDeals } from '../pipeline/pending-deals.ts';
import { nothingSupposed } from '../pipeline/suppositions.ts';
import { gainOfDeals } from '../rebate/added-deals.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { tierOfUnits, tierStarts, tierWalk, unitsPerFen } from '../rebate/tier-walk.ts';
import { categoryKey } from '../catalog/category.ts';
import { EDGE_ROLES, type EdgeOrder, type EdgeRole } from './edge-order.ts';
import type { EdgeInput } from './edge-input.ts';
import { holders, crossings } from './counted-edges.ts';
import { isSum } from './summed-lines.ts';
import { type WalkedWindow, preferOwn, walkedWindows } from '../rebate/walked-window.ts';

interface EdgeOrders {
  /** By role, largest stake first. */
  readonly edges: readonly EdgeOrder[];
  /**
   * Orders that also hold a tier but whose stake was not computed: only the largest are, where each
   * needs a full recomputation.
   */
  readonly omitted: number;
}

/** How many of the largest orders of a window near its next tier are shown. */
const NEAR_ORDERS = 5;

/**
 * Every order whose presence, absence or size decides a tier, except those that help only as a set.
 */
export function edgeOrders(input: EdgeInput): EdgeOrders {
  const windows = walkedWindows(input.policy, input.book, input.asOf);
  const holding = holders(input, windows);
  const edges = [
    ...holding.edges,
    ...crossings(input, windows),
    ...reaching(input, windows),
    ...near(input, windows),
  ];
  return { edges: byRoleAndStake(edges), omitted: holding.omitted };
}

export const byRoleAndStake = (edges: readonly EdgeOrder[]): readonly EdgeOrder[] =>
  [...edges].sort(
    (a, b) =>
      EDGE_ROLES.indexOf(a.role) - EDGE_ROLES.indexOf(b.role) ||
      b.stake - a.stake ||
      a.ledgerIndex - b.ledgerIndex,
  );

/** 冲线: pending, and alone enough for the next tier of an open window. */
function reaching(
  { policy, ledger, book, asOf }: EdgeInput,
  windows: readonly WalkedWindow[],
): readonly EdgeOrder[] {
  const open = windows.filter((window) => window.open);
  if (open.length === 0) return [];
  const gain = gainOfDeals(policy, book, asOf);
  return pendingDeals(ledger, nothingSupposed).flatMap((deal): readonly EdgeOrder[] => {
    const { amount, category, ledgerIndex } = deal;
    const lifted = open.filter((window) => tierWith(window, category, amount) > window.tier);
    const first = amount > 0 ? preferOwn(lifted, category) : undefined;
    return first === undefined
      ? []
      : [
          {
            ledgerIndex,
            window: first.id,
            component: first.component.name,
            period: first.period.label,
            role: 'reaches',
            stake: gain([deal]),
            tierWith: tierWith(first, category, amount),
            tierWithout: first.tier,
          },
        ];
  });
}

function tierWith(window: WalkedWindow, category: string, amount: number): number {
  const walk = tierWalk(window.component);
  return tierOfUnits(walk, window.units + amount * unitsPerFen(walk, categoryKey(category)));
}

/** 临线: the largest counted orders of an open window whose gap is within the share. */
function near(
  { ledger, book, rebate, nearShare }: EdgeInput,
  windows: readonly WalkedWindow[],
): readonly EdgeOrder[] {
  return windows
    .filter((window) => window.open)
    .flatMap((walked): readonly EdgeOrder[] => {
      const window = rebate.windows.find(({ id }) => id === walked.id);
      if (window === undefined || window.gap === null || window.gap > nextStart(walked) * nearShare)
        return [];
      return largest(walked, ledger, book).map((position) => ({
        ledgerIndex: int32At(book.ledgerIndex, position),
        window: walked.id,
        component: walked.component.name,
        period: walked.period.label,
        role: 'near',
        stake: window.gain ?? NO_FEN,
        tierWith: walked.tier,
        tierWithout: walked.tier,
      }));
    });
}

/** Order yuan at which the next tier begins: what a gap, tax included, is a share of. */
const nextStart = ({ component, tier }: WalkedWindow): number =>
  tierStarts(tierWalk(component))[tier] ?? 0;

function largest(window: WalkedWindow, ledger: Ledger, book: OrderBook): readonly number[] {
  const best: number[] = [];
  for (let position = window.earnFrom; position < window.end; position += 1) {
    const amount = float64At(book.amount, position);
    if (
      amount <= 0 ||
      isSum(ledger, book, position) ||
      !window.roles.earns[int16At(book.category, position)] ||
      !(itemAt(window.roles.units, int16At(book.category, position)) > 0)
    )
      continue;
    const at = best.findIndex((other) => amount > float64At(book.amount, other));
    if (at >= 0) best.splice(at, 0, position);
    else if (best.length < NEAR_ORDERS) best.push(position);
    if (best.length > NEAR_ORDERS) best.pop();
  }
  return best;
}

/** Roles whose orders share one stake: closing the gap, or signing the set, is worth it once. */
const SHARED: ReadonlySet<EdgeRole> = new Set<EdgeRole>(['near', 'helps']);

/** Orders that decide a tier together, and what that is worth: said once, never added up. */
interface SharedStake {
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
