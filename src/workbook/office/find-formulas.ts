/// <reference types="office-js" />

import type { FormulaCell } from '#application/formulas/sheet-formulas.ts';
import type { Progress } from '#application/workbook.port.ts';
import { type Conversation, type Surroundings, talk } from './conversation.ts';
import { treatmentOf } from './error-table.ts';

/** Rows asked for at first; fewer where a reply would be too large. */
const ROWS_AT_ONCE = 2000;

interface Place {
  readonly top: number;
  readonly left: number;
  readonly columns: number;
}

/** The cells of a sheet whose formula contains `part` (lower case). */
export async function formulasOn(
  talk: Conversation,
  sheet: Excel.Worksheet,
  part: string,
  progress: Progress = () => undefined,
): Promise<readonly FormulaCell[]> {
  const found: FormulaCell[] = [];
  const used = await talk.step(() =>
    sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
  );
  if (used.isNullObject) return found;
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  used.untrack();
  let rows = ROWS_AT_ONCE;
  for (let from = 0; from < rowCount;) {
    const count = Math.min(rows, rowCount - from);
    const place = { top: rowIndex + from, left: columnIndex, columns: columnCount };
    const block = await read(talk, sheet, place, count);
    if (block === null) {
      rows = Math.ceil(count / 2);
      continue;
    }
    collect(found, sheet.name, part, place, block);
    block.untrack();
    from += count;
    progress(from, rowCount);
  }
  return found;
}

/** Null when the reply is too large and fewer rows can be asked for. */
async function read(
  talk: Conversation,
  sheet: Excel.Worksheet,
  { top, left, columns }: Place,
  count: number,
): Promise<Excel.Range | null> {
  try {
    const block = await talk.step(() =>
      sheet.getRangeByIndexes(top, left, count, columns).load('formulas,values,valueTypes'),
    );
    if ((block.formulas as unknown) !== null || count === 1) return block;
    block.untrack();
    return null;
  } catch (error) {
    if (treatmentOf(error) === 'halve' && count > 1) return null;
    throw error;
  }
}

function collect(
  found: FormulaCell[],
  sheet: string,
  part: string,
  { top, left }: Place,
  block: Excel.Range,
): void {
  block.formulas.forEach((row: readonly unknown[], r) =>
    row.forEach((formula, c) => {
      if (
        typeof formula !== 'string' ||
        !formula.startsWith('=') ||
        !formula.toLowerCase().includes(part)
      )
        return;
      const value = block.values[r]?.[c] as string | number | boolean;
      const isFault = block.valueTypes[r]?.[c] === 'Error';
      found.push({
        sheet,
        row: top + r,
        column: left + c,
        formula: formula.slice(1),
        value: isFault ? { fault: String(value) } : value,
      });
    }),
  );
}

/**
 * Computes every formula anew, also those whose cells have not changed: what they rest on has.
 * While the user types it waits.
 */
export const recalculate = (surroundings: Surroundings): Promise<void> =>
  talk(surroundings, {}, async (conversation) => {
    await conversation.step(() =>
      conversation.context.workbook.application.calculate(Excel.CalculationType.full),
    );
  });
