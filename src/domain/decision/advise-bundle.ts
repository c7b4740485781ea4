import { float64At, int16At } from '../columns.ts';
import { includesCategory } from '../policy/category-terms.ts';
import { BASE_CATEGORY, SECURITY_CATEGORY, categoryKey } from '../catalog/category.ts';
import { type Fen, NO_FEN, fen, subtractFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { type CustomerSales, salesOfCategory } from '../rebate/customer-sales.ts';
import { bookOf } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import {
  type AdviceBasis,
  commonAssumptions,
  conditionsMet,
  differenceOf,
  openWindows,
  openCustomers,
  raisedBy,
  firstSaid,
} from './advice-basis.ts';
import { INDUSTRIES, type Industry, PRODUCT_SETS, industryOf } from './industry.ts';

const MOST_NAMED = 6;

/**
 * 加购安全: customers with base products and none of security, by industry: what one add-on is
 * worth with its effect on the tier of everything else.
 */
export function adviseBundles(basis: AdviceBasis): readonly Advice[] {
  if (openWindows(basis).length === 0) return [];
  const customers = openCustomers(basis);
  const candidates = customers.filter(
    (one) =>
      salesOfCategory(one, basis.book, BASE_CATEGORY) > 0 &&
      salesOfCategory(one, basis.book, SECURITY_CATEGORY) <= 0,
  );
  const category =
    basis.ledger.categories.find((name) => categoryKey(name) === SECURITY_CATEGORY) ??
    SECURITY_CATEGORY;
  const typical = typicalOrder(basis);
  const amount = basis.supposed.addOn ?? typical?.amount;
  if (amount === undefined || amount <= 0) return [];
  const one = differenceOf(basis, [{ day: basis.asOf, amount, category }]);
  if (one.gain <= 0) return [];
  return INDUSTRIES.flatMap((industry) => {
    const inIndustry = candidates
      .filter((customer) => industryOf(customer.industry, customer.customer) === industry)
      .sort((a, b) => b.total - a.total);
    return inIndustry.length === 0
      ? []
      : [bundle(basis, industry, inIndustry, { category, amount, ...one }, typical?.orders ?? 0)];
  });
}

interface AddOn {
  readonly category: string;
  readonly amount: Fen;
  readonly gain: Fen;
  readonly fact: AdviceFact;
}

function bundle(
  basis: AdviceBasis,
  industry: Industry,
  customers: readonly CustomerSales[],
  addOn: AddOn,
  typicalOf: number,
): Advice {
  const { asOf, book, supposed } = basis;
  const own = ownPart(basis, addOn);
  const all = differenceOf(
    basis,
    customers.map(() => ({ day: asOf, amount: addOn.amount, category: addOn.category })),
  );
  return {
    kind: 'bundle',
    yuan: addOn.gain,
    cost: NO_FEN,
    probability: null,
    raises: raisedBy(basis, [addOn]),
    orders: customers
      .slice(0, MOST_NAMED)
      .flatMap(({ positions }) => positions.slice(0, 3).map((at) => book.ledgerIndex[at] ?? -1)),
    title: {
      code: 'advice.bundle',
      industry,
      customers: customers.length,
      amount: addOn.amount,
      category: addOn.category,
      gain: addOn.gain,
    },
    explanation: [
      addOn.fact,
      { code: 'advice.own-and-others', own, others: subtractFen(addOn.gain, own) },
      ...firstSaid(customers, MOST_NAMED, ({ customer, total }) => ({
        code: 'advice.bundle-customer',
        customer,
        sales: total,
      })),
      ...(customers.length > 1
        ? [{ code: 'advice.bundle-all', customers: customers.length, gain: all.gain } as const]
        : []),
      ...(industry === 'other' ? [] : [{ code: 'advice.industry-prompt', industry } as const]),
      ...PRODUCT_SETS.map((set): AdviceFact => ({ code: 'advice.product-set', ...set })),
    ],
    assumptions: [
      ...commonAssumptions(basis),
      ...conditionsMet(basis),
      supposed.addOn === null
        ? { code: 'advice.typical-amount', amount: addOn.amount, orders: typicalOf }
        : { code: 'advice.supposed-amount', amount: addOn.amount },
      { code: 'advice.common-practice' },
    ],
  };
}

/**
 * What the add-on earns by itself at the rates that stand now; the rest of its gain is what it does
 * to everything else.
 */
function ownPart(
  { policy, book, asOf, rebate, worth, now }: AdviceBasis,
  { category, amount }: AddOn,
): Fen {
  const rate = rebate.windows.find(
    (window) => window.open && includesCategory(window.component.categories, categoryKey(category)),
  )?.rate;
  if (rate !== undefined) return roundFen(rate.times(amount), 'half-up');
  return book.size === 0
    ? totalRebate(policy, bookOf([{ day: asOf, amount, category }]), asOf)
    : subtractFen(worth([{ amount, category }]), now);
}

/** The middle order of security in the ledger. */
function typicalOrder({
  book,
}: AdviceBasis): { readonly amount: Fen; readonly orders: number } | undefined {
  const isSecurity = book.categories.map((name) => categoryKey(name) === SECURITY_CATEGORY);
  const found = new Float64Array(book.size);
  let size = 0;
  for (let position = 0; position < book.size; position += 1) {
    const amount = float64At(book.amount, position);
    if (amount > 0 && isSecurity[int16At(book.category, position)] === true) found[size++] = amount;
  }
  const amounts = found.subarray(0, size).sort();
  const middle = amounts[Math.floor((size - 1) / 2)];
  return middle === undefined ? undefined : { amount: fen(middle), orders: amounts.length };
}
