export interface Allowed {
  readonly host?: string;
  readonly styles?: readonly string[];
}
export function contentPolicy(allowed?: Allowed): string;
export function contentPolicyTag(allowed?: Allowed): string;
