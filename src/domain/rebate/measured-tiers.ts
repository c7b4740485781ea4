import { type Decimal, ZERO } from '../money/decimal.ts';
import type { Component } from '../policy/policy.ts';
import type { ClauseWindow, WindowClause } from './clause.ts';
import { measure, measuredDays, tierOfLevel } from './measure.ts';
import { fullsOf, fullsOfUnits } from './per-full.ts';
import type { BlockedFact } from './rebate.facts.ts';
import type { MeasuredTiers } from './standing.ts';
import { tierWalk } from './tier-walk.ts';

/**
 * 定档指标 and 回看: the tier comes from the measure of those windows, the rate still applies to
 * the sales of this one.
 *
 *     新客数, 上期, 2 → 22 %:   April brought two new customers, May pays 22 % on its own sales
 */
export const measuredTiers: WindowClause = {
  isIn: ({ measure: { kind }, lag }) => kind !== 'sales' || lag.kind !== 'current',
  tiers: tiersByLevel,
};

function tiersByLevel({
  component,
  orders,
  period,
  countsFrom,
  slices,
  facts,
}: ClauseWindow): MeasuredTiers | BlockedFact {
  const levels: (Decimal | null)[] = [];
  for (const { end } of slices) {
    const last = end < period.to ? end : period.to;
    const over = measuredDays(component, period, countsFrom, last);
    const measured = measure(component, orders, over, period, facts);
    if (!measured.ok) return measured.error;
    levels.push(measured.value);
  }
  return {
    tier: (slice) => tierOfLevel(component, levels[slice] ?? null),
    fulls: (slice) => fullsOfLevel(component, levels[slice] ?? null),
  };
}

function fullsOfLevel(component: Component, level: Decimal | null): number {
  if (level === null) return 0;
  return component.measure.kind === 'sales'
    ? fullsOfUnits(tierWalk(component), level.toNumber())
    : fullsOf(level, component.tiers[0]?.level ?? ZERO, component.edge);
}
