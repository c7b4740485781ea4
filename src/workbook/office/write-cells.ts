/// <reference types="office-js" />
import type { Progress } from '#application/workbook.port.ts';
import { type CellInput, type CellRun, halves, requestsOf, runsOf } from './cell-runs.ts';
import type { Conversation } from './conversation.ts';
import { treatmentOf } from './error-table.ts';

/**
 * Types values and formulas into cells of a sheet, a block a run, in requests that Excel takes; one
 * that is too large all the same goes in halves.
 */
export async function writeCells(
  talk: Conversation,
  sheet: Excel.Worksheet,
  cells: readonly CellInput[],
  progress: Progress = () => undefined,
): Promise<void> {
  let done = 0;
  for (const request of requestsOf(runsOf(cells))) {
    await send(talk, sheet, request);
    done += request.reduce((sum, { inputs }) => sum + inputs.length, 0);
    progress(done, cells.length);
  }
}

async function send(
  talk: Conversation,
  sheet: Excel.Worksheet,
  request: readonly CellRun[],
): Promise<void> {
  try {
    await talk.step(() => {
      for (const { top, column, inputs } of request) {
        const range = sheet.getRangeByIndexes(top, column, inputs.length, 1);
        range.formulas = inputs.map((input) => [input]);
        range.untrack();
      }
    });
  } catch (error) {
    const parts = treatmentOf(error) === 'halve' ? halves(request) : null;
    if (parts === null) throw error;
    for (const part of parts) await send(talk, sheet, part);
  }
}
