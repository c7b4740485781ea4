import * as bounds from '#domain/bounds.ts';

export type BoundName = keyof typeof bounds;

/**
 * Sets bounds lower for one test, so that "at" and "beyond" cost nothing. The test file has to say
 * `jest.mock('#domain/bounds.ts', …)` with a copy of the actual module.
 */
export function lowered<T>(values: Partial<Record<BoundName, number>>, work: () => T): T {
  const open = bounds as Record<string, number>;
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, open[name]]));
  const restore = (): void => void Object.assign(open, before);
  Object.assign(open, values);
  try {
    const result = work();
    if (result instanceof Promise) return result.finally(restore) as T;
    restore();
    return result;
  } catch (error) {
    restore();
    throw error;
  }
}
