import type { ICellData, IRange, Worksheet } from '@univerjs/core';
import type { NamedTable } from '#application/live/sheet-drawings.ts';
import type { CellBlock } from '#domain/sheet.ts';
import { valueOf } from './edited-cells.ts';
import { Formulas } from './formulas.ts';
import { headingRows } from './heading-rows.ts';

/** Where a table is, and its rows in it. */
export type SortedTable = Pick<NamedTable, 'block' | 'heads' | 'totals'>;

/** How far down a header is looked for: titles and notes seldom push it further. */
const SEARCH_ROWS = 40;

/**
 * The part of a block that sorting may move: titles and the header above its rows stay, and of a
 * table its totals too. The grid's own sorting takes them for orders.
 */
export function sortableRows(
  worksheet: Worksheet,
  range: IRange,
  tables: readonly SortedTable[],
): IRange {
  const table = tables.find(({ block }) => isOver(block, range));
  const rows = table && {
    startRow: Math.max(range.startRow, table.block.top + table.heads),
    endRow: Math.min(range.endRow, table.block.bottom - table.totals),
  };
  if (rows && rows.startRow <= rows.endRow) return { ...range, ...rows };
  const top = topOf(worksheet, range);
  const columns = Array.from({ length: range.endColumn - range.startColumn + 1 }, (_, column) =>
    Array.from({ length: Math.min(SEARCH_ROWS, range.endRow - top + 1) }, (_line, row) =>
      valueOf(worksheet.getCellRaw(top + row, range.startColumn + column)),
    ),
  );
  return { ...range, startRow: top + headingRows(columns) };
}

const isOver = ({ top, left, bottom, right }: CellBlock, range: IRange): boolean =>
  range.startRow <= bottom &&
  top <= range.endRow &&
  range.startColumn <= right &&
  left <= range.endColumn;

/** The table that a cell lies in, as a block to sort: what stands beside it stays. */
export function tableAround(
  tables: readonly SortedTable[],
  row: number,
  column: number,
): IRange | undefined {
  const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  const block = tables.find((table) => isOver(table.block, cell))?.block;
  return (
    block && {
      startRow: block.top,
      endRow: block.bottom,
      startColumn: block.left,
      endColumn: block.right,
    }
  );
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
