import type { AnyFact } from '#facts/any-fact.ts';
import { type LocalDate, parseIsoDate } from '#domain/calendar/local-date.ts';
import { type Fen } from '#domain/money/fen.ts';
import {
  type Action,
  actionOf,
  type Cause,
  CAUSES,
  type ReconciledRow,
} from '#domain/settlement/reconciliation.ts';
import type { InferredReading } from '#domain/settlement/infer-reading.ts';
import type { Language } from '#domain/language.ts';
import { claimLetter, rowSentence } from '#pages/statement/claim-letter.ts';
import type { Settlement } from './reconcile.ts';

/** A reconciliation as the pane shows it. */
export interface SettlementView {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly totals: { readonly ledger: Fen; readonly statement: Fen; readonly difference: Fen };
  /** Causes with a difference, largest yuan first. */
  readonly causes: readonly CauseView[];
  readonly agreeing: number;
  readonly reading: Pick<
    InferredReading,
    'best' | 'inForce' | 'tried' | 'undecided' | 'agreeing' | 'of'
  > | null;
  readonly unpaid: Settlement['unpaid'];
  /** The claim as plain text, in each language. */
  readonly letter: { readonly [L in Language]: string };
  readonly facts: readonly AnyFact[];
}

export interface CauseView {
  readonly cause: Cause;
  readonly amount: Fen;
  readonly count: number;
  readonly rows: readonly SettledOrder[];
}

interface SettledOrder {
  readonly orderId: string;
  readonly customer: string;
  readonly product: string;
  readonly difference: Fen;
  readonly action: Action;
  readonly sentence: { readonly [L in Language]: string };
  /** Ledger indices of its rows. */
  readonly ledgerRows: readonly number[];
}

const MOST_ORDERS = 100;

export function settlementView({ reconciliation, reading, unpaid }: Settlement): SettlementView {
  const { rows, causes, totals, period, statement } = reconciliation;
  return {
    ...period,
    totals,
    unpaid,
    facts: statement.facts,
    causes: CAUSES.filter((cause) => cause !== 'agrees' && causes.has(cause))
      .map((cause) => causeView(cause, causes.get(cause) as Fen, rows))
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
    agreeing: rows.filter((row) => row.cause === 'agrees').length,
    reading: reading && {
      best: reading.best,
      inForce: reading.inForce,
      tried: reading.tried,
      undecided: reading.undecided,
      agreeing: reading.agreeing,
      of: reading.of,
    },
    letter: {
      'zh-CN': claimLetter(reconciliation, 'zh-CN'),
      'en-US': claimLetter(reconciliation, 'en-US'),
    },
  };
}

function causeView(cause: Cause, amount: Fen, rows: readonly ReconciledRow[]): CauseView {
  const own = rows
    .filter((row) => row.cause === cause)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return { cause, amount, count: own.length, rows: own.slice(0, MOST_ORDERS).map(settledOrder) };
}

function settledOrder(row: ReconciledRow): SettledOrder {
  return {
    orderId: row.orderId,
    customer: row.customer,
    product: row.product,
    difference: row.difference,
    action: actionOf(row),
    ledgerRows: row.ledgerRows,
    sentence: { 'zh-CN': rowSentence(row, 'zh-CN'), 'en-US': rowSentence(row, 'en-US') },
  };
}

/** "2025-01-01" … of the period fields; undefined when they are no days, or the wrong way round. */
export function periodOfTexts(
  from: string,
  to: string,
): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const first = parseIsoDate(from.trim());
  const last = parseIsoDate(to.trim());
  return first !== undefined && last !== undefined && first <= last
    ? { from: first, to: last }
    : undefined;
}
