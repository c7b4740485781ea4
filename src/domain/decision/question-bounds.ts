import { ANSWER_WORK, MOST_ANSWER_SETS, MOST_PRICED_QUESTIONS } from '../bounds.ts';
import { float64At, int16At, int32At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Ledger, NO_DAY, type Question, type QuestionChoice } from '../ledger/ledger.ts';
import { type Fen, NO_FEN, addFen, fen, subtractFen } from '../money/fen.ts';
import type { Policy } from '../policy/policy.ts';
import { type OrderBook, type SupposedOrder, withOrders } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';

/** What the open questions of a ledger could change in the rebate to date. */
export interface QuestionBounds {
  readonly count: number;
  /** Change of the total at the least and at the most. */
  readonly least: Fen;
  readonly most: Fen;
  /** Largest first. */
  readonly each: readonly {
    readonly question: Question;
    readonly least: Fen;
    readonly most: Fen;
  }[];
  /**
   * Every combination of answers was computed; else each row's lowest and highest answers together.
   */
  readonly exact: boolean;
}

interface Asked {
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
}

/**
 * Bounds over every answer. A row with several open questions takes the answers it can take
 * together.
 */
export function questionBounds(asked: Asked): QuestionBounds {
  const { policy, ledger, book, asOf } = asked;
  const { questions } = ledger;
  if (questions.length === 0)
    return { count: 0, least: NO_FEN, most: NO_FEN, each: [], exact: true };
  const now = totalRebate(policy, book, asOf);
  const change = (orders: readonly SupposedOrder[]): Fen =>
    subtractFen(totalRebate(policy, withOrders(book, orders), asOf), now);
  const rows = rowsOf(ledger).map((row) => ({
    ...row,
    outcomes: outcomesOf(ledger, row.index, row.questions, asOf),
  }));
  const affordable = ANSWER_WORK / (book.size + 1);
  const each = rows
    .slice(0, Math.min(MOST_PRICED_QUESTIONS, affordable / 4))
    .flatMap(({ questions: own, outcomes }) => {
      const changes = outcomes.map((outcome) => change(outcome));
      const [least, most] = [Math.min(0, ...changes), Math.max(0, ...changes)];
      return own.slice(0, 1).map((question) => ({ question, least: fen(least), most: fen(most) }));
    })
    .sort((a, b) => b.most - b.least - (a.most - a.least));
  return {
    count: questions.length,
    each,
    ...together(
      rows.map((row) => row.outcomes),
      change,
      Math.min(MOST_ANSWER_SETS, affordable),
    ),
  };
}

function together(
  outcomes: readonly (readonly (readonly SupposedOrder[])[])[],
  change: (orders: readonly SupposedOrder[]) => Fen,
  most: number,
): Pick<QuestionBounds, 'least' | 'most' | 'exact'> {
  const combinations = outcomes.reduce((product, row) => product * row.length, 1);
  const exact = combinations <= most;
  const sets = exact
    ? crossed(outcomes)
    : [outcomes.flatMap((row) => extreme(row, -1)), outcomes.flatMap((row) => extreme(row, 1))];
  const changes = sets.map(change);
  return { least: fen(Math.min(0, ...changes)), most: fen(Math.max(0, ...changes)), exact };
}

function crossed(
  outcomes: readonly (readonly (readonly SupposedOrder[])[])[],
): readonly (readonly SupposedOrder[])[] {
  return outcomes.reduce<readonly (readonly SupposedOrder[])[]>(
    (sets, row) => sets.flatMap((set) => row.map((outcome) => [...set, ...outcome])),
    [[]],
  );
}

const amountOf = (orders: readonly SupposedOrder[]): Fen =>
  orders.reduce((sum, order) => addFen(sum, order.amount), NO_FEN);

const extreme = (
  row: readonly (readonly SupposedOrder[])[],
  sign: 1 | -1,
): readonly SupposedOrder[] =>
  row.reduce((best, outcome) => ((amountOf(outcome) - amountOf(best)) * sign > 0 ? outcome : best));

interface QuestionRow {
  readonly index: number;
  readonly questions: readonly Question[];
}

function rowsOf({ questions }: Ledger): readonly QuestionRow[] {
  const byRow = new Map<number, Question[]>();
  for (const question of questions)
    for (const index of question.indices) byRow.set(index, [...(byRow.get(index) ?? []), question]);
  return [...byRow].map(([index, own]) => ({ index, questions: own }));
}

/** The orders a row may turn out to be: none, or one for each combination of answers. */
function outcomesOf(
  ledger: Ledger,
  index: number,
  questions: readonly Question[],
  asOf: LocalDate,
): readonly (readonly SupposedOrder[])[] {
  const amount = float64At(ledger.amount, index);
  const day = int32At(ledger.day, index);
  const read: Partial<SupposedOrder> = {
    ...(Number.isNaN(amount) ? {} : { amount: fen(amount) }),
    ...(day === NO_DAY ? {} : { day: day as LocalDate }),
    category: ledger.categories[int16At(ledger.category, index)] ?? '',
  };
  const readings = questions.reduce<readonly Partial<SupposedOrder>[]>(
    (sofar, { choices }) =>
      sofar.flatMap((reading) =>
        choices.filter(isCounted).map((choice) => answered(reading, choice)),
      ),
    [read],
  );
  const orders = readings.flatMap(
    ({ amount: counted, day: on, category = '' }): readonly (readonly SupposedOrder[])[] =>
      counted === undefined
        ? []
        : [
            [
              {
                amount: counted,
                day: on ?? asOf,
                category,
                ledgerIndex: index,
                orderId: ledger.orderId[index] ?? '',
              },
            ],
          ],
  );
  return [[], ...orders];
}

const isCounted = (choice: QuestionChoice): boolean =>
  choice.kind !== 'leave-out' &&
  !(choice.kind === 'status' && (choice.status === 'void' || choice.status === 'pending'));

function takenBack(reading: Partial<SupposedOrder>): Partial<SupposedOrder> {
  const { amount } = reading;
  return amount === undefined ? reading : { ...reading, amount: fen(-Math.abs(amount)) };
}

function answered(reading: Partial<SupposedOrder>, choice: QuestionChoice): Partial<SupposedOrder> {
  switch (choice.kind) {
    case 'amount':
      return { ...reading, amount: choice.amount };
    case 'date':
      return { ...reading, day: choice.date };
    case 'category':
      return { ...reading, category: choice.category };
    case 'take-back':
      return takenBack(reading);
    case 'status':
      return choice.status === 'refund' ? takenBack(reading) : reading;
    case 'keep':
    case 'id':
    case 'leave-out':
      return reading;
  }
}
