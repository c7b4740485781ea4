import type { ICellData, IRange, Worksheet } from '@univerjs/core';
import { valueOf } from './edited-cells.ts';
import { Formulas } from './formulas.ts';
import { headingRows } from './heading-rows.ts';

/** How far down a header is looked for: titles and notes seldom push it further. */
const SEARCH_ROWS = 40;

/**
 * The part of a block that sorting may move: titles and the header above its rows stay. The grid's
 * own sorting takes the header for one of the orders.
 */
export function sortableRows(worksheet: Worksheet, range: IRange): IRange {
  const top = topOf(worksheet, range);
  const columns = Array.from({ length: range.endColumn - range.startColumn + 1 }, (_, column) =>
    Array.from({ length: Math.min(SEARCH_ROWS, range.endRow - top + 1) }, (_line, row) =>
      valueOf(worksheet.getCellRaw(top + row, range.startColumn + column)),
    ),
  );
  return { ...range, startRow: top + headingRows(columns) };
}

/** Rows that stay on screen while others scroll are no orders. */
function topOf(worksheet: Worksheet, { startRow, endRow }: IRange): number {
  const { startRow: scrolling } = worksheet.getFreeze();
  return scrolling > startRow && scrolling <= endRow ? scrolling : startRow;
}

/** What the grid says when rows change places: the row that comes to each row. */
export interface Reordered {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range: IRange;
  readonly order: Readonly<Record<number, number>>;
}

type Matrix = Record<number, Record<number, ICellData>>;

/**
 * The formulas of rows that change places, as they read where they come to and as they read now.
 * The grid itself moves their text alone, so that each would go on computing from its old row.
 */
export function movedFormulas(
  worksheet: Worksheet,
  { range, order }: Reordered,
): { readonly after: Matrix; readonly before: Matrix } {
  const formulas = new Formulas(worksheet);
  const [after, before]: [Matrix, Matrix] = [{}, {}];
  for (const [to, from] of Object.entries(order)) {
    if (Number(to) === from) continue;
    for (let column = range.startColumn; column <= range.endColumn; column += 1) {
      const formula = formulas.at(from, column, worksheet.getCellRaw(from, column));
      if (formula === undefined) continue;
      const moved = formulas.moved(formula, Number(to) - from, 0);
      (after[Number(to)] ??= {})[column] = { f: moved, si: null };
      (before[from] ??= {})[column] = { f: formula, si: null };
    }
  }
  return { after, before };
}
