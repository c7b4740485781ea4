import { type Cell, type Sheet, cellAt, columnName } from '../sheet.ts';
import { bareColumn, bareColumns, saysColumns } from './bare-columns.ts';
import { isFigure } from './figure.ts';
import { cellText, foldKey, foldText, isBlank } from './fold-text.ts';
import type { HeaderRole } from './header-roles.ts';
import {
  type HeaderMeaning,
  type MoneyNote,
  fieldOfRole,
  headerMeaning,
  isAmountRole,
  moneyNote,
} from './headers.ts';
import { searchHeader } from './header-search.ts';
import type { LedgerField } from './ledger-fields.ts';

/** What the user says about a header that nobody recognises; null: it means nothing. */
export interface HeaderMapping {
  readonly header: string;
  readonly field: LedgerField | null;
}

export interface HeaderCell {
  readonly column: number;
  readonly text: string;
  /** How people are told of it: with its letter where two headers read alike, 金额 (F). */
  readonly label: string;
  readonly meaning: HeaderMeaning | undefined;
}

/** A header of one row, or of two when groups stand above it. Zero-based rows of the sheet. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly HeaderCell[];
}

/**
 * The row that says most about columns, or the first above it that heads orders of its own: a later
 * table says more where it has a column more. `undefined` when no row says two things.
 */
export function findHeader(sheet: Sheet, mapping: readonly HeaderMapping[]): Header | undefined {
  const seen: Header[] = [];
  const best = searchHeader(sheet.rowCount, (row) => {
    const header = headerAt(sheet, row, row, mapping);
    if (header === undefined || scoreOf(header) <= 1) return undefined;
    seen.push(header);
    return { header, says: scoreOf(header) };
  });
  const found = seen.find((header) => header === best || headsOrders(sheet, header, best));
  return found === undefined ? bareHeader(sheet, mapping) : withGroups(sheet, found, mapping);
}

const OF_AN_ORDER: readonly HeaderRole[] = [
  'orderNumber',
  'contractNumber',
  'signingDay',
  'orderDay',
  'paidOn',
];

/**
 * Says amounts and a number or a day of orders, and has a figure among its amounts before the next
 * table.
 */
function headsOrders(sheet: Sheet, { bottom, cells }: Header, next: Header | undefined): boolean {
  const ofAnOrder = cells.some(({ meaning }) => meaning && OF_AN_ORDER.includes(meaning.role));
  const money = cells.filter(({ meaning }) => meaning && isAmountRole(meaning.role));
  if (!ofAnOrder) return false;
  for (let row = bottom + 1; row < (next?.top ?? 0); row++)
    if (money.some(({ column }) => isFigure(cellAt(sheet, row, column)))) return true;
  return false;
}

/** Above a sheet of data alone: what a person said of its columns. Its row is none, -1. */
function bareHeader(sheet: Sheet, mapping: readonly HeaderMapping[]): Header | undefined {
  if (!saysColumns(sheet, mapping)) return undefined;
  const fields = new Map(mapping.map(({ header, field }) => [foldKey(header), field]));
  const cells = sheet.columns.map((_, column): HeaderCell => {
    const text = bareColumn(sheet.name, column);
    const field = fields.get(foldKey(text));
    const meaning = field === undefined ? undefined : { role: roleOfField(field), rank: -1 };
    return { column, text, label: text, meaning };
  });
  const filled = new Set(bareColumns(sheet));
  return { top: -1, bottom: -1, cells: cells.filter(({ text }) => filled.has(text)) };
}

/**
 * The header a single row would be; `undefined` when it holds numbers or fewer than two recognised
 * words.
 */
export function headerAt(
  sheet: Sheet,
  top: number,
  bottom: number,
  mapping: readonly HeaderMapping[],
): Header | undefined {
  const cells: HeaderCell[] = [];
  for (let column = 0; column < sheet.columns.length; column++) {
    const cell = cellAt(sheet, bottom, column);
    if (typeof cell === 'number') {
      if (isApart(sheet, bottom, column, cells)) continue;
      return undefined;
    }
    const group = top === bottom ? '' : groupOf(sheet, top, column);
    const text = joined(foldText(cellText(cell)), group);
    if (text !== '')
      cells.push({
        column,
        text,
        label: text,
        meaning: meaningOf(foldText(cellText(cell)), group, mapping),
      });
  }
  const known = cells.filter(({ meaning }) => meaning !== undefined).length;
  return known >= 2 && known * 3 >= cells.length
    ? { top, bottom, cells: withLetters(cells, mapping) }
    : undefined;
}

/** A figure of somebody's own beside the table, with a blank cell between. */
const isApart = (
  sheet: Sheet,
  row: number,
  column: number,
  cells: readonly HeaderCell[],
): boolean => cells.length >= 2 && isBlank(cellAt(sheet, row, column - 1));

/** Headers that read alike are told apart by their letters, and mapped by them. */
function withLetters(
  cells: readonly HeaderCell[],
  mapping: readonly HeaderMapping[],
): readonly HeaderCell[] {
  const times = new Map<string, number>();
  for (const { text } of cells) times.set(foldKey(text), (times.get(foldKey(text)) ?? 0) + 1);
  if (times.size === cells.length) return cells;
  return cells.map((cell) => {
    if (times.get(foldKey(cell.text)) === 1) return cell;
    const label = `${cell.text} (${columnName(cell.column)})`;
    const mapped = mapping.find(({ header }) => foldKey(header) === foldKey(label));
    if (mapped === undefined) return { ...cell, label };
    const meaning = { ...unitOf(cell.text), role: roleOfField(mapped.field), rank: -1 };
    return { ...cell, label, meaning };
  });
}

function scoreOf({ cells }: Header): number {
  const roles = new Set(cells.map(({ meaning }) => meaning?.role));
  let score = 0;
  for (const role of roles) if (role !== undefined) score += role === 'ignored' ? 0.5 : 1;
  return score;
}

/**
 * A second header row above (groups: 金额 over 合同 and 实付) or below (the groups' columns) that
 * adds to what is known.
 */
function withGroups(sheet: Sheet, header: Header, mapping: readonly HeaderMapping[]): Header {
  const { top } = header;
  if (top > 0 && isGroupRow(sheet, top - 1)) {
    const above = headerAt(sheet, top - 1, top, mapping);
    if (above && (scoreOf(above) > scoreOf(header) || addsUnits(above, header))) return above;
  }
  if (top + 1 < sheet.rowCount && isColumnRow(sheet, top + 1, header)) {
    const below = headerAt(sheet, top, top + 1, mapping);
    if (below && (scoreOf(below) > scoreOf(header) || isSplit(sheet, header))) return below;
  }
  return header;
}

const addsUnits = (a: Header, b: Header): boolean => countUnits(a) > countUnits(b);

const countUnits = ({ cells }: Header): number =>
  cells.filter(({ meaning }) => meaning?.unit !== undefined).length;

/** Two or more words, one of which a header could say. */
function isGroupRow(sheet: Sheet, row: number): boolean {
  const cells = rowCells(sheet, row).filter((cell) => !isBlank(cell));
  return (
    cells.length >= 2 &&
    cells.every((cell) => typeof cell === 'string') &&
    cells.some((cell) => headerMeaning(cellText(cell)) !== undefined || noteInside(cellText(cell)))
  );
}

/** The row below has words only from the last header on: 金额 over 应付, 已付 and 未付. */
function isSplit(sheet: Sheet, { bottom, cells }: Header): boolean {
  const last = Math.max(...cells.map(({ column }) => column));
  const below = rowCells(sheet, bottom + 1).flatMap((cell, column) =>
    isBlank(cell) ? [] : [{ cell, column }],
  );
  return (
    below.length >= 2 &&
    below[0]?.column === last &&
    below.every(({ cell }) => typeof cell === 'string' && !/\d/.test(cell)) &&
    below.some(({ cell }) => headerMeaning(cellText(cell)) !== undefined)
  );
}

/**
 * Words alone, also under the blanks that merged groups leave: 订单 over 编号 and 类别, which by
 * themselves may say little.
 */
function isBelowGroups(sheet: Sheet, row: number, { cells }: Header): boolean {
  const headed = new Set(cells.map(({ column }) => column));
  const [first, last] = [Math.min(...headed), Math.max(...headed)];
  const below = rowCells(sheet, row).flatMap((cell, column) =>
    isBlank(cell) ? [] : [{ cell, column }],
  );
  const isUnderBlank = ({ column }: { readonly column: number }): boolean =>
    column > first && column < last && !headed.has(column);
  return (
    below.length > headed.size &&
    below.some(isUnderBlank) &&
    below.every(({ cell }) => typeof cell === 'string' && cell.length <= 12 && !/\d/.test(cell)) &&
    below.filter(({ cell }) => headerMeaning(cellText(cell)) !== undefined).length >= 2
  );
}

/** Nothing but header words, and not the header once more. */
function isColumnRow(sheet: Sheet, row: number, header: Header): boolean {
  if (isSplit(sheet, header) || isBelowGroups(sheet, row, header)) return true;
  const above = new Map(header.cells.map(({ column, text }) => [column, foldKey(text)]));
  let known = 0;
  for (const [column, cell] of rowCells(sheet, row).entries()) {
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string' || headerMeaning(cell) === undefined) return false;
    if (above.get(column) !== foldKey(cell)) known++;
  }
  return known >= 1;
}

const rowCells = (sheet: Sheet, row: number): Cell[] =>
  sheet.columns.map((cells) => cells[row] ?? null);

/**
 * The group's word over a column: the nearest to the left in the upper row, as long as the cells
 * below are filled.
 */
function groupOf(sheet: Sheet, row: number, column: number): string {
  for (let at = column; at >= 0; at--) {
    const text = foldText(cellText(cellAt(sheet, row, at)));
    if (text !== '') return text;
    if (isBlank(cellAt(sheet, row + 1, at))) return '';
  }
  return '';
}

const joined = (own: string, group: string): string => (own === '' ? group : own);

/** The user's word first, then the cell's own, then what it says together with its group. */
function meaningOf(
  own: string,
  group: string,
  mapping: readonly HeaderMapping[],
): HeaderMeaning | undefined {
  const text = joined(own, group);
  if (text === '') return undefined;
  const mapped = mapping.find(({ header }) => foldKey(header) === foldKey(text));
  if (mapped !== undefined) return { ...unitOf(text), role: roleOfField(mapped.field), rank: -1 };
  if (group === '' || own === '') return headerMeaning(text);
  const meaning =
    headerMeaning(own) ?? headerMeaning(`${own}${group}`) ?? headerMeaning(`${group}${own}`);
  return meaning && { ...noteInside(group), ...meaning };
}

const unitOf = (text: string): MoneyNote => noteInside(text) ?? {};

function noteInside(text: string): MoneyNote | undefined {
  const [, ...opened] = foldText(text).split('(');
  return opened
    .map((rest) => (rest.includes(')') ? moneyNote(rest.slice(0, rest.indexOf(')'))) : undefined))
    .find((note) => note !== undefined);
}

function roleOfField(field: LedgerField | null): HeaderRole {
  if (field === null) return 'ignored';
  switch (field) {
    case 'amount':
      return 'cashPaid';
    case 'listAmount':
      return 'ordered';
    case 'orderId':
      return 'orderNumber';
    case 'signedOn':
      return 'signingDay';
    default:
      return field;
  }
}

/** A row that repeats header words: none of them a number, at least half of them recognised. */
export function repeatsHeader(
  sheet: Sheet,
  row: number,
  mapping: readonly HeaderMapping[],
): Header | undefined {
  const header = headerAt(sheet, row, row, mapping);
  if (header === undefined) return undefined;
  const known = header.cells.filter(({ meaning }) => meaning !== undefined);
  return known.length * 2 >= header.cells.length &&
    known.some(({ meaning }) => meaning !== undefined && fieldOfRole(meaning.role) !== undefined)
    ? header
    : undefined;
}
