import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type PendingDeal, pendingDeals } from './pending-deals.ts';
import type { Suppositions } from './suppositions.ts';
import { walkedWindows } from '../rebate/walked-window.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { Decimal } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Policy } from '../policy/policy.ts';
import { type AddedDeal, rebateWithDeals } from '../rebate/added-deals.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { tierOfUnits, tierWalk, unitsPerFen } from '../rebate/tier-walk.ts';
import type { RebateToDate, Window } from '../rebate/window.ts';
import type { Result } from '../result.ts';
import { totalChances } from '../forecast/distribution.ts';
import type { ForecastFact } from '../forecast/forecast.facts.ts';
import { type RebateStretch, type RebateOutlook, rebateOutlook } from './rebate-outcomes.ts';
import { type RunRate, runRate } from './run-rate.ts';

export interface ForecastInput {
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly rebate: RebateToDate;
  readonly supposed: Suppositions;
}

/** What the pipeline may bring, each deal independently. Deals are counted on the as-of day. */
export interface Forecast {
  readonly windows: readonly WindowForecast[];
  /** Rebate as things stand, and when every deal with a probability comes in. */
  readonly committed: Fen;
  readonly everything: Fen;
  /** E[rebate]; too-large when it cannot be exact. */
  readonly expected: Result<Fen, ForecastFact>;
  /** Rebate of expected sales: what a forecast by averages would say. */
  readonly ofExpectedSales: Fen;
  /** Rebate at the end in ascending stretches. */
  readonly distribution: readonly RebateStretch[];
  /** Deals that are in the figures above. */
  readonly likely: readonly number[];
  /** Deals left out because nobody said how likely they are, by status text, ledger indices. */
  readonly needsProbability: readonly {
    readonly stage: string;
    readonly deals: readonly number[];
  }[];
}

export interface WindowForecast {
  readonly window: Window;
  readonly tier: number;
  /** Most likely tier once the deals are decided; the present one without any. */
  readonly anticipatedTier: number;
  /** By tier, from below the first; too-large when they cannot be exact. */
  readonly chances: Result<readonly Decimal[], ForecastFact>;
  /** Fen of order amount at weight 1. */
  readonly expectedTierSales: Fen;
  readonly runRate: RunRate | null;
  /** For a picture: chance of tier sales in each stretch, and where the thresholds are. */
  readonly picture: Picture;
}

export interface Picture {
  readonly bars: readonly { readonly from: Fen; readonly to: Fen; readonly chance: Decimal }[];
  readonly thresholds: readonly Fen[];
}

export function forecastOf(input: ForecastInput): Forecast {
  const { policy, ledger, book, asOf, rebate, supposed } = input;
  const all = pendingDeals(ledger, supposed);
  const likely = all.filter((deal) => deal.probability !== null);
  const worth = rebateWithDeals(policy, book, asOf);
  const outlook: RebateOutlook = rebateOutlook({ policy, book, asOf, worth }, likely);
  return {
    windows: walkedWindows(policy, book, asOf)
      .filter((walked) => walked.open)
      .flatMap((walked) => {
        const window = rebate.windows.find(
          ({ component, period }) =>
            component === walked.component && period.from === walked.period.from,
        );
        return window === undefined ? [] : [windowForecast(window, walked.units, input, likely)];
      }),
    committed: worth([]),
    everything: worth(likely),
    expected: outlook.expected,
    distribution: outlook.distribution,
    ofExpectedSales: worth(
      likely.map((deal): AddedDeal => ({
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

const BARS = 24;

function windowForecast(
  window: Window,
  units: number,
  { book, asOf }: ForecastInput,
  likely: readonly PendingDeal[],
): WindowForecast {
  const walk = tierWalk(window.component);
  const steps = likely.map((deal) =>
    fen(deal.amount * unitsPerFen(walk, categoryKey(deal.category))),
  );
  const odds = likely.map((deal) => deal.probability as Decimal);
  const chances = totalChances(walk.entries, fen(units), steps, odds);
  const expected = steps.reduce(
    (sum, step, index) => sum.plus((odds[index] as Decimal).times(step)),
    new Decimal(units),
  );
  return {
    window,
    tier: window.tier,
    chances,
    anticipatedTier: chances.ok
      ? likeliest(chances.value)
      : tierOfUnits(walk, roundFen(expected, 'half-up')),
    expectedTierSales: roundFen(expected.div(walk.scale), 'half-up'),
    runRate: runRate(window, book, asOf),
    picture: pictureOf(walk.entries, walk.scale, fen(units), steps, odds),
  };
}

const likeliest = (chances: readonly Decimal[]): number =>
  chances.reduce((best, chance, tier) => (chance.gte(chances[best] as Decimal) ? tier : best), 0);

/**
 * Bars of equal width over what is possible, each cut at the thresholds inside it so that no bar
 * straddles one.
 */
function pictureOf(
  entries: readonly number[],
  scale: number,
  units: Fen,
  steps: readonly Fen[],
  odds: readonly Decimal[],
): Picture {
  const low = steps.reduce<number>((sum, step) => sum + Math.min(step, 0), units);
  const high = steps.reduce<number>((sum, step) => sum + Math.max(step, 0), units);
  const width = Math.max(1, Math.ceil((high - low + 1) / BARS));
  const even = Array.from({ length: BARS }, (_, bar) => low + bar * width).filter(
    (from) => from <= high,
  );
  const cuts = [
    ...new Set([...even, ...entries.filter((entry) => entry > low && entry <= high)]),
  ].sort((a, b) => a - b);
  const chances = totalChances(cuts, units, steps, odds);
  const toFen = (of: number): Fen => fen(Math.floor(of / scale));
  return {
    thresholds: entries.map((entry) => fen(Math.ceil(entry / scale))),
    bars: chances.ok
      ? cuts.map((from, index) => ({
          from: toFen(from),
          to: toFen((cuts[index + 1] ?? high + 1) - 1),
          chance: chances.value[index + 1] as Decimal,
        }))
      : [],
  };
}
