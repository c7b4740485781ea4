import { itemAt, uint8At } from '../columns.ts';
import { type Catalog, productOf } from '../catalog/catalog.ts';
import { type RowQuestion, KEEP, askAbout } from './row-question.ts';
import {
  type Candidates,
  DAY_ABOVE,
  ENDS_AS_REFUND,
  GIVEN_BACK,
  TYPED_REFUND,
} from './rows-to-settle.ts';
import { type LedgerDraft, ORDER, REFUND, makeTexts, setKind, takeAmount } from './ledger-draft.ts';
import type { QuestionChoice } from './ledger.ts';
import { MOST_ASKED_SINGLY } from '../bounds.ts';
import { foldKey } from '../reading/fold-text.ts';
import { idKey } from './id-key.ts';
import { isCountedAnyway } from './left-out-rows.ts';
import { type DoubtCode, type Line, OrderLines } from './order-lines.ts';
import { askRefundBeginning, askRefundNumber, askRefundSign } from './amount-questions.ts';
import {
  isOfRefundsAlone,
  isRefundId,
  refundBeginning,
  refundEnding,
  refundedId,
} from './refund-ids.ts';
import { rowsOfRepeatedIds } from './repeated-ids.ts';
import type { SectionBeingRead } from './section-being-read.ts';
import { wordOfDirection, wordOfRemark, wordOfStatus, wordOfType } from './row-words.ts';
import { textAt } from './text-column.ts';

/**
 * Compares rows of one order number and settles every candidate: the same line again is a
 * duplicate, a negative one a partial refund, another product another line of the order; what may
 * be either is asked.
 */
export class OrdersOfOneNumber {
  private readonly draft: LedgerDraft;
  private readonly candidates: Candidates;
  private readonly runs: readonly SectionBeingRead[];
  private readonly catalog: Catalog;
  /** Rows of which the user said that their number is another. */
  private readonly renumbered: number[] = [];
  /** How many numbers begin as credit notes may; counted when the first is met. */
  private beginnings: Map<string, number> | undefined;
  /** First row of each number; made when the first refund names another order. */
  private first: Map<string, number> | undefined;

  constructor(
    draft: LedgerDraft,
    candidates: Candidates,
    runs: readonly SectionBeingRead[],
    catalog: Catalog,
  ) {
    this.draft = draft;
    this.candidates = candidates;
    this.runs = runs;
    this.catalog = catalog;
  }

  settle(): void {
    const groups = this.haveAllTheirOwn()
      ? new Map<string, number[]>()
      : rowsOfRepeatedIds(this.candidates.indices, (index) => this.keyOf(index));
    const { flags } = this.candidates;
    for (let index = 0; index < flags.length; index++) {
      if (uint8At(flags, index) === 0) continue;
      if (groups.size === 0 || !groups.has(this.keyOf(index))) this.settleAlone(index);
    }
    if (groups.size > 0) makeTexts(this.draft);
    for (const group of groups.values()) this.settleGroup(group);
    for (const index of this.renumbered) this.settleRenumbered(index);
  }

  /** One table whose numbers only rise, as vendors and most ledgers number their orders. */
  private haveAllTheirOwn(): boolean {
    const [run, ...more] = this.runs;
    const isRising = run?.columns.orderId?.isRising === true && this.draft.saidIds.size === 0;
    return more.length === 0 && isRising;
  }

  private keyOf(index: number): string {
    const { saidIds, orderId } = this.draft;
    return idKey(saidIds.get(index) ?? orderId[index] ?? '');
  }

  private settleAlone(index: number): void {
    const amount = this.draft.amount[index] ?? NaN;
    if (amount >= 0 && this.candidates.isPlain(index)) this.draft.kind[index] = ORDER;
    else if (this.candidates.has(index, GIVEN_BACK))
      setKind(this.draft, index, 'void', { code: 'ledger.void', word: this.said(index) });
    else if (this.candidates.has(index, TYPED_REFUND))
      this.settleTyped(index, this.amountOfRelated(index));
    else if (this.candidates.has(index, ENDS_AS_REFUND)) this.settleEnding(index);
    else if (amount < 0 && !this.hasCategory(index, this.related(index))) return;
    else this.draft.kind[index] = amount < 0 ? REFUND : ORDER;
  }

  private settleGroup(group: readonly number[]): void {
    const { amount } = this.draft;
    const hasRefundLine = group.some((index) => (amount[index] ?? 0) < 0);
    const seen = new OrderLines();
    for (const index of group) {
      const line = this.lineOf(index);
      const isGivenBack = this.candidates.has(index, GIVEN_BACK) && !hasRefundLine;
      if (isGivenBack)
        setKind(this.draft, index, 'void', { code: 'ledger.void', word: this.said(index) });
      else if (this.candidates.has(index, TYPED_REFUND) && !hasRefundLine)
        this.settleTyped(index, seen.total);
      else if (this.candidates.has(index, ENDS_AS_REFUND)) this.settleEnding(index);
      else if (line.amount < 0) this.settleRefund(line, seen);
      else this.settleOrder(line, seen, group.length);
    }
  }

  private settleRefund(line: Line, seen: OrderLines): void {
    const twin = seen.twinOf(line);
    if (twin !== undefined && !this.isCounted(line.index)) this.duplicate(line.index, twin);
    else if (this.hasCategory(line.index, seen.first)) {
      this.draft.kind[line.index] = REFUND;
      seen.add(line);
    }
  }

  private settleOrder(line: Line, seen: OrderLines, times: number): void {
    const isCounted = this.isCounted(line.index);
    const twin = isCounted ? undefined : seen.twinOf(line);
    const doubt = twin === undefined && !isCounted ? seen.doubtAbout(line) : undefined;
    if (twin !== undefined) return this.duplicate(line.index, twin);
    const answer = doubt && this.ask(line.index, this.doubt(line.index, doubt, times));
    if (answer === 'settled') return;
    if (answer?.kind === 'id') {
      this.draft.saidIds.set(line.index, answer.orderId);
      this.renumbered.push(line.index);
    } else {
      this.draft.kind[line.index] = ORDER;
      seen.add(line);
    }
  }

  /** Under the number that the user typed: an order, unless that number has this line already. */
  private settleRenumbered(index: number): void {
    const { saidIds, kind } = this.draft;
    const key = idKey(saidIds.get(index) ?? '');
    const known = new OrderLines();
    for (const other of this.candidates.indices)
      if (kind[other] === ORDER && this.keyOf(other) === key) known.add(this.lineOf(other));
    const twin = known.twinOf(this.lineOf(index));
    if (twin === undefined) kind[index] = ORDER;
    else this.duplicate(index, twin);
  }

  /**
   * A refund by type without a minus sign: clear only when it takes back no more than was ordered
   * before.
   */
  private settleTyped(index: number, ordered: number): void {
    const draft = this.draft;
    const amount = draft.amount[index] ?? NaN;
    if (amount > 0 && amount <= ordered) this.takeBack(index);
    else {
      const answer = this.ask(
        index,
        askRefundSign(this.run(index).columns.amount.column, this.refundWord(index)),
      );
      if (answer === 'settled') return;
      this.take(index, answer);
    }
    draft.kind[index] = (draft.amount[index] ?? 0) < 0 ? REFUND : ORDER;
  }

  /** A1001-T beside A1001: a refund of it, or its renewal. */
  private settleEnding(index: number): void {
    const { orderId, amount, kind } = this.draft;
    const id = orderId[index] ?? '';
    const beginning = refundBeginning(id);
    const ending = refundEnding(id);
    const isAnothers =
      ending !== '' && this.firstOf(id.slice(0, id.length - ending.length)) !== undefined;
    if (isAnothers || (beginning !== '' && this.mayTakeBack(id, beginning))) {
      const { column } = this.run(index).columns.amount;
      const ask = isAnothers
        ? askRefundNumber(column, ending)
        : askRefundBeginning(column, beginning);
      const answer = this.ask(index, ask);
      if (answer === 'settled') return;
      this.take(index, answer);
    }
    kind[index] = (amount[index] ?? 0) < 0 ? REFUND : ORDER;
  }

  /** RMA-A1, and CN-1001 as long as most numbers begin with something else. */
  private mayTakeBack(id: string, beginning: string): boolean {
    if (isOfRefundsAlone(beginning) || this.firstOf(id.slice(beginning.length)) !== undefined)
      return true;
    this.beginnings ??= countsOfBeginnings(this.draft.orderId, this.candidates.indices);
    const times = this.beginnings.get(beginning.toLowerCase()) ?? 0;
    return times * 2 <= this.candidates.indices.length;
  }

  /** With a minus, or with the amount that the user typed. */
  private take(index: number, answer: QuestionChoice): void {
    if (answer.kind === 'take-back') this.takeBack(index);
    else takeAmount(this.draft, index, answer);
  }

  private takeBack(index: number): void {
    const { amount, rests } = this.draft;
    amount[index] = -(amount[index] ?? NaN);
    const rest = rests.get(index);
    if (rest !== undefined) rests.set(index, -rest);
  }

  private isCounted(index: number): boolean {
    const { countedAnyway, row } = this.draft;
    return isCountedAnyway(countedAnyway, this.run(index).section.sheet.name, row[index] ?? 0);
  }

  private duplicate(index: number, of: number): void {
    setKind(this.draft, index, 'duplicate', {
      code: 'ledger.duplicate',
      sheet: this.run(of).section.sheet.name,
      row: this.draft.row[of] ?? 0,
    });
  }

  /**
   * A refund that names no product takes the category of its order; asked for when that is not
   * known.
   */
  private hasCategory(index: number, order: number | undefined): boolean {
    const ask = this.candidates.withoutCategory.get(index);
    if (ask === undefined) return true;
    const category = order === undefined ? -1 : (this.draft.category[order] ?? -1);
    if (category >= 0) this.draft.category[index] = category;
    else {
      const answer = this.ask(index, ask);
      if (answer === 'settled' || answer.kind !== 'category') return false;
      this.draft.category[index] = this.draft.categories.indexOf(answer.category);
    }
    return true;
  }

  private related(index: number): number | undefined {
    const { columns, base } = this.run(index);
    const named = columns.relatedId?.ids[index - base] ?? '';
    const isNumber = columns.orderId?.isNumber[index - base] === 1;
    const own = named === '' && !isNumber ? (this.draft.orderId[index] ?? '') : '';
    const id = isRefundId(own) ? refundedId(own) : named;
    return id === '' ? undefined : this.firstOf(id);
  }

  /** The first row of a number, as long as it may count. */
  private firstOf(id: string): number | undefined {
    this.first ??= new Map(
      [...this.candidates.indices].reverse().map((at) => [this.keyOf(at), at]),
    );
    return this.first.get(idKey(id));
  }

  private amountOfRelated(index: number): number {
    const related = this.related(index);
    return related === undefined ? 0 : (this.draft.amount[related] ?? 0);
  }

  private ask(index: number, ask: RowQuestion): ReturnType<typeof askAbout> {
    const { section, base } = this.run(index);
    return askAbout(this.draft, section, index - base + section.from, index, ask);
  }

  /** A number that stands on very many rows is one rule for all of them, asked once. */
  private doubt(
    index: number,
    { code, other }: { readonly code: DoubtCode; readonly other: number },
    times: number,
  ): RowQuestion {
    const column = this.run(index).columns.orderId?.column ?? -1;
    return {
      reason: 'id',
      fact: { code, sheet: this.run(other).section.sheet.name, row: this.draft.row[other] ?? 0 },
      column,
      choices: [KEEP],
      alike: '',
      ...(times > MOST_ASKED_SINGLY ? { together: this.keyOf(index) } : {}),
    };
  }

  private said(index: number): string {
    const { columns, base } = this.run(index);
    return (
      this.candidates.refundWords.get(index) ??
      textAt(columns.text.status ?? columns.text.payStatus, index - base)
    );
  }

  /** What says that the row is a refund. */
  private refundWord(index: number): string {
    const { columns, base } = this.run(index);
    const { orderType, direction, status, payStatus, remark } = columns.text;
    const said = (
      [
        [orderType, wordOfType],
        [direction, wordOfDirection],
        [status, wordOfStatus],
        [payStatus, wordOfStatus],
        [remark, wordOfRemark],
      ] as const
    ).find(([column, wordOf]) => wordOf(textAt(column, index - base)) === 'refund');
    return said === undefined
      ? (this.candidates.refundWords.get(index) ?? this.draft.orderId[index] ?? '')
      : textAt(said[0], index - base);
  }

  private lineOf(index: number): Line {
    const draft = this.draft;
    const { columns, base } = this.run(index);
    const product = draft.product[index] ?? '';
    return {
      index,
      amount: draft.amount[index] ?? NaN,
      day: draft.day[index] ?? 0,
      dayIsAbove: this.candidates.has(index, DAY_ABOVE),
      customer: foldKey(draft.customer[index] ?? ''),
      product:
        product === ''
          ? this.categoryOf(index)
          : (productOf(product, this.catalog)?.name ?? foldKey(product)),
      type: foldKey(textAt(columns.text.orderType, index - base)),
      part: foldKey(textAt(columns.text.subOrderId, index - base)),
    };
  }

  /** Of lines that name no product, the category tells one from another. */
  private categoryOf(index: number): string {
    const category = this.draft.category[index] ?? -1;
    return category < 0 ? '' : `category ${category}`;
  }

  /** The section a row stands in: the last that begins at or before it. */
  private run(index: number): SectionBeingRead {
    let [low, high] = [0, this.runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.runs[middle]?.base ?? Infinity) <= index) low = middle;
      else high = middle - 1;
    }
    return itemAt(this.runs, low);
  }
}

function countsOfBeginnings(ids: readonly string[], indices: Int32Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const index of indices) {
    const beginning = refundBeginning(ids[index] ?? '').toLowerCase();
    if (beginning !== '') counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
  }
  return counts;
}
