import type { LocalDate } from '../calendar/local-date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Decimal, ONE } from '../money/decimal.ts';
import { type Fen, fen, subtractFen, sumFen } from '../money/fen.ts';
import type { Policy } from '../policy/policy.ts';
import { roundFen } from '../money/rounding.ts';
import { type OrderBook, withOrders } from '../rebate/order-book.ts';
import { rebateToDate } from '../rebate/rebate-to-date.ts';
import type { RebateToDate } from '../rebate/window.ts';

/** A pending deal as the user supposes it. */
interface SupposedDeal {
  /** Ledger index. */
  readonly order: number;
  /** 0…1: how likely it is won; null when nobody said. */
  readonly probability: Decimal | null;
}

export interface DealTrialRequest {
  readonly deals: readonly SupposedDeal[];
  /** Given on every chosen deal to win it now, 0…1: it lowers the sales and is a cost. */
  readonly discount: Decimal;
}

/** What the chosen deals would do if all of them came in on the as-of day. */
export interface DealTrial {
  /** Sales they add, after the discount. */
  readonly sales: Fen;
  /** Rebate with them less rebate without: two full computations. */
  readonly gain: Fen;
  /** The discount given, and what the ledger says the deals cost. */
  readonly cost: Fen;
  readonly net: Fen;
  /** Chance that all of them come in; null when nobody said how likely one of them is. */
  readonly chance: Decimal | null;
  readonly windows: readonly WindowMove[];
}

interface WindowMove {
  readonly component: string;
  readonly period: string;
  readonly tierBefore: number;
  readonly tierAfter: number;
  readonly gapAfter: Fen | null;
}

interface Trial {
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly rebate: RebateToDate;
}

export function tryDeals(
  { ledger, policy, book, asOf, rebate }: Trial,
  { deals, discount }: DealTrialRequest,
): DealTrial {
  const supposed = deals.map(({ order }) => {
    const full = fen(ledger.amount[order] ?? 0);
    const given = roundFen(discount.times(full), 'half-up');
    const cost = ledger.cost?.[order] ?? 0;
    return {
      ledgerIndex: order,
      day: asOf,
      amount: subtractFen(full, given),
      given,
      cost: fen(Number.isNaN(cost) ? 0 : cost),
      category: ledger.categories[ledger.category[order] ?? -1] ?? '',
    };
  });
  const after = rebateToDate(policy, withOrders(book, supposed), asOf);
  const gain = subtractFen(after.total, rebate.total);
  const cost = sumFen(supposed.flatMap((deal) => [deal.given, deal.cost]));
  return {
    sales: sumFen(supposed.map((deal) => deal.amount)),
    gain,
    cost,
    net: subtractFen(gain, cost),
    chance: deals.reduce<Decimal | null>(
      (chance, deal) =>
        chance === null || deal.probability === null ? null : chance.times(deal.probability),
      ONE,
    ),
    windows: after.windows
      .filter((window) => window.open)
      .map((window) => ({
        component: window.component.name,
        period: window.period.label,
        tierBefore: rebate.windows.find((before) => before.id === window.id)?.tier ?? 0,
        tierAfter: window.tier,
        gapAfter: window.gap,
      })),
  };
}
