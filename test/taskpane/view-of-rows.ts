import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import { analyze } from '#application/analyze/analyze.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { readOrders } from '#application/read/read-orders.ts';
import type { Answers } from '#domain/ledger/ledger.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';

export type Rows = readonly (readonly Cell[])[];

export const sheetOf = (name: string, rows: Rows): Sheet => ({
  name,
  rowCount: rows.length,
  columns: (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null)),
});

interface Given {
  readonly answers?: Answers;
  readonly today?: number;
}

/** What the pane shows of these orders under this policy. */
export const viewOfRows = (orders: Rows, policy: Rows, given: Given = {}): AnalysisView =>
  viewOf(analysisOfRows(orders, policy, given), '台账.xlsx', null);

export function analysisOfRows(
  orders: Rows,
  policy: Rows,
  { answers = {}, today }: Given = {},
): Analysis {
  const reading = readPolicy(policy, { cellName: (row, column) => `${row}:${column}` });
  const analysis = analyze({
    ledger: readOrders([sheetOf('订单', orders)], { answers, policy: reading.policy }),
    policy: reading,
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
    ...(today === undefined ? {} : { today: today as never }),
  });
  if (!analysis.ok) throw new Error(JSON.stringify(analysis.error));
  return analysis.value;
}
