import { Decimal } from '../money/decimal.ts';
import { NO_FEN, addFen, fen } from '../money/fen.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import { type AdviceBasis, commonAssumptions, differenceFact, named } from './advice-basis.ts';
import { type Flip, flips, sameMeasure } from './sensitivity.ts';

/** Clauses further away than this from flipping a tier are not worth a talk with the vendor. */
const NEAR = new Decimal('0.1');

/**
 * 条款敏感度: for each window the clause whose smallest change flips its tier, upward to ask for,
 * downward to beware of; the others beside it.
 */
export function adviseSensitivity(basis: AdviceBasis): readonly Advice[] {
  const near = flips(basis).filter(({ relative, effect }) => relative.lte(NEAR) && effect !== 0);
  const alike = new Map<string, Flip[]>();
  for (const flip of near) {
    const key = `${flip.window.component.id} ${flip.window.period.from} ${flip.direction}`;
    alike.set(key, [...(alike.get(key) ?? []), flip]);
  }
  return [...alike.values()].map(([first, ...others]): Advice => {
    const { effect } = first as Flip;
    return {
      kind: 'sensitivity',
      yuan: fen(Math.abs(effect)),
      cost: NO_FEN,
      probability: null,
      raises: flippedUp(basis, first as Flip),
      orders: [],
      title: titleOf(first as Flip),
      explanation: [differenceFact(basis.now, addFen(basis.now, effect)), ...others.map(titleOf)],
      assumptions: [...commonAssumptions(basis), { code: 'advice.ask-vendor' }],
    };
  });
}

const titleOf = (flip: Flip): AdviceFact =>
  flip.kind === 'threshold'
    ? {
        code: 'advice.threshold-flips',
        window: named(flip.window),
        threshold: flip.from,
        needed: flip.to,
        gain: flip.effect,
      }
    : {
        code: 'advice.weight-flips',
        window: named(flip.window),
        category: flip.category,
        weight: flip.from,
        needed: flip.to,
        gain: flip.effect,
      };

/** A clause changes for all windows on one measure of sales: upward, it raises each of them. */
const flippedUp = ({ rebate }: AdviceBasis, { direction, window }: Flip): Advice['raises'] =>
  direction === 'down'
    ? []
    : rebate.windows
        .filter(
          (other) =>
            other.period.from === window.period.from &&
            other.open &&
            sameMeasure(other.component, window.component),
        )
        .map(({ id }) => id);
