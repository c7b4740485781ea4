import { MOST_FAIR_SHARES } from '../bounds.ts';
import { itemAt } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import { type Fen, NO_FEN, fen, subtractFen, sumFen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import { isStraight, isStraightPolicy } from '../rebate/straight-components.ts';
import { startOfWindowsAt, stretchOfBook, walkedWindows } from '../rebate/walked-window.ts';
import type { CustomerSales } from '../rebate/customer-sales.ts';
import { type OrderBook, keepOnly } from '../rebate/order-book.ts';
import { rebateInSight } from '../rebate/policy-run.ts';
import { portfolioRebate } from '../rebate/portfolio.ts';
import type { Advice } from './advice.ts';
import type { AdviceFact } from './advice.facts.ts';
import { proportionalShares, shapleyShares } from './fair-split.ts';
import {
  type AdviceBasis,
  commonAssumptions,
  differenceFact,
  openCustomers,
  openWindows,
} from './advice-basis.ts';
import { renewalsDue } from './renewals-due.ts';

const MOST_NAMED = 6;

/** What each customer's orders add to the rebate. Amounts in fen. */
interface CustomerPart {
  readonly customer: string;
  readonly sales: Fen;
  readonly rows: readonly number[];
  /** Rebate to date less the rebate without this customer's orders, by full recomputation. */
  readonly leaveOut: Fen;
  /** Shapley share of the open windows' rebate. */
  readonly fair: Fen | null;
  readonly proRata: Fen;
}

/** The largest customers of the open windows. */
export function customerParts(basis: AdviceBasis): readonly CustomerPart[] {
  const customers = openCustomers(basis);
  const players =
    customers.length <= MOST_FAIR_SHARES
      ? customers.map((one) => [one])
      : [
          ...customers.slice(0, MOST_FAIR_SHARES - 1).map((one) => [one]),
          customers.slice(MOST_FAIR_SHARES - 1),
        ];
  const components = componentsOf(basis);
  // Sums by category do not say what conditions, members and refunds make of them.
  const fair = components.every(isStraight)
    ? fairShares(
        components,
        players.map((group) => holdingsOf(group, basis.book)),
      )
    : null;
  const leaveOut = leavingOut(basis);
  const proRata = proportionalShares(
    fair === null ? sumFen(openWindows(basis).map(({ rebate }) => rebate)) : sumFen(fair),
    customers.map((one) => Math.max(0, one.total)),
  );
  return customers.slice(0, MOST_FAIR_SHARES).map((one, index) => ({
    customer: one.customer,
    sales: one.total,
    rows: one.positions.map((at) => basis.book.ledgerIndex[at] ?? -1),
    leaveOut: leaveOut(one),
    fair: fair !== null && itemAt(players, index).length === 1 ? itemAt(fair, index) : null,
    proRata: itemAt(proRata, index),
  }));
}

function fairShares(
  components: readonly Component[],
  holdings: readonly ReturnType<typeof holdingsOf>[],
): readonly Fen[] {
  const worth = (mask: number): Fen =>
    portfolioRebate(
      components,
      holdings.flatMap((own, index) => ((mask >> index) % 2 === 1 ? own : [])),
    );
  return shapleyShares(holdings.length, (mask) => (mask === 0 ? NO_FEN : worth(mask)));
}

/** The components whose windows are open and pay: their gates are met. */
const componentsOf = (basis: AdviceBasis): readonly Component[] =>
  [...new Set(openWindows(basis).map(({ component }) => component))].map((component) => ({
    ...component,
    gate: null,
  }));

function holdingsOf(
  group: readonly CustomerSales[],
  { categories }: OrderBook,
): readonly { readonly categoryKey: string; readonly sales: Fen }[] {
  const sums = new Map<string, number>();
  for (const { sales } of group)
    sales.forEach((amount, index) => {
      const key = categoryKey(categories[index] ?? '');
      sums.set(key, (sums.get(key) ?? 0) + amount);
    });
  return [...sums].map(([key, sales]) => ({ categoryKey: key, sales: fen(sales) }));
}

/**
 * Rebate less the rebate without one customer, over the part of the book that the open windows
 * reach into.
 */
function leavingOut({ policy, book, asOf }: AdviceBasis): (customer: CustomerSales) => Fen {
  const windows = walkedWindows(policy, book, asOf);
  const open = Math.min(
    book.size,
    ...windows.filter((window) => window.open).map((window) => window.countFrom),
  );
  // Clauses that look at other orders need the whole book.
  const start = isStraightPolicy(policy) ? startOfWindowsAt(windows, open) : 0;
  const stretch = stretchOfBook(book, start, book.size);
  const now = rebateInSight(policy, stretch, asOf);
  return ({ positions }) => {
    const own = new Uint8Array(stretch.size);
    for (const position of positions) own[position - start] = 1;
    return subtractFen(
      now,
      rebateInSight(
        policy,
        keepOnly(stretch, (position) => own[position] === 0),
        asOf,
      ),
    );
  };
}

/** 客户贡献: who carries the tier, and what the customer could add. */
export function adviseHeadroom(basis: AdviceBasis): readonly Advice[] {
  if (openWindows(basis).length === 0) return [];
  const parts = [...customerParts(basis)].sort((a, b) => b.leaveOut - a.leaveOut);
  const [first] = parts;
  if (first === undefined || first.leaveOut <= 0 || parts.length < 2) return [];
  const renewals = renewalsDue(basis);
  return [
    {
      kind: 'headroom',
      yuan: first.leaveOut,
      cost: NO_FEN,
      probability: null,
      raises: [],
      orders: first.rows,
      title: {
        code: 'advice.headroom',
        customer: first.customer,
        adds: first.leaveOut,
        sales: first.sales,
      },
      explanation: [
        differenceFact(subtractFen(basis.now, first.leaveOut), basis.now),
        ...parts
          .slice(0, MOST_NAMED)
          .map(({ customer, sales, leaveOut: own, fair, proRata }): AdviceFact => ({
            code: 'advice.customer-part',
            customer,
            sales,
            leaveOut: own,
            fair,
            proRata,
          })),
        ...parts.slice(0, MOST_NAMED).flatMap(({ customer }): readonly AdviceFact[] => {
          const due = renewals.filter((one) => one.customer === customer);
          return due.length === 0
            ? []
            : [
                {
                  code: 'advice.customer-could',
                  customer,
                  renewals: sumFen(due.map(({ amount }) => amount)),
                  worth: subtractFen(basis.worth(due), basis.now),
                },
              ];
        }),
      ],
      assumptions: [
        ...commonAssumptions(basis),
        ...(parts.every(({ fair }) => fair === null)
          ? []
          : [{ code: 'advice.customers-by-sums' } as const]),
        ...(openCustomers(basis).length > MOST_FAIR_SHARES
          ? [{ code: 'advice.most-customers', most: MOST_FAIR_SHARES } as const]
          : []),
      ],
    },
  ];
}
