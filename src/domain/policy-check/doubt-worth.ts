import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import type { RebateToDate } from '../rebate/window.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import { type PolicyFinding, clauseCell } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import type { Component, Policy } from '../policy/policy.ts';

export interface Doubting {
  readonly policy: Policy;
  readonly book: OrderBook;
  readonly asOf: LocalDate;
  readonly rebate: RebateToDate;
}

export const warning = (
  component: Component,
  column: PolicyColumn,
  fact: PolicyFact,
  atStake: Fen | null = null,
): PolicyFinding => ({ level: 'warning', cell: clauseCell(component, column), fact, atStake });

/** What the policy pays more or less with the component changed. */
export function worthOf(
  component: Component,
  change: Partial<Component>,
  { policy, book, asOf, rebate }: Doubting,
): Fen {
  const changed = {
    ...policy,
    components: policy.components.map((each) =>
      each === component ? { ...each, ...change } : each,
    ),
  };
  return fen(Math.abs(totalRebate(changed, book, asOf) - rebate.total));
}
