import { GRID_CELLS, GRID_WORK } from '../bounds.ts';
import { float64At, itemAt } from '../columns.ts';
import { greatestCommonDivisor } from '../money/ratio.ts';
import { type FloatingShare, GrowingShare, chanceOf } from './floating-share.ts';
import { pieceAt } from './rebate-curve.ts';
import type { Stretch } from './share.ts';
import type { Prospects, UncertainDeal } from './uncertain-deals.ts';

/**
 * The distribution over the grid that all amounts lie on (their greatest common divisor), one cell
 * a total up to the last threshold; what is beyond it needs no cell. null when that is too many
 * cells: 300 deals in yuan may lie two million yuan below the last threshold, 300 deals in 万
 * anywhere.
 */
export function sumsOnGrid(
  stretches: readonly Stretch[],
  prospects: Prospects,
): readonly FloatingShare[] | null {
  const { committed, deals } = upwards(prospects);
  const grid = deals.reduce((divisor, { amount }) => greatestCommonDivisor(divisor, amount), 0);
  const last = stretches.at(-1) as Stretch;
  const reach = deals.reduce((sum, { amount }) => sum + amount, committed);
  const cells =
    grid === 0 ? 1 : Math.max(0, Math.ceil((Math.min(last.from, reach + 1) - committed) / grid));
  if (cells > GRID_CELLS || touched(deals, grid, cells) > GRID_WORK) return null;
  const shares = stretches.map(({ modulus }) => new GrowingShare(modulus));
  const beyond = shares.at(-1) as GrowingShare;
  const chances = new Float64Array(cells);
  if (cells > 0) chances[0] = 1;
  else beyond.add(committed, 1);
  let filled = Math.min(1, cells);
  for (const deal of deals) {
    const steps = deal.amount / grid;
    const { won, lost } = chanceOf(deal);
    beyond.take(deal);
    leave(chances, filled, steps, cells, (cell, chance) =>
      beyond.add(committed + cell * grid, chance * won),
    );
    const next = Math.min(cells, filled + steps);
    for (let cell = next - 1; cell >= steps; cell -= 1)
      chances[cell] = float64At(chances, cell) * lost + float64At(chances, cell - steps) * won;
    for (let cell = Math.min(steps, next) - 1; cell >= 0; cell -= 1)
      chances[cell] = float64At(chances, cell) * lost;
    filled = next;
  }
  share(stretches, shares, chances, committed, grid);
  return shares.map((one) => one.share());
}

/**
 * A loss of `a` with chance p is `a` for sure and a gain of `-a` with chance 1 − p: only gains
 * remain, smallest first.
 */
function upwards({ committed, deals }: Prospects): {
  readonly committed: number;
  readonly deals: readonly UncertainDeal[];
} {
  const turned = deals.map((deal) =>
    deal.amount < 0 ? { amount: -deal.amount, win: deal.lose, lose: deal.win } : deal,
  );
  return {
    committed: deals.reduce((sum, { amount }) => sum + Math.min(amount, 0), committed),
    deals: turned.sort((a, b) => a.amount - b.amount),
  };
}

function touched(deals: readonly UncertainDeal[], grid: number, cells: number): number {
  let [filled, sum] = [1, 0];
  for (const { amount } of deals) {
    filled = Math.min(cells, filled + amount / grid);
    sum += filled;
  }
  return sum;
}

/** Hands over the totals that a deal takes beyond the last cell. */
function leave(
  chances: Float64Array,
  filled: number,
  steps: number,
  cells: number,
  hand: (cell: number, chance: number) => void,
): void {
  for (let cell = Math.max(0, cells - steps); cell < filled; cell += 1)
    if (float64At(chances, cell) > 0) hand(cell + steps, float64At(chances, cell));
}

function share(
  stretches: readonly Stretch[],
  shares: readonly GrowingShare[],
  chances: Float64Array,
  committed: number,
  grid: number,
): void {
  const pieces = { pieces: stretches };
  chances.forEach((chance, cell) => {
    if (chance > 0)
      itemAt(shares, pieceAt(pieces, committed + cell * grid)).add(committed + cell * grid, chance);
  });
}
