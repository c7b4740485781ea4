import type { DecisionFact } from '#domain/decision/decision.facts.ts';
import type { Sentences } from '../sentences.ts';

export const decision: Sentences<DecisionFact> = {
  'decision.unequal-lists': ({ deals, costs }) =>
    `商机有 ${deals} 个，成本有 ${costs} 个，请给每个商机填一个成本。`,
  'decision.no-such-tier': ({ tier, tiers }) => `没有第 ${tier} 档，请填 0 到 ${tiers} 的整数。`,
  'decision.unreachable': ({ tier }) =>
    `把这些商机全部算上也到不了第 ${tier} 档，请改选较低的档位或补充商机。`,
  'decision.rules-too-large': ({ deals, most }) =>
    `有 ${deals} 个商机因“互斥”“依赖”连在一起，最多只能一起判断 ${most} 个，请减少这些限制。`,
  'decision.too-large': () =>
    '商机太多且金额过于接近，无法证明哪一组最优；请把金额取整到百元或千元，或去掉小额商机。',
  'decision.too-many-partners': ({ partners, most }) =>
    `共有 ${partners} 个伙伴，公平分摊最多精确计算 ${most} 个，请先合并小伙伴。`,
};
