import { advise } from '#domain/decision/advise.ts';
import type { Advice } from '#domain/decision/advice.ts';
import type { AdviceFact } from '#domain/decision/advice.facts.ts';
import { nothingSupposed } from '#domain/pipeline/suppositions.ts';
import { type AdviceInput, type AdviceBasis, adviceBasis } from '#domain/decision/advice-basis.ts';
import type { Suppositions } from '#domain/pipeline/suppositions.ts';
import { dateOf, type LocalDate } from '#domain/calendar/local-date.ts';
import { edgeOrders } from '#domain/edge/edge-orders.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Fen } from '#domain/money/fen.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { orderBook } from '#domain/rebate/order-book.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import { type PlainRow, plainLedger } from '../../examples/plain-ledger.ts';

export const ASOF = dateOf(2025, 12, 19);

export const row = (category: string, amount: Fen, more: Partial<PlainRow> = {}): PlainRow => ({
  day: dateOf(2025, 3, 3),
  category,
  amount,
  ...more,
});

export function inputOf(
  policy: Policy,
  rows: readonly PlainRow[],
  more: {
    readonly supposed?: Partial<Suppositions>;
    readonly ledger?: Partial<Ledger>;
    readonly asOf?: LocalDate;
    readonly today?: LocalDate;
  } = {},
): AdviceInput {
  const ledger: Ledger = { ...plainLedger(rows), ...more.ledger };
  const book = orderBook(ledger);
  const asOf = more.asOf ?? ASOF;
  const rebate = rebateToDate(policy, book, asOf);
  const edges = edgeOrders({ policy, ledger, book, asOf, rebate, nearShare: 0.1 }).edges;
  return {
    policy,
    ledger,
    book,
    asOf,
    today: more.today ?? null,
    rebate,
    edges,
    supposed: { ...nothingSupposed, ...more.supposed },
  };
}

export const basis = (...args: Parameters<typeof inputOf>): AdviceBasis =>
  adviceBasis(inputOf(...args));
export const advised = (...args: Parameters<typeof inputOf>): readonly Advice[] =>
  advise(inputOf(...args));

type Of<C extends AdviceFact['code']> = Extract<AdviceFact, { readonly code: C }>;

/** The facts of one code that a piece of advice gives. */
export const facts = <C extends AdviceFact['code']>(advice: Advice, code: C): readonly Of<C>[] =>
  [advice.title, ...advice.explanation, ...advice.assumptions].filter(
    (fact): fact is Of<C> => fact.code === code,
  );
