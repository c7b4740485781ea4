import type { LedgerFact } from '#domain/ledger/ledger.facts.ts';
import type { Fen } from '#domain/money/fen.ts';
import type { PolicyFinding } from '#domain/policy/finding.ts';

/** Why a run of the pane could not give figures. */
export type RunFact =
  /**
   * `headers`: columns of the likeliest sheet that nobody recognised; mapping one may make it an
   * order sheet.
   */
  | {
      readonly code: 'run.no-order-sheet';
      readonly headers?: readonly string[];
      /** What the reader says about the sheets it left out. */
      readonly causes?: readonly LedgerFact[];
    }
  | { readonly code: 'run.policy-errors'; readonly findings: readonly PolicyFinding[] }
  /** The amounts come to more than `most`, beyond which sums are no exact whole numbers. */
  | { readonly code: 'run.beyond-exact'; readonly most: Fen }
  | { readonly code: 'run.nothing-analyzed' }
  | { readonly code: 'run.broken' };

/**
 * What a run is doing: reading rows, telling what each row is, computing, colouring the sheet,
 * writing the review, writing it in the place of one that could not be brought back.
 */
export type Step = 'read' | 'understand' | 'compute' | 'highlight' | 'review' | 'rewrite';

/** Steps that tell their share instead of rows. */
export const isShare = (step: string): boolean =>
  step === 'review' || step === 'rewrite' || step === 'saving';
