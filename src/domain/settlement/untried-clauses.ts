import type { PolicyColumn } from '../policy/columns.ts';
import type { Component, Policy } from '../policy/policy.ts';

/**
 * Clauses that the inference takes as they are written, as far as the policy has them: where a
 * vendor reads one of these in another way, no reading that was tried fits its statement.
 */
export const untriedClauses = ({ components }: Policy): readonly PolicyColumn[] =>
  UNTRIED.filter(([, isIn]) => components.some(isIn)).map(([column]) => column);

const UNTRIED: readonly (readonly [PolicyColumn, (component: Component) => boolean])[] = [
  ['accumulate', () => true],
  ['trueUp', ({ scheme }) => scheme === 'whole' || scheme === 'increment'],
  ['per', ({ per }) => per !== null],
  ['measure', ({ measure }) => measure.kind !== 'sales'],
  ['lag', ({ lag }) => lag.kind !== 'current'],
  ['baseline', ({ baseline, baselineFrom }) => baseline !== null || baselineFrom !== null],
  ['cap', ({ cap }) => cap !== null],
  ['groupCap', ({ groupCap }) => groupCap !== null],
  ['gate', ({ gate }) => gate !== null],
  ['stack', ({ stack }) => stack.kind !== 'add'],
  ['carry', ({ carry }) => carry],
];
