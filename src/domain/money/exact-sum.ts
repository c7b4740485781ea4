import { Decimal } from './decimal.ts';

/**
 * A running sum of whole numbers that never loses one: doubles while they are exact, a bigint
 * beyond.
 */
export class ExactSum {
  private near = 0;
  private far = 0n;

  add(whole: number): void {
    if (Math.abs(whole) > HALF_SAFE) this.far += BigInt(whole);
    else this.near += whole;
    if (Math.abs(this.near) > HALF_SAFE) this.flush();
  }

  addBig(whole: bigint): void {
    this.far += whole;
  }

  toDecimal(): Decimal {
    return this.far === 0n
      ? new Decimal(this.near)
      : new Decimal((this.far + BigInt(this.near)).toString());
  }

  private flush(): void {
    this.far += BigInt(this.near);
    this.near = 0;
  }
}

// Both terms of an addition stay below 2^52, so their sum is exact.
const HALF_SAFE = Number.MAX_SAFE_INTEGER / 2;
