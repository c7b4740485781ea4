import { pieceAt } from './rebate-curve.ts';
import type { Prospects, UncertainDeal } from './uncertain-deals.ts';

/** A stretch of possible totals. Totals are told apart inside it only by their remainder by `modulus`. */
export interface Stretch {
  readonly from: number;
  readonly modulus: number;
}

/** What falls into a stretch. Weights are whole numbers over the product of all the deals' denominators. */
export interface Share {
  /** Chance of the stretch. */
  readonly mass: bigint;
  /** Sum of weight × total. */
  readonly moment: bigint;
  /** Weight by remainder of the total by the stretch's modulus. */
  readonly rests: ReadonlyMap<number, bigint>;
}

/**
 * Exact distribution of `committed` plus independent deals over the stretches: one share each, or null when more than
 * `budget` steps would be needed.
 *
 * Totals are kept sorted and apart, equal ones merged, until no open deal can move them out of their stretch any more;
 * from then on only their weight, mean and remainder matter. So a distant threshold costs nothing, and near one the
 * number of different totals decides (300 deals of whole 万 are a few thousand; 20 deals to the fen a million).
 */
export function spread(stretches: readonly Stretch[], { committed, deals }: Prospects, budget: number): readonly Share[] | null {
  const settled = stretches.map((stretch) => new Settled(stretch.modulus));
  const open = remaining(deals);
  let live = settle(stretches, settled, open[0] as Reach, [committed], [1n]);
  let steps = 0;
  let bits = 1;
  for (const [index, deal] of deals.entries()) {
    bits += bitLength(deal.win + deal.lose);
    steps += live.totals.length * 2 * (1 + bits / 256) + settled.reduce((sum, one) => sum + one.size, 0) * 4;
    if (steps > budget) return null;
    for (const one of settled) one.take(deal);
    const [totals, weights] = merged(live.totals, live.weights, deal);
    live = settle(stretches, settled, open[index + 1] as Reach, totals, weights);
  }
  return settled;
}

interface Reach {
  readonly down: number;
  readonly up: number;
}

/** How far the deals from each position on can still move a total. */
function remaining(deals: readonly UncertainDeal[]): readonly Reach[] {
  const reach: Reach[] = [{ down: 0, up: 0 }];
  for (let index = deals.length - 1; index >= 0; index -= 1) {
    const { down, up } = reach[0] as Reach;
    const { amount } = deals[index] as UncertainDeal;
    reach.unshift({ down: down + Math.min(amount, 0), up: up + Math.max(amount, 0) });
  }
  return reach;
}

class Settled implements Share {
  mass = 0n;
  moment = 0n;
  rests = new Map<number, bigint>();

  constructor(private readonly modulus: number) {}

  get size(): number {
    return this.rests.size;
  }

  add(total: number, weight: bigint): void {
    this.mass += weight;
    this.moment += weight * BigInt(total);
    const rest = this.restOf(total);
    this.rests.set(rest, (this.rests.get(rest) ?? 0n) + weight);
  }

  /** One more deal that cannot take any of these totals out of the stretch. */
  take({ amount, win, lose }: UncertainDeal): void {
    this.moment = this.moment * (win + lose) + this.mass * win * BigInt(amount);
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

interface Live {
  readonly totals: readonly number[];
  readonly weights: readonly bigint[];
}

/** Keeps the totals that may still change stretch; hands the others over. Totals are ascending. */
function settle(stretches: readonly Stretch[], settled: readonly Settled[], reach: Reach, totals: readonly number[], weights: readonly bigint[]): Live {
  const live = { totals: [] as number[], weights: [] as bigint[] };
  const pieces = { pieces: stretches };
  totals.forEach((total, index) => {
    const low = pieceAt(pieces, total + reach.down);
    if (low === pieceAt(pieces, total + reach.up)) (settled[low] as Settled).add(total, weights[index] as bigint);
    else {
      live.totals.push(total);
      live.weights.push(weights[index] as bigint);
    }
  });
  return live;
}

/** The totals without the deal and those with it, ascending, equal ones added up. */
function merged(totals: readonly number[], weights: readonly bigint[], { amount, win, lose }: UncertainDeal): readonly [number[], bigint[]] {
  const outTotals: number[] = [];
  const outWeights: bigint[] = [];
  let without = 0;
  let withDeal = 0;
  while (without < totals.length || withDeal < totals.length) {
    const a = without < totals.length ? (totals[without] as number) : Infinity;
    const b = withDeal < totals.length ? (totals[withDeal] as number) + amount : Infinity;
    let weight = 0n;
    if (a <= b) weight += (weights[without++] as bigint) * lose;
    if (b <= a) weight += (weights[withDeal++] as bigint) * win;
    outTotals.push(Math.min(a, b));
    outWeights.push(weight);
  }
  return [outTotals, outWeights];
}

const bitLength = (whole: bigint): number => whole.toString(2).length;
