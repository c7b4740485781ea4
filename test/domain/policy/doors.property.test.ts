import * as fc from 'fast-check';
import { readPolicyJson } from '#domain/policy-check/policy-json.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { PolicyTable } from '#domain/policy/table-rows.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { headersOf, typedPolicy } from '#domain/policy/typed-policy.ts';
import { policies } from '../rebate/random-policies.ts';
import { POLICY_HEADER, policyRows } from '../rebate/reckoning.ts';
import { runs } from '../../runs.ts';

/** Table, draft editor and JSON are doors to one reader: whatever the clauses, one policy. */

/** All that a component says, the places of its cells and the words of its texts left out. */
function said(policy: Policy | null): unknown {
  const plain = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Map) return [...value].map(plain);
    if (Array.isArray(value)) return value.map(plain);
    if ('toFixed' in value) return String(value);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !['cell', 'cells', 'text'].includes(key))
        .map(([key, each]) => [key, plain(each)]),
    );
  };
  return plain(policy?.components);
}

const blankAsNull = (table: readonly (readonly string[])[]): PolicyTable =>
  table.map((row) => row.map((cell) => (cell === '' ? null : cell)));

it.each(['zh-CN', 'en-US'] as const)('reads the same policy by every door: %s', (language) => {
  fc.assert(
    fc.property(policies, (rules) => {
      const table = [
        POLICY_HEADER,
        ...rules.flatMap((of) =>
          policyRows(
            of,
            rules.filter((other) => other !== of),
          ),
        ),
      ].map((line) => line.split('|'));
      const first = readPolicy(blankAsNull(table), { cellName: () => '' }).policy;
      expect(first).not.toBeNull();
      const typed = typedPolicy(first as Policy, language);
      const [header, rows] = [headersOf(typed.columns, language), typed.rows];
      const drafted = readPolicy(blankAsNull([header, ...rows]), { cellName: () => '' });
      expect(said(drafted.policy)).toEqual(said(first));
      const json = {
        name: 'P',
        rows: rows.map((row) => Object.fromEntries(row.map((cell, at) => [header[at], cell]))),
      };
      expect(said(readPolicyJson(json, {}).policy)).toEqual(said(first));
    }),
    { numRuns: runs(300) },
  );
});
