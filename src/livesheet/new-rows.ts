import type { ICellData, Worksheet } from '@univerjs/core';
import { withReferences } from '#application/live/structured-references.ts';
import { Formulas } from './formulas.ts';
import type { GridTable } from './table-formulas.ts';

/** An address: where it was written is part of what it means. */
const ADDRESS = /(?<![\p{L}\p{N}_.])\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.(])/iu;

/** What the rows hold that a table grows by: the looks of its last row, and what fills columns. */
export function newCells(
  sheet: Worksheet,
  { block, calculated = [] }: GridTable,
  bottom: number,
): Record<number, Record<number, ICellData>> {
  const formulas = new Formulas(sheet);
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let column = block.left; column <= block.right; column += 1) {
    const above = sheet.getCellRaw(block.bottom, column);
    const last = formulas.at(block.bottom, column, above);
    const filling = calculated[column - block.left] ?? null;
    for (let row = block.bottom + 1; row <= bottom; row += 1) {
      const now = sheet.getCellRaw(row, column);
      const cell: ICellData = {};
      if (!now?.s && above?.s) cell.s = above.s;
      if (filling !== null && (now?.v ?? '') === '' && !now?.f && !now?.si && !now?.p) {
        // An address in it is that of some row: the last one's has its own.
        const moved = last && formulas.moved(last, row - block.bottom, 0);
        const formula = hasAddress(filling) ? moved : `=${filling}`;
        if (formula !== undefined) cell.f = formula;
      }
      if (Object.keys(cell).length > 0) (cells[row] ??= {})[column] = cell;
    }
  }
  return cells;
}

const hasAddress = (formula: string): boolean =>
  ADDRESS.test(withReferences(formula, () => '').replace(/"[^"]*"/g, ''));
