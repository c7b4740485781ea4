import { yuanNumber } from '#domain/money/fen.ts';
import { cushionOf } from '#domain/rebate/figures.ts';
import { SALES_PARAMETERS, figureOfEach } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

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
