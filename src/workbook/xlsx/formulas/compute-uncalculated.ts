import type { Cell, CellBlock } from '#domain/sheet.ts';
import type { ColumnBuilder } from '../read/column-builder.ts';
import type { Uncomputed } from '../read/xlsx-source.ts';
import { computeCells } from './compute-cells.ts';
import { FormulaTexts, keyOf } from './formula-texts.ts';

/**
 * Programs that know no arithmetic (openpyxl, for one) write formulas without their results. Plain
 * ones are computed here; the others stay #CALC!, which is asked about and never guessed.
 */
export async function computeUncalculated({
  part,
  pieces,
  cells,
  uncalculated,
  tables,
  pump,
}: Uncomputed): Promise<void> {
  const texts = new FormulaTexts(
    part,
    new Set(uncalculated.map(({ row, column }) => keyOf(row, column))),
  );
  await pump.run(pieces, (piece) => {
    texts.push(piece);
    return texts.rows;
  });
  const formulas = texts.finish();
  texts.arrays.forEach((block) => withoutResults(cells, block));
  const computed = computeCells(cells.columns, formulas, tables);
  for (const { row, column, format } of uncalculated) {
    const value = computed.get(keyOf(row, column));
    if (value === undefined) continue;
    cells.replace(row, column, value === '' ? null : value);
    if (typeof value === 'number') cells.putFormat(row, column, format);
  }
}

/** What stands below the first cell of such an array are its results of another day. */
function withoutResults(cells: ColumnBuilder, { top, left, bottom, right }: CellBlock): void {
  const { columns } = cells;
  for (let column = left; column <= right; column += 1) {
    const own = columns[column] ?? [];
    const end = Math.min(bottom + 1, own.length);
    for (let row = top; row < end; row += 1)
      if ((own[row] ?? null) !== null) cells.replace(row, column, UNKNOWN);
  }
}

const UNKNOWN: Cell = { fault: '#CALC!' };
