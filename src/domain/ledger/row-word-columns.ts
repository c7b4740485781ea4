import { CELL_UNSETTLED } from './amount-column.ts';
import { cellText, foldText } from '../reading/fold-text.ts';
import {
  type RowWord,
  chanceOf,
  wordOfCalledOff,
  wordOfDirection,
  wordOfDone,
  wordOfRefundMark,
  wordOfRefundStatus,
  wordOfRemark,
  wordOfSheet,
  wordOfStatus,
  wordOfType,
  wordOfValid,
} from './row-words.ts';
import type { SectionColumns } from './section-columns.ts';
import type { Section } from './sections.ts';
import { rowMarks, wordInNumber } from './row-marks.ts';
import { meanings, textAt } from './text-column.ts';

export interface SaidWord {
  readonly word: RowWord;
  /** As it stands in the cell. */
  readonly text: string;
}

const WEIGHT: Readonly<Record<RowWord, number>> = {
  void: 9,
  duplicate: 8,
  refunded: 7,
  'partly-back': 6,
  refund: 5,
  pending: 4,
  'own-service': 3,
  won: 2,
  unknown: 1,
  none: 0,
};
const NOTHING: SaidWord = { word: 'none', text: '' };

/**
 * What status, type, remark and chance say about the rows of a section. Each distinct text is
 * understood once.
 */
export class RowWordColumns {
  private readonly section: Section;
  private readonly columns: SectionColumns;
  private readonly said: {
    readonly codes: Int32Array;
    readonly said: readonly SaidWord[];
    readonly weights: Uint8Array;
  }[];
  private readonly chances: readonly number[];
  private readonly ofSheet: SaidWord;

  constructor(section: Section, columns: SectionColumns) {
    const { status, payStatus, refundStatus, orderType, remark, probability, refundAmount } =
      columns.text;
    const { direction, isValid, isDone, isCalledOff } = columns.text;
    const readers = [
      [status, wordOfStatus],
      [payStatus, wordOfStatus],
      [refundStatus, wordOfRefundStatus],
      [orderType, wordOfType],
      [direction, wordOfDirection],
      [isValid, wordOfValid],
      [isDone, wordOfDone],
      [isCalledOff, wordOfCalledOff],
      [remark, wordOfRemark],
      [columns.refund === undefined ? refundAmount : undefined, wordOfRefundMark],
    ] as const;
    const { name } = section.sheet;
    this.section = section;
    this.columns = columns;
    this.ofSheet = { word: wordOfSheet(name), text: name };
    this.said = readers.flatMap(([column, wordOf]) => {
      if (column === undefined) return [];
      const said = meanings(column, (text): SaidWord => ({ word: wordOf(text), text }));
      return [
        { codes: column.codes, said, weights: Uint8Array.from(said, ({ word }) => WEIGHT[word]) },
      ];
    });
    for (const { column, said } of rowMarks(section, columns)) {
      const told = meanings(column, said);
      const weights = Uint8Array.from(told, ({ word }) => WEIGHT[word]);
      if (weights.some((weight) => weight > 0))
        this.said.push({ codes: column.codes, said: told, weights });
    }
    this.chances = probability === undefined ? [] : meanings(probability, chanceOf);
  }

  /** The weightiest word. A chance below one makes what is not won pending. */
  of(offset: number): SaidWord {
    let best = this.inPlaceOfFigures(offset);
    const inNumber = this.inNumber(offset);
    if (WEIGHT[inNumber.word] > WEIGHT[best.word]) best = inNumber;
    for (const { codes, said, weights } of this.said) {
      const code = codes[offset] ?? 0;
      if ((weights[code] ?? 0) > WEIGHT[best.word]) best = said[code] ?? NOTHING;
    }
    // A list of deals may say of some that they were won.
    if (
      WEIGHT[this.ofSheet.word] > WEIGHT[best.word] &&
      (best.word !== 'won' || this.ofSheet.word === 'void')
    )
      best = this.ofSheet;
    if (this.chances.length === 0) return best;
    const chance = this.chance(offset);
    return chance < 1 && WEIGHT[best.word] < WEIGHT.won
      ? { word: 'pending', text: `${chance}` }
      : best;
  }

  /** The columns say nothing about the row, or that it is won; only where its figures were read. */
  isOrdinary(offset: number): boolean {
    if (this.chances.length > 0 || this.ofSheet.word !== 'none') return false;
    if (this.inNumber(offset).word !== 'none') return false;
    for (const { codes, weights } of this.said) {
      const weight = weights[codes[offset]!]!;
      if (weight !== WEIGHT.none && weight !== WEIGHT.won) return false;
    }
    return true;
  }

  /** 0…1, NaN when the ledger does not say. */
  chance(offset: number): number {
    return this.chances[this.columns.text.probability?.codes[offset] ?? -1] ?? NaN;
  }

  /**
   * The status of the row that nobody knows; `undefined` where it is known, blank, or said beside
   * it.
   */
  unknownStatus(offset: number): { readonly text: string; readonly column: number } | undefined {
    const { status, payStatus, refundStatus, isValid, isDone, isCalledOff } = this.columns.text;
    for (const [column, wordOf] of [
      [status, wordOfStatus],
      [payStatus, wordOfStatus],
      [refundStatus, wordOfRefundStatus],
      [isValid, wordOfValid],
      [isDone, wordOfDone],
      [isCalledOff, wordOfCalledOff],
    ] as const) {
      const text = textAt(column, offset);
      if (column !== undefined && text !== '' && this.isUnknown(text, wordOf))
        return { text, column: column.column };
    }
    return undefined;
  }

  private readonly unknown = new Map<string, boolean>();

  private isUnknown(text: string, wordOf: (text: string) => RowWord): boolean {
    const key = `${wordOf.name} ${text}`;
    let unknown = this.unknown.get(key);
    if (unknown === undefined) this.unknown.set(key, (unknown = wordOf(text) === 'unknown'));
    return unknown;
  }

  /** "A2（作废）": called off by what was added to the number. */
  private inNumber(offset: number): SaidWord {
    const { orderId } = this.columns;
    if (orderId === undefined || orderId.isNumber[offset] === 1) return NOTHING;
    const id = orderId.ids[offset] ?? '';
    return wordInNumber(id) === 'void' ? { word: 'void', text: id } : NOTHING;
  }

  /** "作废" where the amount should stand, "未签" where the day should. */
  private inPlaceOfFigures(offset: number): SaidWord {
    const { amount, paidOn, signedOn } = this.columns;
    for (const column of [amount, paidOn ?? signedOn]) {
      if (column?.state[offset] !== CELL_UNSETTLED) continue;
      const text = foldText(
        cellText(this.section.sheet.columns[column.column]?.[offset + this.section.from]),
      );
      const word = /\d/.test(text) ? 'none' : wordOfStatus(text);
      if (word === 'void' || word === 'pending') return { word, text };
    }
    return NOTHING;
  }
}
