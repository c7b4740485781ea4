import { policyColumnOf } from '../policy/column-of-header.ts';
import type { PolicyFinding } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import { typedText } from '../policy/read-cells.ts';
import type { Columns } from '../policy/table-rows.ts';
import type { Cell } from '../sheet.ts';

/** Takes what is found at a row and column of the table, 0-based. */
export type Report = (
  row: number,
  column: number,
  fact: PolicyFact,
  level?: PolicyFinding['level'],
) => void;

/**
 * A clause nobody reads is money: every column without a meaning is named, with its first value.
 */
export function reportUnread(
  table: readonly (readonly Cell[])[],
  headerRow: number,
  columns: Columns,
  report: Report,
): void {
  const read = new Set([...columns.values()].map(({ index }) => index));
  const isTwice = (header: string): boolean => {
    const meaning = policyColumnOf(header);
    return meaning !== undefined && !meaning.yields;
  };
  const width = Math.max(0, ...table.slice(headerRow).map((row) => row.length));
  for (let column = 0; column < width; column += 1) {
    if (read.has(column)) continue;
    const value = table
      .slice(headerRow + 1)
      .map((row) => typedText(row[column] ?? null))
      .find((text) => text !== '');
    const header = typedText(table[headerRow]?.[column] ?? null);
    // One that stands twice is an error of its own.
    if (value !== undefined && !isTwice(header))
      report(headerRow, column, { code: 'policy.column-unread', header, value }, 'warning');
  }
}
