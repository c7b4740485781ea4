import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, subtractFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Trade } from '../pipeline/suppositions.ts';

export interface ShareQuestion {
  /** Order amount, tax included. */
  readonly amount: Fen;
  /** Rate of the tier that is surely reached, and of the one that is hoped for. */
  readonly sureRate: Decimal;
  readonly hopedRate: Decimal;
  /** What has to stay, as a share of the amount. */
  readonly margin: Decimal;
  readonly trade: Trade;
}

/** What may be passed on to the customer openly. Amounts tax included unless they say net. */
export interface CustomerShare {
  /**
   * The most that leaves the margin even if the tier is missed, rounded down; 0 when the rebate
   * does not carry it.
   */
  readonly discount: Fen;
  readonly share: Decimal;
  /** Order amount less discount: what the customer pays. */
  readonly payable: Fen;
  readonly missed: ShareOutcome;
  readonly reached: ShareOutcome;
}

export interface ShareOutcome {
  readonly rate: Decimal;
  /**
   * Rebate as we invoice or book it: agency at our own invoice's tax, resale as the vendor grants
   * it.
   */
  readonly rebate: Fen;
  readonly left: Fen;
  readonly leftNet: Fen;
  /**
   * Resale: input tax to take out because the rebate lowers the cost; agency: output tax of the
   * invoice.
   */
  readonly tax: Fen;
}

/**
 * Closed form: with rebate R(rate) = amount × rate (agency: ÷ (1 + product tax) × (1 + invoice
 * tax)), the discount D has to leave R(sure) − D ≥ margin × amount, so D = R(sure) − margin ×
 * amount. Promising more means hoping for the tier.
 */
export function customerShare({
  amount,
  sureRate,
  hopedRate,
  margin,
  trade,
}: ShareQuestion): CustomerShare {
  const factor =
    trade.kind === 'agency' ? trade.invoiceTax.plus(ONE).div(trade.productTax.plus(ONE)) : ONE;
  const most = sureRate.times(factor).minus(margin).times(amount);
  const discount = roundFen(Decimal.max(most, ZERO), 'truncate');
  const tax = trade.kind === 'agency' ? trade.invoiceTax : trade.productTax;
  const outcome = (rate: Decimal): ShareOutcome => {
    const rebate = roundFen(rate.times(factor).times(amount), 'half-up');
    const left = subtractFen(rebate, discount);
    return {
      rate,
      rebate,
      left,
      leftNet: netOf(left, tax),
      tax: subtractFen(rebate, netOf(rebate, tax)),
    };
  };
  return {
    discount,
    share: amount === 0 ? ZERO : new Decimal(discount).div(amount),
    payable: subtractFen(amount, discount),
    missed: outcome(sureRate),
    reached: outcome(hopedRate),
  };
}

const netOf = (amount: Fen, tax: Decimal): Fen =>
  roundFen(new Decimal(amount).div(tax.plus(ONE)), 'half-up');
