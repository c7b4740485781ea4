/// <reference types="office-js" />
import type { Conversation } from './conversation.ts';
import { UNFINISHED_PROPERTY } from './page-mark.ts';

/** Sheets of ours whose writing never came to its end: Excel was closed, or went away. */
export async function unfinishedSheets(talk: Conversation): Promise<readonly string[]> {
  const sheets = await talk.step(() => talk.context.workbook.worksheets.load('items/name'));
  const marks = await talk.step(() =>
    sheets.items.map((sheet) =>
      sheet.customProperties.getItemOrNullObject(UNFINISHED_PROPERTY).load('key'),
    ),
  );
  return sheets.items.filter((_, at) => marks[at]?.isNullObject === false).map(({ name }) => name);
}
