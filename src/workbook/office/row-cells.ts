/// <reference types="office-js" />
import { PROPERTY_CELLS, PROPERTY_ROWS } from '#domain/bounds.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import { areasOf, batches, listed } from './areas.ts';
import { FILL_QUERY, fillText } from './cell-fill.ts';
import type { Conversation } from './conversation.ts';
import { treatmentOf } from './error-table.ts';
import { rowPrint } from '../fill-record.ts';
import { inHalves } from './halving.ts';
import { jsonBytes, PageSize } from './page-size.ts';
import type { ReadRows } from './row-hash.ts';
import type { CurrentRow } from './locate-rows.ts';

interface Block {
  readonly top: number;
  readonly rows: number;
}

/**
 * Fills and prints of single rows, neighbouring ones together; rows beyond the sheet's end are left
 * out by the caller.
 */
export async function readRows(
  talk: Conversation,
  sheet: Excel.Worksheet,
  rows: readonly number[],
  left: number,
  right: number,
): Promise<Map<number, CurrentRow>> {
  const out = new Map<number, CurrentRow>();
  const width = right - left + 1;
  for (const batch of batches(
    blocksOf(rows, width),
    PROPERTY_CELLS,
    (block) => block.rows * width,
  )) {
    const asked = (
      await inHalves(batch, (part) =>
        talk.step(() =>
          part.map(({ top, rows: count }) => {
            const range = sheet.getRangeByIndexes(top, left, count, width).load('values');
            return { range, looks: range.getCellProperties(FILL_QUERY) };
          }),
        ),
      )
    ).flat();
    batch.forEach(({ top, rows: count }, at) => {
      const { range, looks } = asked[at] ?? {};
      for (let r = 0; r < count; r += 1) {
        const look = looks?.value[r] ?? [];
        out.set(top + r, {
          print: rowPrint(range?.values[r] ?? []),
          fills: Array.from({ length: width }, (_, c) => fillText(look[c])),
        });
      }
      range?.untrack();
    });
  }
  return out;
}

function blocksOf(rows: readonly number[], width: number): Block[] {
  const most = Math.max(1, Math.min(PROPERTY_ROWS, Math.floor(PROPERTY_CELLS / width)));
  return areasOf(rows.map((row) => ({ row, left: 0, right: 0 }))).flatMap(({ top, bottom }) =>
    Array.from({ length: Math.ceil((bottom - top + 1) / most) }, (_, at) => ({
      top: top + at * most,
      rows: Math.min(most, bottom - top + 1 - at * most),
    })),
  );
}

/** Of the given rows, those that are no longer what was read. */
export async function changedRows(
  talk: Conversation,
  sheet: Excel.Worksheet,
  rows: readonly number[],
  seen: ReadRows,
): Promise<ReadonlySet<number>> {
  const changed = new Set<number>();
  for (const batch of batches(
    blocksOf(rows, seen.columns),
    PROPERTY_CELLS,
    (block) => block.rows * seen.columns,
  )) {
    const asked = (
      await inHalves(batch, (part) =>
        talk.step(() =>
          part.map((block) => ({
            ...block,
            range: sheet
              .getRangeByIndexes(block.top, seen.left, block.rows, seen.columns)
              .load('values'),
          })),
        ),
      )
    ).flat();
    for (const { top, range } of asked) {
      range.values.forEach((line, r) => {
        if (!seen.isSame(top + r, line)) changed.add(top + r);
      });
      range.untrack();
    }
  }
  return changed;
}

/**
 * Every row of the sheet whose values have one of the wanted prints. Reads the whole sheet once.
 */
export async function findRows(
  talk: Conversation,
  sheet: Excel.Worksheet,
  end: number,
  left: number,
  right: number,
  wanted: ReadonlySet<string>,
): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  const size = new PageSize(right - left + 1);
  for (let row = 0; row < end;) {
    const rows = Math.min(size.rows, end - row);
    const values = await pageValues(talk, sheet, { row, rows, left, right });
    if (values === null) {
      if (!size.refused(rows))
        throw new Refusal<ExcelFact>({
          code: 'excel.rowTooLarge',
          sheet: sheet.name,
          row: row + 1,
        });
      continue;
    }
    values.forEach((line, r) => {
      const print = rowPrint(line);
      if (wanted.has(print)) listed(found, print, [row + r]);
    });
    size.measured(rows, jsonBytes(values));
    row += rows;
  }
  return found;
}

interface PagePlace {
  readonly row: number;
  readonly rows: number;
  readonly left: number;
  readonly right: number;
}

/** Null when Excel refuses the size, with an error or by leaving the values out. */
async function pageValues(
  talk: Conversation,
  sheet: Excel.Worksheet,
  { row, rows, left, right }: PagePlace,
): Promise<readonly (readonly unknown[])[] | null> {
  try {
    const range = await talk.step(() =>
      sheet.getRangeByIndexes(row, left, rows, right - left + 1).load('values'),
    );
    range.untrack();
    return range.values as unknown[][] | null;
  } catch (error) {
    if (treatmentOf(error) === 'halve') return null;
    throw error;
  }
}
