import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { BlockedFact, GateFact } from '../rebate/rebate.facts.ts';
import type { WindowId } from '../rebate/window.ts';
import type { AdviceFact } from './advice.facts.ts';

export type AdviceKind =
  | 'close-gap'
  | 'pull-in'
  | 'hold'
  | 'pool'
  | 'bundle'
  | 'share'
  | 'headroom'
  | 'renewal'
  | 'sensitivity'
  | 'answer-questions';

/**
 * Something to do, its worth as the difference of two full recomputations, and what it rests on.
 */
export interface Advice {
  readonly kind: AdviceKind;
  readonly title: AdviceFact;
  /** Rebate gained (or kept), before cost. */
  readonly yuan: Fen;
  readonly cost: Fen;
  /** Chance that it works out; null when it does not depend on chance. */
  readonly probability: Decimal | null;
  /** Windows whose tier it raises: what else raises them is another way, not a further gain. */
  readonly raises: readonly WindowId[];
  /** Ledger indices of the orders it rests on. */
  readonly orders: readonly number[];
  readonly explanation: readonly (AdviceFact | BlockedFact | GateFact)[];
  readonly assumptions: readonly AdviceFact[];
}
