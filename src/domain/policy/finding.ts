import type { Fen } from '../money/fen.ts';
import type { PolicyColumn } from './columns.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Component } from './policy.ts';
import type { CellName } from '../sheet.ts';

/**
 * What the policy check has to say about a cell. An error stops every figure; a warning does not.
 */
export interface PolicyFinding {
  readonly level: 'error' | 'warning';
  readonly cell: CellName;
  readonly fact: PolicyFact;
  /** What the silence or the contradiction is worth on this ledger; null when it cannot be said. */
  readonly atStake: Fen | null;
}

/**
 * The cell a clause of a component stands in; where it is not written, the component's first row.
 */
export const clauseCell = (component: Component, column: PolicyColumn): CellName =>
  component.cells?.get(column) ?? component.tiers[0]?.cell ?? '';

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
