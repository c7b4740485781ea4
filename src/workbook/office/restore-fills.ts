/// <reference types="office-js" />
import { Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import { listed, segmentsOf, type Segment } from './areas.ts';
import type { FillText } from './cell-fill.ts';
import type { Conversation, Surroundings } from './conversation.ts';
import type { FillRecord } from '../fill-record.ts';
import { forgetRecord, locate, readIndex, readRecord, replaceRecord } from './kept-records.ts';
import { paint } from './paint-fills.ts';
import { placeRows, planRestore, strayed } from './locate-rows.ts';
import { findRows, readRows } from './row-cells.ts';

/** Gives the user's fills back on every coloured sheet. */
export async function restoreAll(talk: Conversation, surroundings: Surroundings): Promise<void> {
  const kept = await readIndex(talk);
  const places = await locate(talk, kept);
  for (const { id, name } of kept)
    await restoreKept(talk, id, places.get(id) ?? null, name, surroundings);
}

/** The same for one sheet, before it is coloured anew. */
export async function restoreSheet(
  talk: Conversation,
  sheet: string,
  surroundings: Surroundings,
): Promise<void> {
  const kept = await readIndex(talk);
  const places = await locate(talk, kept);
  for (const { id, name } of kept)
    if (places.get(id) === sheet) await restoreKept(talk, id, sheet, name, surroundings);
}

/**
 * Forgets the record once all is restored; what a filter keeps us from restoring stays recorded.
 */
async function restoreKept(
  talk: Conversation,
  id: string,
  place: string | null,
  name: string,
  surroundings: Surroundings,
): Promise<void> {
  const record = await readRecord(talk, id);
  if (place === null || !record) {
    if (place === null) surroundings.notice({ code: 'excel.highlightedSheetGone', sheet: name });
    return forgetRecord(talk, id, null);
  }
  const sheet = await paintable(talk, place);
  const remaining = await restoreOn(talk, sheet, record, surroundings);
  if (remaining) await replaceRecord(talk, id, remaining);
  else await forgetRecord(talk, id, sheet);
}

/** What a filter keeps from being restored; null where all is. */
export async function restoreOn(
  talk: Conversation,
  sheet: Excel.Worksheet,
  record: FillRecord,
  surroundings: Surroundings,
): Promise<FillRecord | null> {
  const end = await rowsOf(talk, sheet);
  const places = record.rows.map(({ row }) => row).filter((row) => row < end);
  const at = await readRows(talk, sheet, places, record.left, record.right);
  const lost = strayed(record, at);
  const found =
    lost.length === 0
      ? new Map<string, number[]>()
      : await findRows(
          talk,
          sheet,
          end,
          record.left,
          record.right,
          new Set(lost.map(({ print }) => print)),
        );
  const elsewhere = [...new Set([...found.values()].flat())]
    .filter((row) => !at.has(row))
    .sort((a, b) => a - b);
  for (const [row, current] of await readRows(talk, sheet, elsewhere, record.left, record.right))
    at.set(row, current);
  const placed = placeRows(record, at, found);
  const plan = planRestore(record, at, placed);
  const fills = new Map<FillText, Segment[]>();
  for (const { row, column, fill } of plan.cells)
    listed(fills, fill, [{ row, left: column, right: column }]);
  await paint(talk, sheet, new Map([...fills].map(([fill, cells]) => [fill, widened(cells)])));
  if (plan.left > 0)
    surroundings.notice({ code: 'excel.rowsLeftColoured', sheet: sheet.name, count: plan.left });
  return stillColoured(talk, sheet, record, placed, surroundings);
}

/** Cells of one row that follow each other as one segment. */
function widened(cells: readonly Segment[]): Segment[] {
  const rows = new Map<number, Set<number>>();
  for (const { row, left } of cells) rows.set(row, (rows.get(row) ?? new Set()).add(left));
  return [...rows].flatMap(([row, columns]) =>
    segmentsOf(row, Math.min(...columns), Math.max(...columns), (column) => columns.has(column)),
  );
}

/** Under a filter Excel may leave hidden rows alone: they stay in the record. */
async function stillColoured(
  talk: Conversation,
  sheet: Excel.Worksheet,
  record: FillRecord,
  placed: ReadonlyMap<FillRecord['rows'][number], number>,
  surroundings: Surroundings,
): Promise<FillRecord | null> {
  const now = await readRows(
    talk,
    sheet,
    [...new Set(placed.values())].sort((a, b) => a - b),
    record.left,
    record.right,
  );
  const rows = [...placed].flatMap(([recorded, row]) => {
    const fills = now.get(row)?.fills ?? [];
    const still = recorded.before.some(
      (fill, c) => fill !== recorded.color && fills[c] === recorded.color,
    );
    return still ? [{ ...recorded, row }] : [];
  });
  if (rows.length === 0) return null;
  surroundings.notice({ code: 'excel.filteredRowsKept', sheet: sheet.name, count: rows.length });
  return { ...record, rows: rows.sort((a, b) => a.row - b.row) };
}

async function rowsOf(talk: Conversation, sheet: Excel.Worksheet): Promise<number> {
  const used = await talk.step(() =>
    sheet.getUsedRangeOrNullObject(false).load('rowIndex,rowCount'),
  );
  const end = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  if (!used.isNullObject) used.untrack();
  return end;
}

/** The sheet, unless it is gone or protected against colouring. */
export async function paintable(talk: Conversation, name: string): Promise<Excel.Worksheet> {
  const sheet = talk.context.workbook.worksheets.getItem(name);
  await talk.step(() => sheet.load('id,name').protection.load('protected,options'));
  const { protection } = sheet;
  if (protection.protected && protection.options?.allowFormatCells !== true)
    throw new Refusal<ExcelFact>({ code: 'excel.sheetProtected', sheet: sheet.name });
  return sheet;
}
