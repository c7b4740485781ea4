import { CELL_UNSETTLED } from './amount-column.ts';
import { cellText, foldText } from '../reading/fold-text.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
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
import { isStrangeType } from './sales-words.ts';
import type { SectionColumns } from './section-columns.ts';
import type { Section } from './sections.ts';
import { rowMarks, wordInNumber } from './row-marks.ts';
import { type TextColumn, meanings, readTextColumn } from './text-column.ts';

export interface SaidWord {
  readonly word: RowWord;
  /** As it stands in the cell. */
  readonly text: string;
}

const WEIGHT: Readonly<Record<RowWord, number>> = {
  void: 10,
  duplicate: 9,
  refunded: 8,
  'partly-back': 7,
  refund: 6,
  pending: 5,
  'own-service': 4,
  doubted: 3,
  won: 2,
  unknown: 1,
  none: 0,
};
const NOTHING: SaidWord = { word: 'none', text: '' };
const CALLING_OFF = /cancel|terminat|取消|撤销|终止|解约/i;

const READERS = [
  ['status', wordOfStatus],
  ['payStatus', wordOfStatus],
  ['refundStatus', wordOfRefundStatus],
  ['orderType', wordOfType],
  ['direction', wordOfDirection],
  ['isValid', wordOfValid],
  ['isDone', wordOfDone],
  ['isCalledOff', wordOfCalledOff],
  ['remark', wordOfRemark],
] as const satisfies readonly (readonly [HeaderRole, (text: string) => RowWord])[];

/** 备注2 beside 备注: whatever else says the same kind of thing. */
const othersOf = (section: Section, { text }: SectionColumns, role: HeaderRole): TextColumn[] =>
  section.layout.header.cells
    .filter(({ meaning, column }) => meaning?.role === role && column !== text[role]?.column)
    .map(({ column }) => readTextColumn(section, column, section.sheet.columns[column] ?? []));

/**
 * What status, type, remark and chance say about the rows of a section. Each distinct text is
 * understood once.
 */
export class RowWordColumns {
  private readonly section: Section;
  private readonly columns: SectionColumns;
  private readonly said: {
    readonly column: number;
    readonly codes: Int32Array;
    readonly said: readonly SaidWord[];
    readonly weights: Uint8Array;
  }[];
  private readonly chances: readonly number[];
  private readonly ofSheet: SaidWord;
  private readonly strange: ReadonlySet<string>;

  constructor(section: Section, columns: SectionColumns) {
    const { probability, refundAmount } = columns.text;
    const { name } = section.sheet;
    this.section = section;
    this.columns = columns;
    this.ofSheet = { word: wordOfSheet(name), text: name };
    this.said = [];
    const read = (column: TextColumn | undefined, wordOf: (text: string) => RowWord): void => {
      if (column !== undefined) this.add(column, (text) => ({ word: wordOf(text), text }));
    };
    this.strange = strangeTypesBelowNought(columns);
    const wordOfOwnType = (text: string): RowWord =>
      this.strange.has(text) ? 'unknown' : wordOfType(text);
    for (const [role, wordOf] of READERS) {
      read(columns.text[role], role === 'orderType' ? wordOfOwnType : wordOf);
      for (const column of othersOf(section, columns, role)) read(column, wordOf);
    }
    read(
      refundAmount,
      columns.refunds.length === 0
        ? wordOfRefundMark
        : (text) => (/\d/.test(text) ? 'none' : wordOfRefundStatus(text)),
    );
    for (const { column, said } of rowMarks(section, columns)) this.add(column, said);
    this.chances = probability === undefined ? [] : meanings(probability, chanceOf);
  }

  /** The weightiest word. A chance below one makes what is not won pending. */
  of(offset: number): SaidWord {
    let best = this.inPlaceOfFigures(offset);
    const inNumber = this.inNumber(offset);
    if (WEIGHT[inNumber.word] > WEIGHT[best.word]) best = inNumber;
    let type = NOTHING;
    for (const { column, codes, said, weights } of this.said) {
      const code = codes[offset] ?? 0;
      if (this.isType(column)) type = said[code] ?? NOTHING;
      if ((weights[code] ?? 0) <= WEIGHT[best.word]) continue;
      best = said[code] ?? NOTHING;
      if (this.isGivenBack(column, offset, best)) best = { ...best, word: 'refund' };
    }
    // A refund that went through is no order that was given back.
    if (best.word === 'refunded' && type.word === 'refund') best = type;
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

  /**
   * The first row about which the columns say more than that it is won; only where figures were
   * read.
   */
  endOfOrdinary(from: number, most: number): number {
    if (this.chances.length > 0 || this.ofSheet.word !== 'none') return from;
    let to = from;
    while (to < most && this.inNumber(to).word === 'none') to++;
    for (const { codes, weights } of this.said)
      for (let offset = from; offset < to; offset++) {
        const weight = weights[codes[offset]!]!;
        if (weight !== WEIGHT.none && weight !== WEIGHT.won) to = offset;
      }
    return to;
  }

  /** 0…1, NaN when the ledger does not say. */
  chance(offset: number): number {
    return this.chances[this.columns.text.probability?.codes[offset] ?? -1] ?? NaN;
  }

  /**
   * What the row says that nobody knows, and where; `undefined` where all of it is known.
   *
   * @param isBack - something else says that the row is a refund
   */
  unknownWord(
    offset: number,
    isBack: boolean,
  ): { readonly text: string; readonly column: number } | undefined {
    for (const { column, codes, said } of this.said) {
      const { word, text } = said[codes[offset] ?? 0] ?? NOTHING;
      if (isBack && this.isType(column) && this.strange.has(text)) continue;
      if (word === 'unknown') return { text, column };
    }
    return undefined;
  }

  private add(column: TextColumn, meaning: (text: string) => SaidWord): void {
    const said = meanings(column, meaning);
    const weights = Uint8Array.from(said, ({ word }) => WEIGHT[word]);
    if (weights.some((weight) => weight > 0))
      this.said.push({ column: column.column, codes: column.codes, said, weights });
  }

  private isType(column: number): boolean {
    return column === this.columns.text.orderType?.column;
  }

  /** A line of the type cancelImmediate, below nought: no order, but what it gives back. */
  private isGivenBack(column: number, offset: number, { word, text }: SaidWord): boolean {
    const { amount } = this.columns;
    return (
      this.isType(column) &&
      word === 'void' &&
      CALLING_OFF.test(text) &&
      (amount.fen[offset] ?? 0) < 0
    );
  }

  /** "A2（作废）": called off by what was added to the number. */
  private inNumber(offset: number): SaidWord {
    const { orderId } = this.columns;
    if (orderId === undefined || orderId.isNumber[offset] === 1) return NOTHING;
    const id = orderId.ids[offset] ?? '';
    const word = wordInNumber(id);
    return word === 'void' || word === 'doubted' ? { word, text: id } : NOTHING;
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

/**
 * Types that nobody knows on rows below nought alone: refunds, or receipts for what was invoiced
 * elsewhere on the sheet.
 */
function strangeTypesBelowNought({ text, amount, orderId }: SectionColumns): ReadonlySet<string> {
  const column = text.orderType;
  if (column === undefined || column.column === orderId?.column) return new Set();
  const { codes, values } = column;
  const [below, above] = [new Set<number>(), new Set<number>()];
  for (let offset = 0; offset < codes.length; offset++)
    ((amount.fen[offset] ?? NaN) < 0 ? below : above).add(codes[offset] ?? 0);
  const alone = [...below].filter((code) => code !== 0 && !above.has(code));
  return new Set(alone.map((code) => values[code] ?? '').filter(isStrangeType));
}
