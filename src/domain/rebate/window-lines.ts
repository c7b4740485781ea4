import { type Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { tierBounds } from './figures.ts';
import type { OrderBook } from './order-book.ts';
import type { TierLine } from './window.ts';
import type { RunSlice, WindowRun } from './window-run.ts';
import { marginalByTier } from './marginal-lines.ts';

/** How a window's rebate came about. The lines' rebates add up to the window's rebate to the fen. */
export function linesOf(run: WindowRun, last: RunSlice, book: OrderBook, pays: boolean): readonly TierLine[] {
  const { component } = run;
  const lines: TierLine[] = [];
  let exact = ZERO;
  let rounded = 0;
  const push = (line: Omit<TierLine, 'rebate'>, more: Decimal): void => {
    exact = exact.plus(more);
    const now = roundFen(exact, component.rounding.mode);
    lines.push({ ...line, rebate: fen(now - rounded) });
    rounded = now;
  };
  for (const part of earnedParts(run, last, book)) push({ ...tierBounds(component, part.tier), sales: part.sales, kind: 'rate' }, part.rebate);
  for (const step of last.steps) push({ ...tierBounds(component, step.tier), sales: NO_FEN, kind: step.kind }, step.change);
  if (!pays && !exact.isZero()) push({ ...tierBounds(component, last.tier), sales: NO_FEN, kind: 'stacking' }, exact.neg());
  return lines;
}

interface Part {
  readonly tier: number;
  readonly sales: Fen;
  readonly rebate: Decimal;
}

function earnedParts(run: WindowRun, last: RunSlice, book: OrderBook): readonly Part[] {
  const { component } = run;
  if (component.scheme !== 'marginal') {
    const above = component.scheme === 'increment' && last.tier > 0 ? last.sales - (component.baseline ?? 0) : last.sales;
    return [{ tier: last.tier, sales: fen(above), rebate: last.earned }];
  }
  return marginalByTier(run, last, book);
}
