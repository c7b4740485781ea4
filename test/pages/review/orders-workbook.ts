import { type FileWorkbook, openWorkbook } from '#workbook/files/file-workbook.ts';
import type { Page, PageCell } from '#pages/page.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { type Row, makeSheet } from './make-ledger.ts';

/** The fixture's orders as the user's own sheet. */
function ordersPage(rows: readonly Row[], name: string): Page {
  const sheet = makeSheet(rows, name);
  const cells = (row: number): PageCell[] =>
    sheet.columns.map((column, index) => {
      const value = column[row] ?? null;
      return {
        value: typeof value === 'object' ? null : value,
        style: index === 4 ? 'input-date' : index > 4 ? 'input-money' : 'input-id',
      };
    });
  return {
    name,
    mark: '',
    columnWidths: [14, 22, 20, 10, 13, 15, 15],
    frozenRows: 1,
    charts: [],
    gridlines: true,
    rows: Array.from({ length: sheet.rowCount }, (_, row) => ({ cells: cells(row) })),
  };
}

/** A workbook file with these orders, opened. */
export async function ordersWorkbook(rows: readonly Row[], name = '订单'): Promise<FileWorkbook> {
  const opened = await openWorkbook(newWorkbook([ordersPage(rows, name)]), 'year.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}
