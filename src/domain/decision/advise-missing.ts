import { NO_FEN } from '../money/fen.ts';
import type { BlockedFact } from '../rebate/rebate.facts.ts';
import type { Window } from '../rebate/window.ts';
import type { Advice } from './advice.ts';
import { type AdviceBasis, named } from './advice-basis.ts';

/**
 * Windows whose figure the ledger or the facts cannot support: nothing is advised from them, and
 * what is missing is said.
 */
export const adviseMissing = ({ rebate }: AdviceBasis): readonly Advice[] =>
  rebate.windows.flatMap((window) => {
    const reason = missingIn(window);
    return reason === null
      ? []
      : [
          {
            kind: 'answer-questions',
            yuan: NO_FEN,
            cost: NO_FEN,
            probability: null,
            raises: [],
            orders: [],
            title: { code: 'advice.not-from', window: named(window) },
            explanation: [reason],
            assumptions: [],
          } satisfies Advice,
        ];
  });

const missingIn = ({ open, blocked, reason }: Window): BlockedFact | null =>
  open && blocked === 'unknown' && reason !== null && isBlock(reason) ? reason : null;

const isBlock = (reason: NonNullable<Window['reason']>): reason is BlockedFact =>
  reason.code !== 'rebate.gate-unmet' && reason.code !== 'rebate.gate-unknown';
