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
  habit: SheetHabit,
  facts: SettlementFact[],
): StatementLine | undefined {
  const line = new LineCells(sheet, row, columns, habit, facts);
  const amount = line.money('amount');
  if (amount === null) return undefined;
  const base = line.money('base');
  const cash =
    columns.at.cash === undefined && columns.at.base === undefined
      ? lessVoucher(line.money('orderAmount'), line.money('voucher'))
      : line.money('cash');
  const written = line.rate();
  return {
    sheet: sheet.name,
    row: rowNumber(sheet, row),
    orderId: line.id('orderId'),
    relatedId: line.id('relatedId'),
    subOrderId: line.text('subOrderId'),
    customer: line.text('customer'),
    customerId: customerId(line.cell('customerId')),
    product: line.text('product'),
    code: line.text('code'),
    orderType: line.text('orderType'),
    paidOn: line.day('paidOn'),
    month: readMonth(line.cell('period')),
    cash,
    base,
    amount,
    rate: written === null ? null : meantRate(written, base ?? cash, amount),
    status: line.text('status'),
    remark: line.text('remark'),
    words: [line.text('policy'), line.text('status'), line.text('remark')]
      .filter((part) => part !== '')
      .join(' '),
  };
}

/** The cells of one row by what their columns mean; of what cannot be read it says so. */
class LineCells {
  constructor(
    private readonly sheet: Sheet,
    private readonly row: number,
    private readonly columns: StatementColumns,
    private readonly habit: SheetHabit,
    private readonly facts: SettlementFact[],
  ) {}

  cell(field: StatementField): Cell {
    const column = this.columns.at[field];
    return column === undefined ? null : cellAt(this.sheet, this.row, column);
  }

  text(field: StatementField): string {
    return cellText(this.cell(field));
  }

  /** Fen; null where none stands, or none that can be read. */
  money(field: StatementField): Fen | null {
    const { columns, habit } = this;
    const cell = this.cell(field);
    const currency = this.text('currency');
    const foreign = isYuan(currency) ? '' : currency || (columns.currency ?? '');
    const read =
      foreign !== '' && cell !== null
        ? { typed: `${this.text(field)} ${foreign}` }
        : readMoney(cell, columns.unit[field] ?? this.ownUnit() ?? habit.unit, habit.marks[field]);
    if (!isUnread(read)) return read;
    const header = columns.header[field] ?? '';
    this.say({ code: 'settlement.unreadable-amount', header, ...this.place(field, read.typed) });
    return null;
  }

  id(field: StatementField): string {
    const read = readId(this.cell(field));
    if (!isUnread(read)) return read;
    this.say({ code: 'settlement.damaged-id', ...this.place(field, read.typed) });
    return '';
  }

  day(field: StatementField): LocalDate | null {
    const read = readDay(this.cell(field), this.sheet.date1904 === true);
    if (!isUnread(read)) return read;
    this.say({ code: 'settlement.unreadable-date', ...this.place(field, read.typed) });
    return null;
  }

  rate(): WrittenRate | null {
    const read = readRate(this.cell('rate'));
    if (!isUnread(read)) return read;
    this.say({ code: 'settlement.unreadable-rate', ...this.place('rate', read.typed) });
    return null;
  }

  /** The unit that the line itself states. */
  private ownUnit(): AmountUnit | undefined {
    const column = this.habit.unitColumn;
    return column === undefined
      ? undefined
      : moneyNote(cellText(cellAt(this.sheet, this.row, column)))?.unit;
  }

  private say(fact: SettlementFact): void {
    this.facts.push(fact);
  }

  private place(field: StatementField, typed: string) {
    return {
      sheet: this.sheet.name,
      row: rowNumber(this.sheet, this.row),
      cell: cellAddress(this.row, this.columns.at[field] ?? 0),
      typed,
    };
  }
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
