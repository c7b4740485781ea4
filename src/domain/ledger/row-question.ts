import { ownValue } from '../own-value.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Fen } from '../money/fen.ts';
import { cellAddress, rowNumber } from '../sheet.ts';
import { type LedgerDraft, setKind, setQuestion } from './draft.ts';
import { cellText } from '../reading/fold-text.ts';
import { headerText } from './layout.ts';
import type { LedgerQuestionFact } from './ledger.facts.ts';
import type { Question, QuestionChoice, QuestionReason } from './ledger.ts';
import type { Section } from './sections.ts';

/** What is asked about one cell of a row. */
export interface Ask {
  readonly reason: QuestionReason;
  readonly fact: LedgerQuestionFact;
  /** Column of the sheet; -1 when the ledger has no column for it. */
  readonly column: number;
  /** Besides leaving the row out, which can always be chosen. */
  readonly choices: readonly QuestionChoice[];
  /** What makes two questions alike, beyond their code. */
  readonly alike: string;
}

/**
 * Choices that say a value themselves may be answered without being offered: `amount:1234500`,
 * `date:20089`, `category:AI`.
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
  ask: Ask,
): QuestionChoice | 'settled' {
  const question = questionOf(section, row, ask);
  const given = ownValue(draft.answers, question.key);
  const answer = question.choices.find(({ id }) => id === given) ?? typedAnswer(given, ask.reason);
  if (answer === undefined) setQuestion(draft, index, question);
  else if (answer.kind === 'leave-out') setKind(draft, index, 'void', { code: 'ledger.left-out' });
  else return answer;
  return 'settled';
}

function questionOf(
  { sheet, layout }: Section,
  row: number,
  { reason, fact, column, choices, alike }: Ask,
): Question {
  const typed = column < 0 ? '' : cellText(sheet.columns[column]?.[row]);
  const address = cellAddress(row, Math.max(0, column));
  return {
    key: `${sheet.name}!${column < 0 ? `row ${row + 1}` : address} ${fact.code} ${typed}`,
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

/** A value typed by the user instead of one of the choices. */
function typedAnswer(
  answer: string | undefined,
  reason: QuestionReason,
): QuestionChoice | undefined {
  const match = /^(amount|date|category):(.+)$/.exec(answer ?? '');
  if (!match) return undefined;
  const [id, kind, value = ''] = match;
  const isMoney = reason === 'amount' || reason === 'unit' || reason === 'currency';
  if (kind === 'category') return reason === 'category' ? { id, kind, category: value } : undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) return undefined;
  if (kind === 'amount') return isMoney ? { id, kind, amount: number as Fen } : undefined;
  return reason === 'date' ? { id, kind: 'date', date: number as LocalDate } : undefined;
}
