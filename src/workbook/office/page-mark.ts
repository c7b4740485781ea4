/// <reference types="office-js" />

import { isMarkName, nameOfMark, namedMarks } from '../own-sheet-mark.ts';
import type { Conversation } from './conversation.ts';

/**
 * The worksheet custom property that says which of our pages a sheet is; the file adapter writes
 * the same one. Other programs drop it when they save: a hidden name of the workbook says it too.
 */
export const MARK_PROPERTY = 'RebateRadar.page';

/** Set while a page is being written, gone when it is whole. */
export const UNFINISHED_PROPERTY = 'RebateRadar.unfinished';

export function loadMark(sheet: Excel.Worksheet): Excel.WorksheetCustomProperty {
  return sheet.customProperties.getItemOrNullObject(MARK_PROPERTY).load('value');
}

export const loadNames = (workbook: Excel.Workbook): Excel.NamedItemCollection =>
  workbook.names.load('items/name,items/formula');

/** What the workbook's names say of its sheets. */
export const marksByName = ({ items }: Excel.NamedItemCollection): ReadonlyMap<string, string> =>
  namedMarks(items.map(({ name, formula }) => ({ name, refersTo: String(formula) })));

/** "" when the sheet is none of ours. */
export const markOf = (
  property: Excel.WorksheetCustomProperty,
  sheet: string,
  named: ReadonlyMap<string, string>,
): string => (property.isNullObject ? (named.get(sheet.toLowerCase()) ?? '') : property.value);

/** Names the sheet as the page of this mark, for the programs that keep names and nothing else. */
export async function nameMark(talk: Conversation, sheet: string, mark: string): Promise<void> {
  if (mark === '') return;
  const { names } = talk.context.workbook;
  const name = nameOfMark(mark);
  const formula = `='${sheet.replaceAll("'", "''")}'!$A$1`;
  const known = await talk.step(() => names.getItemOrNullObject(name).load('formula'));
  await talk.step(() => {
    if (known.isNullObject) names.add(name, formula).visible = false;
    else known.formula = formula;
  });
}

/** The marks of all pages that the workbook holds. */
export async function marksInUse(talk: Conversation): Promise<ReadonlySet<string>> {
  const { worksheets } = talk.context.workbook;
  const [sheets, names] = await talk.step(
    () => [worksheets.load('items/name'), loadNames(talk.context.workbook)] as const,
  );
  const marks = await talk.step(() => sheets.items.map(loadMark));
  const named = marksByName(names);
  return new Set(
    sheets.items.flatMap(({ name }, at) => {
      const mark = marks[at];
      return mark === undefined ? [] : [markOf(mark, name, named)];
    }),
  );
}

/** Names of pages whose sheets are gone. */
export async function dropLostMarks(talk: Conversation): Promise<void> {
  const names = await talk.step(() => loadNames(talk.context.workbook));
  const lost = names.items.filter(
    ({ name, formula }) => isMarkName(name) && String(formula).includes('#REF!'),
  );
  if (lost.length > 0) await talk.step(() => lost.forEach((name) => void name.delete()));
}

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
