import type { Cell } from '../sheet.ts';
import { policyColumnOf } from './column-of-header.ts';
import type { PolicyColumn } from './columns.ts';

/** Days between the two date systems: 1904-01-01 is 0 in one and 1462 in the other. */
export const DAYS_1904 = 1462;

const DATE_COLUMNS: ReadonlySet<PolicyColumn> = new Set(['from', 'to', 'recordedOn']);

/** A policy table of a workbook that counts its days from 1904, with serial numbers of 1900. */
export function from1904(table: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const columns = dateColumns(table);
  if (columns.size === 0) return table;
  return table.map((row) =>
    row.map((cell, column) =>
      columns.has(column) && typeof cell === 'number' ? cell + DAYS_1904 : cell,
    ),
  );
}

/** Columns of a policy table, zero-based, that hold days. */
export function dateColumns(table: readonly (readonly unknown[])[]): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const row of table)
    row.forEach((cell, column) => {
      const meaning = typeof cell === 'string' ? policyColumnOf(cell)?.column : undefined;
      if (meaning !== undefined && DATE_COLUMNS.has(meaning)) columns.add(column);
    });
  return columns;
}
