import type { Decimal } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { OrderBook } from './order-book.ts';
import type { TierLine } from './window.ts';
import type { RunSlice, WindowRun } from './window-run.ts';
import { marginalByTier } from './marginal-lines.ts';
import { Working } from './working.ts';

/**
 * How a window's rebate came about. The lines' rebates add up to the window's rebate to the fen.
 */
export function linesOf(
  run: WindowRun,
  last: RunSlice,
  book: OrderBook,
  pays: boolean,
): readonly TierLine[] {
  const working = new Working(run.component).earns(earnedParts(run, last, book)).adjust(last.steps);
  if (!pays && !working.total.isZero())
    working.adjust([{ tier: last.tier, kind: 'stacking', change: working.total.neg() }]);
  return working.lines;
}

interface Part {
  readonly tier: number;
  readonly sales: Fen;
  readonly rebate: Decimal;
}

function earnedParts(run: WindowRun, last: RunSlice, book: OrderBook): readonly Part[] {
  const { component } = run;
  if (component.scheme !== 'marginal') {
    const above =
      component.scheme === 'increment' && last.tier > 0
        ? last.sales - (component.baseline ?? 0)
        : last.sales;
    return [{ tier: last.tier, sales: fen(above), rebate: last.earned }];
  }
  return marginalByTier(run, last, book);
}
