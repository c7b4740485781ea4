import { float64At } from '../columns.ts';
import { CELL_EMPTY } from './amount-column.ts';
import { statusChoice } from './row-question.ts';
import { DAY_ABOVE, ENDS_AS_REFUND, GIVEN_BACK, TYPED_REFUND } from './rows-to-settle.ts';
import type { RowCategory, RowCategories } from './category-of-row.ts';
import type { RowDays } from './day-of-row.ts';
import { foldKey } from '../reading/fold-text.ts';
import { DESCRIBED, NUMBERED, setKind, takeAmount } from './ledger-draft.ts';
import { NO_DAY, SAID_STATUSES } from './ledger.ts';
import { askUnlabelled } from './amount-questions.ts';
import { isAmountAsRead } from './row-amount.ts';
import { OrderCells } from './order-cells.ts';
import { isRefundId, refundBeginning, refundEnding, saysRefund } from './refund-ids.ts';
import { RowWordColumns, type SaidWord } from './row-word-columns.ts';
import { type SectionBeingRead, askRow } from './section-being-read.ts';
import { isCountedAnyway } from './left-out-rows.ts';
import { headingAt, isRefundsTitle } from './refunds-title.ts';
import type { RowShapes } from './row-shape.ts';
import { isNoteText } from './row-words.ts';
import type { RunningSums } from './running-sums.ts';
import type { ShiftedRows } from './shifted-rows.ts';

/** What the words of a row come to that the user counts whatever they say. */
const COUNTED: SaidWord = { word: 'won', text: '' };

/** Rows that are looked at together: more and more, as long as all of them are plain. */
const FEW = 8;
const MANY = 1 << 12;

/** Reads the rows of a section that hold orders, from top to bottom. */
export class DataRows {
  readonly words: RowWordColumns;
  readonly customersAbove: number[] = [];
  private readonly run: SectionBeingRead;
  private readonly cells: OrderCells;
  private readonly days: RowDays;
  private readonly categories: RowCategories;
  private readonly shifted: ShiftedRows;
  /** Every row whose figures were read counts as it stands, unless a word of its own says more. */
  private readonly isPlain: boolean;
  private hasCustomer = false;
  /**
   * The heading, or the sheet's name, that says that these rows are refunds; '' where none does.
   */
  private refunds: string;

  constructor(run: SectionBeingRead) {
    this.run = run;
    this.words = new RowWordColumns(run.section, run.columns);
    this.cells = new OrderCells(run);
    ({ days: this.days, categories: this.categories, shifted: this.shifted } = this.cells);
    this.refunds = run.section.refunds;
    this.isPlain =
      run.draft.countedAnyway.size === 0 &&
      isAmountAsRead(run.columns, run.section.layout) &&
      (run.columns.orderId?.damaged.size ?? 0) === 0;
  }

  /** Offsets of rows that took something from the row above. */
  get daysAbove(): readonly number[] {
    return this.cells.daysAbove;
  }

  startGroup(): void {
    this.days.startGroup();
  }

  /**
   * The short way over rows that `read` would take for orders without asking: nine in ten of a
   * large ledger. The first row that is another, about which nothing was done.
   */
  readPlain(from: number, shapes: RowShapes, sums: RunningSums): number {
    if (!this.isPlain || this.refunds !== '') return from;
    const { draft, columns, candidates, base } = this.run;
    const { fen } = columns.amount;
    let at = from;
    for (let some = FEW; at < fen.length; some = Math.min(some * 2, MANY)) {
      const most = Math.min(at + some, fen.length);
      const to = this.categories.take(at, this.endOfPlain(at, most, shapes), draft.category, base);
      this.describe(at, to);
      draft.amount.set(fen.subarray(at, to), base + at);
      this.days.take(at, to, draft.day, base);
      candidates.addPlain(base + at, base + to);
      for (; at < to; at++) sums.add(float64At(fen, at), true);
      if (to < most) break;
    }
    return at;
  }

  /** Condition by condition: a loop over little runs several times as fast as one over all. */
  private endOfPlain(from: number, most: number, shapes: RowShapes): number {
    let to = this.words.endOfOrdinary(from, shapes.endOfPlain(from, most));
    const isNumber = this.run.columns.orderId?.isNumber;
    for (let offset = from; isNumber !== undefined && offset < to; offset++)
      if (isNumber[offset] !== 1 && saysRefund(this.idAt(offset))) to = offset;
    return this.shifted.endInPlace(from, this.days.endOfOwn(from, to));
  }

  private isNumber(offset: number): boolean {
    return this.run.columns.orderId?.isNumber[offset] === 1;
  }

  private idAt(offset: number): string {
    return this.run.columns.orderId?.ids[offset] ?? '';
  }

  /** True when the row may count. */
  read(offset: number, index: number): boolean {
    const { draft, columns } = this.run;
    this.describe(offset, offset + 1);
    draft.amount[index] = columns.amount.fen[offset] ?? NaN;
    const own = this.days.own(offset);
    if (own !== NO_DAY) this.days.remember(own);
    const isCounted = this.isCountedAnyway(index);
    const said = isCounted ? COUNTED : this.words.of(offset);
    const category = this.categoryOf(offset, isCounted);
    if (category.kind === 'category') draft.category[index] = category.index;
    if (said.word === 'void' || said.word === 'duplicate') {
      draft.day[index] = own;
      if (this.cells.isAmountKnown(offset, index))
        setKind(draft, index, said.word, { code: 'ledger.void', word: said.text });
    } else if (said.word === 'pending') {
      this.readDeal(offset, index);
      if (this.cells.isAmountKnown(offset, index))
        setKind(draft, index, 'pending', { code: 'ledger.pending', word: said.text });
    } else if (category.kind === 'own-service' || said.word === 'own-service') {
      draft.day[index] = own;
      if (this.cells.isAmountKnown(offset, index))
        setKind(draft, index, 'own-service', {
          code: 'ledger.own-service',
          product: this.categories.productName(offset),
        });
    } else {
      const meant = this.readStatus(offset, index, said);
      if (meant !== undefined) return this.readOrder(offset, index, meant, category);
    }
    return false;
  }

  private isCountedAnyway(index: number): boolean {
    const { draft, section } = this.run;
    return isCountedAnyway(draft.countedAnyway, section.sheet.name, draft.row[index] ?? 0);
  }

  /** Own services have no category of the vendor's: counted after all, they are asked for one. */
  private categoryOf(offset: number, isCounted: boolean): RowCategory {
    const category = this.categories.of(offset);
    return isCounted && category.kind === 'own-service'
      ? { kind: 'open', why: 'unknown' }
      : category;
  }

  /** What the row's words come to once its status is known; `undefined` when it does not count. */
  private readStatus(offset: number, index: number, said: SaidWord): SaidWord | undefined {
    if (said === COUNTED || said.word === 'refunded') return said;
    const isBack = said.word === 'refund' || this.refunds !== '' || isRefundId(this.idAt(offset));
    const unknown = this.words.unknownWord(offset, isBack);
    if (unknown === undefined) return said;
    const { text: word, column } = unknown;
    const answer = askRow(this.run, index, {
      reason: 'status',
      fact: { code: 'ledger.status-unknown', word },
      column,
      choices: SAID_STATUSES.map(statusChoice),
      alike: foldKey(word),
      together: foldKey(word),
    });
    if (answer === 'settled' || answer.kind !== 'status') return undefined;
    if (answer.status === 'won') return said.word === 'unknown' ? { ...said, word: 'won' } : said;
    if (answer.status === 'refund') return { word: 'refund', text: word };
    if (answer.status === 'pending') this.readDeal(offset, index);
    setKind(
      this.run.draft,
      index,
      answer.status,
      answer.status === 'void' ? { code: 'ledger.void', word } : { code: 'ledger.pending', word },
    );
    return undefined;
  }

  /** "退款：" alone in a row speaks of the rows below it, until another heading does. */
  readHeading(offset: number): void {
    const { sheet, from, refunds } = this.run.section;
    const heading = headingAt(sheet, from + offset) ?? '';
    if (isRefundsTitle(heading)) this.refunds = heading;
    else if (heading !== '' && !isNoteText(heading)) this.refunds = refunds;
  }

  /** An amount in a row that says nothing else may be a total or anything. */
  readLonely(offset: number, index: number): void {
    const { draft, columns } = this.run;
    draft.amount[index] = columns.amount.fen[offset] ?? NaN;
    const answer = askRow(this.run, index, askUnlabelled(columns.amount.column));
    if (answer === 'settled') return;
    this.describe(offset, offset + 1);
    // Nobody has said that it is a total: it is an order, of a day and a category.
    this.readOrder(offset, index, COUNTED, this.categories.of(offset));
    takeAmount(draft, index, answer);
  }

  /**
   * What is not won yet has no payment: its size is what is to be ordered, its day the one
   * foreseen.
   */
  private readDeal(offset: number, index: number): void {
    const { draft, columns } = this.run;
    const { amount, list, signedOn } = columns;
    if (amount.state[offset] === CELL_EMPTY) draft.amount[index] = list?.fen[offset] ?? NaN;
    const own = this.days.own(offset);
    draft.day[index] = own === NO_DAY ? (signedOn?.day[offset] ?? NO_DAY) : own;
  }

  /** A blank customer is the customer above. */
  private describe(from: number, to: number): void {
    const { draft, columns, base } = this.run;
    const { customer } = columns.text;
    const isNumber = columns.orderId?.isNumber;
    for (let offset = from; offset < to; offset++)
      draft.described[base + offset] =
        isNumber?.[offset] === 1 || this.idAt(offset) !== '' ? NUMBERED : DESCRIBED;
    for (let offset = from; customer !== undefined && offset < to; offset++) {
      if (customer.codes[offset] !== 0) this.hasCustomer = true;
      else if (this.hasCustomer) this.customersAbove.push(offset);
    }
  }

  /**
   * The questions of an order, one after the other: the next is asked when the one before is
   * answered.
   */
  private readOrder(offset: number, index: number, said: SaidWord, category: RowCategory): boolean {
    // A row whose cells have slipped has no day to speak of before they are put back.
    if (this.shifted.ask(offset) !== undefined && !this.cells.readAmount(offset, index))
      return false;
    const day = this.cells.readDay(offset, index);
    if (
      day === undefined ||
      !this.cells.readAmount(offset, index) ||
      !this.cells.readCategory(index, offset, category) ||
      !this.cells.readId(offset, index)
    )
      return false;
    const { draft, columns } = this.run;
    if (columns.amount.out?.has(offset) === true && !this.cells.readMoneyOut(offset, index))
      return false;
    const hasRefund = columns.refunds.some(({ fen }) => (fen[offset] ?? 0) > 0);
    const isOpen = (said.word === 'partly-back' && !hasRefund) || said.word === 'doubted';
    if (isOpen && !this.cells.readRemainder(offset, index, said)) return false;
    const isPositive = (draft.amount[index] ?? 0) > 0 && !hasRefund;
    const told = this.refunds === '' && said.word === 'refund' ? said.text : this.refunds;
    const isRefund = said.word === 'refund' || this.refunds !== '' || isRefundId(this.idAt(offset));
    const typed = isPositive && isRefund ? TYPED_REFUND : 0;
    const back = isPositive && said.word === 'refunded' ? GIVEN_BACK : 0;
    const words = told === '' && back !== 0 ? said.text : told;
    if (words !== '') this.run.candidates.refundWords.set(index, words);
    const id = this.isNumber(offset) ? '' : this.idAt(offset);
    const isEnded = isPositive && `${refundEnding(id)}${refundBeginning(id)}` !== '';
    const ends = isEnded ? ENDS_AS_REFUND : 0;
    this.run.candidates.add(index, typed | back | ends | (day === 'above' ? DAY_ABOVE : 0));
    return true;
  }
}
