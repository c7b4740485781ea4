import { LARGEST_ARGUMENT } from '../bounds.ts';
import { float64At } from '../columns.ts';
import type { Ledger, QuestionChoice } from '../ledger/ledger.ts';
import { Decimal } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { tierWalk } from '../rebate/tier-walk.ts';

/**
 * The most that the amounts of a ledger may come to under a policy for every sum of them to be an
 * exact whole number, where they come to more: telephone numbers in the column, or another unit.
 * Whatever a question may be answered with is among them, and a refund counts like a sale.
 */
export function beyondExact(ledger: Ledger, policy: Policy): Fen | null {
  const most = Math.min(LARGEST_ARGUMENT, ...policy.components.map(mostSales));
  return magnitude(ledger) > most ? fen(Math.floor(most)) : null;
}

/**
 * Sales up to which a component is exact, for its thresholds as for what reaches them: weighted
 * sales are counted in the smallest unit that any of the weights needs.
 */
export function mostSales(component: Component): number {
  const { weights, others } = component.counts;
  const heaviest = Decimal.max(1, others, ...Object.values(weights)).toNumber();
  return Number.MAX_SAFE_INTEGER / 2 / (tierWalk(component).scale * heaviest);
}

function magnitude({ amount, questions }: Ledger): number {
  const asked = new Map<number, number>();
  for (const { indices, choices } of questions) {
    const most = Math.max(0, ...choices.map(amountOf));
    for (const index of indices) asked.set(index, Math.max(asked.get(index) ?? 0, most));
  }
  let sum = sizeOfAll(amount);
  for (const [index, most] of asked) sum += Math.max(0, most - sizeAt(amount, index));
  return sum;
}

function sizeOfAll(amount: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < amount.length; index += 1) sum += sizeAt(amount, index);
  return sum;
}

function sizeAt(amount: Float64Array, index: number): number {
  const read = float64At(amount, index);
  return Number.isNaN(read) ? 0 : Math.abs(read);
}

const amountOf = (choice: QuestionChoice): number =>
  choice.kind === 'amount' ? Math.abs(choice.amount) : 0;
