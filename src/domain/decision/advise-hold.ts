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
} from './advice-basis.ts';

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
          ...losses.slice(0, MOST_NAMED).map(({ index, loss }): AdviceFact => ({
            code: 'advice.order-at-risk',
            order: namedOrder(basis.ledger, index),
            loss,
          })),
          ...(losses.length > MOST_NAMED
            ? [{ code: 'advice.more', count: losses.length - MOST_NAMED } as const]
            : []),
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
