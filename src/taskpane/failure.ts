import { refusedFact } from '#facts/any-fact.ts';
import type { Failure } from './pane-state.ts';

/**
 * The fact that an expected failure carries. Anything else is a bug: said as such here, in full on
 * the console.
 */
export function failureOf(error: unknown): Failure {
  const fact = refusedFact(error);
  if (fact !== null) return fact;
  console.error(error);
  return { code: 'run.broken' };
}
