import { tierAt, rateAt, amountOf, gapOf, gainOf, cushionOf } from '#domain/rebate/figures.ts';
import {
  SALES_PARAMETERS,
  figureOfEach,
  jointFigureOfEach,
  orNothing,
  requiredCells,
} from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';
import { itemAt } from '#domain/columns.ts';
import { yuanNumber } from '#domain/money/fen.ts';
import { jointAmount, type Holding, portfolioRebate } from '#domain/rebate/portfolio.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { type Cells, cellAt, isEmpty, isErrorCell, requireShape } from './cells.ts';
import { inRow } from './deal-cells.ts';
import { onlyCellOf } from './only-cell.ts';
import { payersOn, holdingKey } from './payers.ts';
import { errorCell } from './plain-cell.ts';
import { policyOf } from './policy-argument.ts';
import { amountReader } from './read-amount.ts';

/**
 * `=REBATE_TIER(sales,[item],[policy],[date],[tier_sales])`: number of the tier reached, 0 below
 * the first.
 */
export const rebateTier: FunctionSpec = {
  id: 'REBATE_TIER',
  parameters: SALES_PARAMETERS,
  result: 'matrix',
  run: (args, caller) =>
    figureOfEach(args, caller, (component, _sales, tierSales) => tierAt(component, tierSales)),
};

/**
 * `=REBATE_RATE(sales,[item],[policy],[date],[tier_sales])`: rate of the tier reached, 0.06 for 6
 * %.
 */
export const rebateRate: FunctionSpec = {
  id: 'REBATE_RATE',
  parameters: SALES_PARAMETERS,
  result: 'matrix',
  run: (args, caller) =>
    figureOfEach(args, caller, (component, _sales, tierSales) =>
      rateAt(component, tierSales).toNumber(),
    ),
};

/**
 * `=REBATE_AMOUNT(sales,[item],[policy],[date],[tier_sales])`: rebate in yuan; components that fit
 * add up.
 */
export const rebateAmount: FunctionSpec = {
  id: 'REBATE_AMOUNT',
  parameters: SALES_PARAMETERS,
  result: 'matrix',
  run: (args, caller) =>
    jointFigureOfEach(args, caller, (payers, sales, tierSales) =>
      yuanNumber(
        payers.length === 1
          ? amountOf(itemAt(payers, 0), sales, tierSales)
          : jointAmount(payers, (component) => amountOf(component, sales, tierSales)),
      ),
    ),
};

/**
 * `=REBATE_GAP(sales,[item],[policy],[date],[tier_sales])`: yuan to the next tier, 0 in the top
 * one.
 */
export const rebateGap: FunctionSpec = {
  id: 'REBATE_GAP',
  parameters: SALES_PARAMETERS,
  result: 'matrix',
  run: (args, caller) =>
    figureOfEach(args, caller, (component, _sales, tierSales) =>
      yuanNumber(orNothing(gapOf(component, tierSales))),
    ),
};

/**
 * `=REBATE_GAIN(sales,[item],[policy],[date],[tier_sales])`: what closing exactly the gap earns
 * more, in yuan.
 */
export const rebateGain: FunctionSpec = {
  id: 'REBATE_GAIN',
  parameters: SALES_PARAMETERS,
  result: 'matrix',
  run: (args, caller) =>
    figureOfEach(args, caller, (component, sales, tierSales) =>
      yuanNumber(orNothing(gainOf(component, sales, tierSales))),
    ),
};

/**
 * `=REBATE_CUSHION(sales,[item],[policy],[date],[tier_sales])`: yuan that may be refunded without
 * dropping a tier.
 */
export const rebateCushion: FunctionSpec = {
  id: 'REBATE_CUSHION',
  parameters: SALES_PARAMETERS,
  result: 'matrix',
  run: (args, caller) =>
    figureOfEach(args, caller, (component, _sales, tierSales) =>
      yuanNumber(cushionOf(component, tierSales)),
    ),
};

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
