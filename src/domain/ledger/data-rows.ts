import { CELL_EMPTY, CELL_UNSETTLED } from './amount-column.ts';
import { type RowQuestion, categoryChoice, statusChoice } from './row-question.ts';
import { DAY_ABOVE, ENDS_AS_REFUND, GIVEN_BACK, TYPED_REFUND } from './rows-to-settle.ts';
import {
  type RowCategory,
  RowCategories,
  type CategoryEvidence,
  categoryEvidence,
} from './category-of-row.ts';
import { RowDays } from './day-of-row.ts';
import { cellText, foldKey, foldText } from '../reading/fold-text.ts';
import { setKind } from './draft.ts';
import { NO_DAY, SAID_STATUSES } from './ledger.ts';
import {
  type RowAmount,
  amountOfRow,
  ofFormula,
  foreignCurrency,
  isAmountAsRead,
  askMoneyOut,
  askRefundPart,
  askUnlabelled,
  askUnread,
} from './row-amount.ts';
import { isRefundId, refundEnding, saysRefund } from './refund-ids.ts';
import { RowWordColumns, type SaidWord } from './row-word-columns.ts';
import { type SectionRun, askRow } from './section-run.ts';
import { isCountedAnyway } from './left-out.ts';
import { headingAt, isRefundsTitle } from './refunds-title.ts';
import { isNoteText } from './row-words.ts';
import { ShiftedRows } from './shifted-rows.ts';
import { textAt } from './text-column.ts';

/** What the words of a row come to that the user counts whatever they say. */
const COUNTED: SaidWord = { word: 'won', text: '' };

/** Reads the rows of a section that hold orders, from top to bottom. */
export class DataRows {
  readonly words: RowWordColumns;
  /** Offsets of rows that took something from the row above. */
  readonly daysAbove: number[] = [];
  readonly customersAbove: number[] = [];
  private readonly run: SectionRun;
  private readonly days: RowDays;
  private readonly categories: RowCategories;
  private readonly shifted: ShiftedRows;
  private readonly evidence: (productCode: number) => CategoryEvidence;
  /** Every row whose figures were read counts as it stands, unless a word of its own says more. */
  private readonly isPlain: boolean;
  private customer = '';
  /**
   * The heading, or the sheet's name, that says that these rows are refunds; '' where none does.
   */
  private refunds: string;

  constructor(run: SectionRun) {
    this.run = run;
    this.words = new RowWordColumns(run.section, run.columns);
    this.days = new RowDays(run.columns);
    this.shifted = new ShiftedRows(run.section, run.columns);
    this.refunds = run.section.refunds;
    this.evidence = categoryEvidence(run.columns.text.product, run.columns.text.rate, run.policy);
    this.isPlain =
      run.draft.countedAnyway.size === 0 &&
      isAmountAsRead(run.columns, run.section.layout) &&
      (run.columns.orderId?.damaged.size ?? 0) === 0;
    this.categories = new RowCategories(
      run.columns.text.category,
      run.columns.text.product,
      run.catalog,
      run.draft.categories,
      run.policy,
      run.asksCategory,
    );
  }

  startGroup(): void {
    this.days.startGroup();
  }

  /**
   * The short way for a row that `read` would take for an order without asking: nine in ten of a
   * large ledger. False when it is another, and nothing was done.
   */
  readPlain(offset: number, index: number): boolean {
    if (!this.isPlain || this.refunds !== '' || !this.words.isOrdinary(offset)) return false;
    if (!this.isNumber(offset) && saysRefund(this.idAt(offset))) return false;
    const day = this.days.own(offset);
    const category = this.categories.of(offset);
    if (day === NO_DAY || category.kind !== 'category' || !this.shifted.isInPlace(offset))
      return false;
    const { draft, columns, candidates } = this.run;
    this.describe(offset, index);
    this.days.remember(day);
    draft.day[index] = day;
    draft.amount[index] = columns.amount.fen[offset]!;
    draft.category[index] = category.index;
    candidates.add(index, 0);
    return true;
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
    this.describe(offset, index);
    draft.amount[index] = columns.amount.fen[offset] ?? NaN;
    const own = this.days.own(offset);
    if (own !== NO_DAY) this.days.remember(own);
    const isCounted = this.isCountedAnyway(index);
    const said = isCounted ? COUNTED : this.words.of(offset);
    const category = this.categoryOf(offset, isCounted);
    if (category.kind === 'category') draft.category[index] = category.index;
    if (said.word === 'void' || said.word === 'duplicate') {
      draft.day[index] = own;
      if (this.isAmountKnown(offset, index))
        setKind(draft, index, said.word, { code: 'ledger.void', word: said.text });
    } else if (said.word === 'pending') {
      this.readDeal(offset, index);
      if (this.isAmountKnown(offset, index))
        setKind(draft, index, 'pending', { code: 'ledger.pending', word: said.text });
    } else if (category.kind === 'own-service' || said.word === 'own-service') {
      draft.day[index] = own;
      if (this.isAmountKnown(offset, index))
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

  /**
   * Of a row that does not count: a figure that is written and cannot be read is asked for all the
   * same, as what is left out is told with its sum. A word in its place (作废, 待定) says all there
   * is.
   */
  private isAmountKnown(offset: number, index: number): boolean {
    const { draft, columns, section } = this.run;
    const { amount } = columns;
    // What is left out is told with its sum in yuan.
    if (foreignCurrency(columns, section.layout, offset) !== '') draft.amount[index] = NaN;
    if (amount.state[offset] !== CELL_UNSETTLED) return true;
    if (
      !/\d/.test(foldText(cellText(section.sheet.columns[amount.column]?.[section.from + offset])))
    )
      return true;
    const answer = askRow(this.run, index, askUnread(columns, offset));
    if (answer === 'settled' || answer.kind !== 'amount') return false;
    draft.amount[index] = answer.amount;
    return true;
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
    if (said.word === 'won' || said.word === 'refunded') return said;
    const unknown = this.words.unknownStatus(offset);
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
    askRow(this.run, index, askUnlabelled(columns.amount.column));
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
  private describe(offset: number, index: number): void {
    const { draft, columns } = this.run;
    const { customer, product } = columns.text;
    draft.isNumbered[index] = this.isNumber(offset) || this.idAt(offset) !== '' ? 1 : 0;
    draft.product[index] = textAt(product, offset);
    if (customer === undefined) return;
    const own = textAt(customer, offset);
    if (own !== '') this.customer = own;
    else if (this.customer !== '') this.customersAbove.push(offset);
    draft.customer[index] = this.customer;
  }

  /**
   * The questions of an order, one after the other: the next is asked when the one before is
   * answered.
   */
  private readOrder(offset: number, index: number, said: SaidWord, category: RowCategory): boolean {
    // A row whose cells have slipped has no day to speak of before they are put back.
    if (this.shifted.ask(offset) !== undefined && !this.readAmount(offset, index)) return false;
    const day = this.readDay(offset, index);
    if (
      day === undefined ||
      !this.readAmount(offset, index) ||
      !this.readCategory(index, offset, category) ||
      !this.readId(offset, index)
    )
      return false;
    const { draft, columns } = this.run;
    if (columns.amount.out?.has(offset) === true && !this.readMoneyOut(offset, index)) return false;
    const hasRefund = (columns.refund?.fen[offset] ?? 0) > 0;
    if (said.word === 'partly-back' && !hasRefund && !this.readRemainder(offset, index, said))
      return false;
    const isPositive = (draft.amount[index] ?? 0) > 0 && !hasRefund;
    const told = this.refunds === '' && said.word === 'refund' ? said.text : this.refunds;
    if (told !== '') this.run.candidates.refundsTitles.set(index, told);
    const isRefund = said.word === 'refund' || this.refunds !== '' || isRefundId(this.idAt(offset));
    const typed = isPositive && isRefund ? TYPED_REFUND : 0;
    const back = isPositive && said.word === 'refunded' ? GIVEN_BACK : 0;
    const isEnded = isPositive && !this.isNumber(offset) && refundEnding(this.idAt(offset)) !== '';
    const ends = isEnded ? ENDS_AS_REFUND : 0;
    this.run.candidates.add(index, typed | back | ends | (day === 'above' ? DAY_ABOVE : 0));
    return true;
  }

  private readDay(offset: number, index: number): 'own' | 'above' | undefined {
    const { draft } = this.run;
    const day = this.days.of(offset);
    if ('ask' in day) {
      // What stands below a day that nobody knows cannot be "as above".
      this.days.startGroup();
      const answer = askRow(this.run, index, day.ask);
      if (answer === 'settled' || answer.kind !== 'date') return undefined;
      draft.day[index] = answer.date;
      this.days.remember(answer.date);
      return 'own';
    }
    draft.day[index] = day.day;
    this.days.remember(day.day);
    if (!day.asAbove) return 'own';
    this.daysAbove.push(offset);
    return 'above';
  }

  private readMoneyOut(offset: number, index: number): boolean {
    const { draft, columns, section } = this.run;
    const { outColumn = -1 } = columns.amount;
    const header = section.layout.moneyOut?.header ?? '';
    if (askRow(this.run, index, askMoneyOut(outColumn, header)) === 'settled') return false;
    draft.amount[index] = -(draft.amount[index] ?? NaN);
    draft.rests.set(index, -(draft.rests.get(index) ?? 0));
    return true;
  }

  private readRemainder(offset: number, index: number, { text }: SaidWord): boolean {
    const { draft, columns } = this.run;
    const { column } = columns.amount;
    const answer = askRow(this.run, index, askRefundPart(column, draft.amount[index] ?? NaN, text));
    if (answer === 'settled' || answer.kind !== 'amount') return false;
    draft.amount[index] = answer.amount;
    draft.rests.delete(index);
    return true;
  }

  private readAmount(offset: number, index: number): boolean {
    const { draft, columns, section } = this.run;
    const spilled = this.shifted.ask(offset);
    const amount: RowAmount =
      spilled === undefined ? amountOfRow(columns, section.layout, offset) : { ask: spilled };
    if (!('ask' in amount)) {
      draft.amount[index] = amount.fen;
      if (amount.rest !== undefined && amount.rest !== 0) draft.rests.set(index, amount.rest);
      return true;
    }
    draft.amount[index] = amount.fen ?? NaN;
    const cell = section.sheet.columns[columns.amount.column]?.[section.from + offset];
    const answer = askRow(this.run, index, ofFormula(amount.ask, cell));
    if (answer === 'settled') return false;
    if (answer.kind === 'amount') draft.amount[index] = answer.amount;
    return !Number.isNaN(draft.amount[index]);
  }

  private readCategory(index: number, offset: number, category: RowCategory): boolean {
    const { draft, candidates } = this.run;
    if (category.kind !== 'open') return true;
    const ask = this.askCategory(offset, category.why);
    if (
      category.why === 'missing' &&
      (draft.amount[index] ?? 0) < 0 &&
      draft.isNumbered[index] === 1
    ) {
      candidates.withoutCategory.set(index, ask);
      return true;
    }
    const answer = askRow(this.run, index, ask);
    if (answer === 'settled' || answer.kind !== 'category') return false;
    draft.category[index] = draft.categories.indexOf(answer.category);
    return true;
  }

  private readId(offset: number, index: number): boolean {
    const { orderId } = this.run.columns;
    if (!orderId?.damaged.has(offset)) return true;
    return (
      askRow(this.run, index, {
        reason: 'id',
        fact: { code: 'ledger.id-damaged' },
        column: orderId.column,
        choices: [{ id: 'keep', kind: 'keep' }],
        alike: '',
      }) !== 'settled'
    );
  }

  private askCategory(
    offset: number,
    why: Extract<RowCategory, { kind: 'open' }>['why'],
  ): RowQuestion {
    const { text } = this.run.columns;
    const product = this.categories.productName(offset);
    const isProduct = why === 'unknown' || why === 'undecided';
    const family = this.categories.familyOf(offset);
    const fact = isProduct
      ? {
          code: `ledger.category-${why}` as const,
          product,
          ...(family === undefined ? {} : { family }),
          ...this.evidence(this.categories.productCode(offset)),
        }
      : { code: `ledger.category-${why}` as const };
    const column =
      (why === 'several' ? text.category : (text.product ?? text.category))?.column ?? -1;
    return {
      reason: 'category',
      fact,
      column,
      choices: this.categories.choices().map(categoryChoice),
      alike: product,
      ...(isProduct ? { together: foldKey(this.categories.oneName(offset)) } : {}),
    };
  }
}
