import { CellError } from './cell-error.ts';
import type { ArgumentName } from './functions.facts.ts';
import type { FunctionResult, CellResult } from './spec.ts';

/** An argument as rows of cells; every row has the width of the first. */
export interface Cells {
  readonly argument: ArgumentName;
  readonly rows: readonly (readonly unknown[])[];
  readonly height: number;
  readonly width: number;
  /** 1×1: stands for every cell of a larger range. */
  readonly single: boolean;
  /** A bare value rather than a range: answered with a bare value. */
  readonly bare: boolean;
}

/** Reads an argument as cells. A plain list counts as a column. */
export function cellsOf(argument: ArgumentName, value: unknown): Cells {
  const bare = !Array.isArray(value);
  const rows: readonly (readonly unknown[])[] = bare
    ? [[value]]
    : value.map((row: unknown) => (Array.isArray(row) ? row : [row]));
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  return { argument, rows, height, width, single: height === 1 && width === 1, bare };
}

/** The argument, or undefined when it was left out or refers to one empty cell. */
export function optionalCells(argument: ArgumentName, value: unknown): Cells | undefined {
  const cells = cellsOf(argument, value);
  return cells.single && isEmpty(cells.rows[0]?.[0]) ? undefined : cells;
}

export const cellAt = (cells: Cells, row: number, column: number): unknown =>
  cells.single ? cells.rows[0]?.[0] : cells.rows[row]?.[column];

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
  throw new CellError({
    code: 'functions.shapes-differ',
    first: of.argument,
    firstShape: shapeText(of),
    second: other.argument,
    secondShape: shapeText(other),
  });
}

export const shapeText = (cells: Cells): string => `${cells.height}×${cells.width}`;

/**
 * One result a cell, in the shape of the argument; the error of a bare value is the error of the
 * call.
 */
export function mapCells(
  cells: Cells,
  resultOf: (cell: unknown, row: number, column: number) => CellResult,
): FunctionResult {
  if (cells.bare) {
    const only = resultOf(cells.rows[0]?.[0], 0, 0);
    if (only instanceof CellError) throw only;
    return only;
  }
  const { rows, height, width } = cells;
  const results = new Array<CellResult[]>(height);
  for (let row = 0; row < height; row += 1) {
    const line = rows[row] as readonly unknown[];
    const made = new Array<CellResult>(width);
    for (let column = 0; column < width; column += 1)
      made[column] = resultOf(line[column], row, column);
    results[row] = made;
  }
  return results;
}
