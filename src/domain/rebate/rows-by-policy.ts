import { int16At, uint16At } from '../columns.ts';
import { ownValue } from '../own-value.ts';
import { cellAddress } from '../sheet.ts';
import {
  type Answers,
  type Ledger,
  QUESTION_REASONS,
  type Question,
  type QuestionChoice,
  type QuestionReason,
} from '../ledger/ledger.ts';
import { typedChoice } from '../ledger/row-question.ts';
import { ROW_KINDS } from '../ledger/row-kind.ts';
import type { LedgerQuestionFact } from '../ledger/ledger.facts.ts';
import { includesCategory } from '../policy/category-terms.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { categoryKey } from '../catalog/category.ts';
import { refundShows } from './conditions.ts';
import { type LedgerRows, ledgerRows } from './ledger-rows.ts';

const REFUND = ROW_KINDS.indexOf('refund');
const ORDER = ROW_KINDS.indexOf('order');
const KEEP: QuestionChoice = { id: 'keep', kind: 'keep' };
const LEAVE_OUT: QuestionChoice = { id: 'leave-out', kind: 'leave-out' };

/**
 * The ledger with the questions that only a policy raises: a refund whose original order is not
 * there, where the policy takes back by the original; an order without a customer, where each has
 * its own thresholds. Such rows count once they are answered.
 */
export function askByPolicy(ledger: Ledger, policy: Policy | null, answers: Answers = {}): Ledger {
  const asking = (policy?.components ?? []).filter(asksAboutRows);
  if (asking.length === 0) return ledger;
  const rows = ledgerRows(ledger);
  const kind = ledger.kind.slice();
  const amount = ledger.amount.slice();
  const reason = ledger.reason.slice();
  const questions: Question[] = [...ledger.questions];
  const remarks = new Map(ledger.remarks);
  for (let row = 0; row < ledger.size; row += 1) {
    if (kind[row] !== ORDER && kind[row] !== REFUND) continue;
    const ask = askAbout(ledger, rows, row, asking);
    if (ask === null) continue;
    const question = questionOf(ledger, row, ask);
    const answer = ownValue(answers, question.key);
    if (answer === KEEP.id) continue;
    const typed = typedChoice(answer, question.reason);
    if (typed?.kind === 'amount') {
      amount[row] = typed.amount;
      kind[row] = typed.amount < 0 ? REFUND : ORDER;
      continue;
    }
    const leftOut = answer === LEAVE_OUT.id;
    kind[row] = ROW_KINDS.indexOf(leftOut ? 'void' : 'question');
    if (leftOut) remarks.set(row, { code: 'ledger.left-out' });
    else {
      reason[row] = QUESTION_REASONS.indexOf(question.reason) + 1;
      remarks.set(row, question.fact);
      questions.push(question);
    }
  }
  return questions.length === ledger.questions.length &&
    kind.every((k, row) => k === ledger.kind[row] && Object.is(amount[row], ledger.amount[row]))
    ? ledger
    : { ...ledger, kind, amount, reason, remarks, questions };
}

interface RowQuestion {
  readonly fact: Extract<
    LedgerQuestionFact,
    { code: `ledger.original-${string}` | `ledger.member-${string}` }
  >;
  readonly reason: QuestionReason;
  readonly typed: string;
  readonly field: 'relatedId' | 'customer';
}

const asksAboutRows = (component: Component): boolean =>
  component.per !== null || needsOriginals(component);

/** Whether a refund is of use to the component only with its original order. */
const needsOriginals = ({ refund, where, countsWhere, measure }: Component): boolean =>
  refund !== 'on-its-day' ||
  where !== null ||
  (countsWhere !== null && countsWhere !== 'all') ||
  measure.kind === 'new-customers';

function askAbout(
  ledger: Ledger,
  rows: LedgerRows,
  row: number,
  components: readonly Component[],
): RowQuestion | null {
  const category = categoryKey(ledger.categories[int16At(ledger.category, row)] ?? '');
  const missing = rows.isRefund(row) && rows.originalOf(row) < 0;
  for (const component of components) {
    if (!concerns(component, category)) continue;
    if (missing && needsOriginal(component, rows, row))
      return {
        reason: 'refund',
        field: 'relatedId',
        typed: ledger.relatedId?.[row] || (ledger.orderId[row] ?? ''),
        fact: { code: 'ledger.original-missing', component: component.name },
      };
    const { per } = component;
    if (per !== null && !missing && memberOf(rows, row, per.header) === '')
      return {
        reason: 'columns',
        field: 'customer',
        typed: '',
        fact: { code: 'ledger.member-blank', component: component.name, header: per.header },
      };
  }
  return null;
}

const concerns = ({ categories, counts }: Component, category: string): boolean =>
  includesCategory(categories, category) ||
  !counts.others.isZero() ||
  ownValue(counts.weights, category) !== undefined;

function needsOriginal(component: Component, rows: LedgerRows, row: number): boolean {
  if (component.refund !== 'on-its-day') return true;
  if (component.measure.kind === 'new-customers' && rows.markOf(row) === null) return true;
  return [component.where, component.countsWhere].some(
    (conditions) =>
      conditions !== null && conditions !== 'all' && !refundShows(conditions, rows, row),
  );
}

function memberOf(rows: LedgerRows, row: number, header: string): string {
  const text = rows.column(header);
  if (text === undefined) return '-';
  const original = rows.originalOf(row);
  return (original < 0 ? '' : text(original)) || text(row);
}

function questionOf(
  ledger: Ledger,
  row: number,
  { fact, reason, typed, field }: RowQuestion,
): Question {
  const sheet = ledger.sheets[uint16At(ledger.sheetOf, row)];
  const column = sheet?.columns[field]?.column ?? sheet?.columns.orderId?.column ?? 0;
  const number = ledger.row[row] ?? 0;
  const cell = cellAddress(number - 1, column);
  return {
    key: `${sheet?.name ?? ''}!${cell} ${fact.code} ${typed}`,
    reason,
    indices: [row],
    fact,
    typed,
    sheet: sheet?.name ?? '',
    row: number,
    cell,
    choices: [KEEP, LEAVE_OUT],
    alike: `${fact.code} ${fact.component}`,
  };
}
