import { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';

/**
 * What the user supposes beyond the ledger. Everything may be left open: advice then says what it
 * assumed, or asks.
 */
export interface Suppositions {
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

/** Deals that belong together, by position or by ledger index. */
export interface DealRules {
  /** `[a, b]`: a only with b. */
  readonly needs?: readonly (readonly [number, number])[];
  /** `[a, b]`: not both. */
  readonly excludes?: readonly (readonly [number, number])[];
}

/**
 * Nothing supposed: no margin beyond not losing money; both taxes at 6 %, the rate of information
 * technology services.
 */
export const nothingSupposed: Suppositions = {
  discount: null,
  costs: new Map(),
  probabilities: new Map(),
  probabilityByStage: new Map(),
  rules: {},
  partners: [],
  addOn: null,
  margin: new Decimal(0),
  trade: { kind: 'agency', productTax: new Decimal('0.06'), invoiceTax: new Decimal('0.06') },
};
