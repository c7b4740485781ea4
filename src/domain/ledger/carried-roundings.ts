import { REST_UNITS } from '../money/fen.ts';
import { type LedgerDraft, ORDER, REFUND } from './ledger-draft.ts';

/**
 * Amounts finer than a fen are added exactly and rounded once: what rounding took from a row is
 * carried to the next rows of its category, in the order of their days, until it makes a fen. The
 * sum of all counted rows is then the exact sum, rounded; that of any stretch of them is within a
 * fen of it.
 */
export function carryRoundings(draft: LedgerDraft): void {
  const { kind, rests, amount } = draft;
  const counted = [...rests.keys()].filter(
    (index) => kind[index] === ORDER || kind[index] === REFUND,
  );
  const place = (index: number): readonly number[] => [
    draft.category[index] ?? -1,
    draft.day[index] ?? 0,
    index,
  ];
  counted.sort((a, b) => compare(place(a), place(b)));
  const sum = new ExactFen();
  let given = 0;
  for (const index of counted) {
    const own = amount[index] ?? 0;
    sum.add(own, rests.get(index) ?? 0);
    amount[index] = sum.rounded - given;
    given = sum.rounded;
  }
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

/**
 * Whole fen and the units of a part of one; both stay whole numbers that a double holds exactly.
 */
class ExactFen {
  private fen = 0;
  private units = 0;

  add(fen: number, units: number): void {
    const all = this.units + units;
    const carried = Math.trunc(all / REST_UNITS);
    this.fen += fen + carried;
    this.units = all - carried * REST_UNITS;
  }

  /** Half a fen goes away from zero. */
  get rounded(): number {
    const half = REST_UNITS / 2;
    const isPositive = this.fen > 0 || (this.fen === 0 && this.units > 0);
    const up = isPositive ? this.units >= half : this.units > half;
    const down = isPositive ? this.units < -half : this.units <= -half;
    return this.fen + (up ? 1 : 0) - (down ? 1 : 0);
  }
}
