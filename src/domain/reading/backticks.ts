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
  if (!cells.slice(0, LOOKED_AT).some(isMarked) || cells.some(isBareFigure)) return undefined;
  return cells.map((cell) => (isMarked(cell) ? cell.slice(1) : cell));
}

const isBareFigure = (cell: Cell): boolean =>
  typeof cell === 'number' ||
  (typeof cell === 'string' && /^[-+¥￥$]?\d[^\u4e00-\u9fff]*$/.test(cell));
