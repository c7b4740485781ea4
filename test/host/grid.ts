import {
  type Block,
  columnOf,
  contains,
  isWholeColumns,
  isWholeRows,
  keyOf,
  overlaps,
  rowOf,
} from './address.ts';
import type { Journal } from './journal.ts';
import { WireError, type Wire } from './protocol.ts';

interface ErrorValue {
  readonly error: string;
}
export type Value = string | number | boolean | ErrorValue;

/**
 * A cell's look as flat entries: 'fill.color', 'font.bold', 'borders.EdgeTop.style',
 * 'numberFormat'.
 */
export type CellFormat = Readonly<Record<string, Wire>>;

/** The cells of a sheet: values by column, the rest only where it is set. */
export interface GridModel {
  columns: (Value | null)[][];
  formulas: Map<number, string>;
  formats: Map<number, CellFormat>;
  columnFormats: Map<number, CellFormat>;
  hiddenRows: Set<number>;
  filteredRows: Set<number>;
}

export const valueAt = (grid: GridModel, row: number, column: number): Value | null =>
  grid.columns[column]?.[row] ?? null;

/** The smallest block that holds every cell with a value (and, if asked, a format). */
export function usedBlock(grid: GridModel, valuesOnly: boolean): Block | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  const see = (row: number, column: number): void => {
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
  };
  grid.columns.forEach((cells, column) => {
    const first = cells.findIndex((value) => value !== null && value !== undefined);
    if (first < 0) return;
    let last = cells.length - 1;
    while (cells[last] === null || cells[last] === undefined) last -= 1;
    see(first, column);
    see(last, column);
  });
  for (const key of grid.formulas.keys()) see(rowOf(key), columnOf(key));
  if (!valuesOnly) for (const key of grid.formats.keys()) see(rowOf(key), columnOf(key));
  return bottom < 0 ? null : { top, left, rows: bottom - top + 1, columns: right - left + 1 };
}

/**
 * What of a block can hold anything at all: whole columns and rows are cut to the sheet's extent.
 */
export function bounded(grid: GridModel, block: Block): Block {
  if (!isWholeColumns(block) && !isWholeRows(block)) return block;
  const used = usedBlock(grid, false);
  if (!used || !overlaps(used, block)) return { ...block, rows: 0, columns: 0 };
  const top = Math.max(block.top, used.top);
  const left = Math.max(block.left, used.left);
  return {
    top,
    left,
    rows: Math.min(block.top + block.rows, used.top + used.rows) - top,
    columns: Math.min(block.left + block.columns, used.left + used.columns) - left,
  };
}

export function* cellsOf(block: Block): Generator<readonly [number, number]> {
  for (let row = block.top; row < block.top + block.rows; row += 1)
    for (let column = block.left; column < block.left + block.columns; column += 1)
      yield [row, column];
}

export function readBlock<T>(block: Block, read: (row: number, column: number) => T): T[][] {
  const out: T[][] = [];
  for (let row = block.top; row < block.top + block.rows; row += 1) {
    const line: T[] = new Array<T>(block.columns);
    for (let column = 0; column < block.columns; column += 1)
      line[column] = read(row, block.left + column);
    out.push(line);
  }
  return out;
}

export function wireValue(value: Value | null): Wire {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

export function valueType(value: Value | null): string {
  if (value === null || value === '') return 'Empty';
  if (typeof value === 'object') return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

export function putValue(
  grid: GridModel,
  journal: Journal,
  row: number,
  column: number,
  value: Value | null,
  formula?: string,
): void {
  while (grid.columns.length <= column) grid.columns.push([]);
  const cells = grid.columns[column] ?? [];
  while (cells.length <= row) cells.push(null);
  journal.put(cells, row, value);
  const key = keyOf(row, column);
  if (formula !== undefined || grid.formulas.has(key)) journal.mapSet(grid.formulas, key, formula);
}

const ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!']);
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

/**
 * What Excel makes of something put into a cell through the API: text that looks like something
 * else becomes it.
 */
export function interpret(
  given: Wire,
  textFormat: boolean,
): { readonly value: Value | null; readonly formula?: string; readonly numberFormat?: string } {
  if (typeof given === 'number' || typeof given === 'boolean') return { value: given };
  if (typeof given !== 'string')
    throw new WireError('InvalidArgument', 'a cell takes text, a number or a boolean');
  if (given === '') return { value: null };
  if (given.startsWith("'")) return { value: given.slice(1) };
  if (given.startsWith('=')) return { value: 0, formula: given };
  if (textFormat) return { value: given };
  const date = DATE.exec(given);
  if (date)
    return {
      value:
        (Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) - Date.UTC(1899, 11, 30)) /
        86_400_000,
      numberFormat: 'yyyy/m/d',
    };
  if (/^\s*[¥￥$]?[-+]?[¥￥$]?[\d,]+(\.\d+)?%?\s*$/.test(given) && /\d/.test(given))
    return { value: looseNumber(given) };
  if (/^[-+@\t\r]/.test(given)) return { value: 0, formula: `=${given.trim()}` };
  if (/^(true|false)$/i.test(given)) return { value: given.toLowerCase() === 'true' };
  return ERRORS.has(given) ? { value: { error: given } } : { value: given };
}

function looseNumber(text: string): number {
  const number = Number(text.replace(/[¥￥$,%\s]/g, ''));
  return text.includes('%') ? number / 100 : number;
}

export function formatAt(grid: GridModel, row: number, column: number): CellFormat {
  const own = grid.formats.get(keyOf(row, column));
  const base = grid.columnFormats.get(column);
  return own && base ? { ...base, ...own } : (own ?? base ?? {});
}

/**
 * Sets entries of one cell's look; `undefined` takes an entry away. An entry that says what the
 * column says is dropped.
 */
export function putFormat(
  grid: GridModel,
  journal: Journal,
  row: number,
  column: number,
  entries: Readonly<Record<string, Wire | undefined>>,
): void {
  const key = keyOf(row, column);
  const base = grid.columnFormats.get(column) ?? {};
  const merged: Record<string, Wire> = { ...grid.formats.get(key) };
  for (const [name, value] of Object.entries(entries)) {
    if (value === undefined || base[name] === value) delete merged[name];
    else merged[name] = value;
  }
  journal.mapSet(grid.formats, key, Object.keys(merged).length > 0 ? merged : undefined);
}

/** Rows of text for a snapshot: formulas and values, without trailing blanks. */
export function sheetContent(grid: GridModel): unknown[] {
  const used = usedBlock(grid, true);
  if (!used) return [];
  return readBlock(
    { top: 0, left: 0, rows: used.top + used.rows, columns: used.left + used.columns },
    (row, column) => valueAt(grid, row, column),
  );
}

export const hasInside = (keys: Iterable<number>, block: Block): number[] =>
  [...keys].filter((key) => contains(block, rowOf(key), columnOf(key)));
