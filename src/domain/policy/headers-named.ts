import type { Component, Conditions, Policy } from './policy.ts';

/** Headers of the ledger that conditions and 累计对象 name, as the policy writes them. */
export const headersNamedBy = (policy: Policy | null): readonly string[] => [
  ...new Set((policy?.components ?? []).flatMap(headersOf)),
];

/** The same of one component, each with the clause that names it. */
function headersOf({ where, countsWhere, per }: Component): readonly string[] {
  const named = [where, countsWhere === 'all' ? null : countsWhere].flatMap(fieldsOf);
  return per === null ? named : [...named, per.header];
}

export const fieldsOf = (conditions: Conditions | null): readonly string[] =>
  (conditions?.terms ?? []).flatMap((term) => (term.kind === 'field' ? [term.field] : []));
