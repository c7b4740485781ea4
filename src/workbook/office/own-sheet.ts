/// <reference types="office-js" />
import { Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type { Page } from '#pages/page.ts';
import type { Conversation, Surroundings } from './conversation.ts';
import { excelCode, treatmentOf } from './error-table.ts';
import { markOfTop, mayBeOurs } from '../own-sheet-title.ts';
import {
  askMark,
  loadNames,
  loadTop,
  MARK_PROPERTY,
  marksOf,
  UNFINISHED_PROPERTY,
} from './page-mark.ts';

export interface OwnSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  /** Written before, by us. */
  readonly reused: boolean;
}

/**
 * The sheet for a page: the one with its mark, or a new one under a free name. A sheet that is not
 * ours is never touched. `tried` are names that we have asked Excel to add without hearing that it
 * did: an empty sheet of such a name is ours too.
 */
export async function ownSheet(
  talk: Conversation,
  page: Page,
  tried: Set<string>,
  surroundings: Surroundings,
): Promise<OwnSheet> {
  const { workbook } = talk.context;
  const [sheets, names] = await talk.step(() => {
    workbook.protection.load('protected');
    return [workbook.worksheets.load('items/name,items/visibility'), loadNames(workbook)] as const;
  });
  const tabs = await talk.step(() =>
    sheets.items.map((sheet) => ({
      sheet,
      asked: askMark(sheet),
      guard: sheet.protection.load('protected'),
      used: sheet.getUsedRangeOrNullObject(true).load('rowCount'),
    })),
  );
  const marks = marksOf(
    tabs.map(({ asked }) => asked),
    names,
  );
  const known =
    page.mark === ''
      ? undefined
      : (tabs[marks.indexOf(page.mark)] ?? (await renamed(talk, tabs, marks, page.mark)));
  if (known) {
    if (known.guard.protected)
      throw new Refusal<ExcelFact>({ code: 'excel.sheetProtected', sheet: known.sheet.name });
    await talk.step(() => {
      known.sheet.customProperties.add(MARK_PROPERTY, page.mark);
      known.sheet.customProperties.add(UNFINISHED_PROPERTY, '1');
      if (known.sheet.visibility !== 'Visible') known.sheet.visibility = 'Visible';
    });
    return { sheet: known.sheet, name: known.sheet.name, reused: true };
  }
  if (workbook.protection.protected)
    throw new Refusal<ExcelFact>({ code: 'excel.workbookProtected' });
  const stray = tabs.find(
    ({ sheet, used }, at) => tried.has(sheet.name) && marks[at] === '' && used.isNullObject,
  );
  if (stray) {
    await talk.step(() => markSheet(stray.sheet, page));
    return { sheet: stray.sheet, name: stray.sheet.name, reused: false };
  }
  const created = await create(
    talk,
    page,
    new Set(sheets.items.map(({ name }) => name.toLowerCase())),
    tried,
  );
  if (created.name !== page.name)
    surroundings.notice({ code: 'excel.otherName', wanted: page.name, used: created.name });
  return created;
}

/**
 * The page under another name, in a workbook of which cells alone are left: what no mark and no
 * name says stands at the top of the sheet.
 */
async function renamed<Tab extends { readonly sheet: Excel.Worksheet }>(
  talk: Conversation,
  tabs: readonly Tab[],
  marks: readonly string[],
  mark: string,
): Promise<Tab | undefined> {
  const open = tabs.filter(({ sheet }, at) => marks[at] === '' && !mayBeOurs(sheet.name));
  const tops = await talk.step(() => open.map(({ sheet }) => loadTop(sheet)));
  const found = tops.findIndex(({ values }) => markOfTop(values) === mark);
  tops.forEach((top) => void top.untrack());
  return open[found];
}

const MOST_NAMES = 99;

/**
 * Created under its final name and marked in the same request. A name that appeared meanwhile costs
 * another try.
 */
async function create(
  talk: Conversation,
  page: Page,
  taken: Set<string>,
  tried: Set<string>,
): Promise<OwnSheet> {
  for (let tries = 0; tries < MOST_NAMES; tries += 1) {
    const name = freeName(page.name, taken);
    tried.add(name);
    const own = await addSheet(talk, page, name);
    tried.delete(name);
    if (own) return own;
    taken.add(name.toLowerCase());
  }
  throw new Refusal<ExcelFact>({ code: 'excel.nameTaken', sheet: page.name });
}

/**
 * Null when the name is somebody else's. Excel may have added the sheet and then failed to say so:
 * once that is possible, a sheet of the name is ours.
 */
async function addSheet(talk: Conversation, page: Page, name: string): Promise<OwnSheet | null> {
  let unclear = false;
  try {
    return await talk.attempt(async () => {
      const known = unclear ? await addedAnyway(talk, page, name) : null;
      if (known) return known;
      unclear = true;
      const sheet = talk.context.workbook.worksheets.add(name);
      markSheet(sheet, page);
      await talk.context.sync();
      return { sheet, name, reused: false };
    });
  } catch (error) {
    if (excelCode(error) === 'ItemAlreadyExists') return null;
    await addedAnyway(talk, page, name).catch(() => null);
    throw error;
  }
}

async function addedAnyway(talk: Conversation, page: Page, name: string): Promise<OwnSheet | null> {
  const sheet = talk.context.workbook.worksheets.getItemOrNullObject(name).load('name');
  await talk.context.sync();
  if (sheet.isNullObject) return null;
  markSheet(sheet, page);
  await talk.context.sync();
  return { sheet, name, reused: false };
}

function markSheet(sheet: Excel.Worksheet, page: Page): void {
  if (page.mark !== '') sheet.customProperties.add(MARK_PROPERTY, page.mark);
  sheet.customProperties.add(UNFINISHED_PROPERTY, '1');
}

const MOST_CHARACTERS = 31;

/** "Review", "Review (2)", …: Excel allows 31 characters and compares without case. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = wanted.slice(0, MOST_CHARACTERS - suffix.length) + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Empties a sheet of ours. Nothing on it is the user's. */
export async function emptySheet(talk: Conversation, sheet: Excel.Worksheet): Promise<void> {
  await talk.attempt(async () => {
    const charts = sheet.charts.load('items/name');
    const tables = sheet.tables.load('items/name');
    const used = sheet.getUsedRangeOrNullObject(false).load('rowIndex,rowCount');
    await talk.context.sync();
    charts.items.forEach((chart) => void chart.delete());
    tables.items.forEach((table) => void table.convertToRange());
    sheet.freezePanes.unfreeze();
    const all = sheet.getRange();
    all.clear();
    all.dataValidation.clear();
    await talk.context.sync();
    const rows = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
    if (!used.isNullObject) used.untrack();
    if (rows > 0) await flatten(talk, sheet, rows);
  });
}

/** Outline levels go one at a time until Excel says that there are none. */
async function flatten(talk: Conversation, sheet: Excel.Worksheet, rows: number): Promise<void> {
  for (let level = 0; level < 8; level += 1) {
    try {
      sheet.getRangeByIndexes(0, 0, rows, 1).getEntireRow().ungroup('ByRows');
      await talk.context.sync();
    } catch (error) {
      if (['wait', 'retry', 'ungroup'].includes(treatmentOf(error))) throw error;
      return;
    }
  }
}
