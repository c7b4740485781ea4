import { subtractFen, NO_FEN, addFen, fen } from '../money/fen.ts';
import type { Advice } from './advice.ts';
import { adviseBundles } from './advise-bundle.ts';
import { adviseHeadroom } from './advise-headroom.ts';
import { adviseOtherTiers } from './advise-other-tiers.ts';
import { adviseHolding, adviseClosingGaps } from './advise-hold.ts';
import { advisePooling } from './advise-pool.ts';
import { advisePullingIn } from './advise-pull-in.ts';
import { adviseRenewals } from './advise-renewals.ts';
import { adviseSensitivity } from './advise-sensitivity.ts';
import { adviseSharing } from './advise-share.ts';
import {
  type AdviceInput,
  adviceBasis,
  type AdviceBasis,
  commonAssumptions,
  differenceFact,
  firstSaid,
  missing,
  named,
} from './advice-basis.ts';
import type { AdviceFact } from './advice.facts.ts';
import type { BlockedFact } from '../rebate/rebate.facts.ts';
import type { Window } from '../rebate/window.ts';

/**
 * Windows whose figure the ledger or the facts cannot support: nothing is advised from them, and
 * what is missing is said.
 */
const adviseMissing = ({ rebate }: AdviceBasis): readonly Advice[] =>
  rebate.windows.flatMap((window) => {
    const reason = missingIn(window);
    return reason === null
      ? []
      : [missing({ code: 'advice.not-from', window: named(window) }, reason)];
  });

const missingIn = ({ open, blocked, reason }: Window): BlockedFact | null =>
  open && blocked === 'unknown' && reason !== null && isBlock(reason) ? reason : null;

const isBlock = (reason: NonNullable<Window['reason']>): reason is BlockedFact =>
  reason.code !== 'rebate.gate-unmet' && reason.code !== 'rebate.gate-unknown';

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

const MOST_NAMED = 8;

const oneQuestion = ({
  question: { cell, typed },
  least,
  most,
}: AdviceBasis['questions']['each'][number]): AdviceFact => ({
  code: 'advice.question',
  cell,
  typed,
  least,
  most,
});

/** 先答疑: open questions, and what their answers could change at the least and at the most. */
function adviseAnswers(basis: AdviceBasis): readonly Advice[] {
  const { questions, now } = basis;
  if (questions.count === 0) return [];
  const most = questions.most >= -questions.least ? questions.most : questions.least;
  return [
    {
      kind: 'answer-questions',
      yuan: fen(Math.abs(most)),
      cost: NO_FEN,
      probability: null,
      raises: [],
      orders: [],
      title: {
        code: 'advice.answer',
        count: questions.count,
        least: questions.least,
        most: questions.most,
      },
      explanation: [
        differenceFact(now, addFen(now, most)),
        ...firstSaid(questions.each, MOST_NAMED, oneQuestion, questions.count),
      ],
      assumptions: commonAssumptions(basis).filter(({ code }) => code !== 'advice.open-questions'),
    },
  ];
}
