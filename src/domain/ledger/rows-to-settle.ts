import type { RowQuestion } from './row-question.ts';

/** The row's type or status says refund, its amount has no minus sign. */
export const TYPED_REFUND = 1;
/** Its status says that the whole order has been given back. */
export const GIVEN_BACK = 2;
/** Its number may be another order's with an ending for refunds. */
export const ENDS_AS_REFUND = 8;
/** It is a candidate. */
const IS_ONE = 16;
/** Its day is the one above. */
export const DAY_ABOVE = 4;

/**
 * Rows that will count unless another row of the same number says otherwise. By ledger index; no
 * object a row.
 */
export class Candidates {
  /** 0 of rows that are none. */
  readonly flags: Uint8Array;
  private made: Int32Array | undefined;
  /** Refunds that name no product: asked about only when their order cannot say it either. */
  readonly withoutCategory = new Map<number, RowQuestion>();
  /** By ledger index: the heading, sheet's name or cell that says that it was given back. */
  readonly refundWords = new Map<number, string>();

  constructor(size: number) {
    this.flags = new Uint8Array(size);
  }

  add(index: number, flags: number): void {
    this.flags[index] = IS_ONE | flags;
  }

  addPlain(from: number, to: number): void {
    this.flags.fill(IS_ONE, from, to);
  }

  /** Ledger indices, ascending; asked for when all have been added. */
  get indices(): Int32Array {
    if (this.made !== undefined) return this.made;
    const found = new Int32Array(this.flags.length);
    let count = 0;
    for (let index = 0; index < found.length; index++)
      if (this.flags[index] !== 0) found[count++] = index;
    return (this.made = found.subarray(0, count));
  }

  /** Nothing was noted about the row. */
  isPlain(index: number): boolean {
    return this.flags[index] === IS_ONE;
  }

  has(index: number, flag: number): boolean {
    return ((this.flags[index] ?? 0) & flag) !== 0;
  }
}
