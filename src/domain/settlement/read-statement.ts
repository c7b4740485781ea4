import { LONGEST_LIST } from '../bounds.ts';
import { type LocalDate, localDate } from '../calendar/local-date.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import { noteAbove, titleTexts } from '../reading/title-lines.ts';
import { type Fen, NO_FEN, addFen } from '../money/fen.ts';
import { type Sheet, cellAt, rowNumber } from '../sheet.ts';
import type { SettlementFact } from './settlement.facts.ts';
import type { Statement, StatementLine } from './statement.ts';
import { cellText, isUnread, readMoney } from './statement-cells.ts';
import { type StatementColumns, findColumns, isPrintedAgain } from './statement-headers.ts';
import { habitOf, isSpilled, readLine } from './statement-line.ts';
import { RunningTotals, saysTotal } from './statement-totals.ts';

interface SheetRead {
  readonly sheet: Sheet;
  readonly columns: StatementColumns;
  readonly lines: readonly StatementLine[];
  readonly total: Fen;
  readonly stated: Fen | null;
  readonly unread: readonly string[];
  readonly facts: readonly SettlementFact[];
}

/**
 * Reads the sheets of one or several statement files as one statement. Title lines, notes, repeated
 * headers and total lines are left out; a cell that can't be read becomes a fact and its line is
 * not counted.
 */
export function readStatement(sheets: readonly Sheet[]): Statement {
  const facts: SettlementFact[] = [];
  const read = sheets
    .filter((sheet) => sheet.ours !== true)
    .flatMap((sheet) => {
      const columns = findColumns(sheet);
      if (columns === undefined) return [];
      if (columns.at.amount === undefined) {
        facts.push({
          code: 'settlement.no-amount-column',
          sheet: sheet.name,
          row: rowNumber(sheet, columns.headerRow),
        });
        return [];
      }
      return [readSheet(sheet, columns, noteAbove(sheet, columns.headerRow).unit ?? 'yuan')];
    });
  if (read.length === 0 && facts.length === 0) facts.push({ code: 'settlement.no-table' });
  const kept = withoutSummaries(withoutRepeats(withoutHidden(read, facts), facts), facts);
  return {
    lines: kept.flatMap((one) => one.lines),
    total: kept.reduce((sum, one) => addFen(sum, one.total), NO_FEN),
    statedTotal:
      kept.length > 0 && kept.every((one) => one.stated !== null)
        ? kept.reduce((sum, one) => addFen(sum, one.stated ?? NO_FEN), NO_FEN)
        : null,
    amountHeader: kept[0]?.columns.header.amount ?? '',
    period: statementPeriod(kept),
    unread: kept.flatMap((one) => one.unread),
    facts: [...facts, ...kept.flatMap((one) => one.facts)],
  };
}

function readSheet(sheet: Sheet, columns: StatementColumns, unit: AmountUnit): SheetRead {
  const facts: SettlementFact[] = [];
  const lines: StatementLine[] = [];
  const unread: string[] = [];
  const totals = new RunningTotals();
  const habit = habitOf(sheet, columns, unit);
  let total = NO_FEN;
  for (let row = columns.headerRow + 1; row < sheet.rowCount; row += 1) {
    const kind = rowKind(sheet, row, columns);
    if (kind === 'skip') continue;
    if (kind === 'total' || kind === 'unnamed') {
      const amount = readMoney(
        cellAt(sheet, row, columns.at.amount as number),
        columns.unit.amount ?? unit,
        habit.marks.amount,
      );
      if (amount === null || isUnread(amount)) continue;
      const fact =
        kind === 'total' || totals.equalsSum(amount)
          ? totals.close(amount, sheet.name, rowNumber(sheet, row))
          : ({
              code: 'settlement.unnamed-amount',
              sheet: sheet.name,
              row: rowNumber(sheet, row),
              amount,
            } as const);
      if (fact) facts.push(fact);
      continue;
    }
    const line = kind === 'spilled' ? undefined : readLine(sheet, row, columns, habit, facts);
    if (kind === 'spilled')
      facts.push({ code: 'settlement.row-spilled', sheet: sheet.name, row: rowNumber(sheet, row) });
    if (line === undefined) {
      const { orderId } = columns.at;
      unread.push(orderId === undefined ? '' : cellText(cellAt(sheet, row, orderId)));
      continue;
    }
    lines.push(line);
    totals.add(line.amount);
    total = addFen(total, line.amount);
  }
  return { sheet, columns, lines, total, stated: totals.stated, unread, facts };
}

/** A line names an order, a product or a customer, and pays; a note has words and no figure. */
function rowKind(
  sheet: Sheet,
  row: number,
  columns: StatementColumns,
): 'line' | 'spilled' | 'total' | 'unnamed' | 'skip' {
  const { orderId, product, code, customer, customerId, amount } = columns.at;
  if (isPrintedAgain(sheet, row, columns)) return 'skip';
  if (isSpilled(sheet, row, columns)) return 'spilled';
  const paid = cellAt(sheet, row, amount as number);
  if (paid === null || (typeof paid === 'string' && paid.trim() === '')) return 'skip';
  let named = false;
  for (const column of [orderId, product, code, customer, customerId]) {
    const text = column === undefined ? '' : cellText(cellAt(sheet, row, column));
    if (text === '') continue;
    if (saysTotal(text)) return 'total';
    named = true;
  }
  if (named && orderId !== undefined && cellText(cellAt(sheet, row, orderId)) !== '') return 'line';
  if (firstTextSaysTotal(sheet, row)) return 'total';
  return named ? 'line' : 'unnamed';
}

function firstTextSaysTotal(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const cell = cellAt(sheet, row, column);
    if (typeof cell === 'string' && cell.trim() !== '') return saysTotal(cell);
  }
  return false;
}

/**
 * Hidden sheets hold what a vendor did not mean to send: they count only when there is nothing
 * else.
 */
function withoutHidden(read: readonly SheetRead[], facts: SettlementFact[]): readonly SheetRead[] {
  const visible = read.filter((one) => one.sheet.hidden !== true);
  if (visible.length === 0) return read;
  for (const { sheet } of read)
    if (sheet.hidden === true) facts.push({ code: 'settlement.hidden-sheet', sheet: sheet.name });
  return visible;
}

/** The same statement handed over twice counts once. */
function withoutRepeats(read: readonly SheetRead[], facts: SettlementFact[]): readonly SheetRead[] {
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
function withoutSummaries(
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

const TWO_DAYS =
  /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*(?:至|到|to|~|-|—|–)+\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/i;

/** "结算周期：2025-01-01 至 2025-03-31" above the header; the widest of several files. */
function statementPeriod(read: readonly SheetRead[]): Statement['period'] {
  let period: { from: LocalDate; to: LocalDate } | null = null;
  for (const one of read) {
    for (const text of titleTexts(one.sheet, one.columns.headerRow)) {
      const match = TWO_DAYS.exec(text.slice(0, LONGEST_LIST).normalize('NFKC'));
      const [from, to] = match ? [dayOf(match, 1), dayOf(match, 4)] : [];
      if (from === undefined || to === undefined || from > to) continue;
      period =
        period === null
          ? { from, to }
          : {
              from: Math.min(period.from, from) as LocalDate,
              to: Math.max(period.to, to) as LocalDate,
            };
    }
  }
  return period;
}

const dayOf = (match: RegExpExecArray, at: number): LocalDate | undefined =>
  localDate(Number(match[at]), Number(match[at + 1]), Number(match[at + 2]));
