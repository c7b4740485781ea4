import { itemAt } from '#domain/columns.ts';
import { yuanNumber } from '#domain/money/fen.ts';
import { amountOf } from '#domain/rebate/figures.ts';
import { jointAmount } from '#domain/rebate/portfolio.ts';
import { SALES_PARAMETERS, jointFigureOfEach } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

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
