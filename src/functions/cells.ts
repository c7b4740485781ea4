import { itemAt } from '#domain/columns.ts';
import { Refusal } from '#domain/refusal.ts';
import { refuse } from './cell-refusal.ts';
import type { ArgumentName } from '#facts/functions.ts';
import type { FunctionResult, CellResult } from './spec.ts';

/** An argument as rows of cells; every row has the width of the first. */
export interface Cells {
  readonly argument: ArgumentName;
  /** Of a whole column, as many as are in use; of any other range all of them. */
  readonly rows: readonly (readonly unknown[])[];
  /** Rows of the range as it was given. */
  readonly height: number;
  readonly width: number;
  /** 1×1: stands for every cell of a larger range. */
  readonly single: boolean;
  /** A bare value rather than a range: a bare value comes back. */
  readonly bare: boolean;
  /** What the argument asks for is never 0: a 0 is how desktop Excel hands over a blank cell. */
  readonly zeroIsBlank: boolean;
}

/** Names, lists, days and months: nobody means 0 by them. */
const NEVER_ZERO: ReadonlySet<ArgumentName> = new Set([
  'item',
  'items',
  'policy',
  'date',
  'product',
  'catalog',
  'period',
  'year_start',
  'as_of',
  'figure',
  'facts',
]);
/** Ranges at least so tall are whole columns; what follows their last filled row is no row. */
const WHOLE_COLUMN = 1_000_000;

/** Reads an argument as cells. A plain list counts as a column. */
export function cellsOf(argument: ArgumentName, value: unknown): Cells {
  const bare = !Array.isArray(value);
  const given: readonly unknown[] = bare ? [[value]] : value;
  const height = given.length;
  const used = height >= WHOLE_COLUMN ? given.slice(0, usedHeight(given)) : given;
  const rows = used.map((row): readonly unknown[] => (Array.isArray(row) ? row : [row]));
  const width = rows[0]?.length ?? 1;
  const single = height === 1 && width === 1;
  return { argument, rows, height, width, single, bare, zeroIsBlank: NEVER_ZERO.has(argument) };
}

/**
 * Rows up to the last that holds anything. Down there a 0 is a blank: nobody fills a column to its
 * end with zeros.
 */
export function usedHeight(rows: readonly unknown[]): number {
  let height = rows.length;
  while (height > 1 && isBlankRow(rows[height - 1])) height -= 1;
  return height;
}

/** Asked of a million rows a call: a plain loop takes a third of what `every` does. */
function isBlankRow(row: unknown): boolean {
  if (!Array.isArray(row)) return isBlankOrZero(row);
  for (let at = 0; at < row.length; at += 1) if (!isBlankOrZero(row[at])) return false;
  return true;
}

/** The argument, or undefined when it was left out or refers to one empty cell. */
export function optionalCells(argument: ArgumentName, value: unknown): Cells | undefined {
  const cells = cellsOf(argument, value);
  return cells.single && isEmpty(cellAt(cells, 0, 0)) ? undefined : cells;
}

/** The cell of a row and column; the only one of a single cell. A 0 that must be a blank is "". */
export function cellAt(cells: Cells, row: number, column: number): unknown {
  const cell = cells.single ? cells.rows[0]?.[0] : cells.rows[row]?.[column];
  return cell === 0 && cells.zeroIsBlank ? '' : cell;
}

/** An error value of another cell, which Excel hands over as an object. */
export const isErrorCell = (cell: unknown): boolean => typeof cell === 'object' && cell !== null;

/** Empty, or the 0 that may stand for it. */
export const isBlankOrZero = (cell: unknown): boolean => cell === 0 || isEmpty(cell);

export const isEmpty = (cell: unknown): boolean =>
  cell === '' ||
  cell === null ||
  cell === undefined ||
  (typeof cell === 'string' && cell.trim() === '');

/** Both ranges must have the same shape, or the second be one cell. */
export function requireShape(of: Cells, other: Cells | undefined): void {
  if (
    other === undefined ||
    other.single ||
    (other.height === of.height && other.width === of.width)
  )
    return;
  throw refuse({
    code: 'functions.shapes-differ',
    first: of.argument,
    firstShape: shapeText(of),
    second: other.argument,
    secondShape: shapeText(other),
  });
}

export const shapeText = (cells: Cells): string => `${cells.height}×${cells.width}`;

/**
 * One result a cell, in the shape of the argument (of a whole column, of its used rows); the error
 * of a bare value is the error of the call.
 */
export function mapCells(
  cells: Cells,
  resultOf: (cell: unknown, row: number, column: number) => CellResult,
): FunctionResult {
  if (cells.bare) {
    const only = resultOf(cellAt(cells, 0, 0), 0, 0);
    if (only instanceof Refusal) throw only;
    return only;
  }
  const { rows, width, zeroIsBlank } = cells;
  const results = new Array<CellResult[]>(rows.length);
  for (let row = 0; row < rows.length; row += 1) {
    const line = itemAt(rows, row);
    const made = new Array<CellResult>(width);
    for (let column = 0; column < width; column += 1) {
      const cell = line[column];
      made[column] = resultOf(zeroIsBlank && cell === 0 ? '' : cell, row, column);
    }
    results[row] = made;
  }
  return results;
}
