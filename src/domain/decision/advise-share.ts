import { includesCategory } from '../policy/category-terms.ts';
import { categoryKey } from '../catalog/category.ts';
import type { Window } from '../rebate/window.ts';
import type { Advice } from './advice.ts';
import { type CustomerShare, customerShare } from './customer-share.ts';
import { type AdviceBasis, commonAssumptions, differenceOf, openWindows } from './advice-basis.ts';
import type { PendingDeal } from '../pipeline/pending-deals.ts';

/**
 * 客户让利: for the largest pending deal of each category, what may be passed on openly without
 * losing the margin. Never to persons or departments.
 */
export function adviseSharing(basis: AdviceBasis): readonly Advice[] {
  return openWindows(basis).flatMap((window) => {
    const deal = largestOf(basis, window);
    if (deal === undefined) return [];
    const share = customerShare({
      amount: deal.amount,
      sureRate: window.rate,
      hopedRate: window.component.tiers[window.tier]?.rate ?? window.rate,
      margin: basis.supposed.margin,
      trade: basis.supposed.trade,
    });
    return share.discount <= 0 ? [] : [shareAdvice(basis, window, deal, share)];
  });
}

function largestOf({ deals }: AdviceBasis, { component }: Window): PendingDeal | undefined {
  const own = deals.filter(
    (deal) => deal.amount > 0 && includesCategory(component.categories, categoryKey(deal.category)),
  );
  return own.reduce<PendingDeal | undefined>(
    (largest, deal) => (largest === undefined || deal.amount > largest.amount ? deal : largest),
    undefined,
  );
}

function shareAdvice(
  basis: AdviceBasis,
  window: Window,
  deal: PendingDeal,
  share: CustomerShare,
): Advice {
  const { supposed, asOf } = basis;
  const { gain, fact } = differenceOf(basis, [
    { day: asOf, amount: deal.amount, category: deal.category },
  ]);
  return {
    kind: 'share',
    yuan: gain,
    cost: share.discount,
    probability: deal.probability,
    raises: [],
    orders: [deal.ledgerIndex],
    title: {
      code: 'advice.share',
      category: deal.category,
      share: share.share,
      amount: deal.amount,
      most: share.discount,
    },
    explanation: [
      {
        code: 'advice.share-left',
        reached: false,
        rate: share.missed.rate,
        left: share.missed.left,
        leftNet: share.missed.leftNet,
      },
      ...(share.reached.rate.eq(share.missed.rate)
        ? []
        : [
            {
              code: 'advice.share-left',
              reached: true,
              rate: share.reached.rate,
              left: share.reached.left,
              leftNet: share.reached.leftNet,
            } as const,
          ]),
      {
        code: 'advice.share-invoice',
        kind: supposed.trade.kind,
        rebate: share.missed.rebate,
        invoice: share.missed.rebate,
        inputTax: share.missed.tax,
      },
      {
        code: 'advice.share-statement',
        orderId: deal.orderId,
        customer: deal.customer,
        amount: deal.amount,
        discount: share.discount,
        payable: share.payable,
      },
      fact,
    ],
    assumptions: [
      ...commonAssumptions(basis),
      { code: 'advice.share-sure-rate', rate: window.rate, margin: supposed.margin },
      { code: 'advice.share-openly' },
      { code: 'advice.tax-practice' },
    ],
  };
}
