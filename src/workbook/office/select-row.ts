/// <reference types="office-js" />
import { Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type { Conversation, Surroundings } from './conversation.ts';

/** Shows a row (as a person counts) and selects its filled columns. */
export async function selectSheetRow(
  talk: Conversation,
  name: string,
  row: number,
  surroundings: Surroundings,
): Promise<void> {
  const sheet = await talk.step(() =>
    talk.context.workbook.worksheets.getItemOrNullObject(name).load('name'),
  );
  if (sheet.isNullObject) throw new Refusal<ExcelFact>({ code: 'excel.sheetGone', sheet: name });
  const used = await talk.step(() =>
    sheet.getUsedRangeOrNullObject(true).load('columnIndex,columnCount'),
  );
  const left = used.isNullObject ? 0 : used.columnIndex;
  const width = used.isNullObject ? 1 : used.columnCount;
  const range = await talk.step(() => {
    sheet.activate();
    const cells = sheet.getRangeByIndexes(row - 1, left, 1, width).load('rowHidden');
    cells.select();
    return cells;
  });
  if (range.rowHidden) surroundings.notice({ code: 'excel.rowHidden', sheet: name, row });
}
