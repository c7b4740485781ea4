import type { SettlementFact } from './settlement.facts.ts';
import type { SheetRead } from './statement-sheet.ts';
import { type Sheet, cellAt, rowNumber } from '../sheet.ts';
import type { StatementLine } from './statement.ts';

/**
 * Hidden sheets hold what a vendor did not mean to send: they count only when there is nothing
 * else.
 */
export function withoutHidden(
  read: readonly SheetRead[],
  facts: SettlementFact[],
): readonly SheetRead[] {
  const visible = read.filter((one) => one.sheet.hidden !== true);
  if (visible.length === 0) return read;
  for (const { sheet } of read)
    if (sheet.hidden === true) facts.push({ code: 'settlement.hidden-sheet', sheet: sheet.name });
  return visible;
}

/** The same statement handed over twice counts once. */
export function withoutRepeats(
  read: readonly SheetRead[],
  facts: SettlementFact[],
): readonly SheetRead[] {
  const seen = new Map<string, string>();
  return read.filter((one) => {
    if (read.length === 1 || one.lines.length === 0) return true;
    const content = one.lines
      .map((line) =>
        [
          line.orderId,
          line.subOrderId,
          line.customer,
          line.product,
          line.code,
          line.orderType,
          line.paidOn,
          line.amount,
        ].join('\t'),
      )
      .join('\n');
    const other = seen.get(content);
    if (other === undefined) seen.set(content, one.sheet.name);
    else facts.push({ code: 'settlement.sheet-repeated', sheet: one.sheet.name, other });
    return other === undefined;
  });
}

/**
 * A sheet without order numbers whose sum is that of the sheets with numbers says the same once
 * more.
 */
export function withoutSummaries(
  read: readonly SheetRead[],
  facts: SettlementFact[],
): readonly SheetRead[] {
  const detailed = read.filter((one) => one.columns.at.orderId !== undefined);
  const sum = detailed.reduce((total, one) => total + one.total, 0);
  return read.filter((one) => {
    const summary =
      detailed.length > 0 && one.columns.at.orderId === undefined && one.total === sum;
    if (summary) facts.push({ code: 'settlement.summary-sheet', sheet: one.sheet.name });
    return !summary;
  });
}

/** Lines that say cell by cell what a line above says, with an order's number. */
export function repeatedLines(
  sheet: Sheet,
  lines: readonly StatementLine[],
): readonly SettlementFact[] {
  // One in the part that lists what is taken back repeats none of those that pay.
  const sign = new Map(
    lines.filter(({ orderId }) => orderId !== '').map((line) => [line.row, line.amount < 0]),
  );
  const first = new Map<string, number>();
  const rows: number[] = [];
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const number = rowNumber(sheet, row);
    if (!sign.has(number)) continue;
    const cells = sheet.columns.map((_, column) => cellAt(sheet, row, column));
    const text = JSON.stringify([sign.get(number), ...cells]);
    if (first.has(text)) rows.push(number);
    else first.set(text, number);
  }
  return rows.length === 0 ? [] : [{ code: 'settlement.lines-repeated', sheet: sheet.name, rows }];
}
