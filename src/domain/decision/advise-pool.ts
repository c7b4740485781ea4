import { type Fen, NO_FEN, fen, subtractFen, sumFen } from '../money/fen.ts';
import { bookOf, type SupposedOrder } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import { proportionalShares, shapleyShares } from './fair-split.ts';
import { type Grounds, commonAssumptions, differenceOf } from './advice-basis.ts';
import type { Partner } from './what-if.ts';

/** Exact up to so many partners beside us. */
export const MOST_POOLED = 11;

/**
 * 拼单: only as a what-if with figures the user has from partners or regions, and only with its
 * conditions.
 */
export function advisePooling(grounds: Grounds): readonly Advice[] {
  const { partners } = grounds.whatIf;
  if (partners.length === 0 || partners.length > MOST_POOLED) return [];
  const alone = [grounds.now, ...partners.map((partner) => worthAlone(grounds, [partner]))];
  const { gain, fact } = differenceOf(
    grounds,
    partners.flatMap((partner) => ordersOf(grounds, partner)),
  );
  const joint = fen(grounds.now + gain);
  const surplus = subtractFen(joint, sumFen(alone));
  if (surplus <= 0) return [];
  const ours = countedSales(grounds);
  const sales = [
    ours,
    ...partners.map(({ sales: own }) => sumFen(own.map(({ amount }) => amount))),
  ];
  const splits = {
    fair: shapleyShares(partners.length + 1, (mask) => worthOfCoalition(grounds, mask)),
    bonus: proportionalShares(
      surplus,
      sales.map(() => 1),
    ),
    proRata: proportionalShares(joint, sales),
  };
  const shareOf = (index: number) => ({
    sales: sales[index] as Fen,
    alone: alone[index] as Fen,
    fair: splits.fair[index] as Fen,
    equal: fen((alone[index] as Fen) + (splits.bonus[index] as Fen)),
    proRata: splits.proRata[index] as Fen,
  });
  return [
    {
      kind: 'pool',
      yuan: surplus,
      cost: NO_FEN,
      probability: null,
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
        ...commonAssumptions(grounds),
        { code: 'advice.pool-consent' },
        { code: 'advice.true-orders-only' },
      ],
    },
  ];
}

const ordersOf = ({ asOf }: Grounds, { sales }: Partner): readonly SupposedOrder[] =>
  sales.map(({ category, amount }) => ({ category, amount, day: asOf }));

const worthAlone = ({ policy, asOf, ...rest }: Grounds, partners: readonly Partner[]): Fen =>
  partners.length === 0
    ? NO_FEN
    : totalRebate(
        policy,
        bookOf(partners.flatMap((partner) => ordersOf({ policy, asOf, ...rest }, partner))),
        asOf,
      );

/** Bit 0 is us with our whole book, the others the partners in order. */
function worthOfCoalition(grounds: Grounds, mask: number): Fen {
  const partners = grounds.whatIf.partners.filter((_, index) => (mask >> (index + 1)) % 2 === 1);
  return mask % 2 === 1
    ? grounds.worth(partners.flatMap(({ sales }) => sales))
    : worthAlone(grounds, partners);
}

function countedSales({ book }: Grounds): Fen {
  let total = 0;
  for (let position = 0; position < book.size; position += 1)
    total += book.amount[position] as number;
  return fen(total);
}
