import { yuanNumber } from '#domain/money/fen.ts';
import { gainOf } from '#domain/rebate/figures.ts';
import { SALES_PARAMETERS, figureOfEach, orNothing } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

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
