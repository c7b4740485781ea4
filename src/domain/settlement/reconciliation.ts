import type { LocalDate } from '../calendar/local-date.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { Statement, StatementLine } from './statement.ts';

/** Why a statement pays something else than the ledger expects. */
export const CAUSES = [
  'agrees',
  'rounding',
  'refund',
  'missing-in-statement',
  'missing-in-ledger',
  'tax-basis',
  'not-eligible',
  'rate-differs',
  'other-period',
  'unexplained',
] as const;
export type Cause = (typeof CAUSES)[number];

/**
 * 催补 claim it · 请厂商说明 ask · 下期再对 wait for the next statement · 补录 the ledger lacks it
 * · nothing.
 */
export type Action = 'claim' | 'ask' | 'next-period' | 'enter' | 'none';

const ACTION_OF: Readonly<Record<Cause, Action>> = {
  agrees: 'none',
  rounding: 'none',
  refund: 'enter',
  'missing-in-statement': 'claim',
  'missing-in-ledger': 'enter',
  'tax-basis': 'claim',
  'not-eligible': 'ask',
  'rate-differs': 'claim',
  'other-period': 'next-period',
  unexplained: 'ask',
};

/**
 * A step of the arithmetic between the two sides. The parts of a row add up to its difference
 * exactly.
 */
export interface DifferencePart {
  readonly cause: Exclude<Cause, 'agrees'>;
  readonly amount: Fen;
}

/** What the arithmetic found, for the sentence beside the figure. */
export interface Findings {
  /** The tax that the statement took out (or left in). */
  readonly tax: Decimal | null;
  readonly ledgerRate: Decimal | null;
  readonly statementRate: Decimal | null;
}

/** One order, or one thing the statement pays for without an order number. */
export interface ReconciledRow {
  /** As the ledger writes it, else as the statement does; "" when neither has a number. */
  readonly orderId: string;
  readonly customer: string;
  readonly product: string;
  readonly day: LocalDate | null;
  /** Ledger indices inside the period. */
  readonly ledgerRows: readonly number[];
  readonly lines: readonly StatementLine[];
  readonly ledgerRebate: Fen;
  readonly statementRebate: Fen;
  /** Statement minus ledger. */
  readonly difference: Fen;
  /** The part with the most yuan; unexplained as soon as one part is. */
  readonly cause: Cause;
  readonly parts: readonly DifferencePart[];
  readonly findings: Findings;
  /** A line of the statement that is, or may be, about it could not be read. */
  readonly unread: boolean;
  /** The number (or the place) that the other side may have it under: nobody knows. */
  readonly maybe?: string;
  /** It may be an order of another partner in the same statement. */
  readonly anothers?: boolean;
}

export interface Reconciliation {
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  /** Ledger orders in ledger order, then what only the statement has, in its order. */
  readonly rows: readonly ReconciledRow[];
  /** Sum of the rows' differences by cause, for the causes that occur, in the order of CAUSES. */
  readonly causes: ReadonlyMap<Cause, Fen>;
  readonly totals: { readonly ledger: Fen; readonly statement: Fen; readonly difference: Fen };
  readonly statement: Statement;
}

/**
 * What to do about a row. Nobody claims what is paid too much, that is asked about; nor what the
 * statement may pay in a line that could not be read.
 */
export function actionOf(
  row: Pick<
    ReconciledRow,
    'cause' | 'difference' | 'unread' | 'parts' | 'orderId' | 'maybe' | 'anothers'
  >,
): Action {
  if (row.unread) return 'none';
  if (row.maybe !== undefined || row.anothers === true) return 'ask';
  const action = ACTION_OF[row.cause];
  // Taken back what it does not pay: it was paid before, or the claw-back is wrong.
  const isBackAlone =
    row.cause === 'missing-in-statement' && row.parts.some(({ cause }) => cause === 'refund');
  // A deduction for no order of ours, or money under a word in place of a number, is the vendor's
  // to explain before it is ours to accept.
  const isWord = row.orderId !== '' && !/\d/.test(row.orderId);
  if (row.cause === 'missing-in-ledger' && (row.difference < 0 || isWord)) return 'ask';
  return action === 'claim' && (row.difference > 0 || isBackAlone) ? 'ask' : action;
}
