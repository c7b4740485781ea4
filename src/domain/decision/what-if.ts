import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { DealRules } from './choice-groups.ts';

/**
 * What the user supposes beyond the ledger. Everything may be left open: advice then says what it
 * assumed, or asks.
 */
export interface WhatIf {
  /**
   * Discount that brings any deal forward, as a share of its amount, where its row states no cost.
   */
  readonly discount: Decimal | null;
  /** Cost and win probability of single deals, by ledger index; before the row's own. */
  readonly costs: ReadonlyMap<number, Fen>;
  readonly probabilities: ReadonlyMap<number, Decimal>;
  /** Win probability by the text of the status column, where the row states none. */
  readonly probabilityByStage: ReadonlyMap<string, Decimal>;
  /** Deals that need or exclude each other, by ledger index. */
  readonly rules: DealRules;
  /** Sales that partners or regions would register with ours. */
  readonly partners: readonly Partner[];
  /**
   * Amount of one add-on sold to a customer; null: the ledger's own middle order of that category.
   */
  readonly addOn: Fen | null;
  /** Margin that has to stay on an order after what is passed on, as a share of its amount. */
  readonly margin: Decimal;
  /** Who contracts with the customer, and the tax on our invoice. */
  readonly trade: Trade;
}

export interface Partner {
  readonly name: string;
  readonly sales: readonly { readonly category: string; readonly amount: Fen }[];
}

/**
 * agency: the customer contracts with the vendor and we invoice our commission; resale: we buy and
 * sell, the rebate lowers our cost.
 */
export interface Trade {
  readonly kind: 'agency' | 'resale';
  readonly productTax: Decimal;
  readonly invoiceTax: Decimal;
}
