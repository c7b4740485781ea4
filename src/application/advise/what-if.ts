import { type Decimal, ONE } from '#domain/money/decimal.ts';
import { type Fen, fen, subtractFen, sumFen } from '#domain/money/fen.ts';
import { roundFen } from '#domain/money/rounding.ts';
import { withOrders } from '#domain/rebate/order-book.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import type { Analysis } from '../analyze/analysis.ts';

/** A pending deal as the user supposes it. */
export interface SupposedDeal {
  /** Ledger index. */
  readonly order: number;
  /** 0…1: how likely it is won; null when nobody said. */
  readonly probability: Decimal | null;
}

export interface WhatIfRequest {
  readonly deals: readonly SupposedDeal[];
  /** Given on every chosen deal to win it now, 0…1: it lowers the sales and is a cost. */
  readonly discount: Decimal;
}

/** What the chosen deals would do if all of them came in on the as-of day. */
export interface WhatIf {
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

export interface WindowMove {
  readonly component: string;
  readonly period: string;
  readonly tierBefore: number;
  readonly tierAfter: number;
  readonly gapAfter: Fen | null;
}

export function whatIf(
  { ledger, policy, book, asOf, rebate }: Analysis,
  { deals, discount }: WhatIfRequest,
): WhatIf {
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
        tierBefore:
          rebate.windows.find(
            (before) =>
              before.component.id === window.component.id &&
              before.period.label === window.period.label,
          )?.tier ?? 0,
        tierAfter: window.tier,
        gapAfter: window.gap,
      })),
  };
}
