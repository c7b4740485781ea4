/// <reference types="office-js" />
import type { Conversation } from './conversation.ts';

/** A sheet with the names of its tables: what tells whether it holds the policy. */
export interface NamedSheet {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly string[];
}

/** Every sheet in the order of the tabs, with its tables. One request. */
export async function namedSheets(talk: Conversation): Promise<readonly NamedSheet[]> {
  const { workbook } = talk.context;
  const { sheets, tables } = await talk.step(() => ({
    sheets: workbook.worksheets.load('items/id,items/name'),
    tables: workbook.tables.load('items/name,items/worksheet/id'),
  }));
  return sheets.items.map(({ id, name }) => ({
    id,
    name,
    tables: tables.items.filter((table) => table.worksheet.id === id).map((table) => table.name),
  }));
}
