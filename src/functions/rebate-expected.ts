import { expectedRebate } from '#domain/forecast/distribution.ts';
import { yuanNumber } from '#domain/money/fen.ts';
import { committedOf, forecastOrError, uncertainDeals } from './forecast-arguments.ts';
import { onePayer } from './one-payer.ts';
import type { FunctionSpec } from './spec.ts';

/**
 * `=REBATE_EXPECTED(committed,deals,probabilities,[item],[policy],[date])`: exact expected rebate
 * in yuan.
 */
export const rebateExpected: FunctionSpec = {
  id: 'REBATE_EXPECTED',
  parameters: [
    { name: 'committed', dimensionality: 'matrix' },
    { name: 'deals', dimensionality: 'matrix' },
    { name: 'probabilities', dimensionality: 'matrix' },
    { name: 'item', dimensionality: 'matrix', optional: true },
    { name: 'policy', dimensionality: 'matrix', optional: true },
    { name: 'date', dimensionality: 'matrix', optional: true },
  ],
  result: 'scalar',
  run: ([committed, deals, probabilities, item, policy, date], caller) => {
    const component = onePayer(policy, item, date, caller);
    const { amounts, beside } = uncertainDeals(deals, probabilities);
    return yuanNumber(
      forecastOrError(expectedRebate(component, committedOf(committed), amounts, beside)),
    );
  },
};
