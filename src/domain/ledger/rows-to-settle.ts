import type { RowQuestion } from './row-question.ts';

/** The row's type or status says refund, its amount has no minus sign. */
export const TYPED_REFUND = 1;
/** Its status says that the whole order has been given back. */
export const GIVEN_BACK = 2;
/** Its number may be another order's with an ending for refunds. */
export const ENDS_AS_REFUND = 8;
/** Its day is the one above. */
export const DAY_ABOVE = 4;

/**
 * Rows that will count unless another row of the same number says otherwise. By ledger index; no
 * object a row.
 */
export class Candidates {
  private readonly unsettled: Int32Array;
  private readonly flags: Uint8Array;
  /** Refunds that name no product: asked about only when their order cannot say it either. */
  readonly withoutCategory = new Map<number, RowQuestion>();
  /** By ledger index: the heading, sheet's name or cell that says that it was given back. */
  readonly refundWords = new Map<number, string>();
  private count = 0;

  constructor(size: number) {
    this.unsettled = new Int32Array(size);
    this.flags = new Uint8Array(size);
  }

  add(index: number, flags: number): void {
    this.unsettled[this.count++] = index;
    this.flags[index] = flags;
  }

  /** Ledger indices, ascending. */
  get indices(): Int32Array {
    return this.unsettled.subarray(0, this.count);
  }

  /** Nothing was noted about the row. */
  isPlain(index: number): boolean {
    return this.flags[index] === 0;
  }

  has(index: number, flag: number): boolean {
    return ((this.flags[index] ?? 0) & flag) !== 0;
  }
}
