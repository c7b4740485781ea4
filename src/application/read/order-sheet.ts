import type { SheetSummary } from '../workbook.port.ts';

const ORDER_NAMES = /订单|台账|销售|明细|流水|orders?|ledger|sales|bookings/i;
const OTHER_NAMES =
  /汇总|目录|说明|政策|对账|结算|复盘|summary|policy|statement|settings|readme|review/i;

/**
 * The sheet that looks most like the orders, by its name and its rows: read in full only when the
 * user analyzes.
 */
export function likelyOrderSheet(sheets: readonly SheetSummary[]): SheetSummary | null {
  const candidates = sheets.filter(
    (sheet) => !sheet.ours && !sheet.hidden && sheet.rowCount > 1 && sheet.columnCount > 1,
  );
  const [first] = [...candidates].sort(
    (a, b) => score(b.name) - score(a.name) || b.rowCount - a.rowCount,
  );
  return first ?? null;
}

const score = (name: string): number =>
  Number(ORDER_NAMES.test(name)) - Number(OTHER_NAMES.test(name));
