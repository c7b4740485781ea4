import { int32At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen, subtractFen, sumFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type OrderBook, endOfDay } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import { orderShares } from '../settlement/order-shares.ts';

/** The same orders under two policies. */
export interface PolicyComparison {
  readonly before: Fen;
  readonly after: Fen;
  readonly difference: Fen;
  /** Orders whose own rebate moves, the largest move first; each share rounded to the fen. */
  readonly orders: readonly MovedOrder[];
  /**
   * What belongs to no single order: bonus, floor, cap, stacking, and the fen that rounding leaves.
   */
  readonly rest: Fen;
}

interface MovedOrder {
  /** In the book. */
  readonly position: number;
  readonly ledgerIndex: number;
  readonly before: Fen;
  readonly after: Fen;
  readonly difference: Fen;
}

/**
 * This year's orders under next quarter's draft: `difference` is that of two full recomputations,
 * and the orders' differences and `rest` add up to it exactly. An order's share is its amount at
 * the tier its window has reached (without true-up: at the tier of its own pay period), or what it
 * adds along the running sales when marginal.
 */
export function comparePolicies(
  book: OrderBook,
  before: Policy,
  after: Policy,
  asOf: LocalDate,
): PolicyComparison {
  const [was, is] = [sharesOf(book, before, asOf), sharesOf(book, after, asOf)];
  const orders: MovedOrder[] = [];
  const end = endOfDay(book, asOf);
  for (let position = 0; position < end; position += 1) {
    const [one, other] = [was(position), is(position)];
    if (one !== other)
      orders.push({
        position,
        ledgerIndex: int32At(book.ledgerIndex, position),
        before: one,
        after: other,
        difference: subtractFen(other, one),
      });
  }
  const totals = { before: totalRebate(before, book, asOf), after: totalRebate(after, book, asOf) };
  const difference = subtractFen(totals.after, totals.before);
  return {
    ...totals,
    difference,
    rest: subtractFen(difference, sumFen(orders.map((order) => order.difference))),
    orders: orders.sort(
      (a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.position - b.position,
    ),
  };
}

function sharesOf(book: OrderBook, policy: Policy, asOf: LocalDate): (position: number) => Fen {
  const shares = orderShares(
    { ...policy, components: policy.components.map(paidAtOnce) },
    book,
    asOf,
    () => true,
  );
  return (position) => {
    const own = shares.get(position);
    return own === undefined
      ? NO_FEN
      : fen(
          roundFen(
            own.reduce((sum, { exact }) => sum.plus(exact), new Decimal(ZERO)),
            'half-up',
          ),
        );
  };
}

/**
 * With true-up earlier pay periods are lifted to the tier reached since: the window pays as one.
 */
const paidAtOnce = (component: Component): Component =>
  component.trueUp && component.scheme !== 'marginal' && component.accumulate !== 'order'
    ? { ...component, pay: component.accumulate }
    : component;
