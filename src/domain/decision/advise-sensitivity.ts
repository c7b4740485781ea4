import { Decimal } from '../money/decimal.ts';
import { NO_FEN, addFen, fen } from '../money/fen.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import { type Grounds, commonAssumptions, differenceFact, named } from './grounds.ts';
import { type Flip, flips } from './sensitivity.ts';

/** Clauses further away than this from flipping a tier are not worth a talk with the vendor. */
const NEAR = new Decimal('0.1');
const MOST = 3;

/** 条款敏感度: the clauses whose smallest change flips a tier, upward to ask for, downward to beware of. */
export function adviseSensitivity(grounds: Grounds): readonly Advice[] {
  const near = flips(grounds).filter(({ relative, effect }) => relative.lte(NEAR) && effect !== 0);
  return near.slice(0, MOST).map((flip): Advice => ({
    kind: 'sensitivity', yuan: fen(Math.abs(flip.effect)), cost: NO_FEN, probability: null, orders: [],
    title: titleOf(flip), explanation: [differenceFact(grounds.now, addFen(grounds.now, flip.effect))],
    assumptions: [...commonAssumptions(grounds), { code: 'advice.ask-vendor' }],
  }));
}

const titleOf = (flip: Flip): AdviceFact => (flip.kind === 'threshold'
  ? { code: 'advice.threshold-flips', window: named(flip.window), threshold: flip.from, needed: flip.to, gain: flip.effect }
  : { code: 'advice.weight-flips', window: named(flip.window), category: flip.category, weight: flip.from, needed: flip.to, gain: flip.effect });
