import { yuanNumber } from '#domain/money/fen.ts';
import { mapCells } from './cells.ts';
import { amountReader } from './read-amount.ts';
import { requiredCells } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

/**
 * `=REBATE_MONEY(text)`: the yuan in ￥58,000.00, 12.5万, (5,000.00) …; an error where the unit or
 * the currency is open.
 */
export const rebateMoney: FunctionSpec = {
  id: 'REBATE_MONEY',
  parameters: [{ name: 'text', dimensionality: 'matrix' }],
  result: 'matrix',
  run: ([text]) => {
    const cells = requiredCells('text', text);
    const read = amountReader(cells);
    return mapCells(cells, (cell) => {
      const amount = read(cell);
      return typeof amount === 'number' ? yuanNumber(amount) : amount;
    });
  },
};
