import { type PolicyColumn, policyColumnOf } from '#domain/policy/columns.ts';
import type { Cell } from '#domain/sheet.ts';
import type { PolicyTable } from './policy-source.ts';

/** Five times the baseline: no policy asks for more, and no threshold in yuan is that small. */
const LARGEST_SHARE = 5;

/**
 * Number formats of a policy range. Excel gives functions bare numbers: a threshold of 110% arrives
 * as 1.1. Beside a baseline such a number is a share of it, not one yuan and ten fen; under a
 * header in 万 it stays an amount.
 */
export function percentThresholds(cells: PolicyTable['cells']): PolicyTable['format'] {
  const header = cells.find((row) => columnOf(row, 'threshold') >= 0) ?? [];
  const [threshold, baseline] = [columnOf(header, 'threshold'), columnOf(header, 'baseline')];
  const isInYuan = meaningOf(header[threshold])?.unit === 'yuan';
  const hasBaseline =
    baseline >= 0 &&
    cells.some((row) => row !== header && row[baseline] !== null && row[baseline] !== undefined);
  if (!isInYuan || !hasBaseline) return undefined;
  return (row, column) => {
    const cell = cells[row]?.[column];
    return column === threshold && typeof cell === 'number' && cell > 0 && cell <= LARGEST_SHARE
      ? '0%'
      : null;
  };
}

const meaningOf = (cell: Cell | undefined): ReturnType<typeof policyColumnOf> =>
  typeof cell === 'string' ? policyColumnOf(cell) : undefined;

const columnOf = (row: readonly Cell[], wanted: PolicyColumn): number =>
  row.findIndex((cell) => meaningOf(cell)?.column === wanted);
