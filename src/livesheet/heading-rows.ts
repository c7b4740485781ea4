import { findHeader } from '#domain/reading/header-row.ts';
import type { Cell } from '#domain/sheet.ts';

/** How many of a block's first rows are titles and header; `columns[c][r]` of these rows. */
export function headingRows(columns: readonly (readonly Cell[])[]): number {
  const sheet = { name: '', rowCount: columns[0]?.length ?? 0, columns };
  return (findHeader(sheet, [])?.bottom ?? (isHeading(columns) ? 0 : -1)) + 1;
}

/** The first row is words alone, above figures: so looks the header of a sheet of any kind. */
function isHeading(columns: readonly (readonly Cell[])[]): boolean {
  const words = columns.every(([first]) => first === null || isWord(first));
  const areFigures = (cells: readonly Cell[]): boolean =>
    cells.some(hasDigit) && cells.every((cell) => cell === null || hasDigit(cell));
  return words && columns.some(([first, ...rest]) => isWord(first) && areFigures(rest));
}

const isWord = (cell: Cell | undefined): boolean => typeof cell === 'string' && !hasDigit(cell);
/** Dates, numbers of orders and amounts alike. */
const hasDigit = (cell: Cell | undefined): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /\d/.test(cell));
