import { Decimal } from '#domain/money/decimal.ts';
import { from1904 } from '#domain/policy/date-system.ts';
import type { PolicyFinding } from '#domain/policy/finding.ts';
import type { Facts } from '#domain/policy/policy.ts';
import { readRate, typedText } from '#domain/policy/read-cells.ts';
import { type PolicyReading, type PolicyTable, readPolicy } from '#domain/policy/read-policy.ts';
import { factKey } from '#domain/rebate/entitlement.ts';
import {
  type CellBlock,
  type Sheet,
  cellAddress,
  cellAt,
  columnName,
  formatAt,
} from '#domain/sheet.ts';

/** Names of the sheet and the table that hold the workbook's own policy. */
export const POLICY_SHEETS = ['返点政策', 'Rebate policy'] as const;
export const POLICY_TABLE = 'RebatePolicy';
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

/** The workbook's own policy with its facts; `undefined` when it has no policy sheet. */
export function workbookPolicy(sheets: readonly Sheet[]): PolicyReading | undefined {
  const sheet = sheets.find(isPolicySheet);
  return sheet === undefined ? undefined : readPolicySheet(sheet, sheets);
}

/**
 * Reads the policy on a sheet: its table `RebatePolicy` when there is one, else everything on it.
 */
export function readPolicySheet(sheet: Sheet, sheets: readonly Sheet[] = []): PolicyReading {
  const block = blockOf(sheet);
  const { facts, findings } = readFacts(sheets);
  const { cells, ...options } = tableAt(sheet, block, facts);
  const reading = readPolicy(cells, options);
  return {
    policy: findings.length > 0 ? null : reading.policy,
    findings: [...findings, ...reading.findings],
  };
}

/**
 * The policy's cells as they stand in the workbook, for formulas that read the policy themselves.
 */
export interface PolicyCells {
  readonly cells: PolicyTable;
  readonly cellName: (row: number, column: number) => string;
  readonly format: (row: number, column: number) => string | null;
  readonly facts: Facts;
}

/** `undefined` when the workbook has no policy sheet. */
export function policyTable(sheets: readonly Sheet[]): PolicyCells | undefined {
  const sheet = sheets.find(isPolicySheet);
  return sheet && tableAt(sheet, blockOf(sheet), readFacts(sheets).facts);
}

function tableAt(sheet: Sheet, block: CellBlock, facts: Facts): PolicyCells {
  return {
    cells: sheet.date1904 === true ? from1904(cellsOf(sheet, block)) : cellsOf(sheet, block),
    cellName: (row, column) => cellAddress(block.top + row, block.left + column),
    format: (row, column) => formatAt(sheet, block.top + row, block.left + column),
    facts,
  };
}

function blockOf(sheet: Sheet): CellBlock {
  // The template's table is called RebatePolicyRows: Excel lets no table share the name of the
  // range RebatePolicy.
  return (
    sheet.tables?.find((table) => table.name.toLowerCase().startsWith(POLICY_TABLE.toLowerCase()))
      ?.block ?? usedBlock(sheet)
  );
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
  const table = sheet.tables?.find(({ name }) =>
    name.toLowerCase().startsWith(POLICY_TABLE.toLowerCase()),
  );
  if (table !== undefined) return `${table.name}[#All]`;
  const { bottom, right } = usedBlock(sheet);
  return `'${sheet.name.replace(/'/g, "''")}'!$A$1:$${columnName(right)}$${bottom + 1}`;
}

/** A policy is small; rows beyond these are not one. */
const MOST_POLICY_ROWS = 5000;

export function cellsOf(sheet: Sheet, block: CellBlock): PolicyTable {
  const rows = Math.min(block.bottom - block.top + 1, MOST_POLICY_ROWS);
  return Array.from({ length: Math.max(rows, 0) }, (_, row) =>
    Array.from({ length: block.right - block.left + 1 }, (_, column) =>
      cellAt(sheet, block.top + row, block.left + column),
    ),
  );
}

/**
 * 指标 / Facts: name and value in the first two columns; rows without a number in the second are
 * headers or notes.
 */
function readFacts(sheets: readonly Sheet[]): {
  readonly facts: Facts;
  readonly findings: readonly PolicyFinding[];
} {
  const facts = new Map<string, Decimal>();
  const findings: PolicyFinding[] = [];
  const sheet = sheets.find(isFactSheet);
  for (
    let row = 0;
    sheet !== undefined && row < Math.min(sheet.rowCount, MOST_POLICY_ROWS);
    row += 1
  ) {
    const name = typedText(cellAt(sheet, row, 0));
    const value = cellAt(sheet, row, 1);
    if (
      name === '' ||
      value === null ||
      (row === 0 && typeof value === 'string' && !/\d/.test(value))
    )
      continue;
    const number = factValue(value);
    if (number === undefined)
      findings.push({
        level: 'error',
        cell: cellAddress(row, 1),
        fact: { code: 'policy.fact-unreadable', name, typed: typedText(value) },
        atStake: null,
      });
    else facts.set(factKey(name), number);
  }
  return { facts, findings };
}

function factValue(cell: ReturnType<typeof cellAt>): Decimal | undefined {
  const rate = readRate(cell);
  if (rate.ok) return rate.value.rate;
  const number = typeof cell === 'number' ? cell : Number(typedText(cell).replace(/,/g, '') || NaN);
  return Number.isFinite(number) ? new Decimal(number) : undefined;
}
