/// <reference types="office-js" />
import type { CellBlock } from '#domain/sheet.ts';
import { blocksOf } from './block-address.ts';

export interface SheetChange {
  readonly sheet: string;
  readonly blocks: readonly CellBlock[];
  /** Changed by a co-author, not by this user. */
  readonly remote: boolean;
}

export type Unsubscribe = () => Promise<void>;

/** Tells of every change of cells in the workbook that is not ours. Ends with the returned call. */
export async function watchChanges(
  isOurs: () => boolean,
  told: (change: SheetChange) => void,
): Promise<Unsubscribe> {
  const handler = async (change: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (isOurs() && change.source === 'Local') return;
    const name = await sheetName(change.worksheetId);
    if (name !== null)
      told({ sheet: name, blocks: blocksOf(change.address), remote: change.source === 'Remote' });
  };
  const result = await Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(handler);
    await context.sync();
    return added;
  });
  return async () => {
    await Excel.run(result.context as Excel.RequestContext, async (context) => {
      result.remove();
      await context.sync();
    });
  };
}

/** Null when the sheet is gone by the time we hear of it. */
async function sheetName(id: string): Promise<string | null> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('name');
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
}
