import type { AmountUnit } from '../reading/number-text.ts';
import { type Fen, NO_FEN, addFen, fen } from '../money/fen.ts';
import { wordOfStatus } from '../ledger/row-words.ts';
import { type Sheet, cellAddress, cellAt, rowNumber } from '../sheet.ts';
import type { SettlementFact } from './settlement.facts.ts';
import type { StatementLine } from './statement.ts';
import { cellText, isUnread, readMoney } from './statement-cells.ts';
import { type StatementColumns, isPrintedAgain, type PayingColumns } from './statement-headers.ts';
import { UnpaidLines } from './unpaid-lines.ts';
import { habitOf, isSpilled, readLine } from './statement-line.ts';
import { RunningTotals, saysTotal } from './statement-totals.ts';
import { isMarkedBack, saysTakenBack, BackSection, takenBack } from './taken-back.ts';

/** What one table of a statement says, and what is said of it. Amounts in fen. */
export interface SheetRead {
  readonly sheet: Sheet;
  readonly columns: PayingColumns;
  readonly lines: readonly StatementLine[];
  readonly total: Fen;
  readonly stated: Fen | null;
  readonly unread: readonly string[];
  readonly facts: readonly SettlementFact[];
}

/** @param unit - of amounts whose column and header name none */
export function readSheet(sheet: Sheet, columns: PayingColumns, unit: AmountUnit): SheetRead {
  const facts: SettlementFact[] = [];
  const lines: StatementLine[] = [];
  const unread: string[] = [];
  const totals = new RunningTotals();
  const habit = habitOf(sheet, columns, unit);
  let total = NO_FEN;
  const back = new BackSection(sheet, columns);
  const open = new UnpaidLines(sheet, columns);
  const backRows: number[] = [];
  let backTotal = NO_FEN;
  for (let row = columns.headerRow + 1; row < sheet.rowCount; row += 1) {
    back.look(sheet, row, columns);
    const kind = back.isHeader ? 'skip' : rowKind(sheet, row, columns);
    if (kind === 'skip') continue;
    if (kind === 'total' || kind === 'unnamed') {
      const amount = readMoney(
        cellAt(sheet, row, columns.at.amount),
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
    const voided = voidWord(sheet, row, columns) || open.wordOf(row);
    const read =
      kind === 'line' && voided === '' ? readLine(sheet, row, columns, habit, facts) : undefined;
    const isBack =
      read !== undefined &&
      read.amount > 0 &&
      (back.isOpen || saysTakenBack(read) || isMarkedBack(sheet, row, columns));
    const line = isBack ? takenBack(read) : read;
    if (isBack) {
      backRows.push(rowNumber(sheet, row));
      backTotal = addFen(backTotal, fen(-read.amount));
    }
    if (kind === 'empty')
      facts.push({
        code: 'settlement.amount-missing',
        sheet: sheet.name,
        row: rowNumber(sheet, row),
        cell: cellAddress(row, columns.at.amount),
        header: columns.header.amount ?? '',
      });
    if (kind === 'line' && voided !== '')
      facts.push({
        code: 'settlement.line-void',
        sheet: sheet.name,
        row: rowNumber(sheet, row),
        word: voided,
      });
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
  if (backRows.length > 0)
    facts.push({
      code: 'settlement.taken-back',
      sheet: sheet.name,
      rows: backRows,
      amount: backTotal,
    });
  return { sheet, columns, lines, total, stated: totals.stated, unread, facts };
}

/** A line names an order, a product or a customer, and pays; a note has words and no figure. */
function rowKind(
  sheet: Sheet,
  row: number,
  columns: PayingColumns,
): 'line' | 'spilled' | 'empty' | 'total' | 'unnamed' | 'skip' {
  const { orderId, product, code, customer, customerId, amount } = columns.at;
  if (isPrintedAgain(sheet, row, columns)) return 'skip';
  if (isSpilled(sheet, row, columns)) return 'spilled';
  const paid = cellAt(sheet, row, amount);
  if (paid === null || (typeof paid === 'string' && paid.trim() === ''))
    return orderId !== undefined && isOrderNumber(cellText(cellAt(sheet, row, orderId)))
      ? 'empty'
      : 'skip';
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

/** A number among words is a note's; an order's is nothing but letters and figures. */
const isOrderNumber = (text: string): boolean =>
  /^[a-z\d_\-/#]+$/i.test(text) && /\d{3}/.test(text);

/** The word by which a line says that it is not paid; '' where it says no such thing. */
function voidWord(sheet: Sheet, row: number, { at }: StatementColumns): string {
  const text = at.status === undefined ? '' : cellText(cellAt(sheet, row, at.status));
  return text !== '' && wordOfStatus(text) === 'void' ? text : '';
}

function firstTextSaysTotal(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const cell = cellAt(sheet, row, column);
    if (typeof cell === 'string' && cell.trim() !== '') return saysTotal(cell);
  }
  return false;
}
