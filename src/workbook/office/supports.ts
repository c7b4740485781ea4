/// <reference types="office-js" />

/**
 * Whether the host has a requirement set. Outside a host `Office.context.requirements` is absent.
 */
export function supports(set: string, version: string): boolean {
  if (typeof Office === 'undefined') return false;
  const { requirements } = (Office.context ?? {}) as {
    readonly requirements?: Office.RequirementSetSupport;
  };
  return requirements?.isSetSupported(set, version) ?? false;
}
