import type { NamedTable } from '#application/live/sheet-drawings.ts';
import { ColumnNames, namedIn, withReferences } from '#application/live/structured-references.ts';
import { type CellBlock, columnName } from '#domain/sheet.ts';

/** A table where it stands. */
export interface PlacedTable extends Omit<NamedTable, 'columns'> {
  readonly sheet: string;
  /** What each column was called, the file's name first. */
  readonly columns: readonly (readonly string[])[];
  /** What formulas call each column now. */
  readonly called: readonly string[];
}

/** The cell that a formula stands in. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * A formula with the cells in the place of tables' columns ("[@Paid]" is $K5), which the grid's
 * engine does not know. What is not a column of these tables is left as it is.
 *
 * @param row - stands for the number of this row
 */
export const withCells = (
  formula: string,
  at: Place,
  tables: readonly PlacedTable[],
  row = String(at.row + 1),
): string => {
  const bare = withReferences(formula, (inside, name) => {
    const table = tableOf(name, at, tables);
    return table ? cellsNamed(inside, at, table, row) : null;
  });
  return bare.replace(WORDS, (word: string, place: number) => {
    const behind = bare.charAt(place + word.length);
    if (/[!:$[(]/.test(behind) || /[!:$]/.test(bare.charAt(place - 1))) return word;
    const table = tableOf(word, at, tables);
    return (table && cellsNamed('', at, table, row)) ?? word;
  });
};

/** A table that is named without columns; texts and quoted names are no such words. */
const WORDS = /"[^"]*"|'[^']*'|[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

/** Whether a formula may name a table or a column of one. */
export function mayName(formula: string, tables: readonly PlacedTable[]): boolean {
  if (formula.includes('[')) return true;
  const lower = formula.toLowerCase();
  return tables.some(({ name }) => lower.includes(name.toLowerCase()));
}

/** A formula comes to the same cells, but for its row, in all places of a zone of each table. */
export const zoneOf = (table: PlacedTable, at: Place): number =>
  (isIn(table, at) ? 2 : 0) + (hasRow(table, at) ? 1 : 0);

/**
 * A typed formula with the columns called what the file calls them. Excel takes no file with
 * columns that are not there: they become what it would make of them had they been deleted.
 */
export const withFileNames = (formula: string, at: Place, tables: readonly PlacedTable[]): string =>
  withReferences(formula, (inside, name) => {
    const table = tableOf(name, at, tables);
    if (!table || cellsNamed(inside, at, table, '') === null) return LOST;
    const meant = table.columns.flatMap(([to = '', ...later], index) =>
      later
        .filter((from) => columnOf(from, table) === table.block.left + index)
        .map((from) => ({ table: table.name, from, to })),
    );
    return new ColumnNames(meant).in(`${name ?? ''}[${inside}]`, table.name);
  });

/** A formula for the engine, which would take columns that are not there for something else. */
export const withoutLost = (formula: string): string => withReferences(formula, () => LOST);

const LOST = '#REF!';

const tableOf = (name: string | null, at: Place, tables: readonly PlacedTable[]) =>
  tables.find((each) =>
    name === null ? isIn(each, at) : each.name.toLowerCase() === name.toLowerCase(),
  );

const isIn = ({ sheet, block }: PlacedTable, at: Place): boolean =>
  sheet === at.sheet &&
  block.top <= at.row &&
  at.row <= block.bottom &&
  block.left <= at.column &&
  at.column <= block.right;

/** Null: there are no such columns or rows, or it is not clear which. */
function cellsNamed(inside: string, at: Place, table: PlacedTable, thisRow: string): string | null {
  const named = namedIn(inside);
  const rows = named && rowsOf(named.rows, table);
  if (named === null || rows === null) return null;
  const columns = named.columns.map((name) => columnOf(name, table));
  if (columns.includes(-1)) return null;
  if (rows === HERE && !hasRow(table, at)) return '#VALUE!';
  const { block } = table;
  const [first = block.left, last = columns.length === 0 ? block.right : first] = columns;
  const corner = (row: number, column: number): string =>
    `$${columnName(column)}${rows === HERE ? thisRow : `$${row + 1}`}`;
  const { top, bottom } = rows === HERE ? block : rows;
  const from = corner(top, Math.min(first, last));
  const to = corner(bottom, Math.max(first, last));
  const sheet = table.sheet === at.sheet ? '' : `'${table.sheet.replaceAll("'", "''")}'!`;
  return sheet + (from === to ? from : `${from}:${to}`);
}

/** The row of the formula. */
const HERE = 'here';

function rowsOf(
  kinds: readonly string[],
  { block: { top, bottom }, heads, totals }: PlacedTable,
): Pick<CellBlock, 'top' | 'bottom'> | typeof HERE | null {
  const data = { top: top + heads, bottom: bottom - totals };
  switch (kinds.join()) {
    case '':
    case '#data':
      return data;
    case '#all':
      return { top, bottom };
    case '#headers':
      return heads > 0 ? { top, bottom: data.top - 1 } : null;
    case '#totals':
      return totals > 0 ? { top: data.bottom + 1, bottom } : null;
    case '#headers,#data':
      return { top, bottom: data.bottom };
    case '#data,#totals':
      return { top: data.top, bottom };
    case '#this row':
      return HERE;
    default:
      return null;
  }
}

const hasRow = ({ sheet, block, heads, totals }: PlacedTable, at: Place): boolean =>
  sheet === at.sheet && block.top + heads <= at.row && at.row <= block.bottom - totals;

/** Called so now, or once; -1: none, or two that were called so at different times. */
function columnOf(name: string, { block, columns, called }: PlacedTable): number {
  const key = keyOf(name);
  const now = called.findIndex((each) => keyOf(each) === key);
  if (now >= 0) return block.left + now;
  const [only, another] = columns.flatMap((names, index) =>
    names.some((each) => keyOf(each) === key) ? [index] : [],
  );
  return only === undefined || another !== undefined ? -1 : block.left + only;
}

const keyOf = (name: string): string => name.trim().toLowerCase();
