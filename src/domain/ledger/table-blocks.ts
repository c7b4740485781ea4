import { foldKey, isBlank } from '../reading/fold-text.ts';
import { type Header, type HeaderMapping, findHeader } from '../reading/header-row.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import { isAmountRole } from '../reading/headers.ts';
import type { Cell, Sheet } from '../sheet.ts';

/** Columns `from` to `to` (exclusive). */
interface Block {
  readonly from: number;
  readonly to: number;
}

/** A table needs this many columns, and two tables of one kind share this many meanings. */
const FEWEST_COLUMNS = 3;

/**
 * The tables that stand side by side on a sheet, each as a sheet of its own on which the others'
 * columns are empty below the titles: places stay what they are. One sheet where there is one.
 */
export function tablesOf(sheet: Sheet, mapping: readonly HeaderMapping[]): readonly Sheet[] {
  const blocks = filledBlocks(sheet);
  const tables =
    blocks.length > 1 ? tablesAmong(sheet, blocks, mapping) : repeatedTables(sheet, mapping);
  if (tables.length < 2) return [sheet];
  const top = Math.min(...tables.map(({ header }) => header.top));
  return tables.map(({ block }, index) =>
    onlyColumns(
      sheet,
      { from: index === 0 ? 0 : block.from, to: tables[index + 1]?.block.from ?? Infinity },
      top,
    ),
  );
}

interface Table {
  readonly block: Block;
  readonly header: Header;
}

/** Runs of columns that hold anything, an empty column between them. */
function filledBlocks({ columns, rowCount }: Sheet): readonly Block[] {
  const blocks: Block[] = [];
  let from = -1;
  for (let column = 0; column <= columns.length; column++) {
    const isFilled = holdsAnything(columns[column] ?? [], rowCount);
    if (isFilled && from < 0) from = column;
    if (!isFilled && from >= 0) {
      blocks.push({ from, to: column });
      from = -1;
    }
  }
  return blocks;
}

function holdsAnything(cells: readonly Cell[], rowCount: number): boolean {
  for (let row = 0; row < Math.min(rowCount, cells.length); row++)
    if (!isBlank(cells[row])) return true;
  return false;
}

function tablesAmong(
  sheet: Sheet,
  blocks: readonly Block[],
  mapping: readonly HeaderMapping[],
): readonly Table[] {
  const headed = blocks.flatMap((block): Table[] => {
    if (block.to - block.from < FEWEST_COLUMNS) return [];
    const header = findHeader(onlyColumns(sheet, block, 0), mapping);
    return header !== undefined && hasAmount(header) ? [{ block, header }] : [];
  });
  const tables = headed.filter(
    ({ header }) =>
      isOfOrders(header) ||
      headed.some((other) => other.header !== header && saySame(other.header, header)),
  );
  const [first] = tables;
  return first === undefined
    ? []
    : tables.filter(({ header }) => header === first.header || isAlike(first.header, header));
}

/**
 * 订单号 日期 金额 订单号 日期 金额: the same words again, without an empty column between them.
 */
function repeatedTables(sheet: Sheet, mapping: readonly HeaderMapping[]): readonly Table[] {
  const header = findHeader(sheet, mapping);
  if (header === undefined) return [];
  const words = header.cells.map(({ text }) => foldKey(text));
  const { length } = words;
  for (let size = FEWEST_COLUMNS; size * 2 <= length; size++) {
    if (length % size !== 0 || !words.every((word, at) => word === words[at % size])) continue;
    return Array.from({ length: length / size }, (_, index) => {
      const cells = header.cells.slice(index * size, (index + 1) * size);
      const from = cells[0]?.column ?? 0;
      return { block: { from, to: from + size }, header: { ...header, cells } };
    });
  }
  return [];
}

const rolesOf = ({ cells }: Header): ReadonlySet<HeaderRole> =>
  new Set(
    cells.flatMap(({ meaning }) =>
      meaning === undefined || meaning.role === 'ignored' ? [] : [meaning.role],
    ),
  );

const DATED_OR_NUMBERED: readonly HeaderRole[] = [
  'orderNumber',
  'contractNumber',
  'signingDay',
  'orderDay',
  'paidOn',
  'refundNumber',
  'refundDay',
];

const hasAmount = (header: Header): boolean =>
  [...rolesOf(header)].some((role) => isAmountRole(role) || role === 'refundAmount');

const isOfOrders = (header: Header): boolean =>
  [...rolesOf(header)].some((role) => DATED_OR_NUMBERED.includes(role));

/** 客户 产品 金额 beside 客户 产品 金额: a month each, without a number or a day. */
function saySame(a: Header, b: Header): boolean {
  const words = ({ cells }: Header): string => cells.map(({ text }) => foldKey(text)).join(' ');
  return words(a) === words(b);
}

/** Of one kind, or a list of refunds beside the orders; not two halves of one wide table. */
function isAlike(first: Header, other: Header): boolean {
  const [a, b] = [rolesOf(first), rolesOf(other)];
  const shared = [...b].filter((role) => a.has(role));
  return (
    (shared.length >= FEWEST_COLUMNS && shared.some(isAmountRole)) ||
    (b.has('refundAmount') && (b.has('refundNumber') || b.has('refundDay')))
  );
}

/** @param titles - rows above this one stay as they are: they may speak of all tables */
function onlyColumns(sheet: Sheet, { from, to }: Block, titles: number): Sheet {
  const isIn = (column: number): boolean => column >= from && column < to;
  const inside = <T>(known: readonly (T | null)[]): readonly (T | null)[] =>
    known.map((own, column) => (isIn(column) ? own : null));
  const { texts, fen, plainIds } = sheet;
  return {
    ...sheet,
    columns: sheet.columns.map((cells, column) => (isIn(column) ? cells : cells.slice(0, titles))),
    ...(texts === undefined ? {} : { texts: inside(texts) }),
    ...(fen === undefined ? {} : { fen: inside(fen) }),
    ...(plainIds === undefined ? {} : { plainIds: inside(plainIds) }),
  };
}
