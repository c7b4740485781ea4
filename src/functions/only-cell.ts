import { refuse } from './cell-refusal.ts';
import { type Cells, cellAt, cellsOf, isEmpty, isErrorCell, shapeText } from './cells.ts';
import type { ArgumentName } from '#facts/functions.ts';
import { errorCell } from './plain-cell.ts';

/** The value of an argument that has to be one cell. */
export function onlyCell(cells: Cells): unknown {
  if (!cells.single)
    throw refuse({
      code: 'functions.one-cell',
      argument: cells.argument,
      shape: shapeText(cells),
    });
  return cellAt(cells, 0, 0);
}

/**
 * The same for an argument that may be left out: undefined when it is, or when the cell is empty.
 * Throws when the cell holds an error.
 */
export function onlyCellOf(argument: ArgumentName, value: unknown): unknown {
  const cell = onlyCell(cellsOf(argument, value));
  if (isErrorCell(cell)) throw errorCell(argument, cell);
  return isEmpty(cell) ? undefined : cell;
}
