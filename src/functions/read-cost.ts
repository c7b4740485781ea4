import type { CellRefusal } from './cell-refusal.ts';
import { type Fen, NO_FEN } from '#domain/money/fen.ts';
import type { Cells } from './cells.ts';
import { amountReader } from './read-amount.ts';

/** What it costs to bring a deal forward; an empty cell costs nothing. */
export function costReader(costs: Cells): (cell: unknown) => Fen | CellRefusal {
  const read = amountReader(costs);
  return (cell) => {
    const cost = read(cell);
    return cost === '' ? NO_FEN : cost;
  };
}
