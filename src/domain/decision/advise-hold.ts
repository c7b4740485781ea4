import { float64At, int16At } from '../columns.ts';
import { NO_FEN, fen, subtractFen } from '../money/fen.ts';
import type { Window } from '../rebate/window.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import {
  type AdviceBasis,
  commonAssumptions,
  differenceOf,
  named,
  namedOrder,
  openWindows,
  raisedBy,
  firstSaid,
} from './advice-basis.ts';
import { daysLeft } from '../calendar/days-left.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { roundFen } from '../money/rounding.ts';
import { closingOrder } from '../rebate/window-figures.ts';
import { tierWalk } from '../rebate/tier-walk.ts';

const MOST_NAMED = 5;

/**
 * 守线: for every open window, the orders whose refund today would drop its tier, by what the
 * refund would cost.
 */
export function adviseHolding(basis: AdviceBasis): readonly Advice[] {
  return openWindows(basis).flatMap((window) => {
    const losses = lossesOf(basis, window);
    const [worst] = losses;
    if (worst === undefined) return [];
    const refund = { day: basis.asOf, amount: fen(-worst.amount), category: worst.category };
    const { gain, fact } = differenceOf(basis, [refund]);
    return [
      {
        kind: 'hold',
        yuan: fen(-gain),
        cost: NO_FEN,
        probability: null,
        raises: [],
        orders: losses.map(({ index }) => index),
        title: {
          code: 'advice.hold',
          window: named(window),
          cushion: window.cushion,
          count: losses.length,
          loss: fen(-gain),
        },
        explanation: [
          { code: 'advice.cushion', cushion: window.cushion, tier: window.tier, rate: window.rate },
          ...firstSaid(losses, MOST_NAMED, ({ index, loss }) => ({
            code: 'advice.order-at-risk',
            order: namedOrder(basis.ledger, index),
            loss,
          })),
          fact,
        ],
        assumptions: [...commonAssumptions(basis), { code: 'advice.refund-dated-now' }],
      } satisfies Advice,
    ];
  });
}

interface Loss {
  readonly index: number;
  readonly amount: number;
  readonly category: string;
  readonly loss: ReturnType<typeof subtractFen>;
}

/**
 * Largest loss first. A refund of a ledger row is a negative order of its category, dated the as-of
 * day.
 */
function lossesOf({ edges, ledger, worth, now }: AdviceBasis, window: Window): readonly Loss[] {
  return edges
    .filter((edge) => edge.role === 'holds' && edge.window === window.id)
    .map(({ ledgerIndex: index }) => {
      const amount = float64At(ledger.amount, index);
      const category = ledger.categories[int16At(ledger.category, index)] ?? '';
      return {
        index,
        amount,
        category,
        loss: subtractFen(now, worth([{ amount: fen(-amount), category }])),
      };
    })
    .filter(({ loss }) => loss > 0)
    .sort((a, b) => b.loss - a.loss || a.index - b.index);
}

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

function tierStep(window: Window): AdviceFact {
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
