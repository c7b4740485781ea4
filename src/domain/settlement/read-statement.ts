import type { AmountUnit } from '../reading/number-text.ts';
import { type Days, periodsInTitle } from '../reading/period-in-title.ts';
import { noteOfSheet, titleTexts } from '../reading/title-lines.ts';
import { type Fen, NO_FEN, addFen, fen } from '../money/fen.ts';
import { headingAt, isRefundsTitle } from '../ledger/refunds-title.ts';
import { wordOfStatus } from '../ledger/row-words.ts';
import { tablesOf } from '../ledger/table-blocks.ts';
import { crosstab } from '../ledger/unread-tables.ts';
import { headerMeaning } from '../reading/headers.ts';
import { type Sheet, cellAddress, cellAt, rowNumber } from '../sheet.ts';
import type { SettlementFact } from './settlement.facts.ts';
import type { Statement, StatementLine } from './statement.ts';
import { cellText, isUnread, readMoney } from './statement-cells.ts';
import { type StatementColumns, findColumns, isPrintedAgain } from './statement-headers.ts';
import { repeatedLines, unusedFigures } from './beside-lines.ts';
import { habitOf, isSpilled, readLine, takenBack } from './statement-line.ts';
import { isBackHeader, tablesBelow } from './statement-tables.ts';
import { RunningTotals, saysTotal } from './statement-totals.ts';

/** Columns of a table that says what it pays. */
type PayingColumns = StatementColumns & { readonly at: { readonly amount: number } };

const pays = (columns: StatementColumns): columns is PayingColumns =>
  columns.at.amount !== undefined;

/** A later table of a sheet may be as narrow as a number and an amount. */
const FEWEST_BELOW = 2;

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
    .flatMap((sheet) => tablesOf(sheet, []))
    .flatMap((sheet) => {
      const tables = tablesBelow(sheet);
      return tables.map((table, at) => ({ sheet: table, isLater: at > 0 }));
    })
    .flatMap(({ sheet, isLater }) => {
      const columns = findColumns(sheet, isLater ? FEWEST_BELOW : undefined);
      if (columns === undefined) {
        const across = crosstab(sheet);
        if (across?.code === 'ledger.crosstab')
          facts.push({ ...across, code: 'settlement.crosstab' });
        return [];
      }
      if (!pays(columns)) {
        const place = { sheet: sheet.name, row: rowNumber(sheet, columns.headerRow) };
        const headers = [...columns.rivals.map(({ header }) => header), ...columns.alike];
        facts.push(
          columns.rivals.length > 1
            ? { code: 'settlement.several-amounts', ...place, headers }
            : { code: 'settlement.no-amount-column', ...place, headers },
        );
        return [];
      }
      const several = severalAmounts(sheet, columns);
      if (several !== undefined) {
        facts.push(several);
        return [];
      }
      return [readSheet(sheet, columns, noteOfSheet(sheet, columns.headerRow).note.unit ?? 'yuan')];
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
    mayBe: openPeriods(kept),
    unread: kept.flatMap((one) => one.unread),
    facts: [
      ...facts,
      ...kept.flatMap((one) => one.facts),
      ...kept.flatMap(({ sheet, columns }) => unusedFigures(sheet, columns)),
      ...kept.flatMap(({ sheet, lines }) => repeatedLines(sheet, lines)),
    ],
  };
}

/** Columns that pay beside the one that was taken, which is not their sum. */
function severalAmounts(sheet: Sheet, columns: PayingColumns): SettlementFact | undefined {
  const { at, header, rivals, headerRow } = columns;
  const figure = (row: number, column: number): number => {
    const read = readMoney(cellAt(sheet, row, column), 'yuan');
    return read === null || isUnread(read) ? 0 : read;
  };
  const rows = Array.from({ length: sheet.rowCount - headerRow - 1 }, (_, n) => headerRow + 1 + n);
  const paying = rivals.filter(({ column }) => rows.some((row) => figure(row, column) !== 0));
  if (paying.length === 0) return undefined;
  const isSum = rows.every(
    (row) =>
      figure(row, at.amount) === paying.reduce((sum, { column }) => sum + figure(row, column), 0),
  );
  return isSum
    ? undefined
    : {
        code: 'settlement.several-amounts',
        sheet: sheet.name,
        row: rowNumber(sheet, headerRow),
        headers: [header.amount ?? '', ...paying.map((rival) => rival.header)],
      };
}

function readSheet(sheet: Sheet, columns: PayingColumns, unit: AmountUnit): SheetRead {
  const facts: SettlementFact[] = [];
  const lines: StatementLine[] = [];
  const unread: string[] = [];
  const totals = new RunningTotals();
  const habit = habitOf(sheet, columns, unit);
  let total = NO_FEN;
  const back = new BackSection(sheet, columns);
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
    const voided = voidWord(sheet, row, columns);
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

const TAKES_BACK =
  /^(?:已)?(?:退订|退款|退货|退费|扣回|追回|冲回|冲销|红冲|冲红|扣减)|(?:扣回|追回|冲回)$|^(?:refund|clawback|claw-back|chargeback|reversal|return)/i;
/** The same in a column that nobody knows: 结算类型, 收/支. A word, not a sentence. */
const MARKED_BACK =
  /^(?:佣金|返佣|返点)?(?:扣款|扣减|追扣|罚扣|支出|负向|冲减)$|^(?:debit|deduction|outflow)$/i;
const LONGEST_MARK = 12;

function isMarkedBack(sheet: Sheet, row: number, { at, last }: StatementColumns): boolean {
  const known = new Set<number | undefined>([
    at.customer,
    at.customerId,
    at.orderId,
    at.product,
    at.code,
    at.remark,
  ]);
  for (let column = 0; column <= last; column += 1) {
    const cell = known.has(column) ? null : cellAt(sheet, row, column);
    const text = typeof cell === 'string' ? cellText(cell) : '';
    if (text === '' || text.length > LONGEST_MARK) continue;
    if (MARKED_BACK.test(text) || TAKES_BACK.test(text)) return true;
  }
  return false;
}

const BACK_TITLE =
  /^(?:佣金|返佣|返点|返利)?(?:扣款|扣减|追扣|追回|冲销|冲减|罚扣)(?:明细|记录|清单|部分|项|金额|佣金)?$/;

const saysTakenBack = ({ orderType, remark, status, product }: StatementLine): boolean =>
  [orderType, remark, status, product].some((text) => TAKES_BACK.test(text.trim()));

/** A part of the sheet, under a heading or a header of its own, that lists what is taken back. */
class BackSection {
  isOpen: boolean;
  /** The row at hand is the header of such a part. */
  isHeader = false;

  constructor(sheet: Sheet, { header, headerRow }: PayingColumns) {
    const heading = headerRow > 0 ? (headingAt(sheet, headerRow - 1) ?? '') : '';
    this.isOpen =
      isRefundsTitle(heading) || BACK_TITLE.test(heading) || isBackHeader(header.amount ?? '');
  }

  look(sheet: Sheet, row: number, { at, headerRow }: PayingColumns): void {
    const heading = headingAt(sheet, row);
    if (heading !== undefined && heading !== '')
      this.isOpen = isRefundsTitle(heading) || BACK_TITLE.test(heading);
    const cell = cellAt(sheet, row, at.amount);
    const own = cellAt(sheet, headerRow, at.amount);
    this.isHeader =
      typeof cell === 'string' &&
      cell !== own &&
      (headerMeaning(cell)?.role === 'refundAmount' || BACK_TITLE.test(cell.trim())) &&
      !/\d/.test(cell);
    if (this.isHeader) this.isOpen = true;
  }
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

const titlePeriods = ({ sheet, columns }: SheetRead): readonly (readonly Days[])[] =>
  titleTexts(sheet, columns.headerRow)
    .map(periodsInTitle)
    .filter((periods) => periods.length > 0);

/** "结算周期：2025-01-01 至 2025-03-31" above the header; the widest of several files. */
function statementPeriod(read: readonly SheetRead[]): Statement['period'] {
  const sure = read.flatMap((one) =>
    titlePeriods(one).flatMap(([first, ...more]) => (first && more.length === 0 ? [first] : [])),
  );
  return sure.length === 0
    ? null
    : sure.reduce((all, { from, to }) => ({
        from: from < all.from ? from : all.from,
        to: to > all.to ? to : all.to,
      }));
}

const openPeriods = (read: readonly SheetRead[]): readonly Days[] => {
  const open = read.map((one) => titlePeriods(one).find((periods) => periods.length > 1) ?? []);
  return open.length > 0 && open.every((one) => isSame(one, open[0] ?? [])) ? (open[0] ?? []) : [];
};

const isSame = (one: readonly Days[], other: readonly Days[]): boolean =>
  one.length === other.length && one.every(({ from }, at) => from === other[at]?.from);
