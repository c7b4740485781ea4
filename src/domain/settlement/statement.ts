import { type LocalDate, yearMonthDay } from '../calendar/local-date.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { Days } from '../reading/period-in-title.ts';
import type { SettlementFact } from './settlement.facts.ts';

/** Columns of a vendor's statement. */
export type StatementField =
  | 'period'
  | 'policy'
  | 'customerId'
  | 'customer'
  | 'orderId'
  | 'subOrderId'
  | 'relatedId'
  | 'product'
  | 'code'
  | 'orderType'
  | 'paidOn'
  | 'orderAmount'
  | 'voucher'
  | 'cash'
  | 'base'
  | 'rate'
  | 'amount'
  | 'currency'
  | 'status'
  | 'remark';

/** One line that pays or takes back. */
export interface StatementLine {
  readonly sheet: string;
  /** As a person counts: the sheet's row or the file's line. */
  readonly row: number;
  /**
   * Without padding; "" when the statement names no order, or only one whose digits Excel has lost.
   */
  readonly orderId: string;
  /** The order a refund goes back to, where the statement says so. */
  readonly relatedId: string;
  readonly subOrderId: string;
  readonly customer: string;
  readonly customerId: string;
  readonly product: string;
  readonly code: string;
  readonly orderType: string;
  readonly paidOn: LocalDate | null;
  /** Bill month, as `monthOf` counts; null when the statement names none. */
  readonly month: number | null;
  /** Paid in cash, tax included. */
  readonly cash: Fen | null;
  /** 计佣金额: what the rate was applied to. */
  readonly base: Fen | null;
  /** 0…1. */
  readonly rate: Decimal | null;
  readonly amount: Fen;
  readonly status: string;
  readonly remark: string;
  /** Status, remark and policy name in one text: what is read for reasons. */
  readonly words: string;
}

/** Months since year 0. */
export function monthOf(day: LocalDate): number {
  const { year, month } = yearMonthDay(day);
  return year * 12 + month - 1;
}

export interface Statement {
  readonly lines: readonly StatementLine[];
  /** Sum of the lines; total lines are not in it. */
  readonly total: Fen;
  /** The last grand total that the statement prints itself; null when it prints none. */
  readonly statedTotal: Fen | null;
  /** Header of the column that pays, of the first sheet. */
  readonly amountHeader?: string;
  /** Settlement period from the title lines. */
  readonly period: Days | null;
  /** Where the title lines leave it open (a quarter of either year): all that it may be. */
  readonly mayBe: readonly Days[];
  /** Order numbers of lines whose amount can't be read: neither paid nor missing. */
  readonly unread: readonly string[];
  readonly facts: readonly SettlementFact[];
}
