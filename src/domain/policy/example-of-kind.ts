import type { Cell } from '../sheet.ts';
import { EXAMPLE_KINDS, EXAMPLES_BY_KIND } from './example-kinds.ts';

type Table = readonly (readonly Cell[])[];

/**
 * Whether a policy's table is one of ours as it was offered: its rates are invented, and everything
 * that rests on them says so until one of its cells is another.
 */
export function isUnchangedExample(table: Table): boolean {
  const text = textOf(table);
  return EXAMPLE_KINDS.some((kind) =>
    Object.values(EXAMPLES_BY_KIND[kind]).some(({ policy }) => textOf(policy) === text),
  );
}

/** Cells as they read, empty cells at the end of a row and empty rows left out. */
const textOf = (table: Table): string =>
  table
    .map((row) => row.map((cell) => (cell === null ? '' : String(cell).trim())).join('\t'))
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
