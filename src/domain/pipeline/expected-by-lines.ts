import { EXACT_STEPS } from '../bounds.ts';
import { itemAt } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import { totalChances } from '../forecast/distribution.ts';
import { errorOf } from '../forecast/floating-share.ts';
import type { ForecastFact } from '../forecast/forecast.facts.ts';
import { commonDivisor, roundedQuotient } from '../forecast/rebate-curve.ts';
import type { Share } from '../forecast/share.ts';
import { sumDistribution } from '../forecast/sum-distribution.ts';
import { type UncertainDeal, uncertain } from '../forecast/uncertain-deals.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { type Result, fail, ok } from '../result.ts';
import type { PendingDeal } from './pending-deals.ts';
import { type PortfolioAsOf, type PortfolioLines, portfolioLines } from './portfolio-lines.ts';

/**
 * The expected rebate of more deals than can be tried, where the portfolio is linear between its
 * tiers: by the exact distribution of tier sales with the mean of each category inside each tier;
 * where that is too large, deal by deal in doubles, given only where their error cannot change the
 * fen. True up to what each component's rounding leaves of single outcomes, less than a fen a
 * component.
 */
export function expectedByLines(
  { policy, book, asOf }: PortfolioAsOf,
  deals: readonly PendingDeal[],
): Result<Fen, ForecastFact> {
  const portfolio = portfolioLines(
    policy,
    book,
    asOf,
    deals.map((deal) => deal.category),
  );
  const expected = portfolio && (byDistribution(portfolio, deals) ?? dealByDeal(portfolio, deals));
  return expected === null
    ? fail({ code: 'forecast.too-large', deals: deals.length })
    : ok(expected);
}

const unitsOf = ({ units }: PortfolioLines, { amount, category }: PendingDeal): number =>
  amount * (units.get(categoryKey(category)) ?? 0);

function byDistribution(portfolio: PortfolioLines, deals: readonly PendingDeal[]): Fen | null {
  const { lines } = portfolio;
  const keys = [...portfolio.units.keys()];
  const uncertainDeals = deals
    .map((deal): UncertainDeal => ({
      ...uncertain(unitsOf(portfolio, deal), deal.probability ?? ZERO),
      values: keys.map((key) => (key === categoryKey(deal.category) ? BigInt(deal.amount) : 0n)),
    }))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const shares = sumDistribution(
    lines.map(({ low }) => ({ from: low, modulus: 1 })),
    { committed: 0, deals: uncertainDeals, whole: 1n },
    EXACT_STEPS,
  );
  if (shares === null) return null;
  const whole = uncertainDeals.reduce((product, { win, lose }) => product * (win + lose), 1n);
  return meanOf(lines, keys, shares, whole);
}

function meanOf(
  lines: PortfolioLines['lines'],
  keys: readonly string[],
  shares: readonly Share[],
  whole: bigint,
): Fen {
  const denominator = lines.reduce(
    (common, line) => (common / commonDivisor(common, line.denominator)) * line.denominator,
    1n,
  );
  const total = lines.reduce((sum, line, index) => {
    const { mass, moments } = itemAt(shares, index);
    const own = keys.reduce(
      (of, key, at) => of + (line.slopes.get(key) ?? 0n) * (moments[at] ?? 0n),
      line.constant * mass,
    );
    return sum + own * (denominator / line.denominator);
  }, 0n);
  return fen(Number(roundedQuotient(total, denominator * whole, 'half-up')));
}

/** Half of the last of the places that a chance in doubles is given to. */
const HALF_PLACE = 0.5e-12;

/**
 * On each line, its constant times the chance of being there, and for each deal what it earns there
 * times the chance that it is signed and the total ends there.
 */
function dealByDeal(portfolio: PortfolioLines, deals: readonly PendingDeal[]): Fen | null {
  const at = chancesWith(portfolio, deals, null);
  const withDeal = deals.map((deal) => chancesWith(portfolio, deals, deal));
  if (at === null || withDeal.includes(null)) return null;
  let [mean, reach] = [ZERO, ZERO];
  portfolio.lines.forEach((line, index) => {
    const denominator = new Decimal(line.denominator.toString());
    const add = (amount: Decimal, chance: Decimal | undefined): void => {
      mean = mean.plus(amount.times(chance ?? ZERO).div(denominator));
      reach = reach.plus(amount.abs().div(denominator));
    };
    add(new Decimal(line.constant.toString()), at[index]);
    deals.forEach(({ amount, category, probability }, position) => {
      const slope = new Decimal((line.slopes.get(categoryKey(category)) ?? 0n).toString());
      add(slope.times(amount).times(probability ?? ZERO), withDeal[position]?.[index]);
    });
  });
  const error = reach.times(HALF_PLACE + errorOf(deals.length));
  const [least, most] = [mean.minus(error), mean.plus(error)].map((of) => roundFen(of, 'half-up'));
  return least === most ? (least ?? null) : null;
}

/** Chance of ending on each line; with a deal: once it is signed. */
function chancesWith(
  portfolio: PortfolioLines,
  deals: readonly PendingDeal[],
  signed: PendingDeal | null,
): readonly Decimal[] | null {
  const open = deals.filter((deal) => deal !== signed);
  const chances = totalChances(
    portfolio.lines.slice(1).map((line) => line.low),
    signed === null ? 0 : unitsOf(portfolio, signed),
    open.map((deal) => unitsOf(portfolio, deal)),
    open.map((deal) => deal.probability ?? ZERO),
  );
  return chances.ok ? chances.value : null;
}
