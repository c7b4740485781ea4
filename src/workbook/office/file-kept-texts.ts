/// <reference types="office-js" />
import { ownValue } from '#domain/own-value.ts';
import type { Conversation } from './conversation.ts';
import { isMissingApi } from './error-table.ts';
import { loadMark, loadNames, markOf, marksByName } from './page-mark.ts';

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
  const named = marksByName(names);
  const marks = await talk.step(() => sheets.items.map((sheet) => loadMark(sheet)));
  if (marks.every((mark, at) => markOf(mark, sheets.items[at]?.name ?? '', named) === ''))
    return new Map();
  try {
    const part = await talk.step(() =>
      workbook.customXmlParts
        .getByNamespace(FILE_KEPT_NAMESPACE)
        .getOnlyItemOrNullObject()
        .load('id'),
    );
    if (part.isNullObject) return new Map();
    const xml = await talk.step(() => part.getXml());
    return keptTextsOf(xml.value);
  } catch (error) {
    if (isMissingApi(error)) return new Map();
    throw error;
  }
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
