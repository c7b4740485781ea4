import type { LocalDate } from '../calendar/local-date.ts';
import type { ForecastFact } from '../forecast/forecast.facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Policy } from '../policy/policy.ts';
import { type AddedDeal, rebateWithDeals } from '../rebate/added-deals.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { walkedWindows } from '../rebate/walked-window.ts';
import type { RebateToDate } from '../rebate/window.ts';
import type { Result } from '../result.ts';
import { type PendingDeal, pendingDeals } from './pending-deals.ts';
import { type RebateStretch, rebateOutcomes } from './rebate-outcomes.ts';
import type { Suppositions } from './suppositions.ts';
import { type WindowForecast, windowForecast } from './window-forecast.ts';

interface ForecastInput {
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly rebate: RebateToDate;
  readonly supposed: Suppositions;
}

/** What the pipeline may bring, each deal independently. Deals are counted on the as-of day. */
export interface Forecast {
  /** Every row that is not won yet and could count, as supposed. */
  readonly deals: readonly PendingDeal[];
  readonly windows: readonly WindowForecast[];
  /** Rebate as things stand, and when every deal comes in. */
  readonly committed: Fen;
  readonly everything: Fen;
  /** E[rebate]; too-large when it cannot be exact. */
  readonly expected: Result<Fen, ForecastFact>;
  /** Rebate of expected sales: what a forecast by averages would say. */
  readonly ofExpectedSales: Fen;
  /** Rebate at the end in ascending stretches. */
  readonly distribution: readonly RebateStretch[];
  /** Deals whose chance is known: those in every figure that weighs chances. */
  readonly likely: readonly number[];
  /** Deals left out because nobody said how likely they are, by status text, ledger indices. */
  readonly needsProbability: readonly {
    readonly stage: string;
    readonly deals: readonly number[];
  }[];
}

export function forecastOf(input: ForecastInput): Forecast {
  const { policy, ledger, book, asOf, rebate, supposed } = input;
  const all = pendingDeals(ledger, supposed);
  const likely = all.filter((deal) => deal.probability !== null);
  const worth = rebateWithDeals(policy, book, asOf);
  const outcomes = rebateOutcomes({ policy, book, asOf, worth }, likely);
  return {
    deals: all,
    windows: walkedWindows(policy, book, asOf)
      .filter((walked) => walked.open)
      .flatMap((walked) => {
        const window = rebate.windows.find(({ id }) => id === walked.id);
        return window === undefined ? [] : [windowForecast(window, walked, input, all, likely)];
      }),
    committed: worth([]),
    everything: worth(all),
    expected: outcomes.expected,
    distribution: outcomes.distribution,
    ofExpectedSales: worth(
      likely.map((deal): AddedDeal => ({
        ledgerIndex: deal.ledgerIndex,
        category: deal.category,
        amount: roundFen((deal.probability as Decimal).times(deal.amount), 'half-up'),
      })),
    ),
    likely: likely.map((deal) => deal.ledgerIndex),
    needsProbability: byStage(all.filter((deal) => deal.probability === null)),
  };
}

function byStage(deals: readonly PendingDeal[]): Forecast['needsProbability'] {
  const stages = new Map<string, number[]>();
  for (const { stage, ledgerIndex } of deals)
    stages.set(stage, [...(stages.get(stage) ?? []), ledgerIndex]);
  return [...stages].map(([stage, indices]) => ({ stage, deals: indices }));
}
