import { float64At } from '../columns.ts';
import type { UncertainDeal } from './uncertain-deals.ts';

/**
 * What falls into a stretch, in doubles. Chances are never below 0 and sums are compensated, so
 * nothing cancels.
 */
export interface FloatingShare {
  readonly mass: number;
  /** Sum of chance × total. */
  readonly moment: number;
  /** Chance by remainder of the total. */
  readonly rests: Float64Array;
}

/** A sum that keeps what each addition loses (Neumaier). */
export class Compensated {
  private sum = 0;
  private lost = 0;

  add(term: number): void {
    const { sum } = this;
    const next = sum + term;
    const sumIsLarger = (sum < 0 ? -sum : sum) >= (term < 0 ? -term : term);
    this.lost += sumIsLarger ? sum - next + term : term - next + sum;
    this.sum = next;
  }

  get value(): number {
    return this.sum + this.lost;
  }
}

/** The share of a stretch while it is being put together. */
export class GrowingShare {
  rests: Float64Array;
  private mass = new Compensated();
  private moment = new Compensated();

  constructor(private readonly modulus: number) {
    this.rests = new Float64Array(modulus);
  }

  add(total: number, chance: number): void {
    this.mass.add(chance);
    this.moment.add(chance * total);
    const rest = restOf(total, this.modulus);
    this.rests[rest] = float64At(this.rests, rest) + chance;
  }

  /** One more deal that cannot take any of these totals out of the stretch. */
  take(deal: UncertainDeal): void {
    const { won, lost } = chanceOf(deal);
    this.moment.add(won * deal.amount * this.mass.value);
    const next = new Float64Array(this.modulus);
    const shift = restOf(deal.amount, this.modulus);
    for (let rest = 0; rest < this.modulus; rest += 1) {
      const chance = float64At(this.rests, rest);
      const moved = rest + shift < this.modulus ? rest + shift : rest + shift - this.modulus;
      next[rest] = float64At(next, rest) + chance * lost;
      next[moved] = float64At(next, moved) + chance * won;
    }
    this.rests = next;
  }

  addShare({ mass, moment, rests }: FloatingShare): void {
    this.mass.add(mass);
    this.moment.add(moment);
    rests.forEach((chance, rest) => {
      this.rests[rest] = float64At(this.rests, rest) + chance;
    });
  }

  share(): FloatingShare {
    return { mass: this.mass.value, moment: this.moment.value, rests: this.rests };
  }
}

export const restOf = (total: number, modulus: number): number =>
  ((total % modulus) + modulus) % modulus;

export const chanceOf = ({
  win,
  lose,
}: UncertainDeal): { readonly won: number; readonly lost: number } => {
  const all = Number(win + lose);
  return { won: Number(win) / all, lost: Number(lose) / all };
};

/**
 * Relative error of every chance after so many deals: two roundings a deal and a few at the end,
 * with room to spare.
 */
export const errorOf = (deals: number): number => (6 * deals + 60) * 2 ** -53;
