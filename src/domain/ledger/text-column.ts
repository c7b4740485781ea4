import { MOST_TEXTS_LOOKED_AT } from '../bounds.ts';
import { type Cell, type RepeatedTexts, repeatedTexts } from '../sheet.ts';
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
  { sheet, from, to }: RowRange,
  column: number,
  cells: readonly Cell[],
): TextColumn {
  const repeated = repeatedTexts(sheet, column, cells);
  if (repeated !== undefined) return readRepeated(repeated, from, to, column);
  const codes = new Int32Array(to - from);
  const values = [''];
  const codeOf = new Map<Cell, number>();
  const codeOfText = new Map<string, number>([['', 0]]);
  let [last, other]: Cell[] = ['', ''];
  let [code, otherCode] = [0, 0];
  for (let row = from; row < to; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined || cell === '') continue;
    // Of two texts in turn neither is looked up.
    if (cell !== last) {
      const before = code;
      code = cell === other ? otherCode : (codeOf.get(cell) ?? -1);
      [other, otherCode, last] = [last, before, cell];
    }
    if (code < 0) {
      const text = foldText(cellText(cell));
      code = codeOfText.get(text) ?? values.push(text) - 1;
      codeOfText.set(text, code);
      codeOf.set(cell, code);
    }
    codes[row - from] = code;
  }
  return { column, codes, values };
}

/** The same from what the sheet says of its texts: nothing is looked up by row. */
function readRepeated(
  { codes: given, texts }: RepeatedTexts,
  from: number,
  to: number,
  column: number,
): TextColumn {
  const codes = new Int32Array(to - from);
  const values = [''];
  const codeOfText = new Map<string, number>([['', 0]]);
  const codeOf = new Int32Array(texts.length).fill(-1);
  codeOf[0] = 0;
  const last = Math.min(to, given.length);
  for (let row = from; row < last; row++) {
    const said = given[row]!;
    let code = codeOf[said]!;
    if (code < 0) {
      const text = foldText(texts[said]!);
      code = codeOfText.get(text) ?? values.push(text) - 1;
      codeOfText.set(text, code);
      codeOf[said] = code;
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

/**
 * Whether a text of the column is such a one; of very many different ones the first are asked.
 *
 * @param read - the column's words, where they have been read: a text is such a one folded, too
 */
export function holds(
  { sheet, from, to }: RowRange,
  column: number,
  isSuch: (text: string) => boolean,
  read?: TextColumn,
): boolean {
  const few = read !== undefined && read.values.length <= MOST_TEXTS_LOOKED_AT;
  if (few && !read.values.some(isSuch)) return false;
  const cells = sheet.columns[column] ?? [];
  const repeated = repeatedTexts(sheet, column, cells);
  if (repeated !== undefined) return repeated.texts.slice(0, MOST_TEXTS_LOOKED_AT).some(isSuch);
  const seen = new Set<string>();
  let last: unknown = null;
  const end = Math.min(to, cells.length);
  for (let row = from; row < end && seen.size < MOST_TEXTS_LOOKED_AT; row++) {
    const cell = cells[row];
    if (cell === last || typeof cell !== 'string' || seen.has(cell)) continue;
    if (isSuch(cell)) return true;
    seen.add(cell);
    last = cell;
  }
  return false;
}
