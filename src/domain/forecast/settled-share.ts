import type { Share } from './share.ts';
import type { UncertainDeal } from './uncertain-deals.ts';

/**
 * Totals that no open deal can take out of their stretch any more: only their weight, means and
 * remainders matter.
 */
export class SettledShare implements Share {
  mass = 0n;
  moments: bigint[];
  rests = new Map<number, bigint>();

  constructor(
    private readonly modulus: number,
    values: number,
  ) {
    this.moments = Array.from({ length: Math.max(values, 1) }, () => 0n);
  }

  add(total: number, weight: bigint, moments: readonly bigint[]): void {
    this.mass += weight;
    this.moments = this.moments.map(
      (moment, index) => moment + (moments[index] ?? weight * BigInt(total)),
    );
    const rest = this.restOf(total);
    this.rests.set(rest, (this.rests.get(rest) ?? 0n) + weight);
  }

  /** One more deal that cannot take any of these totals out of the stretch. */
  take({ amount, win, lose, values }: UncertainDeal): void {
    if (this.mass === 0n) return;
    this.moments = this.moments.map(
      (moment, index) =>
        moment * (win + lose) +
        this.mass * win * (values === undefined ? BigInt(amount) : (values[index] ?? 0n)),
    );
    this.mass *= win + lose;
    const next = new Map<number, bigint>();
    for (const [rest, weight] of this.rests) {
      const moved = this.restOf(rest + amount);
      next.set(rest, (next.get(rest) ?? 0n) + weight * lose);
      next.set(moved, (next.get(moved) ?? 0n) + weight * win);
    }
    this.rests = next;
  }

  private restOf(total: number): number {
    const rest = total % this.modulus;
    return rest < 0 ? rest + this.modulus : rest;
  }
}
