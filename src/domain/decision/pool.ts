import { MOST_PARTNERS } from '../bounds.ts';
import { itemAt } from '../columns.ts';
import { rebateCurve, rebateOn } from '../forecast/rebate-curve.ts';
import { type Fen, NO_FEN, addFen, subtractFen, sumFen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import { type Result, fail, ok } from '../result.ts';
import type { DecisionFact } from './decision.facts.ts';
import { proportionalShares, shapleyShares } from './fair-split.ts';

/**
 * What partners earn on joined sales, and three ways to split it; every split adds up to `joint` to
 * the fen.
 */
export interface Pool {
  readonly joint: Fen;
  /** Joint rebate less what each earns alone. */
  readonly surplus: Fen;
  readonly partners: readonly PoolPartner[];
}

interface PoolPartner {
  readonly sales: Fen;
  readonly alone: Fen;
  /** Shapley: the mean of what this partner's sales add, over every order of joining. */
  readonly fair: Fen;
  /** What it earns alone and an equal part of the surplus. */
  readonly equal: Fen;
  /** By sales. */
  readonly proRata: Fen;
}

/**
 * Pooling is a what-if: it needs the vendor's consent, a contract, and registration under the true
 * names.
 *
 * @param sales one amount a partner, fen; they earn and set the tier. Exact for up to 16
 *   partners, a fact beyond
 */
export function pool(component: Component, sales: readonly Fen[]): Result<Pool, DecisionFact> {
  if (sales.length > MOST_PARTNERS)
    return fail({
      code: 'decision.too-many-partners',
      partners: sales.length,
      most: MOST_PARTNERS,
    });
  if (!Number.isSafeInteger(sales.reduce<number>((sum, amount) => sum + Math.abs(amount), 0)))
    return fail({ code: 'decision.too-large' });
  const curve = rebateCurve(component);
  const joint = rebateOn(curve, sumFen(sales));
  const alone = sales.map((amount) => rebateOn(curve, amount));
  const surplus = subtractFen(joint, sumFen(alone));
  const fair = shapleyShares(sales.length, (mask) =>
    mask === 0 ? NO_FEN : rebateOn(curve, salesOf(sales, mask)),
  );
  const bonus = proportionalShares(
    surplus,
    sales.map(() => 1),
  );
  const proRata = proportionalShares(joint, sales);
  const at = (shares: readonly Fen[], index: number): Fen => itemAt(shares, index);
  return ok({
    joint,
    surplus,
    partners: sales.map((amount, index) => ({
      sales: amount,
      alone: at(alone, index),
      fair: at(fair, index),
      equal: addFen(at(alone, index), at(bonus, index)),
      proRata: at(proRata, index),
    })),
  });
}

const salesOf = (sales: readonly Fen[], mask: number): number =>
  sales.reduce((sum, amount, index) => sum + ((mask >> index) % 2 === 1 ? amount : 0), 0);
