/// <reference types="office-js" />
import type { Conversation } from './conversation.ts';
import { type FillRecord, packRecord, unpackRecord } from '../fill-record.ts';
import { readKeptText, writeKeptText } from './kept-text.ts';

/** A coloured sheet: the record's number, and the sheet's name when it was coloured. */
interface Kept {
  readonly id: string;
  readonly name: string;
}

const INDEX = '!highlights';
const recordKey = (id: string): string => `${INDEX}:${id}`;
/**
 * On the coloured sheet, with the record's number: finds it again after it was renamed, and after
 * save and reopen.
 */
const SHEET_PROPERTY = 'RebateRadar.highlighted';

export async function readIndex(talk: Conversation): Promise<readonly Kept[]> {
  const entries = parse(await readKeptText(talk, INDEX));
  return entries.filter((entry) => typeof entry.id === 'string' && typeof entry.name === 'string');
}

/** The sheet of each record as it is called now; null when it is gone. */
export async function locate(
  talk: Conversation,
  kept: readonly Kept[],
): Promise<ReadonlyMap<string, string | null>> {
  if (kept.length === 0) return new Map();
  const sheets = await talk.step(() => talk.context.workbook.worksheets.load('items/name'));
  const tags = await talk.step(() =>
    sheets.items.map((sheet) =>
      sheet.customProperties.getItemOrNullObject(SHEET_PROPERTY).load('value'),
    ),
  );
  const tagged = sheets.items.map(({ name }, at) => ({
    name,
    id: tags[at]?.isNullObject === false ? tags[at].value : null,
  }));
  return new Map(
    kept.map(({ id, name }) => {
      const own = tagged.filter((sheet) => sheet.id === id);
      // A copy of the sheet carries the same tag: the one that kept its name is meant.
      const found =
        own.find((sheet) => sheet.name === name) ??
        own[0] ??
        tagged.find((sheet) => sheet.name === name);
      return [id, found?.name ?? null];
    }),
  );
}

export async function readRecord(talk: Conversation, id: string): Promise<FillRecord | null> {
  const text = await readKeptText(talk, recordKey(id));
  return text === undefined ? null : unpackRecord(text);
}

/**
 * Keeps a record and tags its sheet, before the first cell is coloured. The index comes first, so
 * that nothing is ever left without an entry.
 */
export async function keepRecord(
  talk: Conversation,
  sheet: Excel.Worksheet,
  record: FillRecord,
): Promise<void> {
  const index = await readIndex(talk);
  const id = String(1 + Math.max(0, ...index.map((kept) => Number(kept.id) || 0)));
  await writeKeptText(talk, INDEX, JSON.stringify([...index, { id, name: record.sheet }]));
  await writeKeptText(talk, recordKey(id), packRecord(record));
  await talk.step(() => sheet.customProperties.add(SHEET_PROPERTY, id));
}

export const replaceRecord = (talk: Conversation, id: string, record: FillRecord): Promise<void> =>
  writeKeptText(talk, recordKey(id), packRecord(record));

/** `sheet` is null when it is gone. */
export async function forgetRecord(
  talk: Conversation,
  id: string,
  sheet: Excel.Worksheet | null,
): Promise<void> {
  const index = (await readIndex(talk)).filter((kept) => kept.id !== id);
  await writeKeptText(talk, recordKey(id), '');
  await writeKeptText(talk, INDEX, index.length === 0 ? '' : JSON.stringify(index));
  if (!sheet) return;
  const property = await talk.step(() =>
    sheet.customProperties.getItemOrNullObject(SHEET_PROPERTY).load('key'),
  );
  if (!property.isNullObject) await talk.step(() => property.delete());
}

/** After a failure: an index that was begun and holds nothing goes. */
export async function sweepIndex(talk: Conversation): Promise<void> {
  if ((await readIndex(talk)).length === 0) await writeKeptText(talk, INDEX, '');
}

function parse(text: string | undefined): Kept[] {
  try {
    const entries = JSON.parse(text ?? '[]') as unknown;
    return Array.isArray(entries) ? (entries as Kept[]) : [];
  } catch {
    return [];
  }
}
