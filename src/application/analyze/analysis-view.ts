import type { AnyFact } from '#facts/any-fact.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import type { Advice } from '#domain/decision/advice.ts';
import type { EdgeOrder } from '#domain/edge/edge-order.ts';
import type { LedgerFact } from '#domain/ledger/ledger.facts.ts';
import type { LedgerSheet, Warning } from '#domain/ledger/ledger.ts';
import type { RowKind } from '#domain/ledger/row-kind.ts';
import type { ForecastView } from '../advise/forecast-view.ts';
import type { OrderLine } from './order-line.ts';
import type { LeftOutView } from './left-out-view.ts';
import type { QuestionGroup } from './question-groups.ts';
import type { Changes } from './changes-since.ts';
import type { Fen } from '#domain/money/fen.ts';
import type { PolicyFinding } from '#domain/policy/finding.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { Payout, Window } from '#domain/rebate/window.ts';

/** Advice with the first of its orders; a customer's whole history stays in the worker. */
export interface ShownAdvice extends Advice {
  readonly orderCount: number;
}

/**
 * What the pane knows after a run: small enough to cross from the worker to the page at once,
 * whatever the ledger's size.
 */
export interface AnalysisView {
  readonly title: string;
  readonly asOf: LocalDate;
  readonly today: LocalDate | null;
  readonly sheets: readonly LedgerSheet[];
  readonly counts: { readonly [K in RowKind]: number };
  readonly netSales: Fen;
  readonly policy: Policy;
  readonly findings: readonly PolicyFinding[];
  readonly windows: readonly Window[];
  readonly payouts: readonly Payout[];
  readonly total: Fen;
  readonly received: Fen;
  readonly outstanding: Fen;
  /** Orders that earn nothing. */
  readonly unpaid: number;
  /** At most MOST_EDGES of them, the largest of each role first. */
  readonly edges: readonly EdgeOrder[];
  /** Edge orders that are not in the list. */
  readonly edgesOmitted: number;
  readonly advice: readonly ShownAdvice[];
  readonly forecast: ForecastView;
  /** By what one answer may settle together; `questionCount` is how many questions there are. */
  readonly questionGroups: readonly QuestionGroup[];
  readonly questionCount: number;
  readonly warnings: readonly Warning[];
  readonly warningCount: number;
  readonly report: readonly LedgerFact[];
  /** Rows that hold an order and do not count, by kind and place. */
  readonly leftOut: readonly LeftOutView[];
  /**
   * Why the edge orders could not be coloured in the sheet (it is protected, …); null when they
   * were.
   */
  readonly notColoured: AnyFact | null;
  /** What is different from the run before; null when nothing is, or there was none. */
  readonly changes: Changes | null;
  /**
   * Every order that an edge, a piece of advice or a warning names, and every pending deal, by
   * ledger index.
   */
  readonly orders: ReadonlyMap<number, OrderLine>;
  readonly pending: readonly number[];
  /** What each of them is known by when the sheet is read again. */
  readonly dealKeys: ReadonlyMap<number, string>;
}
