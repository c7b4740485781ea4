import { categoryWeight } from '#domain/policy/category-terms.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import { tierChances } from '#domain/forecast/distribution.ts';
import { type Ledger, ROW_KINDS } from '#domain/ledger/ledger.ts';
import { Decimal, ONE } from '#domain/money/decimal.ts';
import { type Fen, fen, sumFen } from '#domain/money/fen.ts';
import { roundFen } from '#domain/money/rounding.ts';
import type { Component } from '#domain/policy/policy.ts';
import type { Window } from '#domain/rebate/window.ts';
import type { Analysis } from '../analyze/analysis.ts';
import type { Outlook } from '../analyze/analysis-view.ts';

const PENDING = ROW_KINDS.indexOf('pending');

/** Ledger indices of the deals that are not won yet and have an amount. */
export function pendingDeals(ledger: Ledger): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < ledger.size; row += 1)
    if (ledger.kind[row] === PENDING && !Number.isNaN(ledger.amount[row])) rows.push(row);
  return rows;
}

/**
 * Where each open window is heading when its pending deals come in as likely as the ledger says.
 */
export function outlooks({
  ledger,
  rebate,
}: Pick<Analysis, 'ledger' | 'rebate'>): readonly Outlook[] {
  const pending = pendingDeals(ledger);
  return rebate.windows
    .filter((window) => window.open)
    .map((window) => outlookOf(window, ledger, pending));
}

function outlookOf(window: Window, ledger: Ledger, pending: readonly number[]): Outlook {
  const { component, period } = window;
  const deals = pending
    .map((row) => ({
      amount: tierAmount(component, ledger, row),
      probability: ledger.probability?.[row] ?? Number.NaN,
    }))
    .filter((deal) => deal.amount !== 0);
  const likely = deals.filter((deal) => !Number.isNaN(deal.probability));
  const chances = tierChances(
    component,
    window.tierSales,
    likely.map((deal) => deal.amount),
    likely.map((deal) => new Decimal(deal.probability)),
  );
  const tier = chances.ok && likely.length > 0 ? mostLikely(chances.value) : window.tier;
  return {
    component: component.name,
    period: period.label,
    pipeline: sumFen(deals.map((deal) => deal.amount)),
    tier,
    rate: component.tiers[tier - 1]?.rate ?? new Decimal(0),
    chanceOfNext:
      chances.ok && likely.length > 0 && window.nextThreshold !== null
        ? sum(chances.value.slice(window.tier + 1))
        : null,
    breakEvenDiscount: breakEven(window),
  };
}

/** What a deal adds to the sales that set the component's tier. */
function tierAmount(component: Component, ledger: Ledger, row: number): Fen {
  const key = categoryKey(ledger.categories[ledger.category[row] ?? -1] ?? '');
  const weight = categoryWeight(component.counts, key);
  const tax = component.base === 'net' ? component.taxRate.plus(1) : ONE;
  return roundFen(weight.times(fen(ledger.amount[row] ?? 0)).div(tax), component.rounding.mode);
}

function mostLikely(chances: readonly Decimal[]): number {
  return chances.reduce(
    (best, chance, tier) => (chance.greaterThanOrEqualTo(chances[best] ?? 0) ? tier : best),
    0,
  );
}

const sum = (shares: readonly Decimal[]): Decimal =>
  shares.reduce((total, share) => total.plus(share), new Decimal(0));

/**
 * How much of the gap could be given away and still break even: gain ÷ gap, all of it at the most.
 */
function breakEven({ gap, gain }: Window): Decimal | null {
  if (gap === null || gain === null || gap <= 0 || gain <= 0) return null;
  return Decimal.min(new Decimal(gain).div(gap), ONE);
}
