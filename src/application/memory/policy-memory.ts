import { LONGEST_KEPT_TEXT } from '#domain/bounds.ts';
import { type LocalDate, isoDate, parseIsoDate } from '#domain/calendar/local-date.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { headersOf, typedPolicy } from '#domain/policy/typed-policy.ts';

/**
 * The policies that earlier reviews rested on, kept in the workbook as typed tables, oldest first.
 */
export interface RememberedPolicy {
  /** As-of day of the last review that rested on it. */
  readonly asOf: LocalDate;
  /** Header and rows. */
  readonly table: readonly (readonly string[])[];
}

export const POLICY_KEY = 'review-policies';
/** More changes than this between two reviews are not told apart. */
const KEPT = 4;

/** The table as it is remembered: the same policy always gives the same texts. */
export function tableOf(policy: Policy): RememberedPolicy['table'] {
  const { columns, rows } = typedPolicy(policy, 'en-US');
  return [headersOf(columns, 'en-US'), ...rows];
}

const same = (a: RememberedPolicy['table'], b: RememberedPolicy['table']): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export function withPolicy(
  list: readonly RememberedPolicy[],
  policy: Policy,
  asOf: LocalDate,
): readonly RememberedPolicy[] {
  const table = tableOf(policy);
  return [...list.filter((one) => !same(one.table, table)), { asOf, table }].slice(-KEPT);
}

/**
 * The newest policy that differs from this one, read again; `undefined` when there is none, or it
 * can't be read.
 */
export function lastOtherPolicy(
  list: readonly RememberedPolicy[],
  policy: Policy,
): { readonly policy: Policy; readonly asOf: LocalDate } | undefined {
  const table = tableOf(policy);
  const other = [...list].reverse().find((one) => !same(one.table, table));
  if (other === undefined) return undefined;
  // A gate's facts are today's: what changed is the policy, not what it is measured against.
  const { policy: read } = readPolicy(other.table, { cellName: () => '', facts: policy.facts });
  return read === null ? undefined : { policy: read, asOf: other.asOf };
}

export const policiesText = (list: readonly RememberedPolicy[]): string =>
  JSON.stringify({
    version: 1,
    policies: list.map(({ asOf, table }) => ({ asOf: isoDate(asOf), table })),
  });

/** What a kept text holds; a kept text that was edited or cut off holds nothing. */
export function parsePolicies(text: string | undefined): readonly RememberedPolicy[] {
  try {
    if ((text ?? '').length > LONGEST_KEPT_TEXT) return [];
    const kept = JSON.parse(text ?? '') as {
      readonly version?: unknown;
      readonly policies?: unknown;
    } | null;
    return kept?.version === 1 && Array.isArray(kept.policies)
      ? kept.policies.flatMap(remembered)
      : [];
  } catch {
    return [];
  }
}

function remembered(one: unknown): readonly RememberedPolicy[] {
  const { asOf, table } = (one ?? {}) as { readonly asOf?: unknown; readonly table?: unknown };
  const day = typeof asOf === 'string' ? parseIsoDate(asOf) : undefined;
  if (day === undefined || !Array.isArray(table)) return [];
  const rows: readonly unknown[] = table;
  return [{ asOf: day, table: rows.map((row) => (Array.isArray(row) ? row.map(String) : [])) }];
}
