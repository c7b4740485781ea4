import { Refusal } from '#domain/refusal.ts';
import { type CellRefusal, refuse } from './cell-refusal.ts';
import type { Fen } from '#domain/money/fen.ts';
import { type Cells, cellAt, isBlankOrZero, isEmpty, requireShape } from './cells.ts';
import { amountReader } from './read-amount.ts';
import { requiredCells } from './sales-figures.ts';

/**
 * The deals of a range and what stands beside each. Cells without a deal are left out; `at` leads
 * back to them.
 */
export interface DealCells<T> {
  readonly range: Cells;
  readonly amounts: readonly Fen[];
  readonly beside: readonly T[];
  /** Row and column of each deal. */
  readonly at: readonly (readonly [number, number])[];
}

/**
 * Reads deals and a second range of the same shape. One bad cell spoils a sum, so it is named by
 * its row and thrown.
 */
export function dealCells<T>(
  deals: unknown,
  beside: Cells,
  readBeside: (cell: unknown) => T | CellRefusal,
): DealCells<T> {
  const range = requiredCells('deals', deals);
  requireShape(range, beside);
  const readDeal = amountReader(range);
  const amounts: Fen[] = [];
  const others: T[] = [];
  const at: (readonly [number, number])[] = [];
  range.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      // Desktop Excel hands empty cells over as 0: a row of nothing else is no deal.
      const isNone = isEmpty(cell) || (cell === 0 && isBlankOrZero(cellAt(beside, row, column)));
      const amount = isNone ? '' : inRow(row, readDeal(cell));
      if (amount === '') return;
      amounts.push(amount);
      others.push(inRow(row, readBeside(cellAt(beside, row, column))));
      at.push([row, column]);
    }),
  );
  return { range, amounts, beside: others, at };
}

/** The value, or the error of its row thrown. Rows count from 1 inside the range. */
export function inRow<T>(row: number, value: T | CellRefusal): T {
  if (value instanceof Refusal)
    throw refuse({ code: 'functions.in-row', row: row + 1, fact: value.fact });
  return value;
}
