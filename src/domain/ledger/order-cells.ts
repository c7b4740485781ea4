import { CELL_UNSETTLED } from './amount-column.ts';
import { NUMBERED, takeAmount } from './ledger-draft.ts';
import { KEEP, type RowQuestion, categoryChoice } from './row-question.ts';
import {
  type RowCategory,
  RowCategories,
  type CategoryEvidence,
  categoryEvidence,
} from './category-of-row.ts';
import { askDaysBeside } from './days-beside.ts';
import { daysOfSheet } from './days-of-sheet.ts';
import { type SheetSays, RowDays } from './day-of-row.ts';
import { cellText, foldKey, foldText } from '../reading/fold-text.ts';
import { askMoneyOut, askRemainder, askUnread, ofFormula } from './amount-questions.ts';
import { type RowAmount, amountOfRow, foreignCurrency } from './row-amount.ts';
import type { SaidWord } from './row-word-columns.ts';
import { saysJust } from './row-words.ts';
import { type SectionBeingRead, askRow } from './section-being-read.ts';
import type { ShiftedRows } from './shifted-rows.ts';

function sheetSays({ section, columns, years }: SectionBeingRead): SheetSays | undefined {
  const { sheet, from } = section;
  const days = daysOfSheet(sheet.name, years);
  const cells = sheet.columns[(columns.paidOn ?? columns.signedOn)?.column ?? -1];
  return days && { name: sheet.name, days, textAt: (offset) => cellText(cells?.[offset + from]) };
}

/**
 * The cells that make a row an order, each read or asked for. What they come to goes into the
 * draft; a question that is open keeps the row out of the totals.
 */
export class OrderCells {
  readonly days: RowDays;
  readonly categories: RowCategories;
  readonly shifted: ShiftedRows;
  /** Offsets of rows whose day is that of the row above. */
  readonly daysAbove: number[] = [];
  private readonly evidence: (productCode: number) => CategoryEvidence;

  constructor(private readonly run: SectionBeingRead) {
    const { columns, catalog, draft, policy, asksCategory } = run;
    const { category, product, rate } = columns.text;
    this.days = new RowDays(columns, sheetSays(run), (offset) =>
      askDaysBeside(run.section, offset),
    );
    this.shifted = run.shifted;
    this.evidence = categoryEvidence(product, rate, policy);
    this.categories = new RowCategories(
      category,
      product,
      catalog,
      draft.categories,
      policy,
      asksCategory,
    );
  }

  readDay(offset: number, index: number): 'own' | 'above' | undefined {
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

  readMoneyOut(offset: number, index: number): boolean {
    const { draft, columns, section } = this.run;
    const { outColumn = -1 } = columns.amount;
    const header = section.layout.moneyOut?.header ?? '';
    const answer = askRow(this.run, index, askMoneyOut(outColumn, header));
    if (answer === 'settled') return false;
    if (takeAmount(draft, index, answer)) return true;
    draft.amount[index] = -(draft.amount[index] ?? NaN);
    draft.rests.set(index, -(draft.rests.get(index) ?? 0));
    return true;
  }

  /** Of a row about which something is told that may change what counts of it. */
  readRemainder(offset: number, index: number, { word, text }: SaidWord): boolean {
    const { draft, columns } = this.run;
    const { column } = columns.amount;
    const fen = draft.amount[index] ?? NaN;
    // Who has said the amount of the row has answered what was doubted.
    if (word === 'doubted' && (this.isAmountSaid || saysJust(text, fen))) return true;
    const code = word === 'doubted' ? 'ledger.row-doubted' : 'ledger.refund-partial';
    const answer = askRow(this.run, index, askRemainder(code, column, fen, text));
    return answer !== 'settled' && takeAmount(draft, index, answer);
  }

  /** Of the row read last: the user has said what it comes to. */
  private isAmountSaid = false;

  readAmount(offset: number, index: number): boolean {
    const { draft, columns, section } = this.run;
    const spilled = this.shifted.ask(offset);
    const amount: RowAmount =
      spilled === undefined ? amountOfRow(columns, section.layout, offset) : { ask: spilled };
    this.isAmountSaid = false;
    if (!('ask' in amount)) {
      draft.amount[index] = amount.fen;
      if (amount.rest !== undefined && amount.rest !== 0) draft.rests.set(index, amount.rest);
      return true;
    }
    draft.amount[index] = amount.fen ?? NaN;
    const cell = section.sheet.columns[columns.amount.column]?.[section.from + offset];
    const answer = askRow(this.run, index, ofFormula(amount.ask, cell));
    if (answer === 'settled') return false;
    this.isAmountSaid = answer.kind === 'amount';
    if (answer.kind === 'amount') draft.amount[index] = answer.amount;
    return !Number.isNaN(draft.amount[index]);
  }

  readCategory(index: number, offset: number, category: RowCategory): boolean {
    const { draft, candidates } = this.run;
    if (category.kind !== 'open') return true;
    const ask = this.askCategory(offset, category.why);
    if (
      category.why === 'missing' &&
      (draft.amount[index] ?? 0) < 0 &&
      draft.described[index] === NUMBERED
    ) {
      candidates.withoutCategory.set(index, ask);
      return true;
    }
    const answer = askRow(this.run, index, ask);
    if (answer === 'settled' || answer.kind !== 'category') return false;
    draft.category[index] = draft.categories.indexOf(answer.category);
    return true;
  }

  readId(offset: number, index: number): boolean {
    const { orderId } = this.run.columns;
    if (!orderId?.damaged.has(offset)) return true;
    const answer = askRow(this.run, index, {
      reason: 'id',
      fact: { code: 'ledger.id-damaged' },
      column: orderId.column,
      choices: [KEEP],
      alike: '',
    });
    if (answer === 'settled') return false;
    if (answer.kind === 'id') this.run.draft.saidIds.set(index, answer.orderId);
    return true;
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

  /**
   * Of a row that does not count: a figure that is written and cannot be read is asked for all the
   * same, as what is left out is told with its sum. A word in its place (作废, 待定) says all there
   * is.
   */
  isAmountKnown(offset: number, index: number): boolean {
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
}
