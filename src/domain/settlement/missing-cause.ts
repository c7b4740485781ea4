import type { LocalDate } from '../calendar/local-date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type LedgerOrder, orderKey } from './ledger-orders.ts';
import type { Statement } from './statement.ts';

/**
 * Orders paid this close to the period's end are booked after the vendor's final bill and settle
 * with the next statement.
 */
const CUT_OFF_DAYS = 3;

const NEXT_PERIOD_WORDS =
  /下(一?(期|季|月)|个(季|月))|次(期|季|月)|跨(期|季|月)|next\s+(period|quarter|month)/i;

/** Says why the statement has no line for an order of the period. */
export function missingCause(
  ledger: Ledger,
  statement: Statement,
  period: { readonly to: LocalDate; readonly lastPaid: LocalDate | null },
): (order: LedgerOrder) => 'other-period' | 'missing-in-statement' | 'unexplained' {
  const unread = new Set(statement.unread.map(orderKey));
  return (order) => {
    if (unread.has(orderKey(order.orderId))) return 'unexplained';
    if (
      statement.period !== null &&
      (order.day < statement.period.from || order.day > statement.period.to)
    )
      return 'other-period';
    if (
      NEXT_PERIOD_WORDS.test(
        `${ledger.status?.[order.firstRow] ?? ''} ${ledger.remark?.[order.firstRow] ?? ''}`,
      )
    )
      return 'other-period';
    // Once the statement pays an order of a later day, the cut-off was not what kept this one out.
    const afterCutOff =
      order.day > period.to - CUT_OFF_DAYS &&
      (period.lastPaid === null || order.day >= period.lastPaid);
    return afterCutOff ? 'other-period' : 'missing-in-statement';
  };
}
