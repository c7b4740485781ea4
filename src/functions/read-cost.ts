import { type Fen, NO_FEN } from '#domain/money/fen.ts';
import type { CellError } from './cell-error.ts';
import type { Cells } from './cells.ts';
import { amountReader } from './read-amount.ts';

/** What it costs to bring a deal forward; an empty cell costs nothing. */
export function costReader(costs: Cells): (cell: unknown) => Fen | CellError {
  const read = amountReader(costs);
  return (cell) => {
    const cost = read(cell);
    return cost === '' ? NO_FEN : cost;
  };
}
