import { LONGEST_ANSWER } from '../bounds.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import { parseDate } from '../reading/parse-date.ts';
import type { QuestionReason } from './ledger.ts';
import { amountChoice, categoryChoice, dateChoice, MONEY_REASONS } from './row-question.ts';

/** What can be typed instead of choosing; null where only the choices make sense. */
export type TypedKind = 'amount' | 'date' | 'category';

export function typedKind(reason: QuestionReason): TypedKind | null {
  if (reason === 'date' || reason === 'category') return reason;
  return MONEY_REASONS.includes(reason) ? 'amount' : null;
}

/**
 * The answer that a typed text stands for: "12.5万", "¥1,234.50", "2025年3月31日", a category's
 * name. Read as a cell of the ledger is; `undefined` where the text leaves anything open.
 */
export function typedAnswer(kind: TypedKind, text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || typed.length > LONGEST_ANSWER) return undefined;
  if (kind === 'category') return categoryChoice(typed).id;
  if (kind === 'date') {
    const reading = parseDate(typed);
    return reading.kind === 'date' ? dateChoice(reading.date).id : undefined;
  }
  const reading = parseAmount(typed);
  return reading.kind === 'amount' && reading.rest === undefined
    ? amountChoice(`amount:${reading.amount}`, reading.amount).id
    : undefined;
}
