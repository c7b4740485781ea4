import { type Cell, type Sheet } from '#domain/sheet.ts';
import type { Page } from '#pages/page.ts';
import type { ContractCase, ContractSheet, ContractSubject, MakeSubject } from './subject.ts';

/** What most cases begin with. */
export const ORDERS: ContractSheet = {
  name: '契约 订单',
  rows: [
    ['订单号', '客户', '金额', '支付日期'],
    ['SO001', '甲', 58_000, 45_658],
    ['SO002', '乙', -1_200.5, 45_659],
    ['SO003', '丙', 0.1, 45_660],
    ['SO004', '丁', 123_456_789_012_345, 45_661],
  ],
  formats: { 'D2:D5': 'yyyy-mm-dd', 'C2:C3': '#,##0.00' },
  fills: { 'A1:D1': '#1F3A5F', 'B3:C3': '#FFCC00' },
};

/** A page of ours with plain values. */
export const pageOf = (name: string, rows: readonly (readonly Cell[])[]): Page => ({
  name,
  mark: `contract:${name}`,
  columnWidths: [12],
  frozenRows: 0,
  charts: [],
  rows: rows.map((cells) => ({
    cells: cells.map((value) => (value === null || typeof value === 'object' ? null : { value })),
  })),
});

/** A case about one workbook, which is put away at the end whatever happens. */
export function on(
  name: string,
  sheets: readonly ContractSheet[],
  check: (subject: ContractSubject) => Promise<void>,
): ContractCase {
  return {
    name,
    run: async (make: MakeSubject) => {
      const subject = await make(sheets);
      try {
        await check(subject);
      } finally {
        await subject.close();
      }
    },
  };
}

export const grid = (sheet: Sheet, rows: number, columns: number): Cell[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => sheet.columns[column]?.[row] ?? null),
  );

export const fillsOf = (subject: ContractSubject): Promise<readonly (readonly string[])[]> =>
  Promise.all([1, 2, 3, 4, 5].map((row) => subject.fills(ORDERS.name, row, 4)));

/** Compares as JSON: what a person could see, not how it is held. */
export function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [actual, expected].map((value) =>
    JSON.stringify(value, (_, part: unknown) => (part === undefined ? '(nothing)' : part)),
  );
  if (found !== wanted) throw new Error(`expected ${wanted}, found ${found}`);
}
