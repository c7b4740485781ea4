/// <reference types="office-js" />

import type { Progress } from '#application/workbook.port.ts';
import type { Conversation } from './conversation.ts';
import { treatmentOf } from './error-table.ts';
import { REQUEST_CHARACTERS, REQUEST_RANGES } from '#domain/bounds.ts';

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

/** A cell of one sheet, 0-based, with what is to stand in it. */
interface CellInput {
  readonly row: number;
  readonly column: number;
  readonly input: string | number | boolean;
}

/** Neighbouring cells of one column, top to bottom. */
interface CellRun {
  readonly top: number;
  readonly column: number;
  readonly inputs: readonly (string | number | boolean)[];
}

/** Cells as runs, so that a hundred thousand of them are a few requests. */
function runsOf(cells: readonly CellInput[]): readonly CellRun[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { top: number; column: number; inputs: CellRun['inputs'][number][] }[] = [];
  for (const { row, column, input } of sorted) {
    const last = runs.at(-1);
    if (last && last.column === column && last.top + last.inputs.length === row)
      last.inputs.push(input);
    else runs.push({ top: row, column, inputs: [input] });
  }
  return runs;
}

/** What a range costs in a request besides its cells. */
const RANGE_CHARACTERS = 400;

/** Runs in requests that Excel takes: long runs are cut, short ones go together. */
export function requestsOf(runs: readonly CellRun[]): readonly (readonly CellRun[])[] {
  const requests: CellRun[][] = [];
  let load = Infinity;
  for (const run of runs.flatMap(cut)) {
    const own = RANGE_CHARACTERS + weightOf(run.inputs);
    const last = requests.at(-1);
    if (last && load + own <= REQUEST_CHARACTERS && last.length < REQUEST_RANGES) last.push(run);
    else requests.push([run]);
    load = last === requests.at(-1) ? load + own : own;
  }
  return requests;
}

function cut({ top, column, inputs }: CellRun): readonly CellRun[] {
  const runs: CellRun[] = [];
  let [from, load] = [0, 0];
  inputs.forEach((input, at) => {
    const own = lengthOf(input);
    if (at > from && load + own > REQUEST_CHARACTERS) {
      runs.push({ top: top + from, column, inputs: inputs.slice(from, at) });
      [from, load] = [at, 0];
    }
    load += own;
  });
  return [...runs, { top: top + from, column, inputs: inputs.slice(from) }];
}

/** A request that is still too much, in two; null when it is one cell. */
function halves(
  request: readonly CellRun[],
): readonly [readonly CellRun[], readonly CellRun[]] | null {
  const middle = Math.ceil(request.length / 2);
  if (request.length > 1) return [request.slice(0, middle), request.slice(middle)];
  const [run] = request;
  if (run === undefined || run.inputs.length < 2) return null;
  const half = Math.ceil(run.inputs.length / 2);
  return [
    [{ ...run, inputs: run.inputs.slice(0, half) }],
    [{ ...run, top: run.top + half, inputs: run.inputs.slice(half) }],
  ];
}

const lengthOf = (input: CellRun['inputs'][number]): number =>
  4 + (typeof input === 'string' ? input.length : 20);

const weightOf = (inputs: CellRun['inputs']): number =>
  inputs.reduce<number>((sum, input) => sum + lengthOf(input), 0);
