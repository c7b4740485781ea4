/// <reference types="office-js" />
import type { Conversation, Surroundings } from './conversation.ts';
import { excelCode } from './error-table.ts';
import { areasIn, type SheetFrame } from './sheet-frame.ts';

/**
 * Rows that are hidden or filtered out, 0-based and ascending. Asked only where the sheet has some;
 * a host that will not say which is named, as rows nobody sees would count unsaid.
 */
export async function readHiddenRows(
  talk: Conversation,
  { sheet, extent, name, rowsHidden }: SheetFrame,
  surroundings: Surroundings,
): Promise<readonly number[]> {
  if (extent === null || rowsHidden === 'none') return [];
  const end = extent.top + extent.rows;
  const hidden = new Set(Array.from({ length: extent.rows }, (_, at) => extent.top + at));
  if (rowsHidden === 'all') return [...hidden];
  try {
    const seen = await areasIn(talk, sheet, extent, (range) =>
      range.getSpecialCellsOrNullObject(Excel.SpecialCellType.visible),
    );
    for (const { top, bottom } of seen)
      for (let row = top; row <= Math.min(bottom, end - 1); row++) hidden.delete(row);
    return [...hidden];
  } catch (error) {
    if (excelCode(error) === undefined) throw error;
    surroundings.notice({ code: 'excel.hiddenRowsUnknown', sheet: name });
    return [];
  }
}
