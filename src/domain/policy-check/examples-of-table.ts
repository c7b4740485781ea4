import type { PolicyColumn } from '../policy/columns.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { examplesIn, withTrigger } from '../policy/product-examples.ts';
import type { ComponentDraft } from '../policy/component-draft.ts';
import type { Columns } from '../policy/table-rows.ts';
import type { Cell } from '../sheet.ts';

/** Columns in which a policy speaks of products; what nobody reads may speak of them too. */
const SPEAKING: readonly PolicyColumn[] = ['component', 'categories', 'counts', 'source'];

/** The products that the table, or the notes around it, put into a class. */
export function examplesOf(
  table: readonly (readonly Cell[])[],
  columns: Columns,
  drafts: readonly ComponentDraft[],
  components: readonly Component[],
): Pick<Policy, 'examples'> {
  const byRow = new Map(
    drafts.flatMap(({ rows }, index) =>
      rows.map(({ row }) => [row, components[index]?.categories ?? 'all'] as const),
    ),
  );
  const names = [
    ...new Set([...byRow.values()].flatMap((own) => (own === 'all' ? [] : Object.values(own)))),
  ];
  if (names.length === 0) return {};
  const silent = new Set(
    [...columns].flatMap(([column, { index }]) => (SPEAKING.includes(column) ? [] : [index])),
  );
  const examples = table.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      typeof cell !== 'string' || (byRow.has(row) && silent.has(column))
        ? []
        : examplesIn(withTrigger(cell), byRow.get(row) ?? 'all', names),
    ),
  );
  return examples.length === 0 ? {} : { examples };
}
