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
