import type { LocalDate } from '../calendar/local-date.ts';
import { categoryKey } from '../catalog/category.ts';
import type { PendingDeal } from '../pipeline/pending-deals.ts';
import { portfolioLines } from '../pipeline/portfolio-lines.ts';
import { totalChances } from '../forecast/distribution.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Policy } from '../policy/policy.ts';
import type { OrderBook } from '../rebate/order-book.ts';

/**
 * The expected rebate of more deals than can be tried, where the portfolio is linear between its
 * tiers: on each line, its constant times the chance of being there, and for each deal what it
 * earns there times the chance that it is signed and the total ends there. True to the fen that
 * each component's rounding leaves.
 */
export function expectedByLines(
  policy: Policy,
  book: OrderBook,
  asOf: LocalDate,
  deals: readonly PendingDeal[],
): Fen | null {
  if (deals.length === 0) return null;
  const portfolio = portfolioLines(
    policy,
    book,
    asOf,
    deals.map((deal) => deal.category),
  );
  if (portfolio === null) return null;
  const units = deals.map((deal) =>
    fen(deal.amount * (portfolio.units.get(categoryKey(deal.category)) ?? 0)),
  );
  const bounds = portfolio.lines.slice(1).map((line) => line.low);
  const chancesWithout = (left: number): readonly Decimal[] | null => {
    const keep = <T>(list: readonly T[]): readonly T[] => list.filter((_, index) => index !== left);
    const found = totalChances(
      bounds,
      units[left] ?? NO_FEN,
      keep(units),
      keep(deals).map((deal) => deal.probability as Decimal),
    );
    return found.ok ? found.value : null;
  };
  const at = chancesWithout(-1);
  if (at === null) return null;
  const withDeal = deals.map((_, index) => chancesWithout(index));
  if (withDeal.includes(null)) return null;
  const expected = portfolio.lines.reduce((sum, line, index) => {
    const constant = new Decimal(line.constant.toString()).times(at[index] ?? ZERO);
    const earned = deals.reduce(
      (of, deal, position) =>
        of.plus(
          new Decimal((line.slopes.get(categoryKey(deal.category)) ?? 0n).toString())
            .times(deal.amount)
            .times(deal.probability as Decimal)
            .times(withDeal[position]?.[index] ?? ZERO),
        ),
      ZERO,
    );
    return sum.plus(constant.plus(earned).div(line.denominator.toString()));
  }, ZERO);
  return roundFen(expected, 'half-up');
}
