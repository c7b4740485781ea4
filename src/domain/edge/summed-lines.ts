import { int32At } from '../columns.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OrderBook } from '../rebate/order-book.ts';

/** A sum of lines is no order: nobody can refund it or close it. */
export const isSum = ({ summed }: Ledger, book: OrderBook, position: number): boolean =>
  summed !== undefined && (summed[int32At(book.ledgerIndex, position)] ?? 0) > 0;
