import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import type { RebateToDate } from '../rebate/window.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import { type PolicyFinding, clauseCell } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { totalWith } from './changed-total.ts';

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

/** What the policy pays more or less with the component changed; null where it is not priced. */
export function worthOf(
  component: Component,
  change: Partial<Component>,
  { policy, book, asOf, rebate: { total } }: Doubting,
): Fen | null {
  const other = totalWith(component, change, { policy, book, asOf, total });
  return other === null ? null : fen(Math.abs(other - total));
}
