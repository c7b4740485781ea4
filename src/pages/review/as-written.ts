import type { Cell, Sheet } from '#domain/sheet.ts';
import { typedColumn } from '#pages/typed-text.ts';

/**
 * A sheet as it stands in the workbook that the page is written into: the text of a CSV stands
 * there as numbers and dates, each record in the row of its line.
 */
export function asWritten(sheet: Sheet): Sheet {
  if (sheet.delimited !== true) return sheet;
  const rowOf = (row: number): number => (sheet.lines?.[row] ?? row + 1) - 1;
  const columns = sheet.columns.map((cells) => {
    const typed = typedColumn(cells);
    const written: Cell[] = Array.from({ length: rowOf(cells.length - 1) + 1 }, () => null);
    cells.forEach((cell, row) => {
      written[rowOf(row)] = typeof cell === 'string' ? typed(cell).value : cell;
    });
    return written;
  });
  return { name: sheet.name, rowCount: rowOf(sheet.rowCount - 1) + 1, columns };
}
