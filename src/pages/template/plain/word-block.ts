import { SAME_CATEGORIES } from '#domain/catalog/category.ts';
import { OWN_SERVICE_WORDS } from '#domain/catalog/read-catalog.ts';
import { ALL_WORDS } from '#domain/policy/read-lists.ts';
import {
  COUNTING,
  CUSTOMER_HINTS,
  NOT_COUNTING,
  NOT_YET,
  NUMBER_HINTS,
  OFF_HINTS,
  OWN_SERVICE_HINTS,
  REFUND_BEGINNINGS,
  REFUND_ENDINGS,
  REFUND_TYPES,
  REMARK_HINTS,
  SHARED_BEGINNINGS,
  TOTAL_HINTS,
  TYPES,
} from './order-words.ts';
import { MEANINGS, type WordField } from './policy-words.ts';
import { type Places, WORDS_ROW } from './plain-layout.ts';

const LISTS = {
  all: ALL_WORDS,
  counting: COUNTING,
  notCounting: NOT_COUNTING,
  notYet: NOT_YET,
  types: TYPES,
  refundTypes: REFUND_TYPES,
  ownHints: OWN_SERVICE_HINTS,
  ownWords: OWN_SERVICE_WORDS,
  remarkHints: REMARK_HINTS,
  totalHints: TOTAL_HINTS,
  numberHints: NUMBER_HINTS,
  customerHints: CUSTOMER_HINTS,
  offHints: OFF_HINTS,
  refundBeginnings: REFUND_BEGINNINGS,
  sharedBeginnings: SHARED_BEGINNINGS,
  refundEndings: REFUND_ENDINGS,
} as const satisfies Readonly<Record<string, readonly string[]>>;
type WordList = keyof typeof LISTS;

const PAIRS = { ...MEANINGS, same: SAME_CATEGORIES } as const;

/** The block of words: two columns a clause, one a list, from the sheet's first column on. */
export const WORD_COLUMNS: readonly (readonly (string | number)[])[] = [
  ...Object.values(PAIRS).flatMap((pairs) => [
    pairs.map(([word]) => word),
    pairs.map(([, code]) => code),
  ]),
  ...Object.values(LISTS),
];

/** References to the words, as formulas write them. */
export class WordLists {
  constructor(private readonly at: Places) {}

  range(list: WordList): string {
    const column = Object.keys(PAIRS).length * 2 + Object.keys(LISTS).indexOf(list) + 1;
    return this.at.block(WORDS_ROW + 1, column, LISTS[list].length);
  }

  /** None of the list's words is found anywhere in a cell. */
  lacks(list: WordList, cell: string): string {
    return `SUMPRODUCT(--ISNUMBER(SEARCH(${this.range(list)},${cell}&"")))=0`;
  }

  /** A cell says one of the list's words, and nothing else. No sign in it stands for others. */
  isOneOf(list: WordList, cell: string): string {
    return `SUMPRODUCT(--(${this.range(list)}=TRIM(${cell}&"")))>0`;
  }

  /** The code of a word; `silent` when the cell says nothing, "" for a word that is not known. */
  code(field: WordField, word: string, silent: string): string {
    return (
      `IF(TRIM(${word}&"")="",${silent},IFERROR(VLOOKUP(TRIM(${word}&""),` +
      `${this.pairs(field, 2)},2,FALSE),""))`
    );
  }

  pairs(field: WordField | 'same', columns: 1 | 2, skip = 0): string {
    const column = Object.keys(PAIRS).indexOf(field) * 2 + 1 + skip;
    return this.at.block(WORDS_ROW + 1, column, PAIRS[field].length, columns);
  }
}
