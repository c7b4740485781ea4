import { cellAt } from '../sheet.ts';
import { CELL_EMPTY, CELL_READ } from './amount-column.ts';
import { cellText, foldText } from './fold-text.ts';
import { repeatsHeader } from './header-row.ts';
import { isLabelled, isNoteText, isTotalWord } from './row-words.ts';
import type { SectionColumns } from './section-columns.ts';
import type { Section } from './sections.ts';
import type { TextColumn } from './text-column.ts';

/** `lonely-amount`: an amount and nothing else, which is no sum of the rows above. */
export type RowShape = 'blank' | 'header' | 'subtotal' | 'note' | 'lonely-amount' | 'data';

/** What the user may have added up by row so far: a row that states such a sum is a subtotal even without the word. */
export class RunningSums {
  #all = 0;
  #counted = 0;
  #groupAll = 0;
  #groupCounted = 0;

  /** @param counts - false for rows that are void, pending or the like: sums exist with and without them */
  add(amount: number, counts: boolean): void {
    this.#all += amount;
    this.#groupAll += amount;
    if (!counts) return;
    this.#counted += amount;
    this.#groupCounted += amount;
  }

  startGroup(): void {
    this.#groupAll = 0;
    this.#groupCounted = 0;
  }

  has(amount: number): boolean {
    return amount !== 0 && (amount === this.#all || amount === this.#counted || amount === this.#groupAll || amount === this.#groupCounted);
  }
}

/** Tells what a row is apart from what it orders. */
export class RowShapes {
  readonly #section: Section;
  readonly #columns: SectionColumns;
  readonly #day: SectionColumns['paidOn'];
  /** By column of words: which of its values are words of totals. */
  readonly #words: readonly { readonly column: TextColumn; readonly isTotal: readonly boolean[] }[];

  constructor(section: Section, columns: SectionColumns) {
    this.#section = section;
    this.#columns = columns;
    this.#day = columns.paidOn ?? columns.signedOn ?? columns.period;
    const { customer, product, category } = columns.text;
    this.#words = [customer, product, category].filter((column) => column !== undefined).map((column) => ({ column, isTotal: column.values.map(isTotalWord) }));
  }

  shapeOf(offset: number, sums: RunningSums): RowShape {
    const { filled, amount } = this.#columns;
    if (filled[offset] === 0) return 'blank';
    if (this.#section.headerRows.has(offset + this.#section.from)) return 'header';
    if (amount.state[offset] === CELL_READ && this.#day?.state[offset] === CELL_READ && this.#isPlainLine(offset)) return 'data';
    return this.#look(offset, sums);
  }

  /** A number of its own, or a customer and no word of totals. */
  #isPlainLine(offset: number): boolean {
    const id = this.#columns.orderId?.ids[offset] ?? '';
    if (id !== '') return isRealId(id);
    let hasWords = false;
    for (const { column, isTotal } of this.#words) {
      const code = column.codes[offset] ?? 0;
      if (isTotal[code]) return false;
      hasWords ||= code !== 0;
    }
    return hasWords;
  }

  #look(offset: number, sums: RunningSums): RowShape {
    const row = offset + this.#section.from;
    const cells = this.#cells(row);
    const id = this.#columns.orderId?.ids[offset] ?? '';
    const hasId = isRealId(id) && !this.#isLabelInIdColumn(cells);
    const remark = this.#columns.text.remark?.column;
    if (!hasId && cells.some(({ column, text }) => column !== remark && isTotalWord(text))) return 'subtotal';
    if (repeatsHeader(this.#section.sheet, row, {}) !== undefined) return 'header';
    const evidence = this.#evidence(offset, hasId);
    if (this.#columns.amount.state[offset] === CELL_READ) {
      if (evidence > 0) return 'data';
      return sums.has(this.#columns.amount.fen[offset] ?? 0) || cells.some(({ text }) => isTotalWord(text)) ? 'subtotal' : 'lonely-amount';
    }
    if (!hasId && (isNoteText(cells[0]?.text ?? '') || cells.every(({ text }) => isLabelled(text)))) return 'note';
    return evidence >= 2 ? 'data' : 'note';
  }

  #cells(row: number): { column: number; text: string }[] {
    const { sheet } = this.#section;
    return sheet.columns.flatMap((_, column) => {
      const text = foldText(cellText(cellAt(sheet, row, column)));
      return text === '' ? [] : [{ column, text }];
    });
  }

  /** "2025年1月小计" has figures and stands where numbers stand. */
  #isLabelInIdColumn(cells: readonly { column: number; text: string }[]): boolean {
    const text = cells.find(({ column }) => column === this.#columns.orderId?.column)?.text ?? '';
    return isTotalWord(text) || isNoteText(text);
  }

  /** How much of an order the row holds besides its money: a number says as much as two words. */
  #evidence(offset: number, hasId: boolean): number {
    const { text, amount, paidOn, signedOn } = this.#columns;
    const words = [text.customer, text.product, text.category].filter((column) => {
      const value = column?.values[column.codes[offset] ?? 0] ?? '';
      return value !== '' && !isNoteText(value) && !isLabelled(value) && value.length <= 40;
    }).length;
    const hasDay = [paidOn, signedOn].some((day) => day !== undefined && day.state[offset] !== CELL_EMPTY);
    const hasOpenAmount = amount.state[offset] !== CELL_EMPTY && amount.state[offset] !== CELL_READ;
    return (hasId ? 2 : 0) + words + (hasDay ? 1 : 0) + (hasOpenAmount ? 1 : 0);
  }
}

/** Something with a figure in it and no ideographs: a number, not a word in its place. */
export function isRealId(id: string): boolean {
  let hasDigit = false;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    if (code > 0x7e) return /\d/.test(id) && !isTotalWord(id) && !isNoteText(id) && id.length <= 30;
    hasDigit ||= code >= 48 && code <= 57;
  }
  return hasDigit && !(id.charCodeAt(0) > 57 && isTotalWord(id));
}
