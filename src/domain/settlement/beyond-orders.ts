import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { rebateToDate } from '../rebate/rebate-to-date.ts';

/**
 * What the policy pays with the settled pay periods and what no order's line holds: bonuses, what a
 * floor lifts, top-ups. 3,000 for reaching 500,000 in a quarter is 3,000 beside the orders' 2 %.
 *
 * @param from - first day of the settled period
 * @param to - its last; pay periods that end in between count
 */
export function beyondOrders(
  policy: Policy,
  book: OrderBook,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Fen {
  const bare = withoutLumps(policy);
  if (bare === policy) return NO_FEN;
  const paid = (of: Policy): number =>
    rebateToDate(of, book, to)
      .payouts.filter(({ period }) => period.to >= from && period.to <= to)
      .reduce((sum, { rebate, trueUp }) => sum + rebate + trueUp, 0);
  return fen(paid(policy) - paid(bare));
}

/** The policy as far as it pays order by order; itself where that is all of it. */
function withoutLumps(policy: Policy): Policy {
  const lumps = policy.components.some(
    ({ tiers, floor, stack }) =>
      floor !== null || stack.kind === 'top-up' || tiers.some(({ bonus }) => bonus !== 0),
  );
  if (!lumps) return policy;
  return {
    ...policy,
    components: policy.components
      .filter(({ stack }) => stack.kind !== 'top-up')
      .map((component) => ({
        ...component,
        floor: null,
        tiers: component.tiers.map((tier) => ({ ...tier, bonus: NO_FEN })),
      })),
  };
}
