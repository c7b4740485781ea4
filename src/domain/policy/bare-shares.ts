import type { Cell } from '../sheet.ts';
import { policyColumnOf } from './column-of-header.ts';
import type { PolicyColumn } from './columns.ts';

/** Five times the baseline: no policy asks for more, and no threshold in yuan is that small. */
const LARGEST_SHARE = 5;

/**
 * Number formats of a policy table that was given as bare numbers, as Excel gives functions their
 * ranges: a threshold of 110% arrives as 1.1. Beside a baseline such a number is a share of it, not
 * one yuan and ten fen; under a header in 万 it stays an amount. `undefined` where nothing is bare.
 */
export function bareShareFormats(
  cells: readonly (readonly Cell[])[],
): ((row: number, column: number) => string | null) | undefined {
  const header = cells.find((row) => columnOf(row, 'threshold') >= 0) ?? [];
  const [threshold, baseline] = [columnOf(header, 'threshold'), columnOf(header, 'baseline')];
  const hasBaseline =
    baseline >= 0 &&
    cells.some((row) => row !== header && row[baseline] !== null && row[baseline] !== undefined);
  if (!isInYuan(header[threshold]) || !hasBaseline) return undefined;
  return (row, column) => {
    const cell = cells[row]?.[column];
    return column === threshold && typeof cell === 'number' && cell > 0 && cell <= LARGEST_SHARE
      ? '0%'
      : null;
  };
}

const isInYuan = (cell: Cell | undefined): boolean => meaningOf(cell)?.unit === 'yuan';

const meaningOf = (cell: Cell | undefined): ReturnType<typeof policyColumnOf> =>
  typeof cell === 'string' ? policyColumnOf(cell) : undefined;

const columnOf = (row: readonly Cell[], wanted: PolicyColumn): number =>
  row.findIndex((cell) => meaningOf(cell)?.column === wanted);
