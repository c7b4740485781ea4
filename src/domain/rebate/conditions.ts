import type { LocalDate } from '../calendar/local-date.ts';
import type { Condition, Conditions } from '../policy/policy.ts';
import { foldKey } from '../reading/fold-text.ts';
import { type LedgerRows, fieldMeans } from './ledger-rows.ts';

/**
 * 条件 and 定档条件: whether an order is one that earns, or that sets the tier. A refund is judged
 * by its original order, so `row` is that order's.
 *
 *     订单类型=新购 且 区域≠上海        type is 新购 and region is not 上海 (a blank region counts)
 *     首单                            all lines of the customer's first order
 *     新客(12月)                      until the day before a year after it, or as the ledger says
 */
export type Judge = (row: number, day: LocalDate) => boolean;

export function judgeOf(conditions: Conditions, rows: LedgerRows): Judge {
  const terms = conditions.terms.map((term) => judgeTerm(term, rows));
  return (row, day) => terms.every((holds) => holds(row, day));
}

function judgeTerm(term: Condition, rows: LedgerRows): Judge {
  if (term.kind === 'first-order') return (row) => rows.isFirstOrder(row);
  if (term.kind === 'new-customer') return (row, day) => rows.isNewCustomer(row, term.months, day);
  const values = new Set(term.values.map(foldKey));
  const text = rows.column(term.field) ?? (() => '');
  return (row) => values.has(foldKey(text(row))) !== term.not;
}

/**
 * Whether the refund's own row can tell, should its original order not be in the ledger: the kind
 * of order and who was new are facts of the original alone.
 */
export function refundShows(conditions: Conditions, rows: LedgerRows, row: number): boolean {
  return conditions.terms.every((term) => {
    if (term.kind === 'new-customer') return rows.markOf(row) !== null;
    if (term.kind === 'first-order') return rows.markOf(row) === 'old';
    return fieldMeans(term.field) !== 'orderType' && (rows.column(term.field)?.(row) ?? '') !== '';
  });
}
