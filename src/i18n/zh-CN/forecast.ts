import type { ForecastFact } from '#domain/forecast/forecast.facts.ts';
import type { Sentences } from '../sentences.ts';

export const forecast: Sentences<ForecastFact> = {
  'forecast.not-a-probability': ({ position, value }) =>
    `第 ${position + 1} 个概率是 ${value}，请写成 0 到 1 之间的数，或 60% 这样的百分比。`,
  'forecast.unequal-lists': ({ deals, probabilities }) =>
    `商机有 ${deals} 个，概率有 ${probabilities} 个，请给每个商机填一个概率。`,
  'forecast.no-such-tier': ({ tier, tiers }) => `没有第 ${tier} 档，请填 0 到 ${tiers} 的整数。`,
  'forecast.too-large': ({ deals }) =>
    `${deals} 个商机的金额过于零散且都在门槛附近，无法给出精确结果；` +
    '请把金额取整到百元或千元，或合并小额商机。',
};
