import { itemAt } from '../columns.ts';
import { greatestCommonDivisor } from '../money/ratio.ts';
import { pieceAt } from './rebate-curve.ts';
import type { Share, Stretch } from './share.ts';
import type { Prospects, UncertainDeal } from './uncertain-deals.ts';

/**
 * Exact distribution of `committed` plus independent deals over the stretches: one share each, or
 * null when more than `budget` steps would be needed.
 *
 * Totals are kept sorted and apart, equal ones merged, until no open deal can move them out of
 * their stretch any more; from then on only their weight, mean and remainder matter. So a distant
 * threshold costs nothing, and near one the number of different totals decides (300 deals of whole
 * 万 are a few thousand; 16 deals to the fen some ten thousand).
 */
export function sumDistribution(
  stretches: readonly Stretch[],
  { committed, deals }: Prospects,
  budget: number,
): readonly Share[] | null {
  const values = deals[0]?.values?.length ?? 0;
  if (stepsAtMost(stretches, committed, deals, values) > budget * 2) return null;
  const settled = stretches.map((stretch) => new SettledShare(stretch.modulus, values));
  const open = remaining(deals);
  let live = settle(stretches, settled, itemAt(open, 0), {
    totals: [committed],
    weights: [1n],
    moments: Array.from({ length: values }, () => [0n]),
  });
  let steps = 0;
  let bits = 1;
  for (const [index, deal] of deals.entries()) {
    bits += bitsOf(deal);
    steps +=
      live.totals.length * stepsOf(values, bits) +
      settled.reduce((sum, one) => sum + one.rests.size, 0) * 4;
    if (steps > budget) return null;
    for (const one of settled) one.take(deal);
    live = settle(stretches, settled, itemAt(open, index + 1), merged(live, deal));
  }
  return settled;
}

/**
 * Steps that will do: different totals are at most the sets so far, the grid cells so far, and the
 * cells near a threshold that the deals to come can still cross. Rather than start and give up.
 */
function stepsAtMost(
  stretches: readonly Stretch[],
  committed: number,
  deals: readonly UncertainDeal[],
  values: number,
): number {
  const grid = deals.reduce(
    (divisor, { amount }) => greatestCommonDivisor(divisor, Math.abs(amount)),
    0,
  );
  const open = remaining(deals);
  const whole = itemAt(open, 0);
  const near = stretches.filter(
    ({ from }) => from > committed + whole.down && from <= committed + whole.up,
  ).length;
  let [bits, steps] = [1, 0];
  deals.forEach((deal, index) => {
    const { down, up } = itemAt(open, index);
    const spanned = whole.up - up - (whole.down - down);
    bits += bitsOf(deal);
    steps +=
      Math.min(2 ** index, spanned / grid + 1, (near * (up - down)) / grid) * stepsOf(values, bits);
  });
  return steps;
}

const bitsOf = ({ win, lose }: UncertainDeal): number => (win + lose).toString(2).length;

const stepsOf = (values: number, bits: number): number => 2 * (1 + values) * (1 + bits / 256);

interface Reach {
  readonly down: number;
  readonly up: number;
}

/** How far the deals from each position on can still move a total. */
export function remaining(deals: readonly UncertainDeal[]): readonly Reach[] {
  const reach: Reach[] = [{ down: 0, up: 0 }];
  for (let index = deals.length - 1; index >= 0; index -= 1) {
    const { down, up } = itemAt(reach, 0);
    const { amount } = itemAt(deals, index);
    reach.unshift({ down: down + Math.min(amount, 0), up: up + Math.max(amount, 0) });
  }
  return reach;
}

interface Live {
  readonly totals: number[];
  readonly weights: bigint[];
  /** One column a value. */
  readonly moments: readonly bigint[][];
}

const empty = (values: number): Live => ({
  totals: [],
  weights: [],
  moments: Array.from({ length: values }, () => []),
});

/** Keeps the totals that may still change stretch; hands the others over. Totals are ascending. */
function settle(
  stretches: readonly Stretch[],
  settled: readonly SettledShare[],
  reach: Reach,
  { totals, weights, moments }: Live,
): Live {
  const live = empty(moments.length);
  const pieces = { pieces: stretches };
  totals.forEach((total, index) => {
    const low = pieceAt(pieces, total + reach.down);
    const weight = itemAt(weights, index);
    if (low === pieceAt(pieces, total + reach.up))
      itemAt(settled, low).add(
        total,
        weight,
        moments.map((column) => itemAt(column, index)),
      );
    else {
      live.totals.push(total);
      live.weights.push(weight);
      live.moments.forEach((column, value) => column.push(itemAt(itemAt(moments, value), index)));
    }
  });
  return live;
}

/** The totals without the deal and those with it, ascending, equal ones added up. */
function merged(
  { totals, weights, moments }: Live,
  { amount, win, lose, values = [] }: UncertainDeal,
): Live {
  const out = empty(moments.length);
  let without = 0;
  let withDeal = 0;
  while (without < totals.length || withDeal < totals.length) {
    const a = without < totals.length ? itemAt(totals, without) : Infinity;
    const b = withDeal < totals.length ? itemAt(totals, withDeal) + amount : Infinity;
    const [lost, won] = [
      a <= b ? itemAt(weights, without) * lose : 0n,
      b <= a ? itemAt(weights, withDeal) * win : 0n,
    ];
    out.totals.push(Math.min(a, b));
    out.weights.push(lost + won);
    out.moments.forEach((column, value) =>
      column.push(
        (a <= b ? itemAt(itemAt(moments, value), without) * lose : 0n) +
          (b <= a
            ? itemAt(itemAt(moments, value), withDeal) * win + won * (values[value] ?? 0n)
            : 0n),
      ),
    );
    if (a <= b) without += 1;
    if (b <= a) withDeal += 1;
  }
  return out;
}

/**
 * Totals that no open deal can take out of their stretch any more: only their weight, means and
 * remainders matter.
 */
class SettledShare implements Share {
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
