import { yuanNumber } from '#domain/money/fen.ts';
import { gapOf } from '#domain/rebate/figures.ts';
import { SALES_PARAMETERS, figureOfEach, orNothing } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

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
