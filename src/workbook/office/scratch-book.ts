/// <reference types="office-js" />
import { ownValue } from '#domain/own-value.ts';
import type { Cell } from '#domain/sheet.ts';
import { FILL_QUERY, fillText } from './cell-fill.ts';
import { type Conversation, alone, talk } from './conversation.ts';
import { dropLostMarks } from './page-mark.ts';
import { quoted } from './page-cells.ts';

interface ScratchSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly formats?: Readonly<Record<string, string>>;
  readonly fills?: Readonly<Record<string, string>>;
  readonly merges?: readonly string[];
  readonly tables?: readonly { readonly name: string; readonly address: string }[];
  readonly hidden?: boolean;
}

const ERROR_FORMULAS: Readonly<Record<string, string>> = { '#N/A': '=NA()', '#DIV/0!': '=1/0' };

const inputOf = (cell: Cell | undefined): string | number | boolean => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return ownValue(ERROR_FORMULAS, cell.fault) ?? '=NA()';
  return typeof cell === 'string' ? quoted(cell) : cell;
};

/**
 * Adds sheets to the open workbook for the developer's contract run; they are deleted again by
 * `dropSheets`.
 */
export async function addScratchSheets(sheets: readonly ScratchSheet[]): Promise<void> {
  await talk(alone, {}, async (conversation) => {
    for (const given of sheets) await conversation.step(() => addSheet(conversation, given));
  });
}

function addSheet({ context }: Conversation, given: ScratchSheet): void {
  const sheet = context.workbook.worksheets.add(given.name);
  const width = Math.max(1, ...given.rows.map((row) => row.length));
  for (const [address, format] of Object.entries(given.formats ?? {}))
    sheet.getRange(address).numberFormat = format as unknown as string[][];
  sheet.getRangeByIndexes(0, 0, given.rows.length, width).formulas = given.rows.map((row) =>
    Array.from({ length: width }, (_, c) => inputOf(row[c])),
  );
  for (const [address, color] of Object.entries(given.fills ?? {}))
    sheet.getRange(address).format.fill.color = color;
  for (const address of given.merges ?? []) sheet.getRange(address).merge(false);
  for (const { name, address } of given.tables ?? []) sheet.tables.add(address, true).name = name;
  if (given.hidden === true) sheet.visibility = 'Hidden';
}

/** "#RRGGBB" of the first cells of a row (as a person counts), "" for no fill. */
export async function fillsOfRow(
  name: string,
  row: number,
  columns: number,
): Promise<readonly string[]> {
  return talk(alone, {}, async (conversation) => {
    const looks = await conversation.step(() =>
      conversation.context.workbook.worksheets
        .getItem(name)
        .getRangeByIndexes(row - 1, 0, 1, columns)
        .getCellProperties(FILL_QUERY),
    );
    return Array.from({ length: columns }, (_, c) => fillText(looks.value[0]?.[c]));
  });
}

export async function sheetNames(): Promise<readonly string[]> {
  return talk(alone, {}, async (conversation) => {
    const sheets = await conversation.step(() =>
      conversation.context.workbook.worksheets.load('items/name'),
    );
    return sheets.items.map(({ name }) => name);
  });
}

/** Only for sheets that the contract run itself has added. */
export async function dropSheets(names: readonly string[]): Promise<void> {
  await talk(alone, {}, async (conversation) => {
    const sheets = await conversation.step(() =>
      names.map((name) =>
        conversation.context.workbook.worksheets.getItemOrNullObject(name).load('name'),
      ),
    );
    await conversation.step(() => {
      for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
    });
    await dropLostMarks(conversation);
  });
}
