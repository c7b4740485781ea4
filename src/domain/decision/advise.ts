import { subtractFen } from '../money/fen.ts';
import type { Advice } from './advice.ts';
import { adviseAnswers } from './advise-answers.ts';
import { adviseBundles } from './advise-bundle.ts';
import { adviseClosingGaps } from './advise-close-gap.ts';
import { adviseHeadroom } from './advise-headroom.ts';
import { adviseMissing } from './advise-missing.ts';
import { adviseOtherTiers } from './advise-other-tiers.ts';
import { adviseHolding } from './advise-hold.ts';
import { advisePooling } from './advise-pool.ts';
import { advisePullingIn } from './advise-pull-in.ts';
import { adviseRenewals } from './advise-renewals.ts';
import { adviseSensitivity } from './advise-sensitivity.ts';
import { adviseSharing } from './advise-share.ts';
import { type AdviceInput, adviceBasis } from './advice-basis.ts';

const BUILDERS = [
  adviseClosingGaps,
  adviseOtherTiers,
  advisePullingIn,
  adviseHolding,
  advisePooling,
  adviseBundles,
  adviseSharing,
  adviseHeadroom,
  adviseRenewals,
  adviseSensitivity,
  adviseAnswers,
  adviseMissing,
] as const;

/**
 * What to do, most yuan after cost first. Pure: the same ledger, policy, day and suppositions give
 * the same advice. Every figure in `yuan` is the difference of two full recomputations of the whole
 * portfolio.
 */
export function advise(input: AdviceInput): readonly Advice[] {
  const basis = adviceBasis(input);
  return BUILDERS.flatMap((build) => build(basis))
    .map((advice, index) => ({ advice, index, net: subtractFen(advice.yuan, advice.cost) }))
    .sort((a, b) => b.net - a.net || a.index - b.index)
    .map(({ advice }) => advice);
}
