/// <reference types="office-js" />
import { MOST_ROWS_ASKED } from '#domain/bounds.ts';
import { Refusal, isRefusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type { Progress, RowFill } from '#application/workbook.port.ts';
import { batches, listed, segmentsOf, type Segment } from './areas.ts';
import { type FillText, isGradient } from './cell-fill.ts';
import type { Conversation, Surroundings } from './conversation.ts';
import { asExcelRefusal, isGone, treatmentOf } from './error-table.ts';
import type { FillRecord } from '../fill-record.ts';
import { keepRecord, sweepIndex } from './kept-records.ts';
import { paint } from './paint-fills.ts';
import { paintable, restoreSheet } from './restore-fills.ts';
import { changedRows, readRows } from './row-cells.ts';
import type { ReadRows } from './row-hash.ts';

interface HighlightJob {
  readonly sheet: string;
  readonly left: number;
  readonly right: number;
  readonly fills: readonly RowFill[];
  readonly progress: Progress;
  /** What the fills rest on; null when the sheet was not read through this adapter. */
  readonly seen: ReadRows | null;
}

/** Colours rows: keeps what was there first, so that every later step can be taken back. */
export async function colourRows(
  talk: Conversation,
  job: HighlightJob,
  surroundings: Surroundings,
): Promise<void> {
  const sheet = await paintable(talk, job.sheet);
  await restoreSheet(talk, job.sheet, surroundings);
  if (job.fills.length === 0) return;
  const colors = new Map(job.fills.map(({ row, color }) => [row - 1, color.toUpperCase()]));
  const rows = await unchanged(
    talk,
    sheet,
    [...colors.keys()].sort((a, b) => a - b),
    job,
    surroundings,
  );
  if (rows.length === 0) return;
  const current = await readRows(talk, sheet, rows, job.left, job.right);
  const record: FillRecord = {
    sheet: job.sheet,
    left: job.left,
    right: job.right,
    rows: rows.map((row) => ({
      row,
      color: colors.get(row) ?? '',
      print: current.get(row)?.print ?? '',
      before: current.get(row)?.fills ?? [],
    })),
  };
  try {
    await keepRecord(talk, sheet, record);
    await paint(talk, sheet, wanted(record), (done) =>
      job.progress(Math.min(done, rows.length), rows.length),
    );
    await tellHidden(talk, sheet, record, surroundings);
  } catch (error) {
    throw await takenBack(talk, job.sheet, error, surroundings);
  }
}

/**
 * Rows that were edited, moved or pushed down since they were read are not coloured for what they
 * no longer are.
 */
async function unchanged(
  talk: Conversation,
  sheet: Excel.Worksheet,
  rows: readonly number[],
  { seen }: HighlightJob,
  surroundings: Surroundings,
): Promise<readonly number[]> {
  if (!seen) return rows;
  const changed = await changedRows(talk, sheet, rows, seen);
  if (changed.size > 0)
    surroundings.notice({ code: 'excel.rowsChangedSince', sheet: sheet.name, count: changed.size });
  return rows.filter((row) => !changed.has(row));
}

function wanted(record: FillRecord): Map<FillText, Segment[]> {
  const fills = new Map<FillText, Segment[]>();
  for (const { row, color, before } of record.rows) {
    const segments = segmentsOf(
      row,
      record.left,
      record.right,
      (column) => !isGradient(before[column - record.left] ?? ''),
    );
    listed(fills, color, segments);
  }
  return fills;
}

/**
 * After a failure in the middle: the user's fills again, and the reason with what became of the
 * sheet.
 */
async function takenBack(
  talk: Conversation,
  sheet: string,
  error: unknown,
  surroundings: Surroundings,
): Promise<unknown> {
  if (treatmentOf(error) === 'ungroup') return error;
  const reason = asExcelRefusal(error, sheet);
  try {
    const calm = talk.unstoppable();
    await restoreSheet(calm, sheet, surroundings);
    await sweepIndex(calm);
    if (isGone(error)) return error;
    return isRefusal<ExcelFact>(reason, 'excel')
      ? new Refusal<ExcelFact>(
          { code: 'excel.highlightTakenBack', sheet, reason: reason.fact },
          error,
        )
      : reason;
  } catch {
    return isRefusal<ExcelFact>(reason, 'excel')
      ? new Refusal<ExcelFact>(
          { code: 'excel.highlightPending', sheet, reason: reason.fact },
          error,
        )
      : reason;
  }
}

/** Colours in hidden rows are there but not to be seen. */
async function tellHidden(
  talk: Conversation,
  sheet: Excel.Worksheet,
  record: FillRecord,
  surroundings: Surroundings,
): Promise<void> {
  let count = 0;
  for (const rows of batches(record.rows, MOST_ROWS_ASKED, () => 1)) {
    const asked = await talk.step(() =>
      rows.map(({ row }) => sheet.getRangeByIndexes(row, record.left, 1, 1).load('rowHidden')),
    );
    count += asked.filter((range) => range.rowHidden).length;
    asked.forEach((range) => void range.untrack());
  }
  if (count > 0) surroundings.notice({ code: 'excel.coloursHidden', sheet: sheet.name, count });
}
