import { yuanNumber } from '#domain/money/fen.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { type Holding, portfolioRebate } from '#domain/rebate/portfolio.ts';
import { type Cells, cellAt, isEmpty, isErrorCell, requireShape } from './cells.ts';
import { inRow } from './deal-cells.ts';
import { onlyCellOf } from './only-cell.ts';
import { payersOn, holdingKey } from './payers.ts';
import { errorCell } from './plain-cell.ts';
import { policyOf } from './policy-argument.ts';
import { amountReader } from './read-amount.ts';
import { requiredCells } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

/** `=REBATE_TOTAL(items,sales,[policy],[date])`: rebate in yuan of a whole portfolio. */
export const rebateTotal: FunctionSpec = {
  id: 'REBATE_TOTAL',
  parameters: [
    { name: 'items', dimensionality: 'matrix' },
    { name: 'sales', dimensionality: 'matrix' },
    { name: 'policy', dimensionality: 'matrix', optional: true },
    { name: 'date', dimensionality: 'matrix', optional: true },
  ],
  result: 'scalar',
  run: ([itemsArgument, salesArgument, policyArgument, date], caller) => {
    const items = requiredCells('items', itemsArgument);
    const sales = requiredCells('sales', salesArgument);
    requireShape(sales, items);
    const policy = policyOf(policyArgument, caller);
    const components = payersOn(policy, onlyCellOf('date', date), caller.date1904);
    return yuanNumber(portfolioRebate(components, holdingsOf(policy, items, sales)));
  },
};

function holdingsOf(policy: Policy, items: Cells, sales: Cells): readonly Holding[] {
  const holdings: Holding[] = [];
  const readSales = amountReader(sales);
  sales.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const item = cellAt(items, row, column);
      if (isErrorCell(item)) inRow(row, errorCell('items', item));
      if (isEmpty(cell) || (cell === 0 && isEmpty(item))) return;
      const key = holdingKey(policy, item);
      const amount = readSales(cell);
      if (amount !== '') holdings.push({ categoryKey: inRow(row, key), sales: inRow(row, amount) });
    }),
  );
  return holdings;
}
