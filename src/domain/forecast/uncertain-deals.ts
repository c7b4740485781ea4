import { itemAt } from '../columns.ts';
import type { Decimal } from '../money/decimal.ts';
import { Decimal as DecimalMaker } from '../money/decimal.ts';
import { type Result, fail, ok } from '../result.ts';
import type { ForecastFact } from './forecast.facts.ts';
import { commonDivisor } from './rebate-curve.ts';

/**
 * A deal that comes in with chance `win ÷ (win + lose)`, independently of the others. Negative: a
 * probable refund.
 */
export interface UncertainDeal {
  readonly amount: number;
  readonly win: bigint;
  readonly lose: bigint;
  /**
   * What it adds to each of the sums that are asked for beside the total; absent: the total alone
   * is.
   */
  readonly values?: readonly bigint[];
}

/** What is sure, and what is not: largest amounts first, because they decide most. */
export interface Prospects {
  readonly committed: number;
  readonly deals: readonly UncertainDeal[];
  /** Product of all `win + lose`: every chance below is a whole number over it. */
  readonly whole: bigint;
}

/** Deals that are certain or impossible, or worth nothing, are settled here. */
export function prospects(
  committed: number,
  amounts: readonly number[],
  probabilities: readonly Decimal[],
): Result<Prospects, ForecastFact> {
  if (amounts.length !== probabilities.length)
    return fail({
      code: 'forecast.unequal-lists',
      deals: amounts.length,
      probabilities: probabilities.length,
    });
  const wrong = probabilities.findIndex(
    (chance) => !chance.isFinite() || chance.lt(0) || chance.gt(1),
  );
  if (wrong >= 0)
    return fail({
      code: 'forecast.not-a-probability',
      position: wrong,
      value: String(probabilities[wrong]),
    });
  let sure = committed;
  const deals: UncertainDeal[] = [];
  amounts.forEach((amount, index) => {
    const deal = uncertain(amount, itemAt(probabilities, index));
    if (deal.lose === 0n) sure += amount;
    else if (deal.win !== 0n && amount !== 0) deals.push(deal);
  });
  const reach = deals.reduce((sum, deal) => sum + Math.abs(deal.amount), Math.abs(sure));
  if (!Number.isSafeInteger(reach))
    return fail({ code: 'forecast.too-large', deals: amounts.length });
  deals.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || b.amount - a.amount);
  return ok({
    committed: sure,
    deals,
    whole: deals.reduce((product, deal) => product * (deal.win + deal.lose), 1n),
  });
}

/** A deal with its chance as a fraction in lowest terms. */
export function uncertain(amount: number, chance: Decimal): UncertainDeal {
  const shift = new DecimalMaker(10).pow(chance.decimalPlaces());
  const win = BigInt(chance.times(shift).toString());
  const all = BigInt(shift.toString());
  const divisor = commonDivisor(all, win);
  return { amount, win: win / divisor, lose: (all - win) / divisor };
}
