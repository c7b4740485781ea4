import { float64At, itemAt, numberAt } from '../columns.ts';
import type { OrderBook } from './order-book.ts';
import { isInTier, type TierWalk } from './tier-walk.ts';

/** Ends of windows and slices are few; a book that is asked about more keeps no more of them. */
const MOST_KEPT = 2_000;

/** Of more of them only the sums that were asked for are kept. */
const FEW_CATEGORIES = 100;

/** Fen by category of the book; the last entry is of the orders without one. */
export interface Sums {
  readonly all: Float64Array;
  /** Of the refunds among them: zero or less. */
  readonly refunds: Float64Array;
}

/**
 * What the orders before a position of a book come to, by category: every component, and every
 * other reading of it, ends its slices on the same days, and the orders between two of them are
 * added up once for all.
 */
class SumsToPosition {
  private readonly book: OrderBook;
  /** Ascending. */
  private readonly positions: number[] = [0];
  private readonly sums: Sums[];

  constructor(book: OrderBook) {
    this.book = book;
    const none = new Float64Array(book.categories.length + 1);
    this.sums = [{ all: none, refunds: none }];
  }

  at(position: number): Sums {
    let below = this.lastUpTo(position);
    let [from, sums] = [numberAt(this.positions, below), itemAt(this.sums, below)];
    while (from < position) {
      // The ends of blocks on the way are asked for next: no order is added up twice.
      const to = sums.all.length > FEW_CATEGORIES ? position : endOfBlock(from, position);
      sums = this.added(sums, from, to);
      from = to;
      if (this.positions.length >= MOST_KEPT) continue;
      below++;
      this.positions.splice(below, 0, to);
      this.sums.splice(below, 0, sums);
    }
    return sums;
  }

  private lastUpTo(position: number): number {
    let [low, high] = [0, this.positions.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.positions[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private added(before: Sums, from: number, to: number): Sums {
    const { amount, category } = this.book;
    const all = before.all.slice();
    const refunds = before.refunds.slice();
    const none = all.length - 1;
    for (let at = from; at < to; at++) {
      const own = category[at]!;
      const of = own < 0 ? none : own;
      const sum = amount[at]!;
      all[of] = all[of]! + sum;
      if (sum < 0) refunds[of] = refunds[of]! + sum;
    }
    return { all, refunds };
  }
}

const kept = new WeakMap<OrderBook, SumsToPosition>();

/** The sums of a book, made once and kept as long as it. */
export function sumsToPosition(book: OrderBook): SumsToPosition {
  let sums = kept.get(book);
  if (sums === undefined) kept.set(book, (sums = new SumsToPosition(book)));
  return sums;
}

/** Orders that are tried together, from a multiple of as many on: the sums up to there are kept. */
const BLOCK = 1 << 12;

/** Fewer are walked sooner than tried. */
export const FEWEST = 1 << 8;

/** Behind the orders that are tried together with the one at `position`. */
export const endOfBlock = (position: number, end: number): number =>
  Math.min(end, (Math.floor(position / BLOCK) + 1) * BLOCK);

/**
 * Tier sales after orders that cannot leave the tier, in whichever order they stand: not with all
 * refunds first, nor with all refunds last. `undefined` where they might.
 *
 * @param units - tier sales before them, in units of the walk
 * @param weights - units a fen counts, by category
 * @param before - sums of the book up to the first of them
 * @param after - sums up to the last
 */
export function unitsInTierAfter(
  walk: TierWalk,
  tier: number,
  units: number,
  weights: readonly number[],
  before: Sums,
  after: Sums,
): number | undefined {
  let [least, most] = [units, units];
  for (const [of, weight] of weights.entries()) {
    const refunds = after.refunds[of]! - before.refunds[of]!;
    least += refunds * weight;
    most += (after.all[of]! - before.all[of]! - refunds) * weight;
  }
  const stays =
    Number.isSafeInteger(least) &&
    Number.isSafeInteger(most) &&
    isInTier(walk, tier, least) &&
    isInTier(walk, tier, most);
  return stays ? least + most - units : undefined;
}

/** What no order between two positions can weigh more than: all of them together. */
export function mostWeight(weights: readonly number[], before: Sums, after: Sums): number {
  let most = 0;
  for (const [of, weight] of weights.entries()) {
    const refunds = float64At(after.refunds, of) - float64At(before.refunds, of);
    const all = float64At(after.all, of) - float64At(before.all, of);
    most = Math.max(most, (all - refunds) * weight);
  }
  return most;
}
