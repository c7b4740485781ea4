import type { DecisionFact } from '#domain/decision/decision.facts.ts';
import type { Sentences } from '../sentences.ts';

export const decision: Sentences<DecisionFact> = {
  'decision.unequal-lists': ({ deals, costs }) =>
    `There are ${deals} deals and ${costs} costs: give one cost a deal.`,
  'decision.no-such-tier': ({ tier, tiers }) =>
    `There is no tier ${tier}: give a whole number from 0 to ${tiers}.`,
  'decision.unreachable': ({ tier }) =>
    `Tier ${tier} stays out of reach even with all these deals: choose a lower tier or add deals.`,
  'decision.rules-too-large': ({ deals, most }) =>
    `${deals} deals hang together by "needs" and "excludes": at most ${most} can be decided ` +
    'together, so loosen some of them.',
  'decision.too-large': () =>
    'These deals are too many and too alike for a proven best set: round the amounts (to ' +
    '100 or 1,000 yuan) or leave small deals out.',
  'decision.too-many-partners': ({ partners, most }) =>
    `There are ${partners} partners: a fair share is exact for at most ${most}, so put ` +
    'small ones together.',
};
