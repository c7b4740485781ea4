import { rateAt } from '#domain/rebate/figures.ts';
import { SALES_PARAMETERS, figureOfEach } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

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
