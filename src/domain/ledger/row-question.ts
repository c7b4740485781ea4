import { ownValue } from '../own-value.ts';
import { type LocalDate, dateOf } from '../calendar/local-date.ts';
import type { Fen } from '../money/fen.ts';
import { cellAddress, columnName, rowNumber } from '../sheet.ts';
import { type LedgerDraft, setKind, setQuestion } from './ledger-draft.ts';
import { cellText } from '../reading/fold-text.ts';
import { headerText } from './layout.ts';
import type { LedgerQuestionFact } from './ledger.facts.ts';
import {
  type Question,
  type QuestionChoice,
  type QuestionReason,
  SAID_STATUSES,
  type SaidStatus,
} from './ledger.ts';
import type { Section } from './sections.ts';

/** What is asked about one cell of a row. */
export interface RowQuestion {
  readonly reason: QuestionReason;
  readonly fact: LedgerQuestionFact;
  /** Column of the sheet; -1 when the ledger has no column for it. */
  readonly column: number;
  /** Besides leaving the row out, which can always be chosen. */
  readonly choices: readonly QuestionChoice[];
  /** What makes two questions alike, beyond their code. */
  readonly alike: string;
  /** Rows with the same text here are asked about once, all together. */
  readonly together?: string;
}

/**
 * Choices that say a value themselves may be answered without being offered: `amount:1234500`,
 * `date:20089`, `category:AI`, `status:won`, `id:A-17`.
 */
export const amountChoice = (id: string, amount: Fen): QuestionChoice => ({
  id,
  kind: 'amount',
  amount,
});
export const dateChoice = (date: LocalDate): QuestionChoice => ({
  id: `date:${date}`,
  kind: 'date',
  date,
});
export const categoryChoice = (category: string): QuestionChoice => ({
  id: `category:${category}`,
  kind: 'category',
  category,
});
export const statusChoice = (status: SaidStatus): QuestionChoice => ({
  id: `status:${status}`,
  kind: 'status',
  status,
});
export const KEEP: QuestionChoice = { id: 'keep', kind: 'keep' };
const LEAVE_OUT: QuestionChoice = { id: 'leave-out', kind: 'leave-out' };

/**
 * The user's answer to a question; without one the row becomes the question. A row that the user
 * leaves out becomes void here: the caller gets 'settled' and has nothing more to do.
 */
export function askAbout(
  draft: LedgerDraft,
  section: Section,
  row: number,
  index: number,
  ask: RowQuestion,
): QuestionChoice | 'settled' {
  const question = sharedQuestion(draft, index, ask) ?? questionOf(section, row, index, ask);
  const given = ownValue(draft.answers, question.key);
  const answer = question.choices.find(({ id }) => id === given) ?? typedChoice(given, ask.reason);
  if (answer === undefined) {
    if (ask.together !== undefined) shareQuestion(draft, index, question);
    setQuestion(draft, index, question);
  } else if (answer.kind === 'leave-out')
    setKind(draft, index, 'void', { code: 'ledger.left-out' });
  else return answer;
  return 'settled';
}

/** Of two tables side by side the second names its first column too. */
function rowKey({ header }: Section['layout'], row: number): string {
  const first = header.cells[0]?.column ?? 0;
  return `row ${row + 1}${first === 0 ? '' : ` ${columnName(first)}`}`;
}

const togetherKey = ({ fact, together = '' }: RowQuestion): string => `${fact.code} ${together}`;

const sharedQuestion = (
  draft: LedgerDraft,
  index: number,
  ask: RowQuestion,
): Question | undefined =>
  ask.together === undefined ? undefined : draft.shared.get(togetherKey(ask))?.question;

function shareQuestion(draft: LedgerDraft, index: number, question: Question): void {
  const known = draft.shared.get(question.key);
  if (known !== undefined) known.indices.push(index);
  else {
    const indices = [index];
    draft.shared.set(question.key, { question: Object.assign(question, { indices }), indices });
  }
}

function questionOf(
  { sheet, layout }: Section,
  row: number,
  index: number,
  ask: RowQuestion,
): Question {
  const { reason, fact, column, choices, alike } = ask;
  const typed = column < 0 ? '' : cellText(sheet.columns[column]?.[row]);
  const address = cellAddress(row, column < 0 ? (layout.header.cells[0]?.column ?? 0) : column);
  return {
    key:
      ask.together === undefined
        ? `${sheet.name}!${column < 0 ? rowKey(layout, row) : address} ${fact.code} ${typed}`
        : togetherKey(ask),
    indices: [index],
    reason,
    fact,
    typed,
    sheet: sheet.name,
    row: rowNumber(sheet, row),
    cell:
      sheet.formats === undefined && column >= 0
        ? headerText(sheet, layout.header, column)
        : address,
    choices: [...choices, LEAVE_OUT],
    alike: `${fact.code} ${alike}`,
  };
}

/** Questions about money: an amount may be typed. */
export const MONEY_REASONS: readonly QuestionReason[] = [
  'amount',
  'unit',
  'currency',
  'columns',
  'refund',
];

/** A value typed by the user instead of one of the choices. */
export function typedChoice(
  answer: string | undefined,
  reason: QuestionReason,
): QuestionChoice | undefined {
  const match = /^(amount|date|category|status|id):(.{1,200})$/.exec(answer ?? '');
  if (!match) return undefined;
  const [id, kind, value = ''] = match;
  switch (kind) {
    case 'category':
      return reason === 'category' ? { id, kind, category: value } : undefined;
    case 'status':
      return reason === 'status' ? typedStatus(value) : undefined;
    case 'id':
      return reason === 'id' ? { id, kind, orderId: value } : undefined;
    case 'amount':
      return MONEY_REASONS.includes(reason) && isWhole(value)
        ? { id, kind, amount: Number(value) as Fen }
        : undefined;
    default:
      return reason === 'date' && isWhole(value) && isDay(Number(value))
        ? { id, kind: 'date', date: Number(value) as LocalDate }
        : undefined;
  }
}

/** Digits alone: a blank is no zero, and nobody's amount is written 1e3 or 0x10 here. */
const isWhole = (text: string): boolean =>
  /^-?\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text));

/** Answers outlive the page that offered a calendar: no order was signed in the year 4188383. */
const FIRST_DAY = dateOf(1990, 1, 1);
const LAST_DAY = dateOf(2198, 12, 31);
const isDay = (day: number): boolean => day >= FIRST_DAY && day <= LAST_DAY;

function typedStatus(text: string): QuestionChoice | undefined {
  const status = SAID_STATUSES.find((known) => known === text);
  return status && statusChoice(status);
}
