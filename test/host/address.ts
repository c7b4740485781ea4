import { cellAddress, columnName } from '#domain/sheet.ts';
import { WireError } from './protocol.ts';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** A rectangle of cells, 0-based. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;
export const rowOf = (key: number): number => Math.floor(key / MAX_COLUMNS);
export const columnOf = (key: number): number => key % MAX_COLUMNS;

export const WHOLE: Block = { top: 0, left: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

export const isWholeColumns = (block: Block): boolean => block.rows === MAX_ROWS;
export const isWholeRows = (block: Block): boolean => block.columns === MAX_COLUMNS;
export const contains = (block: Block, row: number, column: number): boolean =>
  row >= block.top &&
  row < block.top + block.rows &&
  column >= block.left &&
  column < block.left + block.columns;
export const overlaps = (a: Block, b: Block): boolean =>
  a.top < b.top + b.rows &&
  b.top < a.top + a.rows &&
  a.left < b.left + b.columns &&
  b.left < a.left + a.columns;
export const covers = (outer: Block, inner: Block): boolean =>
  contains(outer, inner.top, inner.left) &&
  contains(outer, inner.top + inner.rows - 1, inner.left + inner.columns - 1);

const quoted = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

export function localAddress(block: Block): string {
  const { top, left, rows, columns } = block;
  if (isWholeColumns(block)) return `${columnName(left)}:${columnName(left + columns - 1)}`;
  if (isWholeRows(block)) return `${top + 1}:${top + rows}`;
  const from = cellAddress(top, left);
  return rows === 1 && columns === 1
    ? from
    : `${from}:${cellAddress(top + rows - 1, left + columns - 1)}`;
}

export const fullAddress = (sheet: string, block: Block): string =>
  `${quoted(sheet)}!${localAddress(block)}`;

/** "A1", "$B$2:C9", "A:C", "3:5"; a sheet in front is dropped. */
export function parseAddress(text: string): Block {
  const local = text.slice(text.lastIndexOf('!') + 1).replace(/\$/g, '');
  const [from = '', to = from] = local.split(':');
  const a = corner(from);
  const b = corner(to);
  const top = a.row ?? 0;
  const left = a.column ?? 0;
  const bottom = b.row ?? MAX_ROWS - 1;
  const right = b.column ?? MAX_COLUMNS - 1;
  if (bottom < top || right < left || bottom >= MAX_ROWS || right >= MAX_COLUMNS)
    throw new WireError('InvalidArgument', `address ${text}`);
  return { top, left, rows: bottom - top + 1, columns: right - left + 1 };
}

function corner(text: string): { readonly row?: number; readonly column?: number } {
  const match = /^([A-Za-z]{0,3})(\d{0,7})$/.exec(text.trim());
  const letters = match?.[1] ?? '';
  const digits = match?.[2] ?? '';
  if (letters === '' && digits === '') throw new WireError('InvalidArgument', `address ${text}`);
  return {
    ...(letters === ''
      ? {}
      : {
          column:
            [...letters.toUpperCase()].reduce(
              (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
              0,
            ) - 1,
        }),
    ...(digits === '' ? {} : { row: Number(digits) - 1 }),
  };
}
