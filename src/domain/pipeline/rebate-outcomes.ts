import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PendingDeal } from './pending-deals.ts';
import { type PortfolioLine, portfolioLines } from './portfolio-lines.ts';
import { Decimal, ONE } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { Policy } from '../policy/policy.ts';
import type { AddedDeal } from '../rebate/added-deals.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { type Result, fail, ok } from '../result.ts';
import type { ForecastFact } from '../forecast/forecast.facts.ts';
import { commonDivisor, roundedQuotient } from '../forecast/rebate-curve.ts';
import type { Share } from '../forecast/share.ts';
import { spread } from '../forecast/spread.ts';
import { type UncertainDeal, uncertain } from '../forecast/uncertain-deals.ts';

export interface RebateStretch {
  readonly from: Fen;
  readonly to: Fen;
  readonly probability: Decimal;
}

/** Of the whole portfolio. */
export interface RebateOutlook {
  readonly expected: Result<Fen, ForecastFact>;
  readonly distribution: readonly RebateStretch[];
}

interface Asked {
  readonly policy: Policy;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly worth: (deals: readonly AddedDeal[]) => Fen;
}

/** Outcomes that are all recomputed one by one, and steps of the distribution beyond. */
const MOST_ENUMERATED = 11;
const BUDGET = 2_500_000;
const STRETCHES = 8;

/**
 * Expected rebate of all components together. Up to 11 deals every outcome is recomputed in full.
 * Beyond, where the portfolio is linear between tiers, by the exact distribution of tier sales with
 * the mean of each category inside each tier: exact up to what each component's rounding leaves of
 * single outcomes, less than a fen a component.
 */
export function rebateOutlook(asked: Asked, deals: readonly PendingDeal[]): RebateOutlook {
  return deals.length <= MOST_ENUMERATED ? enumerated(asked, deals) : distributed(asked, deals);
}

function enumerated({ worth }: Asked, deals: readonly PendingDeal[]): RebateOutlook {
  const outcomes = new Map<number, Decimal>();
  const visit = (index: number, won: readonly PendingDeal[], chance: Decimal): void => {
    const deal = deals[index];
    if (chance.isZero()) return;
    if (deal === undefined) {
      const rebate = worth(won);
      outcomes.set(rebate, (outcomes.get(rebate) ?? new Decimal(0)).plus(chance));
      return;
    }
    const odds = deal.probability as Decimal;
    visit(index + 1, won, chance.times(ONE.minus(odds)));
    visit(index + 1, [...won, deal], chance.times(odds));
  };
  visit(0, [], ONE);
  const sorted = [...outcomes].sort(([a], [b]) => a - b);
  const mean = sorted.reduce(
    (sum, [rebate, chance]) => sum.plus(chance.times(rebate)),
    new Decimal(0),
  );
  return {
    expected: ok(fen(mean.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber())),
    distribution: stretches(sorted),
  };
}

/** Outcomes gathered into few stretches, each from its smallest to its largest rebate. */
function stretches(sorted: readonly (readonly [number, Decimal])[]): readonly RebateStretch[] {
  const [least, most] = [sorted[0]?.[0] ?? 0, sorted.at(-1)?.[0] ?? 0];
  const width = Math.max(1, Math.ceil((most - least + 1) / STRETCHES));
  const bins = new Map<number, { from: number; to: number; probability: Decimal }>();
  for (const [rebate, chance] of sorted) {
    const bin = Math.floor((rebate - least) / width);
    const known = bins.get(bin);
    bins.set(bin, {
      from: known?.from ?? rebate,
      to: rebate,
      probability: (known?.probability ?? new Decimal(0)).plus(chance),
    });
  }
  return [...bins.values()].map(({ from, to, probability }) => ({
    from: fen(from),
    to: fen(to),
    probability,
  }));
}

function distributed({ policy, book, asOf }: Asked, deals: readonly PendingDeal[]): RebateOutlook {
  const lines = portfolioLines(
    policy,
    book,
    asOf,
    deals.map((deal) => deal.category),
  );
  if (lines === null) return tooLarge(deals);
  const keys = [...lines.units.keys()];
  const uncertainDeals = deals
    .map((deal): UncertainDeal => ({
      ...uncertain(
        deal.amount * (lines.units.get(categoryKey(deal.category)) ?? 0),
        deal.probability as Decimal,
      ),
      values: keys.map((key) => (key === categoryKey(deal.category) ? BigInt(deal.amount) : 0n)),
    }))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const shares = spread(
    lines.lines.map(({ low }) => ({ from: low, modulus: 1 })),
    { committed: 0, deals: uncertainDeals, whole: 1n },
    BUDGET,
  );
  return shares === null
    ? tooLarge(deals)
    : outlookOf(
        lines.lines,
        keys,
        shares,
        uncertainDeals.reduce((product, { win, lose }) => product * (win + lose), 1n),
      );
}

const tooLarge = (deals: readonly PendingDeal[]): RebateOutlook => ({
  expected: fail({ code: 'forecast.too-large', deals: deals.length }),
  distribution: [],
});

function outlookOf(
  lines: readonly PortfolioLine[],
  keys: readonly string[],
  shares: readonly Share[],
  whole: bigint,
): RebateOutlook {
  const denominator = lines.reduce(
    (common, line) => (common / commonDivisor(common, line.denominator)) * line.denominator,
    1n,
  );
  const weights = lines.map((line, index) => {
    const { mass, moments } = shares[index] as Share;
    return (
      keys.reduce(
        (sum, key, at) => sum + (line.slopes.get(key) ?? 0n) * (moments[at] as bigint),
        line.constant * mass,
      ) *
      (denominator / line.denominator)
    );
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  return {
    expected: ok(fen(Number(roundedQuotient(total, denominator * whole, 'half-up')))),
    // One stretch a tier, at its mean.
    distribution: lines.flatMap((_, index) => {
      const { mass } = shares[index] as Share;
      if (mass === 0n) return [];
      const mean = fen(
        Number(roundedQuotient(weights[index] as bigint, denominator * mass, 'half-up')),
      );
      return [
        { from: mean, to: mean, probability: new Decimal(mass.toString()).div(whole.toString()) },
      ];
    }),
  };
}
