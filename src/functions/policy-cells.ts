import { refuse } from './cell-refusal.ts';
import { policyColumnOf } from '#domain/policy/column-of-header.ts';
import type { PolicyColumn } from '#domain/policy/columns.ts';
import { from1904 } from '#domain/policy/date-system.ts';
import type { Cell } from '#domain/sheet.ts';
import { type Cells, isErrorCell, usedHeight } from './cells.ts';
import { OpenZeros, isEmptyCell } from './empty-or-zero.ts';
import { faultText, plainCell } from './plain-cell.ts';

type Rows = readonly (readonly Cell[])[];

/** Columns in which a 0 can be meant. In every other column of a policy it is an empty cell. */
const MAY_BE_ZERO: ReadonlySet<PolicyColumn> = new Set(['threshold', 'rate', 'bonus']);

/**
 * The cells of a policy range as they stand in the sheet: rows below the last filled one are cut
 * off, and the 0 that desktop Excel hands over for an empty cell is empty again.
 *
 * @param cellName - what a message calls a cell, by row and column of the range
 */
export function policyCells(
  given: Cells,
  date1904: boolean,
  cellName: (rows: Rows, row: number, column: number) => string,
): Rows {
  const raw = given.rows.slice(0, usedHeight(given.rows));
  const rows = raw.map((row) => row.map(plainCell));
  refuseErrors(raw, (row, column) => cellName(rows, row, column));
  const header = rows.findIndex((row) => row.some((cell) => meaningOf(cell) === 'threshold'));
  const meanings = (rows[header] ?? []).map(meaningOf);
  const isBlank = rows.map(
    (row, at) => at <= header || row.every((cell) => cell === 0 || isEmptyCell(cell)),
  );
  const table = new OpenZeros(
    meanings,
    rows.map((row, at) => (isBlank[at] === true ? null : row)),
  );
  const meant = table.meant((row, column) => cellName(rows, row, column));
  const blanked = rows.map((row, at) =>
    row.map((cell, column) =>
      cell === 0 && (isBlank[at] === true || !(canBeZero(meanings[column]) || meant.has(column)))
        ? null
        : cell,
    ),
  );
  return date1904 ? from1904(blanked) : blanked;
}

const canBeZero = (meaning: PolicyColumn | undefined): boolean =>
  meaning !== undefined && MAY_BE_ZERO.has(meaning);

const meaningOf = (cell: Cell): PolicyColumn | undefined =>
  typeof cell === 'string' ? policyColumnOf(cell)?.column : undefined;

function refuseErrors(
  rows: readonly (readonly unknown[])[],
  cellName: (row: number, column: number) => string,
): void {
  rows.forEach((row, at) => {
    const column = row.findIndex(isErrorCell);
    if (column < 0) return;
    const cell = cellName(at, column);
    throw refuse({
      code: 'functions.policy-cell-error',
      cell,
      text: faultText(row[column]),
    });
  });
}

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

const isInYuan = (cell: Cell | undefined): boolean => headerOf(cell)?.unit === 'yuan';

const headerOf = (cell: Cell | undefined): ReturnType<typeof policyColumnOf> =>
  typeof cell === 'string' ? policyColumnOf(cell) : undefined;

const columnOf = (row: readonly Cell[], wanted: PolicyColumn): number =>
  row.findIndex((cell) => headerOf(cell)?.column === wanted);
