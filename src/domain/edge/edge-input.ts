import type { LocalDate } from '../calendar/local-date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import type { RebateToDate } from '../rebate/window.ts';

export interface EdgeInput {
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly rebate: RebateToDate;
  /** Share of the next threshold within which a gap is "near": 0.1. */
  readonly nearShare: number;
}
