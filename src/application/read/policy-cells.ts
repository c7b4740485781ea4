import { from1904 } from '#domain/policy/date-system.ts';
import type { Facts } from '#domain/policy/facts.ts';
import { type FactsReading, readFacts } from '#domain/policy/read-facts.ts';
import type { PolicyTable } from '#domain/policy/table-rows.ts';
import {
  type CellBlock,
  type Cell,
  type Sheet,
  cellAddress,
  cellAt,
  columnName,
  formatAt,
} from '#domain/sheet.ts';

/** Names of the sheet and the table that hold the workbook's own policy. */
export const POLICY_SHEETS = ['返点政策', 'Rebate policy'] as const;

const POLICY_TABLE = 'RebatePolicy';

export const FACT_SHEETS = ['指标', 'Facts'] as const;

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim().toLowerCase() === b.toLowerCase();

export const isPolicySheet = (sheet: Pick<Sheet, 'name' | 'tables'>): boolean =>
  POLICY_SHEETS.some((name) => sameName(sheet.name, name)) ||
  (sheet.tables ?? []).some((table) =>
    table.name.toLowerCase().startsWith(POLICY_TABLE.toLowerCase()),
  );

export const isFactSheet = (sheet: Pick<Sheet, 'name'>): boolean =>
  FACT_SHEETS.some((name) => sameName(sheet.name, name));

/**
 * The policy's cells as they stand in the workbook, for formulas that read the policy themselves.
 */
interface PolicyCells {
  readonly cells: PolicyTable;
  readonly cellName: (row: number, column: number) => string;
  readonly format: (row: number, column: number) => string | null;
  readonly facts: Facts;
}

/** `undefined` when the workbook has no policy sheet. */
export function policyTable(sheets: readonly Sheet[]): PolicyCells | undefined {
  const sheet = sheets.find(isPolicySheet);
  return sheet && tableAt(sheet, blockOf(sheet), factsOf(sheets).facts);
}

export function tableAt(sheet: Sheet, block: CellBlock, facts: Facts): PolicyCells {
  return {
    cells: sheet.date1904 === true ? from1904(cellsOf(sheet, block)) : cellsOf(sheet, block),
    cellName: (row, column) => cellAddress(block.top + row, block.left + column),
    format: (row, column) => formatAt(sheet, block.top + row, block.left + column),
    facts,
  };
}

export function blockOf(sheet: Sheet): CellBlock {
  const table = tableOf(sheet);
  return table === undefined ? usedBlock(sheet) : grown(sheet, table.block);
}

// The template's table is called RebatePolicyRows: Excel lets no table share the name of the
// range RebatePolicy.
const tableOf = ({ tables }: Sheet): NonNullable<Sheet['tables']>[number] | undefined =>
  tables?.find(({ name }) => name.toLowerCase().startsWith(POLICY_TABLE.toLowerCase()));

/**
 * The table with what is typed straight below or beside it: Excel lets a table grow by that, other
 * programs leave it outside, and a clause that nobody reads is money. A row has two cells at least
 * and a column something below its head, or it is a note.
 */
function grown(sheet: Sheet, block: CellBlock): CellBlock {
  let { right, bottom } = block;
  const filled = (cells: readonly Cell[]): number =>
    cells.filter((cell) => !isNothing(cell)).length;
  const rowAt = (row: number): readonly Cell[] =>
    sheet.columns.slice(block.left, block.right + 1).map((column) => column[row] ?? null);
  while (bottom + 1 < sheet.rowCount && filled(rowAt(bottom + 1)) > 1) bottom += 1;
  for (let next = right + 1; next < sheet.columns.length; next += 1) {
    const cells = Array.from({ length: bottom - block.top + 1 }, (_, row) =>
      cellAt(sheet, block.top + row, next),
    );
    if (isNothing(cells[0] ?? null) || filled(cells) < 2) break;
    right = next;
  }
  return { ...block, right, bottom };
}

const usedBlock = (sheet: Sheet): CellBlock => ({
  top: 0,
  left: 0,
  bottom: sheet.rowCount - 1,
  right: sheet.columns.length - 1,
});

/**
 * What a formula calls the workbook's policy, header row included; `undefined` without a policy
 * sheet.
 */
export function policyReference(sheets: readonly Sheet[]): string | undefined {
  const sheet = sheets.find(isPolicySheet);
  if (sheet === undefined) return undefined;
  const block = blockOf(sheet);
  const table = tableOf(sheet);
  if (table?.block.right === block.right && table.block.bottom === block.bottom)
    return `${table.name}[#All]`;
  const { top, left, bottom, right } = block;
  return (
    `'${sheet.name.replace(/'/g, "''")}'!` +
    `$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`
  );
}

/** The rows of a block up to the last that holds something. */
export function cellsOf(sheet: Sheet, block: CellBlock): PolicyTable {
  const rowAt = (row: number): readonly Cell[] =>
    Array.from({ length: block.right - block.left + 1 }, (_, column) =>
      cellAt(sheet, row, block.left + column),
    );
  let bottom = block.bottom;
  while (bottom >= block.top && rowAt(bottom).every(isNothing)) bottom--;
  return Array.from({ length: Math.max(bottom - block.top + 1, 0) }, (_, row) =>
    rowAt(block.top + row),
  );
}

const isNothing = (cell: Cell): boolean => cell === null || cell === '';

/** The facts sheet of the workbook, by its cells. */
export function factsOf(sheets: readonly Sheet[]): FactsReading {
  const sheet = sheets.find(isFactSheet);
  return sheet === undefined ? { facts: new Map(), findings: [] } : readFactSheet(sheet);
}

/** Reads facts on a sheet, wherever its header stands. */
export const readFactSheet = (sheet: Sheet): FactsReading =>
  readFacts(cellsOf(sheet, usedBlock(sheet)), {
    cellName: cellAddress,
    format: (row, column) => formatAt(sheet, row, column),
  });
