import type { LocalDate } from '../calendar/local-date.ts';
import { type DecimalMark, markOfColumn } from '../reading/decimal-mark.ts';
import { isFigure } from '../reading/figure.ts';
import { headerMeaning, moneyNote } from '../reading/headers.ts';
import { isBlank } from '../reading/fold-text.ts';
import { type AmountUnit, isYuan } from '../reading/number-text.ts';
import { realigned } from '../reading/split-thousands.ts';
import type { Decimal } from '../money/decimal.ts';
import { type Fen, fen, subtractFen } from '../money/fen.ts';
import { type Cell, type Sheet, cellAddress, cellAt, rowNumber } from '../sheet.ts';
import type { SettlementFact } from './settlement.facts.ts';
import type { StatementField, StatementLine } from './statement.ts';
import {
  type WrittenRate,
  cellText,
  isUnread,
  readDay,
  readId,
  readMoney,
  readMonth,
  readRate,
} from './statement-cells.ts';
import type { StatementColumns } from './statement-headers.ts';

/** How a sheet writes its amounts. */
interface SheetHabit {
  /** Unit that a line above the table states. */
  readonly unit: AmountUnit;
  /** A column that says each line's own unit. */
  readonly unitColumn: number | undefined;
  readonly marks: { readonly [F in StatementField]?: DecimalMark };
}

const MONEY: readonly StatementField[] = ['orderAmount', 'voucher', 'cash', 'base', 'amount'];

export function habitOf(sheet: Sheet, columns: StatementColumns, unit: AmountUnit): SheetHabit {
  const marks: { [F in StatementField]?: DecimalMark } = {};
  for (const field of MONEY) {
    const column = columns.at[field];
    if (column !== undefined)
      marks[field] = markOfColumn(
        sheet.columns[column] ?? [],
        columns.headerRow + 1,
        sheet.rowCount,
      );
  }
  const isUnit = (cell: Cell): boolean =>
    typeof cell === 'string' && headerMeaning(cell)?.role === 'moneyUnit';
  const unitColumn = sheet.columns.findIndex((cells) => isUnit(cells[columns.headerRow] ?? null));
  return { unit, marks, unitColumn: unitColumn < 0 ? undefined : unitColumn };
}

/** A comma without quotes has cut a number: whatever stands behind it stands in a wrong column. */
export function isSpilled(sheet: Sheet, row: number, { at, last }: StatementColumns): boolean {
  if (sheet.delimited !== true) return false;
  for (let column = last + 1; column < sheet.columns.length; column++)
    if (!isBlank(cellAt(sheet, row, column))) return true;
  const cells = sheet.columns.map((column): Cell => column[row] ?? null);
  const money = new Set(MONEY.map((field) => at[field]).filter((column) => column !== undefined));
  const { spilled } = realigned(cells, at.amount ?? 0, (column) => money.has(column));
  const isNought = [...money].some((column) =>
    /^0\d\d(?:\.\d+)?$/.test(cellText(cells[column] ?? null)),
  );
  return spilled > 0 && (isNought || isOfWords(sheet, row, at, (at.amount ?? 0) + spilled));
}

const OF_WORDS: readonly StatementField[] = [
  'customer',
  'product',
  'orderType',
  'status',
  'remark',
  'currency',
  'policy',
];

/** 000.00 as a remark has come from the amount; as a number of days it may be at home. */
function isOfWords(sheet: Sheet, row: number, at: StatementColumns['at'], column: number): boolean {
  if (OF_WORDS.some((field) => at[field] === column)) return true;
  if (Object.values(at).includes(column)) return false;
  const [said, figures] = [0, 1].map(
    (figure) =>
      (sheet.columns[column] ?? []).filter(
        (cell, other) => other !== row && !isBlank(cell) && (figure === 0 || isFigure(cell)),
      ).length,
  ) as [number, number];
  return said > 0 && figures * 2 < said;
}

/**
 * One paying line. What can't be read is said in `facts`; without its amount a line can't count and
 * is `undefined`, without another figure it counts and that figure is unknown.
 */
export function readLine(
  sheet: Sheet,
  row: number,
  columns: StatementColumns,
  { unit: titleUnit, marks, unitColumn }: SheetHabit,
  facts: SettlementFact[],
): StatementLine | undefined {
  const cell = (field: StatementField): Cell => {
    const column = columns.at[field];
    return column === undefined ? null : cellAt(sheet, row, column);
  };
  const text = (field: StatementField): string => cellText(cell(field));
  const where = (field: StatementField) => ({
    sheet: sheet.name,
    row: rowNumber(sheet, row),
    cell: cellAddress(row, columns.at[field] ?? 0),
  });
  const own =
    unitColumn === undefined
      ? undefined
      : moneyNote(cellText(cellAt(sheet, row, unitColumn)))?.unit;
  const money = (field: StatementField): Fen | null => {
    const foreign = isYuan(text('currency')) ? '' : text('currency') || (columns.currency ?? '');
    const read =
      foreign !== '' && cell(field) !== null
        ? { typed: `${text(field)} ${foreign}` }
        : readMoney(cell(field), columns.unit[field] ?? own ?? titleUnit, marks[field]);
    if (!isUnread(read)) return read;
    facts.push({
      code: 'settlement.unreadable-amount',
      ...where(field),
      header: columns.header[field] ?? '',
      typed: read.typed,
    });
    return null;
  };
  const id = (field: StatementField): string => {
    const read = readId(cell(field));
    if (!isUnread(read)) return read;
    facts.push({ code: 'settlement.damaged-id', ...where(field), typed: read.typed });
    return '';
  };
  const day = (field: StatementField): LocalDate | null => {
    const read = readDay(cell(field), sheet.date1904 === true);
    if (!isUnread(read)) return read;
    facts.push({ code: 'settlement.unreadable-date', ...where(field), typed: read.typed });
    return null;
  };
  const amount = money('amount');
  if (amount === null) return undefined;
  const base = money('base');
  const cash =
    columns.at.cash === undefined && columns.at.base === undefined
      ? lessVoucher(money('orderAmount'), money('voucher'))
      : money('cash');
  const written = readRate(cell('rate'));
  if (isUnread(written))
    facts.push({ code: 'settlement.unreadable-rate', ...where('rate'), typed: written.typed });
  return {
    sheet: sheet.name,
    row: rowNumber(sheet, row),
    orderId: id('orderId'),
    relatedId: id('relatedId'),
    subOrderId: text('subOrderId'),
    customer: text('customer'),
    customerId: customerId(cell('customerId')),
    product: text('product'),
    code: text('code'),
    orderType: text('orderType'),
    paidOn: day('paidOn'),
    month: readMonth(cell('period')),
    cash,
    base,
    amount,
    rate: isUnread(written) || written === null ? null : meantRate(written, base ?? cash, amount),
    status: text('status'),
    remark: text('remark'),
    words: [text('policy'), text('status'), text('remark')].filter((part) => part !== '').join(' '),
  };
}

/** A statement that shows nothing but the order's amount: cash is what no voucher paid. */
const lessVoucher = (amount: Fen | null, voucher: Fen | null): Fen | null =>
  amount === null ? null : subtractFen(amount, fen(Math.abs(voucher ?? 0)));

/** A customer's number only helps to match: one that Excel has damaged is as good as none. */
function customerId(cell: Cell): string {
  const read = readId(cell);
  return isUnread(read) ? '' : read;
}

/** A bare 0.5 is half or half a percent: the line's own arithmetic says which. */
function meantRate(written: WrittenRate, base: Fen | null, amount: Fen): Decimal {
  const asPercent = written.value.div(100);
  const reproduces = (rate: Decimal): boolean =>
    base !== null && rate.times(base).minus(amount).abs().lte(1);
  return !written.percent && !reproduces(written.value) && reproduces(asPercent)
    ? asPercent
    : written.value;
}
