import type { Cell } from '../sheet.ts';
import { cellText, foldText } from '../reading/fold-text.ts';
import type { RowRange } from './row-range.ts';

/**
 * A column of words, each distinct one kept once: what a word means is asked once, not once a row.
 */
export interface TextColumn {
  readonly column: number;
  /** By row: index into `values`; 0 is the empty text. */
  readonly codes: Int32Array;
  /** Folded texts; the first is ''. */
  readonly values: readonly string[];
}

export function readTextColumn(
  { from, to }: RowRange,
  column: number,
  cells: readonly Cell[],
): TextColumn {
  const codes = new Int32Array(to - from);
  const values = [''];
  const codeOf = new Map<Cell, number>();
  const codeOfText = new Map<string, number>([['', 0]]);
  for (let row = from; row < to; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined || cell === '') continue;
    let code = codeOf.get(cell);
    if (code === undefined) {
      const text = foldText(cellText(cell));
      code = codeOfText.get(text) ?? values.push(text) - 1;
      codeOfText.set(text, code);
      codeOf.set(cell, code);
    }
    codes[row - from] = code;
  }
  return { column, codes, values };
}

export const textAt = (column: TextColumn | undefined, offset: number): string =>
  column === undefined ? '' : (column.values[column.codes[offset] ?? 0] ?? '');

/** What each distinct value means, by code. */
export const meanings = <T>(column: TextColumn, meaning: (text: string) => T): T[] =>
  column.values.map(meaning);
