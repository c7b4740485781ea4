import type { Failure } from './pane-state.ts';

/**
 * The fact that an expected failure carries. Anything else is a bug: said as such here, in full on
 * the console.
 */
export function failureOf(error: unknown): Failure {
  const fact = (error as { readonly fact?: Failure } | null)?.fact;
  if (fact && typeof fact.code === 'string') return fact;
  console.error(error);
  return { code: 'run.broken' };
}
