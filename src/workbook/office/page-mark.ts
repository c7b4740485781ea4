/// <reference types="office-js" />

import type { Cell } from '#domain/sheet.ts';
import { isMarkName, nameOfMark, namedMarks } from '../own-sheet-mark.ts';
import { TOP, mayBeOurs, withTops } from '../own-sheet-title.ts';
import type { Conversation } from './conversation.ts';

/**
 * The worksheet custom property that says which of our pages a sheet is; the file adapter writes
 * the same one. Other programs drop it when they save: a hidden name of the workbook says it too.
 */
export const MARK_PROPERTY = 'RebateRadar.page';

/** Set while a page is being written, gone when it is whole. */
export const UNFINISHED_PROPERTY = 'RebateRadar.unfinished';

export const loadNames = (workbook: Excel.Workbook): Excel.NamedItemCollection =>
  workbook.names.load('items/name,items/formula');

/** What the workbook's names say of its sheets. */
const marksByName = ({ items }: Excel.NamedItemCollection): ReadonlyMap<string, string> =>
  namedMarks(items.map(({ name, formula }) => ({ name, refersTo: String(formula) })));

/** What a sheet says of itself: asked in one request, read in `marksOf`. */
export interface AskedSheet {
  readonly name: string;
  readonly property: Excel.WorksheetCustomProperty;
  readonly top: Excel.Range | null;
}

/** To be called inside a step. Only a sheet of one of our names is asked for its cells. */
export const askMark = (sheet: Excel.Worksheet): AskedSheet => ({
  name: sheet.name,
  property: loadMark(sheet),
  top: mayBeOurs(sheet.name) ? loadTop(sheet) : null,
});

export const loadMark = (sheet: Excel.Worksheet): Excel.WorksheetCustomProperty =>
  sheet.customProperties.getItemOrNullObject(MARK_PROPERTY).load('value');

export const loadTop = (sheet: Excel.Worksheet): Excel.Range =>
  sheet.getRangeByIndexes(0, 0, TOP.rows, TOP.columns).load('values');

/** The marks of the sheets in their order; "" for those that are none of ours. */
export function marksOf(
  sheets: readonly AskedSheet[],
  names: Excel.NamedItemCollection,
): readonly string[] {
  const named = marksByName(names);
  const said = new Map(
    sheets.flatMap(({ name, property }) => {
      const mark = property.isNullObject ? named.get(name.toLowerCase()) : property.value;
      return mark === undefined || mark === '' ? [] : [[name, mark] as const];
    }),
  );
  const tops = sheets.flatMap(({ name, top }) => {
    if (top === null) return [];
    const cells: readonly (readonly Cell[])[] = top.values;
    top.untrack();
    return [[name, cells] as const];
  });
  const marks = withTops(said, tops);
  return sheets.map(({ name }) => marks.get(name) ?? '');
}

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
  return new Set(marksOf(await talk.step(() => sheets.items.map(askMark)), names));
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
