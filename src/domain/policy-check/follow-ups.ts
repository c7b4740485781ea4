import type { PolicyColumn } from '../policy/columns.ts';
import type { PolicyFinding } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';

/** Which cells a finding draws its conclusion from. */
const RESTS_ON: { readonly [C in PolicyFact['code']]?: readonly PolicyColumn[] } = {
  'policy.baseline-missing': ['baseline', 'scheme', 'threshold'],
  'policy.dates-reversed': ['from', 'to'],
  'policy.overlap': ['from', 'to', 'policy'],
  'policy.cap-below-floor': ['cap', 'floor'],
  'policy.group-windows-differ': ['stack', 'accumulate', 'yearStart'],
  'policy.group-cap-windows': ['groupCap', 'accumulate', 'yearStart'],
  'policy.per-full-rows': ['scheme'],
  'policy.per-full-threshold': ['scheme', 'threshold'],
  'policy.per-full-rate': ['scheme', 'rate'],
  'policy.per-full-bonus': ['scheme', 'bonus'],
  'policy.top-up-unknown': ['stack', 'component'],
  'policy.dead-tier': ['threshold', 'rate', 'bonus'],
  'policy.total-falls': ['threshold', 'rate', 'bonus', 'scheme', 'baseline'],
  'policy.clawback-without-end': ['to', 'clawback'],
};

type Unread = ReadonlyMap<string, ReadonlySet<PolicyColumn>>;

/** Whether a finding says no more than that a cell it rests on could not be read. */
export function followsFrom({ fact }: PolicyFinding, unread: Unread): boolean {
  if (!('component' in fact)) return false;
  const failed = unread.get(fact.component) ?? new Set();
  const restsOn: readonly PolicyColumn[] =
    fact.code === 'policy.clauses-conflict'
      ? [fact.column, fact.other]
      : (RESTS_ON[fact.code] ?? []);
  return restsOn.some((column) => failed.has(column));
}
