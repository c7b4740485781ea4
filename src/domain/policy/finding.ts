import type { Fen } from '../money/fen.ts';
import type { PolicyFact } from './policy.facts.ts';

/**
 * What the policy check has to say about a cell. An error stops every figure; a warning does not.
 */
export interface PolicyFinding {
  readonly level: 'error' | 'warning';
  /** "B7" of the table, or what a file calls it. */
  readonly cell: string;
  readonly fact: PolicyFact;
  /** What the silence or the contradiction is worth on this ledger; null when it cannot be said. */
  readonly atStake: Fen | null;
}
