/// <reference types="office-js" />
import { ownValue } from '#domain/own-value.ts';
import { KEPT_GUARD, KEPT_MARK } from '../kept-text-sheet-words.ts';
import type { Conversation } from './conversation.ts';
import { isMissingApi } from './error-table.ts';
import { askMark, loadNames, marksOf } from './page-mark.ts';

/** Where the file adapter keeps kept texts: a custom XML part of this namespace. */
export const FILE_KEPT_NAMESPACE = 'urn:rebate-radar:memo:1';

/**
 * Kept texts of a workbook that was written outside Excel (browser edition, command line). Excel
 * empties its undo list when custom XML is asked for, so only a workbook that has a sheet of ours
 * is asked.
 */
export async function readFileKeptTexts(talk: Conversation): Promise<ReadonlyMap<string, string>> {
  const { workbook } = talk.context;
  const [sheets, names] = await talk.step(
    () => [workbook.worksheets.load('items/name'), loadNames(workbook)] as const,
  );
  const ours = marksOf(await talk.step(() => sheets.items.map(askMark)), names);
  if (ours.every((mark) => mark === '')) return new Map();
  const kept = await readPart(talk);
  const sheet = sheets.items[ours.indexOf(KEPT_MARK)];
  return kept ?? (sheet === undefined ? new Map() : readKeptSheet(talk, sheet));
}

/** Null where there is no such part: another program has saved the workbook since. */
async function readPart(talk: Conversation): Promise<ReadonlyMap<string, string> | null> {
  const { workbook } = talk.context;
  try {
    const part = await talk.step(() =>
      workbook.customXmlParts
        .getByNamespace(FILE_KEPT_NAMESPACE)
        .getOnlyItemOrNullObject()
        .load('id'),
    );
    if (part.isNullObject) return null;
    const xml = await talk.step(() => part.getXml());
    return keptTextsOf(xml.value);
  } catch (error) {
    if (isMissingApi(error)) return null;
    throw error;
  }
}

/** The hidden sheet that says the same, a row a text: its key and its pieces behind a mark each. */
async function readKeptSheet(
  talk: Conversation,
  sheet: Excel.Worksheet,
): Promise<ReadonlyMap<string, string>> {
  const used = await talk.step(() => sheet.getUsedRangeOrNullObject(true).load('values'));
  if (used.isNullObject) return new Map();
  const rows = (used.values as readonly (readonly unknown[])[]).slice(1);
  used.untrack();
  return new Map(
    rows.flatMap((cells) => {
      const [key = '', ...pieces] = cells.map((cell) => String(cell).slice(KEPT_GUARD.length));
      return key === '' ? [] : [[key, pieces.join('')] as const];
    }),
  );
}

/** Our own small XML; anything else in it is passed over. */
function keptTextsOf(xml: string): ReadonlyMap<string, string> {
  return new Map(
    [...xml.matchAll(/<memo key="([^"]*)">([^<]*)<\/memo>/g)].map(([, key = '', text = '']) => [
      plain(key),
      plain(text),
    ]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function plain(text: string): string {
  return text
    .replace(
      /&(?:#(\d+)|#x([0-9A-Fa-f]+)|([a-z]+));/g,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return ownValue(ENTITIES, name) ?? whole;
        return String.fromCodePoint(
          decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal),
        );
      },
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
