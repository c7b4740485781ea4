import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';

/** What one category does in one component, by category index of the book. */
export interface CategoryRoles {
  /** Tier sales units a fen counts; 0 for categories that do not set the tier. */
  readonly units: readonly number[];
  readonly earns: readonly boolean[];
}

/** Which positions of the book a window looks at. */
export interface Stretch {
  /** First position that sets the tier (with Carry before `earnFrom`). */
  readonly countFrom: number;
  readonly earnFrom: number;
  /** Ends of the slices, ascending, exclusive. */
  readonly ends: readonly number[];
}

/** Where a window stands at the end of a slice. Amounts in fen of order amount. */
export interface Standing {
  readonly sales: Fen;
  readonly units: number;
  readonly tier: number;
  /**
   * What all orders so far earn at this standing: exact, or rounded order by order when the policy
   * says so.
   */
  readonly earned: Decimal;
  /**
   * What the orders of this slice alone earn at the tier reached by its end (whole, increment);
   * `earned` less before (marginal).
   */
  readonly sliceEarned: Decimal;
}

/**
 * What the tier of a slice rests on where it is not the sales of the window: 定档指标 and 回看. By
 * slice: the tier, and how many full thresholds there are.
 */
export interface MeasuredTiers {
  readonly tier: (slice: number) => number;
  readonly fulls: (slice: number) => number;
}
