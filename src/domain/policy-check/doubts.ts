import { Decimal } from '../money/decimal.ts';
import { ledgerRows } from '../rebate/ledger-rows.ts';
import { lastYears, wholePeriod, windowBefore } from '../rebate/earlier-windows.ts';
import type { Window } from '../rebate/window.ts';
import type { PolicyFinding } from '../policy/finding.ts';
import type { Component } from '../policy/policy.ts';
import { type Doubting, warning, worthOf } from './doubt-worth.ts';
import { baselineDoubts } from './baseline-doubts.ts';
import { thresholdDoubts } from './threshold-doubts.ts';
import { conditionDoubts, categoryDoubts } from './condition-doubts.ts';

/**
 * Readings of a policy that this ledger makes doubtful, each with what the other reading is worth:
 * thresholds in the wrong unit, growth of 10 % written for 110 %, values that no order has, a past
 * that the ledger shows in part.
 */
export function doubtsOf(doubting: Doubting): readonly PolicyFinding[] {
  return doubting.policy.components.flatMap((component) => [
    ...thresholdDoubts(component, doubting),
    ...baselineDoubts(component, doubting),
    ...percentDoubts(component, doubting),
    ...categoryDoubts(component, doubting.book.categories),
    ...conditionDoubts(component, doubting),
    ...pastDoubts(component, doubting),
  ]);
}

const SMALL_PERCENT = new Decimal('0.001');

/** 0.06 under 比例(%) with nothing larger beside it: 0.06 %, or 6 % written as a factor. */
function percentDoubts(component: Component, doubting: Doubting): readonly PolicyFinding[] {
  const paying = component.tiers.filter(({ rate }) => !rate.isZero());
  const first = paying[0];
  if (component.ratesInPercent !== true || first === undefined) return [];
  if (!paying.every(({ rate }) => rate.lt(SMALL_PERCENT))) return [];
  const tiers = component.tiers.map((tier) => ({ ...tier, rate: tier.rate.times(100) }));
  return [
    {
      ...warning(component, 'rate', {
        code: 'policy.percents-small',
        component: component.name,
        typed: first.rate.times(100).toString(),
      }),
      cell: first.cell,
      atStake: worthOf(component, { tiers }, doubting),
    },
  ];
}

/** A past that the ledger shows only from its first day on. */
function pastDoubts(component: Component, { book, rebate }: Doubting): readonly PolicyFinding[] {
  const back = looksBack(component);
  if (back === null || book.ledger === undefined) return [];
  const first = ledgerRows(book.ledger).firstDay();
  if (first === null) return [];
  const partial = rebate.windows
    .filter((window) => window.component === component && window.blocked !== 'unknown')
    .map((window) => back(window))
    .find((needed) => needed.from < first);
  return partial === undefined
    ? []
    : [
        warning(component, component.baselineFrom === null ? 'lag' : 'baseline', {
          code: 'policy.past-partial',
          component: component.name,
          needed: partial.label,
          first,
        }),
      ];
}

function looksBack(component: Component): ((window: Window) => Window['period']) | null {
  const { baselineFrom, lag } = component;
  if (component.accumulate === 'order') return null;
  const whole = (window: Window): Window['period'] => wholePeriod(component, window.period);
  if (baselineFrom?.kind === 'last-year') return (window) => lastYears(component, whole(window));
  const back =
    baselineFrom?.kind === 'previous' || lag.kind === 'previous'
      ? 1
      : lag.kind === 'last'
        ? lag.windows - 1
        : 0;
  return back === 0 ? null : (window) => windowBefore(component, whole(window), back);
}
