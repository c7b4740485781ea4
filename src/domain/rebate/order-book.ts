import type { Ledger } from '../ledger/ledger.ts';

/**
 * The counted orders and refunds in the order in which they count: by day, rows of one day in sheet order.
 * Parallel columns; `ledgerIndex` leads back to the row. An order book can also be made without a ledger
 * (a pending deal added, one order left out): that is how every "what if" is computed.
 */
export interface OrderBook {
  readonly size: number;
  /** LocalDate, ascending. */
  readonly day: Int32Array;
  /** Fen, refunds negative. */
  readonly amount: Float64Array;
  /** Index into `categories`. */
  readonly category: Int16Array;
  readonly categories: readonly string[];
  /** Index into the ledger, -1 for a supposed order. */
  readonly ledgerIndex: Int32Array;
  readonly orderId: (position: number) => string;
}

export type { Ledger };
