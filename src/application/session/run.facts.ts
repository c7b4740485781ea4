import type { PolicyFinding } from '#domain/policy/finding.ts';

/** Why a run of the pane could not give figures. */
export type RunFact =
  /**
   * `headers`: columns of the likeliest sheet that nobody recognised; mapping one may make it an
   * order sheet.
   */
  | { readonly code: 'run.no-order-sheet'; readonly headers?: readonly string[] }
  | { readonly code: 'run.policy-errors'; readonly findings: readonly PolicyFinding[] }
  | { readonly code: 'run.cancelled' }
  | { readonly code: 'run.nothing-analyzed' }
  | { readonly code: 'run.broken' };
