import type { LocalDate } from '../calendar/local-date.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import type { Policy } from '../policy/policy.ts';
import { type OrderShares, orderShares } from '../settlement/order-shares.ts';
import { categoryRoles } from './component-earnings.ts';
import { type OrderBook, endOfDay } from './order-book.ts';
import { type Part, runPolicy } from './policy-run.ts';

/**
 * Each order's own part of the rebate in fen, by position of the book; together exactly the total
 * of `rebateToDate`. Bonus, floor and cap are shared in proportion, odd fen by largest remainder.
 */
export function orderRebates(policy: Policy, book: OrderBook, asOf: LocalDate): Float64Array {
  const rebates = new Float64Array(book.size);
  const shares = orderShares(policy, book, asOf, () => true);
  for (const part of runPolicy(policy, book, asOf)) {
    const paid = part.payouts.reduce((sum, { rebate, trueUp }) => sum + rebate + trueUp, 0);
    if (paid !== 0) share(paid, weightsOf(part, shares, book, asOf), rebates);
  }
  return rebates;
}

type Weights = readonly (readonly [position: number, weight: Decimal])[];

function weightsOf(part: Part, shares: OrderShares, book: OrderBook, asOf: LocalDate): Weights {
  const component = 'run' in part ? part.run.component : part.component;
  const { from, to } = 'run' in part ? part.run.period : part.period;
  const roles = categoryRoles(component, book.categories);
  const earning: number[] = [];
  for (let at = 0; at < endOfDay(book, asOf); at += 1) {
    const day = book.day[at] as number;
    if (day >= from && day <= to && roles.earns[book.category[at] as number] === true)
      earning.push(at);
  }
  const exact = earning.map((at): readonly [number, Decimal] => [
    at,
    (shares.get(at) ?? [])
      .filter((one) => one.component.id === component.id)
      .reduce((sum, one) => sum.plus(one.exact), ZERO),
  ]);
  const sum = exact.reduce((total, [, weight]) => total.plus(weight), ZERO);
  if (sum.gt(0)) return exact;
  const positive = earning.filter((at) => (book.amount[at] as number) > 0);
  return (positive.length > 0 ? positive : earning).map((at) => [at, new Decimal(1)]);
}

/** Adds the fen of `paid`, in proportion to the weights, to each position. */
function share(paid: number, weights: Weights, into: Float64Array): void {
  const sum = weights.reduce((total, [, weight]) => total.plus(weight), ZERO);
  if (sum.isZero()) return;
  let left = paid;
  const parts = weights.map(([position, weight]) => {
    const exact = weight.times(paid).div(sum);
    const whole = exact.floor();
    left -= whole.toNumber();
    into[position] = (into[position] as number) + whole.toNumber();
    return { position, rest: exact.minus(whole) };
  });
  parts.sort((a, b) => b.rest.comparedTo(a.rest) || a.position - b.position);
  for (let at = 0; at < left; at += 1) {
    const { position } = parts[at % parts.length] as (typeof parts)[number];
    into[position] = (into[position] as number) + 1;
  }
}
