import { NO_FEN, addFen, fen } from '../money/fen.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import { type AdviceBasis, commonAssumptions, differenceFact } from './advice-basis.ts';

const MOST_NAMED = 8;

/** 先答疑: open questions, and what their answers could change at the least and at the most. */
export function adviseAnswers(basis: AdviceBasis): readonly Advice[] {
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
        ...questions.each
          .slice(0, MOST_NAMED)
          .map(({ question, least, most: own }): AdviceFact => ({
            code: 'advice.question',
            cell: question.cell,
            typed: question.typed,
            least,
            most: own,
          })),
        ...(questions.count > MOST_NAMED
          ? [{ code: 'advice.more', count: questions.count - MOST_NAMED } as const]
          : []),
      ],
      assumptions: commonAssumptions(basis).filter(({ code }) => code !== 'advice.open-questions'),
    },
  ];
}
