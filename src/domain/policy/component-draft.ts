import type { PolicyColumn } from './columns.ts';
import type { PolicyFinding } from './finding.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Columns, TableRow } from './table-rows.ts';

/**
 * The rows of one component, and the earlier version of the same name that its blanks fall back to.
 */
export interface ComponentDraft {
  readonly name: string;
  readonly rows: TableRow[];
  readonly above: ComponentDraft | undefined;
}

export interface DraftContext {
  readonly columns: Columns;
  readonly report: (
    row: number,
    column: number,
    fact: PolicyFact,
    level?: PolicyFinding['level'],
  ) => void;
  readonly cellName: (row: number, column: number) => string;
  readonly format?: (row: number, column: number) => string | null;
}

export const placeOf = (context: DraftContext, column: PolicyColumn): number =>
  context.columns.get(column)?.index ?? 0;

export function reported(
  context: DraftContext,
  row: number,
  column: PolicyColumn,
  fact: PolicyFact,
  failed: Set<PolicyColumn>,
): null {
  failed.add(column);
  context.report(row, placeOf(context, column), fact);
  return null;
}

export const cellOf = (context: DraftContext, row: number, column: PolicyColumn): string =>
  context.cellName(row, context.columns.get(column)?.index ?? 0);
