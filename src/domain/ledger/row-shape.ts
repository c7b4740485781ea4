import { cellAt } from '../sheet.ts';
import { CELL_EMPTY, CELL_READ } from './amount-column.ts';
import { cellText, foldKey, foldText } from '../reading/fold-text.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import {
  isInstruction,
  isLabelled,
  isNoteText,
  isRule,
  isTotalWord,
  wordOfStatus,
} from './row-words.ts';
import { beginsTotal } from '../reading/plain-id.ts';
import type { RepeatedHeaders } from './reading-memory.ts';
import type { RunningSums } from './running-sums.ts';
import type { SectionColumns } from './section-columns.ts';
import type { Section } from './sections.ts';
import { type TextColumn, textAt } from './text-column.ts';
import { pattern } from '../pattern.ts';

/** `lonely-amount`: an amount and nothing else, which is no sum of the rows above. */
type RowShape = 'blank' | 'header' | 'subtotal' | 'note' | 'lonely-amount' | 'data';

/** Tells what a row is apart from what it orders. */
export class RowShapes {
  private readonly section: Section;
  private readonly columns: SectionColumns;
  private readonly day: SectionColumns['paidOn'];
  /** Offsets of rows that say the header again. */
  private readonly headers: ReadonlySet<number>;
  private readonly idle: ReadonlySet<number>;
  private readonly money: ReadonlySet<number>;
  /** By column of words: which of its values are words of totals. */
  private readonly words: readonly {
    readonly column: TextColumn;
    readonly isTotal: readonly boolean[];
  }[];

  constructor(
    section: Section,
    columns: SectionColumns,
    private readonly repeats: RepeatedHeaders,
  ) {
    this.section = section;
    this.columns = columns;
    this.day = columns.paidOn ?? columns.signedOn ?? columns.period;
    const { customer, product, category } = columns.text;
    this.headers = new Set(
      [...section.headerRows].map((row) => row - section.from).filter((offset) => offset >= 0),
    );
    this.money = new Set(section.layout.passedOver.map(({ column }) => column));
    this.idle = new Set(
      section.layout.header.cells
        .filter(({ meaning }) => meaning !== undefined && IDLE.includes(meaning.role))
        .map(({ column }) => column),
    );
    this.words = [customer, product, category]
      .filter((column) => column !== undefined)
      .map((column) => ({ column, isTotal: column.values.map(isTotalWord) }));
  }

  shapeOf(offset: number, sums: RunningSums): RowShape {
    if (this.columns.filled[offset] === 0) return 'blank';
    if (this.headers.has(offset)) return 'header';
    return this.isPlain(offset) ? 'data' : this.look(offset, sums);
  }

  /** The first row from one on that is not plain. */
  endOfPlain(from: number, most: number): number {
    let offset = from;
    while (offset < most && this.isPlain(offset)) offset++;
    return offset;
  }

  /** A line of an order at first sight: its figures were read, and it is that of something. */
  private isPlain(offset: number): boolean {
    return (
      this.columns.amount.state[offset] === CELL_READ &&
      this.day?.state[offset] === CELL_READ &&
      (this.headers.size === 0 || !this.headers.has(offset)) &&
      this.isPlainLine(offset)
    );
  }

  /** A number of its own, or a customer and no word of totals. */
  private isPlainLine(offset: number): boolean {
    const { orderId } = this.columns;
    if (orderId?.isNumber[offset] === 1) return true;
    const id = orderId?.ids[offset] ?? '';
    if (id !== '') return isRealId(id);
    let hasWords = false;
    for (const { column, isTotal } of this.words) {
      const code = column.codes[offset] ?? 0;
      if (isTotal[code]) return false;
      hasWords ||= code !== 0;
    }
    return hasWords;
  }

  private look(offset: number, sums: RunningSums): RowShape {
    const cells = this.cells(offset + this.section.from);
    const id = this.columns.orderId?.ids[offset] ?? '';
    const hasId = isRealId(id) && !this.isLabelInIdColumn(cells);
    const remark = this.columns.text.remark?.column;
    if (this.isPrefilled(cells)) return 'blank';
    if (!hasId && cells.some(({ column, text }) => column !== remark && isTotalWord(text)))
      return 'subtotal';
    if (this.repeats.at(offset)) return 'header';
    if (this.isBelowCounts(offset)) return 'subtotal';
    const hasAmount = this.columns.amount.state[offset] === CELL_READ;
    if (!hasAmount && this.holdsNumber(offset))
      return hasId || this.saysSomething(offset) ? 'data' : 'lonely-amount';
    return hasAmount
      ? this.lookAtAmount(offset, hasId, cells, sums)
      : this.lookAtWords(offset, hasId, cells);
  }

  /**
   * An amount with no number, product, customer or day beside it is a sum, said or not, or a
   * riddle.
   */
  private lookAtAmount(
    offset: number,
    hasId: boolean,
    cells: readonly CellText[],
    sums: RunningSums,
  ): RowShape {
    const { text, amount, paidOn, signedOn } = this.columns;
    const isLine =
      hasId ||
      hasWord(text.product, offset) ||
      [paidOn, signedOn].some((day) => day !== undefined && day.state[offset] !== CELL_EMPTY);
    const isSum = sums.has(amount.fen[offset] ?? 0);
    if (
      !isLine &&
      isSum &&
      (!hasWord(text.customer, offset) || (sums.isOfSeveral && text.product !== undefined))
    )
      return 'subtotal';
    if (isLine || hasWord(text.customer, offset)) return 'data';
    return cells.some((cell) => isTotalWord(cell.text)) ? 'subtotal' : 'lonely-amount';
  }

  private lookAtWords(offset: number, hasId: boolean, cells: readonly CellText[]): RowShape {
    if (
      !hasId &&
      cells.every(({ column, text }) => this.money.has(column) && /^[\d.,¥\-()]+$/.test(text))
    )
      return 'subtotal';
    if (cells.length === 1 || cells.every(({ text }) => isRule(text))) return 'note';
    if (cells.filter(({ text }) => isInstruction(text)).length * 2 >= cells.length) return 'note';
    if (!hasId && (isNoteText(cells[0]?.text ?? '') || cells.every(({ text }) => isLabelled(text))))
      return 'note';
    return this.evidence(offset, hasId) >= (hasId ? 2 : 3) ? 'data' : 'note';
  }

  /** "$3,200", "约3200": a number that was not read is asked about, never passed over. */
  private holdsNumber(offset: number): boolean {
    const { sheet, from } = this.section;
    const cell = cellAt(sheet, from + offset, this.columns.amount.column);
    const reading = this.columns.amount.unsettled.get(offset);
    const text = foldText(cellText(cell));
    // A figure beyond all bounds is a figure still.
    if (reading !== undefined && (typeof cell === 'number' || /^[-+¥]?\d[\d,.]*$/.test(text)))
      return true;
    if (IN_WORDS.test(foldKey(text))) return true;
    if (reading?.kind !== 'open') return false;
    return !isInstruction(text) && !isNoteText(text) && text.length <= LONGEST_FIGURE;
  }

  /** 总交易单数, 应结订单总金额, … over their figures: the last two lines of a bill. */
  private isBelowCounts(offset: number): boolean {
    const [first, ...more] = this.cells(offset + this.section.from - 1);
    return more.length > 0 && COUNTS.test(foldKey(first?.text ?? ''));
  }

  private saysSomething(offset: number): boolean {
    const { text } = this.columns;
    return [text.customer, text.product, text.category].some((column) => hasWord(column, offset));
  }

  /** Rows made ready: a running number, a rate, a formula that gives 0. */
  private isPrefilled(cells: readonly CellText[]): boolean {
    return cells.every(({ column, text }) => this.idle.has(column) && /^[\d.%,¥\-]+$/.test(text));
  }

  private cells(row: number): CellText[] {
    const { sheet } = this.section;
    return sheet.columns.flatMap((_, column) => {
      const text = foldText(cellText(cellAt(sheet, row, column)));
      return text === '' ? [] : [{ column, text }];
    });
  }

  /** "2025年1月小计" has figures and stands where numbers stand. */
  private isLabelInIdColumn(cells: readonly CellText[]): boolean {
    const text = cells.find(({ column }) => column === this.columns.orderId?.column)?.text ?? '';
    return isTotalWord(text) || isNoteText(text);
  }

  /**
   * How much of an order the row holds: a number says as much as two words, and so does a status
   * that settles it.
   */
  private evidence(offset: number, hasId: boolean): number {
    const { text, amount, paidOn, signedOn } = this.columns;
    const words = [text.customer, text.product, text.category].filter((column) => {
      const value = textAt(column, offset);
      return (
        value !== '' &&
        value.length <= 40 &&
        !isNoteText(value) &&
        !isLabelled(value) &&
        !isRule(value)
      );
    }).length;
    const hasDay = [paidOn, signedOn].some(
      (day) => day !== undefined && day.state[offset] !== CELL_EMPTY,
    );
    const status = wordOfStatus(textAt(text.status, offset));
    const said = status === 'void' || status === 'pending' ? 2 : status === 'won' ? 1 : 0;
    return (
      (hasId ? 2 : 0) +
      words +
      (hasDay ? 1 : 0) +
      (amount.state[offset] === CELL_EMPTY ? 0 : 1) +
      said
    );
  }
}

interface CellText {
  readonly column: number;
  readonly text: string;
}

const hasWord = (column: TextColumn | undefined, offset: number): boolean =>
  textAt(column, offset) !== '';

/** 三千二, 壹万元整: an amount that only a person can read. */
const IN_WORDS = pattern()`
  ^(?:约|人民币|合计|共)*[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟半]{2,}(?:多|余
  |来)?(?:元|圆|块|角|分|整|正|钱|左右)*$
`;

const COUNTS = /^总.{0,6}[单笔条]数$|^total.{0,12}(?:count|number)$/;

/** What is longer tells a story. */
const LONGEST_FIGURE = 40;

/** Columns that templates fill for rows that are not used yet. */
const IDLE: readonly HeaderRole[] = ['ignored', 'rate', 'rebateDue', 'rebateReceived'];

/** Something with a figure in it and no ideographs: a number, not a word in its place. */
function isRealId(id: string): boolean {
  let hasDigit = false;
  let maySayTotal = false;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    // "2025年2月" is a heading, "阿里云-92501080" a number.
    if (code > 0x7e)
      return (
        /\d{5,}|[a-z]-?\d{2,}/i.test(id) && !isTotalWord(id) && !isNoteText(id) && id.length <= 40
      );
    hasDigit ||= code >= 48 && code <= 57;
    maySayTotal ||= beginsTotal(code | 0x20, id.charCodeAt(i + 1) | 0x20);
  }
  return hasDigit && !(maySayTotal && id.charCodeAt(0) > 57 && isTotalWord(id));
}
