import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type { CellEdit } from '#application/live/cell-edit.ts';
import type { Cell } from '#domain/sheet.ts';

/** Error values as cells show them. */
const FAULT = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|CALC!|SPILL!|GETTING_DATA)$/;

interface Shown {
  /** With its "=". */
  readonly formula: string | undefined;
  readonly format: string | undefined;
  readonly look: number | undefined;
}

/** What stands in a cell of the grid, as an edit of the file. */
export function editOf(
  row: number,
  column: number,
  cell: Nullable<ICellData>,
  { formula, format, look }: Shown,
): CellEdit {
  const value = valueOf(cell);
  const shown = {
    ...(format === undefined ? {} : { format }),
    ...(look === undefined ? {} : { look }),
  };
  if (formula !== undefined)
    return { row, column, kind: 'formula', value, formula: formula.slice(1), ...shown };
  return { row, column, kind: 'value', value, ...shown };
}

export function valueOf(cell: Nullable<ICellData>): Cell {
  const value = cell?.v ?? richText(cell);
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value;
  if (cell?.t === CellValueType.BOOLEAN) return value === 1 || value === '1' || value === 'TRUE';
  if (typeof value === 'number') return value;
  if (FAULT.test(value)) return { fault: value };
  // The grid ends lines within a cell as its editor does, a file as Excel does.
  return value.replace(/\r\n?/g, '\n');
}

/** Text with formats of its own, as pasted: its words alone. */
const richText = (cell: Nullable<ICellData>): string | undefined =>
  cell?.p?.body?.dataStream.replace(/\r\n$/, '');

/** The cells that a change of the grid's model touched, by row, with what it puts into them. */
export type Touched = Iterable<
  readonly [row: number, column: number, change?: Nullable<ICellData>]
>;

type Line = Readonly<Record<string, Nullable<ICellData>>>;
type Matrix = Readonly<Record<string, Line | undefined>>;
interface Block {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/**
 * The cells that one of the grid's changes touched, by the sheet's id; empty for a change that
 * touches none. Values may have been typed, pasted, filled, sorted, moved or undone: all of them
 * come down to these three changes.
 */
export function touchedCells(
  id: string,
  params: unknown,
): readonly { readonly sheet: string; readonly cells: Touched }[] {
  if (id === 'sheet.mutation.set-range-values') {
    const { subUnitId, cellValue } = params as { subUnitId: string; cellValue?: Matrix };
    return [{ sheet: subUnitId, cells: cellsOfMatrix(cellValue ?? {}) }];
  }
  if (id === 'sheet.mutation.move-range') {
    const { from, to } = params as Record<'from' | 'to', { subUnitId: string; value: Matrix }>;
    return [from, to].map(({ subUnitId, value }) => ({
      sheet: subUnitId,
      cells: cellsOfMatrix(value),
    }));
  }
  if (id === 'sheet.mutation.reorder-range') {
    const { subUnitId, range } = params as { subUnitId: string; range: Block };
    return [{ sheet: subUnitId, cells: cellsOfBlock(range) }];
  }
  return [];
}

function* cellsOfMatrix(matrix: Matrix): Touched {
  for (const [row, line] of Object.entries(matrix))
    for (const [column, cell] of Object.entries(line ?? {}))
      yield [Number(row), Number(column), cell];
}

function* cellsOfBlock({ startRow, endRow, startColumn, endColumn }: Block): Touched {
  for (let row = startRow; row <= endRow; row += 1)
    for (let column = startColumn; column <= endColumn; column += 1) yield [row, column];
}
