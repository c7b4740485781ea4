import type { ForecastFact } from '#domain/forecast/forecast.facts.ts';
import type { Sentences } from '../sentences.ts';

export const forecast: Sentences<ForecastFact> = {
  'forecast.not-a-probability': ({ position, value }) =>
    `Probability ${position + 1} is ${value}: write a number from 0 to 1, or 60%.`,
  'forecast.unequal-lists': ({ deals, probabilities }) =>
    `There are ${deals} deals and ${probabilities} probabilities: give one probability a deal.`,
  'forecast.no-such-tier': ({ tier, tiers }) =>
    `There is no tier ${tier}: give a whole number from 0 to ${tiers}.`,
  'forecast.too-large': ({ deals }) =>
    `${deals} deals with so many different amounts near a threshold cannot be exact: round ` +
    'the amounts (to 100 or 1,000 yuan) or put small deals together.',
};
