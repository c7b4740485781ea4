import { categoryKey } from '../catalog/category.ts';
import { madeList } from '../lazy-list.ts';
import { countedAnyway } from './left-out-rows.ts';
import type { LedgerFact } from './ledger.facts.ts';
import {
  type Answers,
  type Ledger,
  NO_DAY,
  QUESTION_REASONS,
  type Question,
  type QuestionChoice,
  type Warning,
} from './ledger.ts';
import { ROW_KINDS, type RowKind } from './row-kind.ts';

/** The ledger while it is being read: the columns of `Ledger`, still writable. */
export interface LedgerDraft extends Pick<
  Ledger,
  'size' | 'sheetOf' | 'row' | 'kind' | 'reason' | 'amount' | 'day' | 'category'
> {
  /** By ledger index: what rounding took from the amount (`AmountReading.rest`). */
  readonly rests: Map<number, number>;
  /** What was read of the row beside its figures: nothing, `DESCRIBED` or `NUMBERED`. */
  readonly described: Uint8Array;
  /** These three are made when the sections have been read. */
  orderId: readonly string[];
  customer: readonly string[];
  product: readonly string[];
  /** By ledger index: order numbers that the user typed where the cell's was no good. */
  readonly saidIds: Map<number, string>;
  readonly categories: CategoryBook;
  readonly remarks: Map<number, LedgerFact>;
  /** By ledger index: one question a row at a time; rows alike may share one. */
  readonly questions: Map<number, Question>;
  /** By key: the questions that several rows share, with those rows. */
  readonly shared: Map<string, { readonly question: Question; readonly indices: number[] }>;
  readonly warnings: Warning[];
  readonly report: LedgerFact[];
  readonly answers: Answers;
  /** Keys of rows that the user counts although they were left out. */
  readonly countedAnyway: ReadonlySet<string>;
}

/** Its customer and product are those of an order. */
export const DESCRIBED = 1;
/** And it has a number of its own. */
export const NUMBERED = 2;

export function draftOf(size: number, answers: Answers): LedgerDraft {
  return {
    size,
    answers,
    countedAnyway: countedAnyway(answers),
    sheetOf: new Uint16Array(size),
    row: new Int32Array(size),
    kind: new Uint8Array(size),
    reason: new Uint8Array(size),
    amount: new Float64Array(size).fill(NaN),
    rests: new Map(),
    day: new Int32Array(size).fill(NO_DAY),
    category: new Int16Array(size).fill(-1),
    described: new Uint8Array(size),
    orderId: [],
    saidIds: new Map(),
    customer: [],
    product: [],
    categories: new CategoryBook(),
    remarks: new Map(),
    questions: new Map(),
    shared: new Map(),
    warnings: [],
    report: [],
  };
}

/** For who compares the rows: their customers and products, all at once. */
export function makeTexts(draft: LedgerDraft): void {
  draft.customer = madeList(draft.customer);
  draft.product = madeList(draft.product);
}

const KIND_INDEX = Object.fromEntries(ROW_KINDS.map((kind, index) => [kind, index])) as Readonly<
  Record<RowKind, number>
>;

export const ORDER = KIND_INDEX.order;
export const REFUND = KIND_INDEX.refund;
const QUESTION = KIND_INDEX.question;

export function setKind(draft: LedgerDraft, index: number, kind: RowKind, why?: LedgerFact): void {
  draft.kind[index] = KIND_INDEX[kind];
  if (why !== undefined) draft.remarks.set(index, why);
}

/** The amount that the user typed for a row; false where the answer is another. */
export function takeAmount(draft: LedgerDraft, index: number, answer: QuestionChoice): boolean {
  if (answer.kind !== 'amount') return false;
  draft.amount[index] = answer.amount;
  draft.rests.delete(index);
  return true;
}

export function setQuestion(draft: LedgerDraft, index: number, question: Question): void {
  draft.kind[index] = QUESTION;
  draft.reason[index] = QUESTION_REASONS.indexOf(question.reason) + 1;
  draft.questions.set(index, question);
  draft.remarks.set(index, question.fact);
}

/** The categories of a ledger, one entry a key; shown as they are written most often. */
export class CategoryBook {
  private readonly codes = new Map<string, number>();
  private readonly written: Map<string, number>[] = [];

  /** Index of a category, new ones added. `times` 0: meant, but not written by the user. */
  indexOf(name: string, times = 0): number {
    const key = categoryKey(name);
    let index = this.codes.get(key);
    if (index === undefined) {
      index = this.written.push(new Map()) - 1;
      this.codes.set(key, index);
    }
    const counts = this.written[index];
    counts?.set(name, (counts.get(name) ?? 0) + times);
    return index;
  }

  get names(): string[] {
    return this.written.map((counts) => {
      let [best, most] = ['', -1];
      for (const [name, times] of counts) if (times > most) [best, most] = [name, times];
      return best;
    });
  }
}
