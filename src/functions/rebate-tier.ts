import { tierAt } from '#domain/rebate/figures.ts';
import { SALES_PARAMETERS, figureOfEach } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

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
