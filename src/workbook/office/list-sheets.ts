/// <reference types="office-js" />

import type { Cell, Sheet } from '#domain/sheet.ts';
import type { SheetSummary } from '#application/workbook.port.ts';
import { ColumnStore } from './column-store.ts';
import type { Conversation } from './conversation.ts';
import { askMark, loadNames, marksOf } from './page-mark.ts';

interface Listed {
  readonly sheet: Excel.Worksheet;
  readonly summary: SheetSummary;
}

/** Every worksheet with its extent, in the order of the tabs. Two requests, however many sheets. */
export async function listWorksheets(
  talk: Conversation,
): Promise<{ readonly title: string; readonly sheets: readonly Listed[] }> {
  const { workbook } = talk.context;
  const [sheets, names] = await talk.step(() => {
    workbook.load('name');
    return [workbook.worksheets.load('items/name,items/visibility'), loadNames(workbook)] as const;
  });
  const parts = await talk.step(() =>
    sheets.items.map((sheet) => ({
      sheet,
      asked: askMark(sheet),
      used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    })),
  );
  const marks = marksOf(
    parts.map(({ asked }) => asked),
    names,
  );
  return {
    title: workbook.name,
    sheets: parts.map(({ sheet, used }, at) => {
      const none = used.isNullObject;
      const rowCount = none ? 0 : used.rowIndex + used.rowCount;
      const columnCount = none ? 0 : used.columnIndex + used.columnCount;
      if (!none) used.untrack();
      return {
        sheet,
        summary: {
          name: sheet.name,
          rowCount,
          columnCount,
          hidden: sheet.visibility !== 'Visible',
          ours: marks[at] !== '',
        },
      };
    }),
  };
}

const SAMPLE_ROWS = 40;

const SAMPLE_COLUMNS = 60;

/**
 * The first rows of every sheet that could hold orders, to tell by their headers which one does:
 * one request more.
 */
export async function sampleWorksheets(talk: Conversation): Promise<readonly Sheet[]> {
  const { sheets } = await listWorksheets(talk);
  const likely = sheets.filter(
    ({ summary }) => !summary.hidden && !summary.ours && summary.rowCount > 0,
  );
  const ranges = await talk.step(() =>
    likely.map(({ sheet, summary }) =>
      sheet
        .getRangeByIndexes(
          0,
          0,
          Math.min(SAMPLE_ROWS, summary.rowCount),
          Math.min(SAMPLE_COLUMNS, summary.columnCount),
        )
        .load('values'),
    ),
  );
  return likely.map(({ summary }, at) => {
    const values = (ranges[at]?.values ?? []) as unknown[][];
    ranges[at]?.untrack();
    return {
      name: summary.name,
      rowCount: summary.rowCount,
      columns: columnsOf(values),
      hidden: false,
      ours: false,
    };
  });
}

function columnsOf(values: readonly (readonly unknown[])[]): readonly (readonly Cell[])[] {
  const stores = Array.from({ length: values[0]?.length ?? 0 }, () => new ColumnStore());
  values.forEach((line, row) => line.forEach((value, column) => stores[column]?.put(row, value)));
  return stores.map((store) => store.cells);
}

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
