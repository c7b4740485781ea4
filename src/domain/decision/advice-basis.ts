import { float64At } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { monthsOf } from '../calendar/period.ts';
import type { EdgeOrder } from '../edge/edge-order.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Fen, NO_FEN, addFen, fen, subtractFen } from '../money/fen.ts';
import type { Policy } from '../policy/policy.ts';
import { type AddedDeal, gainOfDeals } from '../rebate/added-deals.ts';
import { seesEveryOrder } from '../rebate/straight-components.ts';
import { type CustomerSales, salesByCustomer } from '../rebate/customer-sales.ts';
import { type OrderBook, type SupposedOrder, withOrders } from '../rebate/order-book.ts';
import { rebateInSight, totalRebate } from '../rebate/policy-run.ts';
import { tierOfUnits, tierWalk, unitsPerFen } from '../rebate/tier-walk.ts';
import { walkedWindows } from '../rebate/walked-window.ts';
import type { RebateToDate, Window, WindowId } from '../rebate/window.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact, NamedOrder, NamedWindow } from './advice.facts.ts';
import { type PendingDeal, pendingDeals } from '../pipeline/pending-deals.ts';
import type { QuestionBounds } from './question-bounds.ts';
import { questionBounds } from './question-bounds.ts';
import type { Suppositions } from '../pipeline/suppositions.ts';

export interface AdviceInput {
  readonly policy: Policy;
  readonly ledger: Ledger;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly rebate: RebateToDate;
  readonly edges: readonly EdgeOrder[];
  readonly supposed: Suppositions;
  /** null: days left count from the as-of day. */
  readonly today: LocalDate | null;
}

/** What every piece of advice starts from. */
export interface AdviceBasis extends AdviceInput {
  readonly deals: readonly PendingDeal[];
  /** Rebate of all payouts as things stand. */
  readonly now: Fen;
  /** The same with what top-ups would pay if their windows ended today. */
  readonly inSight: Fen;
  /** `now` and what deals added on the as-of day are worth; asked many times. */
  readonly worth: (deals: readonly AddedDeal[]) => Fen;
  readonly questions: QuestionBounds;
}

export function adviceBasis(input: AdviceInput): AdviceBasis {
  const { policy, book, asOf } = input;
  const now = totalRebate(policy, book, asOf);
  const gain = gainOfDeals(policy, book, asOf);
  return {
    ...input,
    deals: pendingDeals(input.ledger, input.supposed),
    now,
    inSight: rebateInSight(policy, book, asOf),
    worth: (deals) => addFen(now, gain(deals)),
    questions: questionBounds(input),
  };
}

/** What orders added to the book are worth: the difference of two full recomputations. */
export function differenceOf(
  { policy, book, asOf, now, inSight }: AdviceBasis,
  extra: readonly SupposedOrder[],
): { readonly gain: Fen; readonly fact: AdviceFact } {
  const gain = subtractFen(rebateInSight(policy, withOrders(book, extra), asOf), inSight);
  return { gain, fact: differenceFact(now, addFen(now, gain)) };
}

export const differenceFact = (without: Fen, withIt: Fen): AdviceFact => ({
  code: 'advice.difference',
  without,
  with: withIt,
  gain: subtractFen(withIt, without),
});

/**
 * What holds for every piece of advice: whose table, which day, and what the open questions could
 * change.
 */
export function commonAssumptions({ policy, asOf, questions }: AdviceBasis): readonly AdviceFact[] {
  return [
    { code: 'advice.counted-on', day: asOf },
    ...(policy.example ? [{ code: 'advice.example-policy' } as const] : []),
    ...(questions.count > 0
      ? [
          {
            code: 'advice.open-questions',
            count: questions.count,
            least: questions.least,
            most: questions.most,
          } as const,
        ]
      : []),
  ];
}

/** The first of a list, each said, and how many more there are. */
export const firstSaid = <T>(
  list: readonly T[],
  most: number,
  said: (one: T) => AdviceFact,
  count = list.length,
): readonly AdviceFact[] => [
  ...list.slice(0, most).map(said),
  ...(count > most ? [{ code: 'advice.more', count: count - most } as const] : []),
];

/** Nothing is advised from what is not known: what is missing is said in its place. */
export const missing = (title: AdviceFact, reason: Advice['explanation'][number]): Advice => ({
  kind: 'answer-questions',
  yuan: NO_FEN,
  cost: NO_FEN,
  probability: null,
  raises: [],
  orders: [],
  title,
  explanation: [reason],
  assumptions: [],
});

/** Supposed orders that stand in no row meet every condition: said where a component has any. */
export const conditionsMet = ({ policy }: AdviceInput): readonly AdviceFact[] => {
  const components = policy.components
    .filter((component) => !seesEveryOrder(component))
    .map(({ name }) => name);
  return components.length === 0
    ? []
    : [{ code: 'advice.meets-conditions', components: [...new Set(components)] }];
};

export const named = (window: Window): NamedWindow => ({
  component: window.component.name,
  period: window.period.label,
  months: monthsOf(window.period),
});

export function namedOrder(ledger: Ledger, index: number): NamedOrder {
  const amount = float64At(ledger.amount, index);
  return {
    orderId: ledger.orderId[index] ?? '',
    customer: ledger.customer[index] ?? '',
    amount: fen(Number.isNaN(amount) ? 0 : amount),
  };
}

export const openWindows = ({ rebate }: AdviceInput): readonly Window[] =>
  rebate.windows.filter((window) => window.open && window.blocked === null);

/** Open windows that orders signed on the as-of day lift into a higher tier. */
export function raisedBy(
  { policy, book, asOf }: AdviceInput,
  orders: readonly AddedDeal[],
): readonly WindowId[] {
  return walkedWindows(policy, book, asOf).flatMap(({ id, component, open, units, tier }) => {
    const walk = tierWalk(component);
    const after = orders.reduce(
      (sum, { amount, category }) => sum + amount * unitsPerFen(walk, categoryKey(category)),
      units,
    );
    return open && tierOfUnits(walk, after) > tier ? [id] : [];
  });
}

/** Customers of the windows that are open now, largest first; rows of nobody are left out. */
export function openCustomers({
  book,
  ledger,
  rebate,
  asOf,
}: AdviceInput): readonly CustomerSales[] {
  const open = rebate.windows.filter((window) => window.open);
  const from = open.reduce(
    (first, { period }) => (period.from < first ? period.from : first),
    asOf,
  );
  return salesByCustomer(book, ledger, from, asOf).filter(({ customer }) => customer !== '');
}
