import { daysLeft } from '../calendar/days-left.ts';
import { Decimal } from '../money/decimal.ts';
import { ZERO } from '../money/decimal.ts';
import { NO_FEN, subtractFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { closingOrder } from '../rebate/window-figures.ts';
import { tierWalk } from '../rebate/tier-walk.ts';
import type { Window } from '../rebate/window.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import {
  type AdviceBasis,
  commonAssumptions,
  differenceOf,
  named,
  openWindows,
  raisedBy,
} from './advice-basis.ts';

/**
 * 再签多少进下一档: for every open window below its top tier, what closing exactly the gap is worth
 * to everything.
 */
export function adviseClosingGaps(basis: AdviceBasis): readonly Advice[] {
  return openWindows(basis).flatMap((window) => {
    const order =
      window.gap === null
        ? null
        : closingOrder(window.component, basis.book, window.gap * tierWalk(window.component).scale);
    if (order === null || order.amount <= 0) return [];
    const { gain, fact } = differenceOf(basis, [{ ...order, day: basis.asOf }]);
    if (gain <= 0) return [];
    const { tiers } = window.component;
    const next = tiers[window.tier] ?? tiers.at(-1);
    return next === undefined
      ? []
      : [
          {
            kind: 'close-gap',
            yuan: gain,
            cost: NO_FEN,
            probability: null,
            raises: [...new Set([window.id, ...raisedBy(basis, [order])])],
            orders: nearOrders(basis, window),
            title: {
              code: 'advice.close-gap',
              window: named(window),
              category: order.category,
              amount: order.amount,
              threshold: window.nextThreshold ?? next.threshold,
              gain,
              daysLeft: daysLeft(window.period, basis.asOf, basis.today),
            },
            explanation: [
              ...(window.component.scheme === 'per-full' ? [] : [tierStep(window)]),
              fact,
              {
                code: 'advice.own-and-others',
                own: roundFen(next.rate.times(order.amount), 'half-up'),
                others: subtractFen(gain, roundFen(next.rate.times(order.amount), 'half-up')),
              },
              {
                code: 'advice.break-even',
                discount: new Decimal(gain).div(order.amount),
                amount: order.amount,
                gain,
              },
            ],
            assumptions: [
              ...commonAssumptions(basis),
              ...(next.rateIsFloor ? [{ code: 'advice.rate-is-floor' } as const] : []),
              { code: 'advice.one-of-several-ways' },
              { code: 'advice.true-orders-only' },
            ],
          } satisfies Advice,
        ];
  });
}

export function tierStep(window: Window): AdviceFact {
  const next = window.component.tiers[window.tier];
  return {
    code: 'advice.tier-step',
    window: named(window),
    tier: window.tier,
    rate: window.rate,
    next: window.tier + 1,
    nextRate: next?.rate ?? ZERO,
    isFloor: next?.rateIsFloor ?? false,
  };
}

/** The orders that stand nearest to the threshold, as the edge search found them. */
const nearOrders = ({ edges }: AdviceBasis, window: Window): readonly number[] =>
  edges
    .filter((edge) => edge.role === 'near' && edge.window === window.id)
    .map((edge) => edge.ledgerIndex);
