import { HALVES_WORK, LAST_DEALS, LIVE_TOTALS, MORE_DOUBLINGS } from '../bounds.ts';
import { float64At, int32At, itemAt } from '../columns.ts';
import {
  Compensated,
  type FloatingShare,
  GrowingShare,
  chanceOf,
  restOf,
} from './floating-share.ts';
import { pieceAt } from './rebate-curve.ts';
import type { Stretch } from './share.ts';
import { remaining } from './sum-distribution.ts';
import type { Prospects, UncertainDeal } from './uncertain-deals.ts';

/**
 * The distribution of up to 40 arbitrary deals: the largest deals one by one until there are many
 * different totals, then the distribution of all the other deals against them at once. null when
 * more than 21 deals would be left for that.
 *
 * @param keep - totals that are many
 */
export function sumsByHalves(
  stretches: readonly Stretch[],
  { committed, deals }: Prospects,
  keep = LIVE_TOTALS,
): readonly FloatingShare[] | null {
  const shares = stretches.map(({ modulus }) => new GrowingShare(modulus));
  const open = remaining(deals);
  let live = settle(stretches, shares, itemAt(open, 0), {
    totals: Float64Array.of(committed),
    chances: Float64Array.of(1),
  });
  for (const [index, deal] of deals.entries()) {
    const enough = live.totals.length > keep;
    if (enough && deals.length - index <= LAST_DEALS)
      return laid(stretches, shares, live, deals.slice(index))
        ? shares.map((one) => one.share())
        : null;
    if (enough && deals.length - index > LAST_DEALS + MORE_DOUBLINGS) return null;
    for (const one of shares) one.take(deal);
    live = settle(stretches, shares, itemAt(open, index + 1), merged(live, deal));
  }
  return shares.map((one) => one.share());
}

type Reach = ReturnType<typeof remaining>[number];

/** Ascending totals with their chances. */
interface Live {
  readonly totals: Float64Array;
  readonly chances: Float64Array;
}

function settle(
  stretches: readonly Stretch[],
  shares: readonly GrowingShare[],
  { down, up }: Reach,
  { totals, chances }: Live,
): Live {
  const pieces = { pieces: stretches };
  let size = 0;
  for (let index = 0; index < totals.length; index += 1) {
    const total = float64At(totals, index);
    const low = pieceAt(pieces, total + down);
    if (low === pieceAt(pieces, total + up))
      itemAt(shares, low).add(total, float64At(chances, index));
    else {
      totals[size] = total;
      chances[size] = float64At(chances, index);
      size += 1;
    }
  }
  return { totals: totals.subarray(0, size), chances: chances.subarray(0, size) };
}

function merged({ totals, chances }: Live, deal: UncertainDeal): Live {
  const { won, lost } = chanceOf(deal);
  const { length } = totals;
  const beyond = Infinity;
  const out = { totals: new Float64Array(length * 2), chances: new Float64Array(length * 2) };
  let [i, j, size] = [0, 0, 0];
  while (i < length || j < length) {
    const a = i < length ? float64At(totals, i) : beyond;
    const b = j < length ? float64At(totals, j) + deal.amount : beyond;
    out.totals[size] = a < b ? a : b;
    out.chances[size] =
      (a <= b ? float64At(chances, i) * lost : 0) + (b <= a ? float64At(chances, j) * won : 0);
    if (a <= b) i += 1;
    if (b <= a) j += 1;
    size += 1;
  }
  return { totals: out.totals.subarray(0, size), chances: out.chances.subarray(0, size) };
}

/**
 * Lays the distribution of the last deals against the totals so far; false when that would take too
 * long.
 */
function laid(
  stretches: readonly Stretch[],
  shares: readonly GrowingShare[],
  live: Live,
  last: readonly UncertainDeal[],
): boolean {
  const rest = last.reduce<Live>(merged, {
    totals: Float64Array.of(0),
    chances: Float64Array.of(1),
  });
  const classes = new Map(
    [...new Set(stretches.map(({ modulus }) => modulus))].map((modulus) => [
      modulus,
      byRest(rest, modulus),
    ]),
  );
  const work = stretches.reduce(
    (sum, { modulus }) => sum + (classes.get(modulus)?.length ?? 0) * live.totals.length,
    0,
  );
  if (work > HALVES_WORK) return false;
  for (const deal of last) for (const one of shares) one.take(deal);
  for (const [index, { from, modulus }] of stretches.entries()) {
    const to = stretches[index + 1]?.from ?? Infinity;
    for (const group of classes.get(modulus) ?? [])
      itemAt(shares, index).addShare(windowed(live, group, modulus, from, to));
  }
  return true;
}

interface Prefixed {
  readonly remainder: number;
  readonly totals: Float64Array;
  /** Chance, and chance × total, of everything before each index; compensated. */
  readonly before: Float64Array;
  readonly momentBefore: Float64Array;
}

/** One list a remainder that occurs, each ascending. */
function byRest({ totals, chances }: Live, modulus: number): readonly Prefixed[] {
  const sizes = new Int32Array(modulus);
  for (const total of totals)
    sizes[restOf(total, modulus)] = int32At(sizes, restOf(total, modulus)) + 1;
  const lists = Array.from(sizes, (size, remainder) => new Filling(remainder, size));
  for (let index = 0; index < totals.length; index += 1)
    itemAt(lists, restOf(float64At(totals, index), modulus)).push(
      float64At(totals, index),
      float64At(chances, index),
    );
  return lists.filter(({ size }) => size > 0);
}

class Filling implements Prefixed {
  readonly totals: Float64Array;
  readonly before: Float64Array;
  readonly momentBefore: Float64Array;
  size = 0;
  private mass = new Compensated();
  private moment = new Compensated();

  constructor(
    readonly remainder: number,
    length: number,
  ) {
    this.totals = new Float64Array(length);
    this.before = new Float64Array(length + 1);
    this.momentBefore = new Float64Array(length + 1);
  }

  push(total: number, chance: number): void {
    this.totals[this.size] = total;
    this.mass.add(chance);
    this.moment.add(chance * total);
    this.size += 1;
    this.before[this.size] = this.mass.value;
    this.momentBefore[this.size] = this.moment.value;
  }
}

/** Both lists ascend: as the total so far grows, the window of what may be added moves down. */
function windowed(
  live: Live,
  { totals, before, momentBefore, remainder }: Prefixed,
  modulus: number,
  low: number,
  high: number,
): FloatingShare {
  const [mass, moment, rests] = [new Compensated(), new Compensated(), new Float64Array(modulus)];
  let [from, to] = [totals.length, totals.length];
  for (let index = 0; index < live.totals.length; index += 1) {
    const total = float64At(live.totals, index);
    while (from > 0 && float64At(totals, from - 1) + total >= low) from -= 1;
    while (to > 0 && float64At(totals, to - 1) + total >= high) to -= 1;
    if (to <= from) continue;
    const chance = float64At(live.chances, index);
    const inside = float64At(before, to) - float64At(before, from);
    mass.add(chance * inside);
    moment.add(
      chance * (inside * total + float64At(momentBefore, to) - float64At(momentBefore, from)),
    );
    const rest = restOf(total + remainder, modulus);
    rests[rest] = float64At(rests, rest) + chance * inside;
  }
  return { mass: mass.value, moment: moment.value, rests };
}
