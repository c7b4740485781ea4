import { includesCategory } from '../policy/category-terms.ts';
import { categoryKey } from '../catalog/category.ts';
import type { Window } from '../rebate/window.ts';
import type { Advice } from './advice.ts';
import { type AdviceBasis, commonAssumptions, differenceOf, openWindows } from './advice-basis.ts';
import type { PendingDeal } from '../pipeline/pending-deals.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, subtractFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Trade } from '../pipeline/suppositions.ts';

/**
 * 客户让利: for the largest pending deal of each component, what may be passed on openly without
 * losing the margin. A deal that several components pay carries all of their rates, once. Never to
 * persons or departments.
 */
export function adviseSharing(basis: AdviceBasis): readonly Advice[] {
  const windows = openWindows(basis);
  const deals = new Set(windows.flatMap((window) => largestOf(basis, window) ?? []));
  return [...deals].flatMap((deal) => {
    const paying = windows.filter((window) => pays(window, deal));
    const sureRate = sumOf(paying.map(({ rate }) => rate));
    const share = customerShare({
      amount: deal.amount,
      sureRate,
      hopedRate: sumOf(
        paying.map(({ component, tier, rate }) => component.tiers[tier]?.rate ?? rate),
      ),
      margin: basis.supposed.margin,
      trade: basis.supposed.trade,
    });
    return share.discount <= 0 ? [] : [shareAdvice(basis, sureRate, deal, share)];
  });
}

const pays = ({ component }: Window, deal: PendingDeal): boolean =>
  includesCategory(component.categories, categoryKey(deal.category));

const sumOf = (rates: readonly Decimal[]): Decimal =>
  rates.reduce((sum, rate) => sum.plus(rate), ZERO);

function largestOf({ deals }: AdviceBasis, window: Window): PendingDeal | undefined {
  const own = deals.filter((deal) => deal.amount > 0 && pays(window, deal));
  return own.reduce<PendingDeal | undefined>(
    (largest, deal) => (largest === undefined || deal.amount > largest.amount ? deal : largest),
    undefined,
  );
}

function shareAdvice(
  basis: AdviceBasis,
  sureRate: Decimal,
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
      { code: 'advice.share-sure-rate', rate: sureRate, margin: supposed.margin },
      { code: 'advice.share-openly' },
      { code: 'advice.tax-practice' },
    ],
  };
}

interface ShareQuestion {
  /** Order amount, tax included. */
  readonly amount: Fen;
  /** Rate of the tier that is surely reached, and of the one that is hoped for. */
  readonly sureRate: Decimal;
  readonly hopedRate: Decimal;
  /** What has to stay, as a share of the amount. */
  readonly margin: Decimal;
  readonly trade: Trade;
}

/** What may be passed on to the customer openly. Amounts tax included unless they say net. */
interface CustomerShare {
  /**
   * The most that leaves the margin even if the tier is missed, rounded down; 0 when the rebate
   * does not carry it.
   */
  readonly discount: Fen;
  readonly share: Decimal;
  /** Order amount less discount: what the customer pays. */
  readonly payable: Fen;
  readonly missed: ShareOutcome;
  readonly reached: ShareOutcome;
}

interface ShareOutcome {
  readonly rate: Decimal;
  /**
   * Rebate as we invoice or book it: agency at our own invoice's tax, resale as the vendor grants
   * it.
   */
  readonly rebate: Fen;
  readonly left: Fen;
  readonly leftNet: Fen;
  /**
   * Resale: input tax to take out because the rebate lowers the cost; agency: output tax of the
   * invoice.
   */
  readonly tax: Fen;
}

/**
 * Closed form: with rebate R(rate) = amount × rate (agency: ÷ (1 + product tax) × (1 + invoice
 * tax)), the discount D has to leave R(sure) − D ≥ margin × amount, so D = R(sure) − margin ×
 * amount. Promising more means hoping for the tier.
 */
function customerShare({
  amount,
  sureRate,
  hopedRate,
  margin,
  trade,
}: ShareQuestion): CustomerShare {
  const factor =
    trade.kind === 'agency' ? trade.invoiceTax.plus(ONE).div(trade.productTax.plus(ONE)) : ONE;
  const most = sureRate.times(factor).minus(margin).times(amount);
  const discount = roundFen(Decimal.max(most, ZERO), 'truncate');
  const tax = trade.kind === 'agency' ? trade.invoiceTax : trade.productTax;
  const outcome = (rate: Decimal): ShareOutcome => {
    const rebate = roundFen(rate.times(factor).times(amount), 'half-up');
    const left = subtractFen(rebate, discount);
    return {
      rate,
      rebate,
      left,
      leftNet: netOf(left, tax),
      tax: subtractFen(rebate, netOf(rebate, tax)),
    };
  };
  return {
    discount,
    share: amount === 0 ? ZERO : new Decimal(discount).div(amount),
    payable: subtractFen(amount, discount),
    missed: outcome(sureRate),
    reached: outcome(hopedRate),
  };
}

const netOf = (amount: Fen, tax: Decimal): Fen =>
  roundFen(new Decimal(amount).div(tax.plus(ONE)), 'half-up');
