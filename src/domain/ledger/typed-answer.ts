import { LONGEST_ANSWER } from '../bounds.ts';
import type { Fen } from '../money/fen.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import { parseDate } from '../reading/parse-date.ts';
import { type QuestionReason, SAID_STATUSES, type SaidStatus } from './ledger.ts';
import { amountChoice, categoryChoice, dateChoice, statusChoice } from './row-question.ts';
import { cleanId } from './id-column.ts';
import { type RowWord, isPlaceholder, wordOfStatus } from './row-words.ts';

/** What can be typed instead of choosing. */
export const TYPED_KINDS = ['amount', 'date', 'category', 'status', 'id'] as const;
export type TypedKind = (typeof TYPED_KINDS)[number];

export const typedKind = (reason: QuestionReason): TypedKind =>
  reason === 'date' || reason === 'category' || reason === 'status' || reason === 'id'
    ? reason
    : 'amount';

/**
 * The answer that a typed text stands for: "12.5万", "¥1,234.50", "2025年3月31日", a category's
 * name, a status, an order number. Read as a cell of the ledger is; `undefined` where the text
 * leaves anything open.
 */
export function typedAnswer(kind: TypedKind, text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || typed.length > LONGEST_ANSWER) return undefined;
  if (kind === 'category') return categoryChoice(typed).id;
  if (kind === 'status') return statusNamed(typed);
  if (kind === 'id') return numberNamed(typed);
  if (kind === 'date') {
    const reading = parseDate(typed);
    return reading.kind === 'date' ? dateChoice(reading.date).id : undefined;
  }
  const amount = typedAmount(typed);
  return amount === undefined ? undefined : amountChoice(`amount:${amount}`, amount).id;
}

/** Fen of an amount that a person types, to the fen; `undefined` where the text leaves it open. */
export function typedAmount(text: string): Fen | undefined {
  const reading = parseAmount(text);
  return reading.kind === 'amount' && reading.rest === undefined ? reading.amount : undefined;
}

const MEANT: ReadonlyMap<RowWord, SaidStatus> = new Map([
  ['won', 'won'],
  ['pending', 'pending'],
  ['void', 'void'],
  ['refund', 'refund'],
  ['refunded', 'refund'],
]);

/** One of the four, or a word that a cell of the status column would be known by. */
function statusNamed(text: string): string | undefined {
  const status = SAID_STATUSES.find((known) => known === text) ?? MEANT.get(wordOfStatus(text));
  return status && statusChoice(status).id;
}

/** A number that is a number: no word in its place, and not one that a spreadsheet cut short. */
function numberNamed(text: string): string | undefined {
  const id = cleanId(text);
  const isNumber = id !== '' && !isPlaceholder(id) && !/^\d(?:\.\d+)?e\+?\d+$/i.test(id);
  return isNumber ? `id:${id}` : undefined;
}
