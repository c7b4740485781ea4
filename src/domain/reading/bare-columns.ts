import { foldKey, isBlank } from './fold-text.ts';
import { type Sheet, columnName } from '../sheet.ts';

/**
 * A column of a sheet that has no header, as people are told of it and as they map it: 订单!B.
 */
export const bareColumn = (sheet: string, column: number): string =>
  `${sheet}!${columnName(column)}`;

/** Rows that are looked at to see which columns hold anything. */
const ROWS_SEEN = 200;

/** The columns of a sheet that hold anything among its first rows. */
export function bareColumns({ name, columns, rowCount }: Sheet): readonly string[] {
  const rows = Math.min(rowCount, ROWS_SEEN);
  return columns.flatMap((cells, column) =>
    cells.slice(0, rows).some((cell) => !isBlank(cell)) ? [bareColumn(name, column)] : [],
  );
}

/** Whether a person has said of any column of the sheet what it holds. */
export const saysColumns = (
  { name }: Sheet,
  mapping: readonly { readonly header: string }[],
): boolean => {
  const start = foldKey(`${name}!`);
  return mapping.some(({ header }) => foldKey(header).startsWith(start));
};
