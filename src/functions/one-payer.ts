import { itemAt } from '#domain/columns.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Component } from '#domain/policy/policy.ts';
import { onlyCellOf } from './only-cell.ts';
import { payersOf } from './payers.ts';
import { policyOf } from './policy-argument.ts';
import type { Caller } from './spec.ts';

/** The one component that policy, item and date mean. Refuses otherwise. */
export function onePayer(policy: unknown, item: unknown, date: unknown, caller: Caller): Component {
  const payers = payersOf(
    policyOf(policy, caller),
    onlyCellOf('item', item),
    onlyCellOf('date', date),
    { choice: 'one', date1904: caller.date1904 },
  );
  if (payers instanceof Refusal) throw payers;
  return itemAt(payers, 0);
}
