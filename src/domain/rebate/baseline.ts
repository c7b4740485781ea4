import type { Period } from '../calendar/period.ts';
import { Decimal } from '../money/decimal.ts';
import { roundFen } from '../money/rounding.ts';
import { type Facts, factFor, periodsOfFact } from '../policy/facts.ts';
import type { BaselineSource, Component } from '../policy/policy.ts';
import type { WindowClause } from './clause.ts';
import type { ComponentOrders } from './component-orders.ts';
import { firstDayOf, unitsIn } from './measure.ts';
import {
  lastYears,
  pastMissing,
  reachesBack,
  wholePeriod,
  windowBefore,
} from './earlier-windows.ts';
import type { BlockedFact } from './rebate.facts.ts';
import { tierWalk } from './tier-walk.ts';

/**
 * 基数 from the past or from a target: the component as it stands in one window.
 *
 *     去年同期         tier sales of the same component in the window a year earlier
 *     上期×1.1         of the window before, times 1.1
 *     目标 年度目标     the fact of that name for the window
 */
export const baseline: WindowClause = {
  isIn: ({ baselineFrom }) => baselineFrom !== null,
  terms: ({ component, period, orders, facts }) => {
    const { baselineFrom } = component;
    if (baselineFrom === null) return component;
    const amount =
      baselineFrom.kind === 'target'
        ? targetOf(component, baselineFrom, period, facts)
        : pastSales(component, baselineFrom.kind, period, orders);
    return amount instanceof Decimal
      ? basedOn(component, amount.times(baselineFrom.factor))
      : amount;
  },
};

/** The component with its baseline known, and with thresholds that are factors of it. */
function basedOn(component: Component, amount: Decimal): Component {
  const known = amount.toSignificantDigits(40);
  return {
    ...component,
    baseline: known,
    tiers: component.tiers.map((tier) =>
      tier.ofBaseline === undefined
        ? tier
        : { ...tier, threshold: roundFen(tier.ofBaseline.times(known), 'half-up') },
    ),
  };
}

function pastSales(
  component: Component,
  clause: 'last-year' | 'previous',
  window: Period,
  orders: ComponentOrders,
): Decimal | BlockedFact {
  const whole = wholePeriod(component, window);
  const past =
    clause === 'last-year' ? lastYears(component, whole) : windowBefore(component, whole, 1);
  const first = firstDayOf(orders);
  if (!reachesBack(first, past)) return pastMissing(component, clause, past, first);
  const walk = tierWalk(component);
  return new Decimal(unitsIn(orders, { days: [past] })).div(walk.scale).div(walk.taxDivisor);
}

function targetOf(
  component: Component,
  { name }: BaselineSource,
  window: Period,
  facts: Facts,
): Decimal | BlockedFact {
  const whole = wholePeriod(component, window);
  const fact = factFor(facts, name, whole, component.yearStart);
  return (
    fact?.value.times(100) ?? {
      code: 'rebate.fact-missing',
      component: component.name,
      name,
      clause: 'target',
      window: whole.label,
      periods: periodsOfFact(facts, name),
    }
  );
}
