import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page as SheetPage, PageCell } from '#pages/page.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { samplePage } from '../../scripts/sample-page.ts';
import type { Language } from './stage.ts';

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const plainPage = (
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
): SheetPage => ({
  name,
  mark: '',
  columnWidths: (rows[0] ?? []).map(() => 14),
  rows: rows.map((row) => ({
    cells: row.map((value): PageCell | null => (value === null ? null : { value })),
  })),
  charts: [],
  frozenRows: 1,
});

/** Our sample beside a policy sheet whose rate is a slip: 7 instead of 7 %. */
export function brokenPolicyLedger(): Promise<Upload> {
  const policy = plainPage('返点政策', [
    ['返点项', '门槛', '比例'],
    ['全部产品', 500000, 7],
    ['全部产品', 2000000, 0.1],
  ]);
  return Promise.resolve(upload('broken policy.xlsx', newWorkbook([samplePage('zh-CN'), policy])));
}

/**
 * The sample as a file of the user's own, with some cells changed: [row as a person counts, column
 * header's position, value].
 */
export function changedSample(
  language: Language,
  name: string,
  changes: readonly (readonly [row: number, column: number, value: string | number])[],
  more: readonly (readonly (string | number | null)[])[] = [],
): Upload {
  const page = samplePage(language);
  const rows = page.rows.map((row, index) => {
    const own = changes.filter(([at]) => at === index + 1);
    return own.length === 0
      ? row
      : {
          ...row,
          cells: row.cells.map((cell, column) => {
            const change = own.find(([, where]) => where === column);
            return change ? { ...cell, value: change[2] } : cell;
          }),
        };
  });
  const styles = page.rows[1]?.cells.map((cell) => cell?.style) ?? [];
  const added = more.map((row) => ({
    cells: row.map((value, column): PageCell | null =>
      value === null ? null : { value, ...(styles[column] ? { style: styles[column] } : {}) },
    ),
  }));
  return upload(name, newWorkbook([{ ...page, rows: [...rows, ...added] }]));
}

/** The sample as a person would have typed it. */
export const sampleRows = (
  language: Language,
): readonly (readonly (string | number | boolean | null)[])[] =>
  samplePage(language).rows.map((row) => row.cells.map((cell) => cell?.value ?? null));

/**
 * A ledger of so many rows as a CSV: one year, two categories, ten customers. By its path, for a
 * browser takes a file much sooner than its bytes.
 */
export function bigLedger(rows: number, name = 'big.csv'): string {
  const lines = ['订单号,客户名称,产品,产品类别,签约日期,实付金额(元),状态'];
  for (let row = 0; row < rows; row += 1) {
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor((row * 350) / rows)))
      .toISOString()
      .slice(0, 10);
    const security = row % 3 === 0;
    lines.push(
      `RR${String(row).padStart(8, '0')},客户${row % 10},${security ? '云WAF' : '云服务器ECS'},` +
        `${security ? '安全' : '基础'},${day},${(((row * 7919) % 4000) + 1000) / 100},已签`,
    );
  }
  const path = join(mkdtempSync(join(tmpdir(), 'ledger-')), name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

export const upload = (name: string, bytes: Uint8Array): Upload => ({
  name,
  mimeType: XLSX,
  buffer: Buffer.from(bytes),
});
