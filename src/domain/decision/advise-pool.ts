import { MOST_POOLED } from '../bounds.ts';
import { float64At, itemAt } from '../columns.ts';
import { type Fen, NO_FEN, fen, subtractFen, sumFen } from '../money/fen.ts';
import { bookOf, type SupposedOrder } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import { proportionalShares, shapleyShares } from './fair-split.ts';
import {
  type AdviceBasis,
  commonAssumptions,
  conditionsMet,
  differenceOf,
  raisedBy,
} from './advice-basis.ts';
import type { Partner } from '../pipeline/suppositions.ts';

/**
 * 拼单: only as a what-if with figures the user has from partners or regions, and only with its
 * conditions.
 */
export function advisePooling(basis: AdviceBasis): readonly Advice[] {
  const { partners } = basis.supposed;
  if (partners.length === 0 || partners.length > MOST_POOLED) return [];
  const alone = [basis.now, ...partners.map((partner) => worthAlone(basis, [partner]))];
  const { gain, fact } = differenceOf(
    basis,
    partners.flatMap((partner) => ordersOf(basis, partner)),
  );
  const joint = fen(basis.now + gain);
  const surplus = subtractFen(joint, sumFen(alone));
  if (surplus <= 0) return [];
  const ours = countedSales(basis);
  const sales = [
    ours,
    ...partners.map(({ sales: own }) => sumFen(own.map(({ amount }) => amount))),
  ];
  const splits = {
    fair: shapleyShares(partners.length + 1, (mask) => worthOfCoalition(basis, mask)),
    bonus: proportionalShares(
      surplus,
      sales.map(() => 1),
    ),
    proRata: proportionalShares(joint, sales),
  };
  const shareOf = (index: number) => ({
    sales: itemAt(sales, index),
    alone: itemAt(alone, index),
    fair: itemAt(splits.fair, index),
    equal: fen(itemAt(alone, index) + itemAt(splits.bonus, index)),
    proRata: itemAt(splits.proRata, index),
  });
  return [
    {
      kind: 'pool',
      yuan: surplus,
      cost: NO_FEN,
      probability: null,
      raises: raisedBy(
        basis,
        partners.flatMap((partner) => ordersOf(basis, partner)),
      ),
      orders: [],
      title: { code: 'advice.pool', partners: partners.length, joint, surplus },
      explanation: [
        fact,
        { code: 'advice.our-share', ...shareOf(0) },
        ...partners.map((partner, index): AdviceFact => ({
          code: 'advice.partner-share',
          name: partner.name,
          ...shareOf(index + 1),
        })),
      ],
      assumptions: [
        ...commonAssumptions(basis),
        ...conditionsMet(basis),
        { code: 'advice.pool-consent' },
        { code: 'advice.true-orders-only' },
      ],
    },
  ];
}

const ordersOf = ({ asOf }: AdviceBasis, { sales }: Partner): readonly SupposedOrder[] =>
  sales.map(({ category, amount }) => ({ category, amount, day: asOf }));

const worthAlone = ({ policy, asOf, ...rest }: AdviceBasis, partners: readonly Partner[]): Fen =>
  partners.length === 0
    ? NO_FEN
    : totalRebate(
        policy,
        bookOf(partners.flatMap((partner) => ordersOf({ policy, asOf, ...rest }, partner))),
        asOf,
      );

/** Bit 0 is us with our whole book, the others the partners in order. */
function worthOfCoalition(basis: AdviceBasis, mask: number): Fen {
  const partners = basis.supposed.partners.filter((_, index) => (mask >> (index + 1)) % 2 === 1);
  return mask % 2 === 1
    ? basis.worth(partners.flatMap(({ sales }) => sales))
    : worthAlone(basis, partners);
}

function countedSales({ book }: AdviceBasis): Fen {
  let total = 0;
  for (let position = 0; position < book.size; position += 1)
    total += float64At(book.amount, position);
  return fen(total);
}
