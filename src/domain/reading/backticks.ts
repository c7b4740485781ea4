import type { Cell, Sheet } from '../sheet.ts';

/** Rows among which a bill that has such marks shows one. */
const LOOKED_AT = 200;

const isMarked = (cell: Cell | undefined): cell is string =>
  typeof cell === 'string' && cell.startsWith('`');

/**
 * The sheet without the backtick with which payment platforms begin each cell of a bill, so that
 * spreadsheets leave its numbers alone. A column of which some figure stands without one stays what
 * it is: there it is a slip, and asked about.
 */
export function withoutBackticks(sheet: Sheet): Sheet {
  const plain = sheet.columns.map(plainColumn);
  if (plain.every((cells) => cells === undefined)) return sheet;
  const { texts, fen, plainIds, ...rest } = sheet;
  const kept = <T>(known: readonly (T | null)[]): readonly (T | null)[] =>
    known.map((own, column) => (plain[column] === undefined ? own : null));
  return {
    ...rest,
    columns: sheet.columns.map((cells, column) => plain[column] ?? cells),
    ...(texts === undefined ? {} : { texts: kept(texts) }),
    ...(fen === undefined ? {} : { fen: kept(fen) }),
    ...(plainIds === undefined ? {} : { plainIds: kept(plainIds) }),
  };
}

/** What is left of a column's cells; `undefined` where nothing is taken away. */
function plainColumn(cells: readonly Cell[]): readonly Cell[] | undefined {
  if (!beginsMarked(cells) || cells.some(isBareFigure)) return undefined;
  return cells.map((cell) => (isMarked(cell) ? cell.slice(1) : cell));
}

/** Row by row: a part of a long column would make the strings of all of it. */
function beginsMarked(cells: readonly Cell[]): boolean {
  for (let row = 0; row < Math.min(cells.length, LOOKED_AT); row++)
    if (isMarked(cells[row])) return true;
  return false;
}

const isBareFigure = (cell: Cell): boolean =>
  typeof cell === 'number' ||
  (typeof cell === 'string' && /^[-+¥￥$]?\d[^\u4e00-\u9fff]*$/.test(cell));
