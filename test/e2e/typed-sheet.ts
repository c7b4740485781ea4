import type { Cell } from '#domain/sheet.ts';
import type { PageCell } from '#pages/page.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';

export type Value = string | number;
export type Rows = readonly (readonly Value[])[];

/** A formula to type, and what the bundle for Excel answers. */
export interface Asked {
  /** Column from 0, row from 1. */
  readonly at: readonly [column: number, row: number];
  readonly formula: string;
  readonly answer: unknown;
}

/** Columns that hold what formulas read; they themselves stand to the right of these. */
const READ_COLUMNS = 24;
/** One formula a row, a single figure each. */
export const LIST = READ_COLUMNS;
/** Formulas whose results spill, each with rows of its own. */
export const SPILLING = READ_COLUMNS + 2;

/** A sheet that is filled block by block, downwards. */
export class TypedSheet {
  private readonly cells = new Map<number, Map<number, Value>>();
  private next = 1;

  /** Rows below what stands there so far; the first of them. */
  room(rows: number): number {
    const first = this.next;
    this.next += rows;
    return first;
  }

  /** @param row - from 1 @param column - from 0 */
  put(row: number, column: number, rows: Rows): void {
    for (const [down, line] of rows.entries())
      for (const [right, value] of line.entries()) {
        const at = this.cells.get(row + down) ?? new Map<number, Value>();
        if (value !== '') at.set(column + right, value);
        this.cells.set(row + down, at);
      }
  }

  bytes(): Uint8Array {
    const rows = Array.from({ length: this.next }, (_, row) => {
      const line = this.cells.get(row + 1) ?? new Map<number, Value>();
      const cell = (column: number): PageCell | null => {
        const value = line.get(column);
        return value === undefined ? null : { value };
      };
      return { cells: Array.from({ length: READ_COLUMNS }, (_, column) => cell(column)) };
    });
    const page = { name: 'S', mark: '', columnWidths: [], rows, charts: [], frozenRows: 0 };
    return newWorkbook([page]);
  }
}

/** The formulas where they go, as a spreadsheet copies its cells: from column Y, row 1 on. */
export function asText(asked: readonly Asked[]): string {
  const lines: string[][] = [];
  for (const { at, formula } of asked) {
    while (lines.length < at[1]) lines.push(['', '', '']);
    lines[at[1] - 1]![at[0] - LIST] = formula;
  }
  return lines.map((cells) => cells.join('\t')).join('\n');
}

/** What stands at a formula's cell and where its result spills. */
export const blockAt = (columns: readonly (readonly Cell[])[], { at, answer }: Asked): unknown => {
  const [column, row] = at;
  const cell = (down: number, right: number): Cell =>
    columns[column + right]?.[row - 1 + down] ?? null;
  return Array.isArray(answer)
    ? (answer as unknown[][]).map((line, down) => line.map((_, right) => cell(down, right)))
    : cell(0, 0);
};

/** Empty text of a function is an empty cell. */
export const asCells = (answer: unknown): unknown =>
  Array.isArray(answer) ? answer.map(asCells) : answer === '' ? null : answer;
