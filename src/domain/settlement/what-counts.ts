import type { SettlementFact } from './settlement.facts.ts';
import type { SheetRead } from './statement-sheet.ts';
import { headerMeaning } from '../reading/headers.ts';
import { type Sheet, cellAt, rowNumber } from '../sheet.ts';
import type { StatementLine } from './statement.ts';
import { cellText, isUnread, readMoney } from './statement-cells.ts';
import type { PayingColumns } from './statement-headers.ts';

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

/** Figures, but no money. */
const NO_MONEY =
  /数量|个数|序号|编号|单号|比例|率|折扣|月|年|日|时|电话|号|份|周期|账期|qty|quantity|number|no\.?$|#|id|rate|%|date|month|year|period|phone/i;

/**
 * Columns of figures whose header is not known, in the lines that pay: an adjustment in one of them
 * is in no line.
 */
export function unusedFigures(sheet: Sheet, columns: PayingColumns): readonly SettlementFact[] {
  const { at, headerRow, last } = columns;
  const used = new Set<number | undefined>(Object.values(at));
  const headers = [...differingStates(sheet, columns)];
  for (let column = 0; column <= last; column += 1) {
    const header = cellText(cellAt(sheet, headerRow, column));
    if (used.has(column) || header === '' || NO_MONEY.test(header)) continue;
    if (headers.includes(header)) continue;
    if (headerMeaning(header) === undefined && hasFigures(sheet, column, headerRow + 1))
      headers.push(header);
  }
  return headers.length === 0
    ? []
    : [{ code: 'settlement.columns-unused', sheet: sheet.name, headers }];
}

/**
 * Headers of columns whose figures tell another state of the money than the column that pays: paid
 * where it is due, or any that is still open.
 */
export function differingStates(
  sheet: Sheet,
  { at, states, headerRow }: PayingColumns,
): readonly string[] {
  const figure = (row: number, column: number): number => {
    const read = readMoney(cellAt(sheet, row, column), 'yuan');
    return read === null || isUnread(read) ? 0 : read;
  };
  const differs = ({ column, header }: (typeof states)[number]): boolean => {
    if (!hasFigures(sheet, column, headerRow + 1)) return false;
    if (/未|待|unpaid|outstanding|balance|unsettled|pending/i.test(header)) return true;
    for (let row = headerRow + 1; row < sheet.rowCount; row += 1)
      if (figure(row, column) !== figure(row, at.amount)) return true;
    return false;
  };
  return states.filter(differs).map(({ header }) => header);
}

function hasFigures(sheet: Sheet, column: number, first: number): boolean {
  for (let row = first; row < sheet.rowCount; row += 1) {
    const read = readMoney(cellAt(sheet, row, column), 'yuan');
    if (read !== null && !isUnread(read) && read !== 0) return true;
  }
  return false;
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
