import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, fen, subtractFen } from '../money/fen.ts';
import { amountOf } from '../rebate/figures.ts';
import type { OrderBook } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import type { PolicyFinding } from './finding.ts';
import type { Component, Policy } from './policy.ts';

/**
 * What the table leaves unsaid, and what each silence is worth in yuan on this ledger: the rebate
 * as read now against the rebate under the other reading. Without a book the worth is not known.
 */
export function priceSilence(
  policy: Policy,
  book: OrderBook | null,
  asOf: LocalDate,
): readonly PolicyFinding[] {
  const total = book === null ? null : totalRebate(policy, book, asOf);
  return policy.components.flatMap((component) => [
    ...(component.unstated.includes('scheme') && component.tiers.length > 0
      ? [schemeFinding(policy, component, book, asOf, total)]
      : []),
    ...(component.unstated.includes('edge')
      ? edgeFinding(policy, component, book, asOf, total)
      : []),
  ]);
}

function schemeFinding(
  policy: Policy,
  component: Component,
  book: OrderBook | null,
  asOf: LocalDate,
  total: Fen | null,
): PolicyFinding {
  const other = otherTotal(policy, component, { scheme: 'marginal', trueUp: false }, book, asOf);
  const atStake = total === null || other === null ? null : distance(total, other);
  return {
    level: 'warning',
    cell: cellOf(component),
    atStake,
    fact: {
      code: 'policy.scheme-unstated',
      component: component.name,
      whole: total,
      marginal: other,
    },
  };
}

/**
 * Rarely does a ledger stand exactly on a threshold; what the clause decides is shown at the last
 * threshold as well.
 */
function edgeFinding(
  policy: Policy,
  component: Component,
  book: OrderBook | null,
  asOf: LocalDate,
  total: Fen | null,
): readonly PolicyFinding[] {
  const top = component.tiers.at(-1);
  if (top === undefined || component.scheme === 'marginal') return [];
  const other = otherTotal(policy, component, { edge: 'above' }, book, asOf);
  const at = { ...component, edge: 'at' as const, gate: null, base: 'gross' as const };
  const above = { ...at, edge: 'above' as const };
  return [
    {
      level: 'warning',
      cell: cellOf(component),
      atStake: total === null || other === null ? null : distance(total, other),
      fact: {
        code: 'policy.edge-unstated',
        component: component.name,
        threshold: top.threshold,
        at: amountOf(at, top.threshold, top.threshold),
        above: amountOf(above, top.threshold, top.threshold),
      },
    },
  ];
}

function otherTotal(
  policy: Policy,
  component: Component,
  change: Partial<Component>,
  book: OrderBook | null,
  asOf: LocalDate,
): Fen | null {
  if (book === null) return null;
  const changed = {
    ...policy,
    components: policy.components.map((each) =>
      each === component ? { ...each, ...change } : each,
    ),
  };
  return totalRebate(changed, book, asOf);
}

const distance = (a: Fen, b: Fen): Fen => fen(Math.abs(subtractFen(a, b)));
const cellOf = (component: Component): string => component.tiers[0]?.cell ?? '';
