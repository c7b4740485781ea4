import type { LocalDate } from '../calendar/local-date.ts';
import type { Policy } from '../policy/policy.ts';
import type { WindowClause } from './clause.ts';
import type { Part } from './window-parts.ts';

/** A mechanism between components: parts by component, as in the policy, before and after it. */
export type JointClause = (
  policy: Policy,
  parts: readonly (readonly Part[])[],
  asOf: LocalDate,
) => readonly (readonly Part[])[];

export interface Clauses {
  readonly windows: readonly WindowClause[];
  readonly joint: readonly JointClause[];
}
