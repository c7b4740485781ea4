import { Refusal, isRefusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type { Page } from '#pages/page.ts';
import type { Progress } from '#application/workbook.port.ts';
import type { Conversation, Surroundings } from './conversation.ts';
import { asExcelRefusal, isGone, treatmentOf } from './error-table.ts';
import { inHalves } from './halving.ts';
import { emptySheet, type OwnSheet, ownSheet } from './own-sheet.ts';
import { blocksOfPage, type CellInput, type RowBlock } from './page-cells.ts';
import { dressCells, shapeSheet, setUpPrint } from './page-dress.ts';
import { dropLostMarks, loadMark, nameMark, UNFINISHED_PROPERTY } from './page-mark.ts';
import { addCharts, addLinks, addNames, addTables, addValidations } from './page-parts.ts';

interface WriteContext {
  readonly surroundings: Surroundings;
  readonly date1904: boolean;
  /** The page that the sheet holds now, if it was written since the pane was opened. */
  readonly before: Page | undefined;
  /** See `ownSheet`. */
  readonly tried: Set<string>;
  /** Told as blocks of rows are written. */
  readonly progress?: Progress | undefined;
}

/**
 * Writes a page into its sheet and returns the sheet's name. While it is being written the sheet
 * carries a mark of its own; when the writing fails, the former page comes back, or the sheet is
 * emptied. Stopped, it stays half written: `takeBack` is for whoever stopped it.
 */
export async function writeWholePage(
  talk: Conversation,
  page: Page,
  given: WriteContext,
): Promise<string> {
  const own = await ownSheet(talk, page, given.tried, given.surroundings);
  try {
    if (own.reused) await emptySheet(talk, own.sheet);
    await fill(talk, own, page, given);
  } catch (error) {
    throw treatmentOf(error) === 'ungroup' ? error : await failed(talk, own, error, given);
  }
  return own.name;
}

/** What dressing a page counts beside its blocks. */
const DRESSING = 2;

/** The first block is written last: until then the sheet shows nothing of the page at its top. */
async function fill(
  talk: Conversation,
  { sheet, name }: OwnSheet,
  page: Page,
  { date1904, progress = () => undefined }: Pick<WriteContext, 'date1904' | 'progress'>,
): Promise<void> {
  const blocks = blocksOfPage(page, date1904).reverse();
  const total = blocks.length + DRESSING;
  for (const [at, block] of blocks.entries()) {
    await inHalves(rowsOf(block), (rows) => writeRows(talk, sheet, rows));
    progress(at + 1, total);
  }
  await addLinks(talk, sheet, page);
  await dressCells(talk, sheet, page);
  await shapeSheet(talk, sheet, page);
  progress(total - 1, total);
  await addValidations(talk, sheet, page);
  await addTables(talk, sheet, page);
  await addNames(talk, name, page);
  await nameMark(talk, name, page.mark);
  await addCharts(talk, sheet, page);
  await setUpPrint(talk, sheet, page);
  await finish(talk, sheet);
}

interface PageLine {
  readonly row: number;
  readonly inputs: readonly CellInput[];
  readonly formats: readonly (string | null)[];
}

const rowsOf = ({ top, inputs, formats }: RowBlock): PageLine[] =>
  inputs.map((line, at) => ({ row: top + at, inputs: line, formats: formats[at] ?? [] }));

function writeRows(
  talk: Conversation,
  sheet: Excel.Worksheet,
  rows: readonly PageLine[],
): Promise<void> {
  return talk.step(() => {
    talk.context.application.suspendScreenUpdatingUntilNextSync();
    const range = sheet.getRangeByIndexes(
      rows[0]?.row ?? 0,
      0,
      rows.length,
      rows[0]?.inputs.length ?? 1,
    );
    if (rows.some(({ formats }) => formats.some((format) => format !== null)))
      range.numberFormat = rows.map(({ formats }) => [...formats]) as string[][];
    range.formulas = rows.map(({ inputs }) => [...inputs]) as (string | number | boolean)[][];
    range.untrack();
  });
}

async function finish(talk: Conversation, sheet: Excel.Worksheet): Promise<void> {
  const property = await talk.step(() =>
    sheet.customProperties.getItemOrNullObject(UNFINISHED_PROPERTY).load('key'),
  );
  if (!property.isNullObject) await talk.step(() => property.delete());
}

/**
 * Makes a page whose writing was stopped as it was: a new sheet goes, the former page comes back.
 * Excel deletes no sheet within an undo group.
 */
export async function takeBack(
  talk: Conversation,
  page: Page,
  { before, date1904, tried }: Pick<WriteContext, 'before' | 'date1904' | 'tried'>,
): Promise<void> {
  const sheet = await unfinishedSheet(talk, page);
  if (sheet === null) return;
  if (before === undefined) {
    await removePage(talk, sheet.name, page);
    tried.delete(sheet.name);
  } else {
    await emptySheet(talk, sheet);
    await fill(talk, { sheet, name: sheet.name, reused: true }, before, { date1904 });
  }
}

/** The sheet on which the page was being written. */
async function unfinishedSheet(talk: Conversation, page: Page): Promise<Excel.Worksheet | null> {
  const sheets = await talk.step(() => talk.context.workbook.worksheets.load('items/name'));
  const known = await talk.step(() =>
    sheets.items.map((sheet) => ({
      sheet,
      mark: loadMark(sheet),
      unfinished: sheet.customProperties.getItemOrNullObject(UNFINISHED_PROPERTY).load('key'),
    })),
  );
  const own = known.find(
    ({ mark, unfinished }) =>
      !unfinished.isNullObject && !mark.isNullObject && mark.value === page.mark,
  );
  return own?.sheet ?? null;
}

/** Takes a page away with its sheet, and the names that point to it. */
export async function removePage(talk: Conversation, sheet: string, page: Page): Promise<void> {
  const { names, worksheets } = talk.context.workbook;
  const known = await talk.step(() =>
    (page.names ?? []).map(({ name }) => names.getItemOrNullObject(name).load('formula')),
  );
  await talk.step(() => {
    for (const name of known)
      if (!name.isNullObject && String(name.formula).includes(sheet)) name.delete();
    worksheets.getItem(sheet).delete();
  });
  await dropLostMarks(talk);
}

/** Takes a page back: its sheet stays, marked as ours and empty. */
export const emptyPage = (talk: Conversation, sheet: string): Promise<void> =>
  emptySheet(talk, talk.context.workbook.worksheets.getItem(sheet));

/**
 * What became of the sheet, and why. A sheet that Excel no longer finds is looked up anew by the
 * caller, so that error stays as it is.
 */
async function failed(
  talk: Conversation,
  own: OwnSheet,
  error: unknown,
  given: WriteContext,
): Promise<unknown> {
  const reason = asExcelRefusal(error, own.name);
  if (!isRefusal<ExcelFact>(reason, 'excel')) return reason;
  const told = (
    code: 'excel.pageKept' | 'excel.pageEmptied' | 'excel.pageUnfinished',
  ): Refusal<ExcelFact> =>
    new Refusal<ExcelFact>({ code, sheet: own.name, reason: reason.fact }, error);
  const calm = talk.unstoppable();
  try {
    await emptySheet(calm, own.sheet);
    if (own.reused && given.before)
      await fill(calm, own, given.before, { date1904: given.date1904 });
    else await finish(calm, own.sheet);
    if (isGone(error)) return error;
    return told(own.reused && given.before ? 'excel.pageKept' : 'excel.pageEmptied');
  } catch {
    return isGone(error) ? error : told('excel.pageUnfinished');
  }
}
