import { expectedRebate, chanceOfTier } from '#domain/forecast/distribution.ts';
import { yuanNumber } from '#domain/money/fen.ts';
import { committedOf, forecastOrError, uncertainDeals } from './forecast-arguments.ts';
import { onePayer } from './one-payer.ts';
import type { FunctionSpec } from './spec.ts';
import { readTier } from './read-tier.ts';

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

/**
 * `=REBATE_CHANCE(committed,deals,probabilities,tier,[item],[policy],[date])`: exact chance of that
 * tier or better.
 */
export const rebateChance: FunctionSpec = {
  id: 'REBATE_CHANCE',
  parameters: [
    { name: 'committed', dimensionality: 'matrix' },
    { name: 'deals', dimensionality: 'matrix' },
    { name: 'probabilities', dimensionality: 'matrix' },
    { name: 'tier', dimensionality: 'scalar' },
    { name: 'item', dimensionality: 'matrix', optional: true },
    { name: 'policy', dimensionality: 'matrix', optional: true },
    { name: 'date', dimensionality: 'matrix', optional: true },
  ],
  result: 'scalar',
  run: ([committed, deals, probabilities, tier, item, policy, date], caller) => {
    const component = onePayer(policy, item, date, caller);
    const { amounts, beside } = uncertainDeals(deals, probabilities);
    return forecastOrError(
      chanceOfTier(component, committedOf(committed), amounts, beside, readTier(tier, component)),
    ).toNumber();
  },
};
