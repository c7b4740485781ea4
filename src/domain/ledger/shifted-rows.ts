import { isBlank, cellText } from '../reading/fold-text.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import { isAmountRole } from '../reading/headers.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import { realigned } from '../reading/split-thousands.ts';
import { fenAt } from '../money/fen.ts';
import type { Cell } from '../sheet.ts';
import { CELL_READ } from './amount-column.ts';
import { type RowQuestion, amountChoice } from './row-question.ts';
import type { SectionColumns } from './section-columns.ts';
import type { Section } from './sections.ts';

/**
 * Rows that have spilled over their columns: 36,000.00 without quotes in delimited text is 36 in
 * one cell and 000.00 in the next, and everything behind it stands one column further.
 */
export class ShiftedRows {
  private readonly section: Section;
  private readonly columns: SectionColumns;
  private readonly money: ReadonlySet<number>;
  private readonly last: number;
  /** Columns behind the header that most rows use: the header only forgot their names. */
  private readonly nameless: ReadonlySet<number>;
  private readonly isText: boolean;
  private readonly asked = new Map<number, RowQuestion | undefined>();

  constructor(section: Section, columns: SectionColumns) {
    const { sheet, layout } = section;
    this.section = section;
    this.columns = columns;
    this.isText = sheet.delimited === true;
    this.last = Math.max(...layout.header.cells.map(({ column }) => column));
    this.money = new Set(
      layout.header.cells
        .filter(({ meaning }) => meaning !== undefined && isMoneyRole(meaning.role))
        .map(({ column }) => column),
    );
    this.nameless = namelessColumns(section, this.last);
  }

  /** What is asked about a row that has spilled; `undefined` when it stands in its columns. */
  ask(offset: number): RowQuestion | undefined {
    if (this.isInPlace(offset)) return undefined;
    if (!this.asked.has(offset)) this.asked.set(offset, this.look(offset));
    return this.asked.get(offset);
  }

  private look(offset: number): RowQuestion | undefined {
    const row = this.section.from + offset;
    const { sheet } = this.section;
    const isBeyond = this.isBeyond(row);
    if (!isBeyond && !(this.isText && this.mayBeCut(row))) return undefined;
    const cells = sheet.columns.map((column): Cell => column[row] ?? null);
    const { column } = this.columns.amount;
    const joined = realigned(cells, column, (at) => this.money.has(at));
    if (joined.spilled === 0 && !(this.isText && this.isOdd(row, isBeyond))) return undefined;
    if (!isBeyond && joined.spilled > 0) {
      // 500 beside "回款500" is no number in two pieces.
      const isFigure = parseAmount(joined.text).kind === 'amount';
      if (!isFigure || !this.isOddNeighbour(row, column + joined.spilled)) return undefined;
    }
    return this.question(offset, joined.spilled > 0 ? joined.text : '');
  }

  /** The first row that may not be in its place. */
  endInPlace(from: number, most: number): number {
    if (!this.isText && this.last + 1 >= this.section.sheet.columns.length) return most;
    let offset = from;
    while (offset < most && this.isInPlace(offset)) offset++;
    return offset;
  }

  /** Nothing to ask, and cheaply seen. */
  private isInPlace(offset: number): boolean {
    const row = this.section.from + offset;
    return !this.isBeyond(row) && !(this.isText && this.mayBeCut(row));
  }

  private question(offset: number, text: string): RowQuestion {
    const { amount } = this.columns;
    const reading = parseAmount(text, this.section.layout.amount?.note ?? {});
    return {
      reason: 'columns',
      fact: { code: 'ledger.row-spilled', joined: text },
      column: amount.column,
      alike: text === '' ? '' : 'joined',
      choices: [
        ...(reading.kind === 'amount' ? [amountChoice('joined', reading.amount)] : []),
        ...(amount.state[offset] === CELL_READ
          ? [amountChoice('as-written', fenAt(amount.fen, offset))]
          : []),
      ],
    };
  }

  /** A cell is filled where the header has no column any more. */
  private isBeyond(row: number): boolean {
    const { columns } = this.section.sheet;
    for (let column = this.last + 1; column < columns.length; column++)
      if (!isBlank(columns[column]?.[row])) return true;
    return false;
  }

  /** Cheap: the amount has at most three digits, or begins with a nought as no amount does. */
  private mayBeCut(row: number): boolean {
    const { sheet } = this.section;
    const { column } = this.columns.amount;
    // What the bytes told is longer.
    if (!Number.isNaN(sheet.fen?.[column]?.[row] ?? NaN)) return false;
    const cell = sheet.columns[column]?.[row];
    return typeof cell === 'string' && (cell.length <= 5 || cell.startsWith('0'));
  }

  /** More cells than the header has names for, or 000.00 where the amount should stand. */
  private isOdd(row: number, isBeyond: boolean): boolean {
    const { columns } = this.section.sheet;
    if (/^0\d\d(?:\.\d+)?$/.test(cellText(columns[this.columns.amount.column]?.[row]).trim()))
      return true;
    if (!isBeyond) return false;
    for (let column = this.last + 1; column < columns.length; column++)
      if (!isBlank(columns[column]?.[row]) && !this.nameless.has(column)) return true;
    return false;
  }

  /**
   * Figures under a header of words, 500.00 as a remark, have come from the amount; under a header
   * of figures they may be at home.
   */
  private isOddNeighbour(row: number, column: number): boolean {
    const { layout, sheet, from, to } = this.section;
    const role = layout.header.cells.find((cell) => cell.column === column)?.meaning?.role;
    if (role !== undefined && WORDS.has(role)) return true;
    if (role !== undefined && role !== 'ignored') return false;
    const others = (sheet.columns[column] ?? [])
      .slice(from, Math.min(to, from + SAMPLE))
      .filter((cell, at) => at !== row - from && !isBlank(cell));
    const figures = others.filter((cell) => /^[\d.,¥-]+$/.test(cellText(cell).trim())).length;
    return others.length > 0 && figures * 2 < others.length;
  }
}

const SAMPLE = 200;

const isMoneyRole = (role: HeaderRole): boolean => isAmountRole(role) || MORE_MONEY.includes(role);

const MORE_MONEY: readonly HeaderRole[] = [
  'refundAmount',
  'moneyIn',
  'moneyOut',
  'voucher',
  'prepaidCard',
  'rebateDue',
  'rebateReceived',
  'cost',
];

const WORDS: ReadonlySet<HeaderRole> = new Set<HeaderRole>([
  'remark',
  'status',
  'payStatus',
  'customer',
  'product',
  'category',
  'orderType',
  'industry',
  'region',
  'salesperson',
  'currency',
]);

function namelessColumns({ sheet, from, to }: Section, last: number): ReadonlySet<number> {
  const nameless = new Set<number>();
  for (let column = last + 1; column < sheet.columns.length; column++) {
    const filled = (sheet.columns[column] ?? [])
      .slice(from, to)
      .filter((cell) => !isBlank(cell)).length;
    if (filled * 2 > to - from) nameless.add(column);
  }
  return nameless;
}
