import { isFigure } from '../reading/figure.ts';
import { isBlank } from '../reading/fold-text.ts';
import { headingAt } from '../ledger/refunds-title.ts';
import { type Sheet, cellAt } from '../sheet.ts';
import { type StatementColumns, columnsOfRow, namesALine } from './statement-headers.ts';

/**
 * The tables that stand one below the other on a sheet under headers of their own, each as a sheet
 * on which the others' rows are empty: places stay what they are. One sheet where there is one.
 */
export function tablesBelow(sheet: Sheet): readonly Sheet[] {
  const starts: number[] = [];
  let before: StatementColumns | undefined;
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const header = headerAt(sheet, row);
    if (header === undefined) continue;
    if (before !== undefined && isSame(before, header)) continue;
    if (before !== undefined) starts.push(row - headingLines(sheet, row));
    before = header;
  }
  if (starts.length === 0) return [sheet];
  return [0, ...starts].map((from, index) => onlyRows(sheet, from, starts[index] ?? Infinity));
}

/** What a row says about columns; `undefined` where it holds a figure or names no money. */
function headerAt(sheet: Sheet, row: number): StatementColumns | undefined {
  const first = sheet.columns.findIndex((cells) => !isBlank(cells[row]));
  const text = cellAt(sheet, row, first);
  if (typeof text !== 'string' || /^\d/.test(text)) return undefined;
  if (sheet.columns.some((cells) => isFigure(cells[row]))) return undefined;
  const header = columnsOfRow(sheet, row);
  const { amount } = header.at;
  const pays = amount !== undefined || header.rivals.length + header.alike.length > 0;
  return pays && namesALine(header) ? header : undefined;
}

const isSame = ({ at }: StatementColumns, other: StatementColumns): boolean =>
  JSON.stringify(Object.entries(at).sort()) === JSON.stringify(Object.entries(other.at).sort());

/** A heading right above a header speaks of the table below it. */
function headingLines(sheet: Sheet, headerRow: number): number {
  let lines = 0;
  while (lines < 2 && (headingAt(sheet, headerRow - 1 - lines) ?? '') !== '') lines += 1;
  return lines;
}

const onlyRows = (sheet: Sheet, from: number, to: number): Sheet => ({
  name: sheet.name,
  rowCount: Math.min(sheet.rowCount, to),
  columns: sheet.columns.map((cells) =>
    cells.slice(0, to).map((cell, row) => (row < from ? null : cell)),
  ),
  ...(sheet.lines === undefined ? {} : { lines: sheet.lines }),
  ...(sheet.formats === undefined ? {} : { formats: sheet.formats }),
  ...(sheet.date1904 === undefined ? {} : { date1904: sheet.date1904 }),
  ...(sheet.delimited === undefined ? {} : { delimited: sheet.delimited }),
  ...(sheet.hidden === undefined ? {} : { hidden: sheet.hidden }),
});
