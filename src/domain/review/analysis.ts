import type { LocalDate } from '#domain/calendar/local-date.ts';
import type { Advice } from '#domain/decision/advice.ts';
import type { EdgeOrder } from '#domain/edge/edge-order.ts';
import type { Forecast } from '#domain/pipeline/forecast.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Fen } from '#domain/money/fen.ts';
import type { PolicyFinding } from '#domain/policy/finding.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { OrderBook } from '#domain/rebate/order-book.ts';
import type { RebateToDate } from '#domain/rebate/window.ts';

/** One ledger under one policy on one day: what is, before anything is advised. */
export interface Assessment {
  readonly ledger: Ledger;
  readonly policy: Policy;
  /** Warnings of the policy check, each silence priced on this ledger. */
  readonly findings: readonly PolicyFinding[];
  readonly asOf: LocalDate;
  /** What days left count from in a window that is open today; null: from the as-of day. */
  readonly today: LocalDate | null;
  readonly book: OrderBook;
  readonly rebate: RebateToDate;
  readonly edges: readonly EdgeOrder[];
  /** Orders that also hold a tier and whose stake was not computed, because there are too many. */
  readonly edgesOmitted: number;
  /** Counted sales, refunds taken off. */
  readonly netSales: Fen;
  readonly byCategory: ReadonlyMap<string, Fen>;
  /** What the ledger says has been received. */
  readonly received: Fen;
  /** Rebate to date less what has been received. */
  readonly outstanding: Fen;
}

/** Everything the pane, the review and the command line show. */
export interface Analysis extends Assessment {
  readonly advice: readonly Advice[];
  /** What the pipeline may bring to the open windows. */
  readonly forecast: Forecast;
}
