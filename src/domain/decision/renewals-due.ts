import { float64At, int16At, int32At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { NO_DAY, counts, kindOf } from '../ledger/ledger.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type AdviceInput, openWindows } from './advice-basis.ts';

/** An order that is to be renewed before the open windows close. */
interface RenewalDue {
  readonly ledgerIndex: number;
  readonly customer: string;
  readonly amount: Fen;
  readonly category: string;
  readonly on: LocalDate;
}

/** By the ledger's renewal column, soonest first; the same amount is taken to come again. */
export function renewalsDue(input: AdviceInput): readonly RenewalDue[] {
  const { ledger, asOf } = input;
  const until = Math.max(...openWindows(input).map(({ period }) => period.to));
  const due: RenewalDue[] = [];
  for (let index = 0; ledger.renewalOn !== undefined && index < ledger.size; index += 1) {
    const on = int32At(ledger.renewalOn, index);
    const amount = float64At(ledger.amount, index);
    const category = ledger.categories[int16At(ledger.category, index)];
    if (
      on === NO_DAY ||
      on <= asOf ||
      on > until ||
      !counts(kindOf(ledger, index)) ||
      !(amount > 0) ||
      category === undefined
    )
      continue;
    due.push({
      ledgerIndex: index,
      customer: (ledger.customer[index] ?? '').trim(),
      amount: fen(amount),
      category,
      on: on as LocalDate,
    });
  }
  return due.sort((a, b) => a.on - b.on || a.ledgerIndex - b.ledgerIndex);
}
