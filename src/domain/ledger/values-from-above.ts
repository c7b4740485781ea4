import { NOT_LOOKED_AT } from '../reading/plain-id.ts';
import { type Cell, type Sheet, plainIdsOf, repeatedTexts } from '../sheet.ts';

/** "As above", written out. */
const DITTO = new Set([
  '同上',
  '〃',
  '″',
  '"',
  '""',
  "''",
  '″″',
  '〞',
  '同前',
  'ditto',
  'Ditto',
  'do.',
  'same',
  'as above',
  'As above',
]);
const LONGEST_DITTO = 8;

/**
 * A column in which every row says itself what it means: each row of a merged block carries the
 * block's value, and "同上" the value above. The sheet's own column when there is neither.
 */
export function valuesFromAbove(sheet: Sheet, column: number): readonly Cell[] {
  const cells = sheet.columns[column] ?? [];
  const blocks = (sheet.merges ?? []).filter(
    (block) => block.left === column && block.bottom > block.top,
  );
  const different = repeatedTexts(sheet, column, cells)?.texts ?? cells;
  const known = plainIdsOf(sheet, column, cells);
  if (blocks.length === 0 && !hasDitto(different, known)) return cells;
  const carried = [...cells];
  for (const { top, bottom } of blocks) {
    for (let row = top; row <= Math.min(bottom, sheet.rowCount - 1); row++)
      carried[row] = cells[top] ?? null;
  }
  let above: Cell = null;
  for (const [row, cell] of carried.entries()) {
    if (isDitto(cell)) carried[row] = above;
    else if (cell !== null && cell !== '') above = cell;
  }
  return carried;
}

/** A plain loop: most columns have a million cells and none of them. A number is none either. */
function hasDitto(cells: readonly Cell[], known: Uint8Array | undefined): boolean {
  for (let row = 0; row < cells.length; row++)
    if ((known?.[row] ?? NOT_LOOKED_AT) === NOT_LOOKED_AT && isDitto(cells[row])) return true;
  return false;
}

/** By the first character, of which most words have another. */
const MAY_BEGIN = new Uint8Array(1 << 16);
for (const word of [...DITTO, ' ', '\u3000']) MAY_BEGIN[word.charCodeAt(0)] = 1;

const isDitto = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' &&
  cell.length <= LONGEST_DITTO &&
  MAY_BEGIN[cell.charCodeAt(0)] === 1 &&
  DITTO.has(cell.trim());
