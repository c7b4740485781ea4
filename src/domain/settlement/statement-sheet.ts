import type { AmountUnit } from '../reading/number-text.ts';
import { type Fen, NO_FEN, addFen, fen } from '../money/fen.ts';
import { wordOfStatus } from '../ledger/row-words.ts';
import { type Sheet, cellAddress, cellAt, rowNumber } from '../sheet.ts';
import type { SettlementFact } from './settlement.facts.ts';
import type { StatementLine } from './statement.ts';
import { cellText, isUnread, readMoney } from './statement-cells.ts';
import { type StatementColumns, isPrintedAgain, type PayingColumns } from './statement-headers.ts';
import { saysNotNow, UnpaidLines } from './unpaid-lines.ts';
import { habitOf, isSpilled, readLine } from './statement-line.ts';
import { RunningTotals, saysTotal } from './statement-totals.ts';
import { headingAt } from '../ledger/refunds-title.ts';
import { DoubtedLines } from './doubted-lines.ts';
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

/** What is said of a table's amounts outside of it. */
export interface SaidOfTable {
  /** Of amounts whose column and header name none. */
  readonly unit: AmountUnit;
  /** The name of the sheet, where it says that nothing on it is paid; else ''. */
  readonly heldBy: string;
}

export const readSheet = (sheet: Sheet, columns: PayingColumns, said: SaidOfTable): SheetRead =>
  new SheetReader(sheet, columns, said).read();

/** One table on its way from rows to lines. */
class SheetReader {
  private readonly facts: SettlementFact[] = [];
  private readonly lines: StatementLine[] = [];
  private readonly unread: string[] = [];
  private readonly totals = new RunningTotals();
  private total = NO_FEN;
  private readonly backRows: number[] = [];
  private backTotal = NO_FEN;
  /** The heading above by which what follows is not paid yet; '' where there is none. */
  private heldBy: string;
  private readonly habit: ReturnType<typeof habitOf>;
  private readonly back: BackSection;
  private readonly unpaid: UnpaidLines;
  private readonly doubted: DoubtedLines;

  constructor(
    private readonly sheet: Sheet,
    private readonly columns: PayingColumns,
    private readonly said: SaidOfTable,
  ) {
    const { unit, heldBy } = said;
    this.heldBy = heldBy;
    this.habit = habitOf(sheet, columns, unit);
    this.back = new BackSection(sheet, columns);
    this.unpaid = new UnpaidLines(sheet, columns);
    this.doubted = new DoubtedLines(sheet, columns);
  }

  read(): SheetRead {
    const { sheet, columns, lines, unread, facts, backRows: rows } = this;
    for (let row = columns.headerRow + 1; row < sheet.rowCount; row += 1) this.readRow(row);
    if (rows.length > 0)
      facts.push({
        code: 'settlement.taken-back',
        sheet: sheet.name,
        rows,
        amount: this.backTotal,
      });
    return { sheet, columns, lines, total: this.total, stated: this.totals.stated, unread, facts };
  }

  private readRow(row: number): void {
    this.back.look(this.sheet, row, this.columns);
    const heading = headingAt(this.sheet, row) ?? '';
    if (heading !== '' && !/^[\d.,]+$/.test(heading))
      this.heldBy = saysNotNow(heading) ? heading : this.said.heldBy;
    const kind = this.back.isHeader ? 'skip' : rowKind(this.sheet, row, this.columns);
    if (kind === 'skip') return;
    if (kind === 'total' || kind === 'unnamed') this.readSum(row, kind);
    else {
      const line = kind === 'line' ? this.lineOf(row) : this.reportUnread(row, kind);
      if (line === undefined) this.leaveOut(row);
      else this.count(line);
    }
  }

  /** A sum of the lines above; without the word only where it equals theirs. */
  private readSum(row: number, kind: 'total' | 'unnamed'): void {
    const { sheet, columns, habit, totals } = this;
    const amount = readMoney(
      cellAt(sheet, row, columns.at.amount),
      columns.unit.amount ?? this.said.unit,
      habit.marks.amount,
    );
    if (amount === null || isUnread(amount)) return;
    const place = this.placeOf(row);
    if (kind === 'unnamed' && !totals.equalsSum(amount)) {
      this.facts.push({ code: 'settlement.unnamed-amount', ...place, amount });
      return;
    }
    const differs = totals.close(amount, place.sheet, place.row);
    if (differs !== undefined) this.facts.push(differs);
  }

  private lineOf(row: number): StatementLine | undefined {
    const { sheet, columns, habit, facts, back } = this;
    const word = this.heldBy || voidWord(sheet, row, columns) || this.unpaid.wordOf(row);
    if (word !== '') {
      facts.push({ code: 'settlement.line-void', ...this.placeOf(row), word });
      return undefined;
    }
    const line = readLine(sheet, row, columns, habit, facts);
    if (line === undefined || line.amount === 0) return line;
    const isPaid = line.amount > 0;
    const isBack = saysTakenBack(line) || isMarkedBack(sheet, row, columns);
    // What is taken back stands under 异常 for no other reason.
    const doubt =
      isPaid && UNDONE.test(line.status) ? line.status : isBack ? '' : this.doubted.markOf(row);
    if (doubt !== '') {
      facts.push({ code: 'settlement.line-void', ...this.placeOf(row), word: doubt });
      return undefined;
    }
    if (!isPaid || !(back.isOpen || isBack)) return line;
    this.backRows.push(rowNumber(sheet, row));
    this.backTotal = addFen(this.backTotal, fen(-line.amount));
    return takenBack(line);
  }

  private reportUnread(row: number, kind: 'empty' | 'spilled'): undefined {
    const { at, header } = this.columns;
    this.facts.push(
      kind === 'spilled'
        ? { code: 'settlement.row-spilled', ...this.placeOf(row) }
        : {
            code: 'settlement.amount-missing',
            ...this.placeOf(row),
            cell: cellAddress(row, at.amount),
            header: header.amount ?? '',
          },
    );
  }

  private leaveOut(row: number): void {
    const { orderId } = this.columns.at;
    this.unread.push(orderId === undefined ? '' : cellText(cellAt(this.sheet, row, orderId)));
  }

  private count(line: StatementLine): void {
    this.lines.push(line);
    this.totals.add(line.amount);
    this.total = addFen(this.total, line.amount);
  }

  private readonly placeOf = (row: number): { readonly sheet: string; readonly row: number } => ({
    sheet: this.sheet.name,
    row: rowNumber(this.sheet, row),
  });
}

/** Paid and undone, or taken off: a positive figure beside it may be nothing, or either. */
const UNDONE = /^已(?:退|冲|红冲|扣|追)/;

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
