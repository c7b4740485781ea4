import type { LocalDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import type { Decimal } from '../money/decimal.ts';
import { type Facts, factFor, periodsOfFact } from '../policy/facts.ts';
import type { Component, Gate, GateTerm } from '../policy/policy.ts';
import type { ComponentOrders } from './component-orders.ts';
import { measureOf } from './measure.ts';
import { wholePeriod } from './earlier-windows.ts';
import type { GateFact, RebateFact } from './rebate.facts.ts';

/**
 * 前提: every term of it has to hold in the window, or it pays 0 and says so.
 *
 *     续费率>=90% 且 新客数>=5     a fact by period, and a measure of the window's own orders
 */
export type GateState = 'none' | 'met' | 'gate-unmet' | 'gate-unknown';

export interface GateReading {
  readonly state: GateState;
  /** The first term that does not hold. */
  readonly fact: GateFact | null;
}

const MET: GateReading = { state: 'met', fact: null };
const NO_GATE: GateReading = { state: 'none', fact: null };

/** The gate of a window by a day: facts by the window's period, measures of its orders so far. */
export function gateOf(
  component: Component,
  window: Period,
  orders: ComponentOrders,
  countsFrom: LocalDate,
  end: LocalDate,
  facts: Facts,
): GateReading {
  const { gate } = component;
  if (gate === null) return NO_GATE;
  const whole = wholePeriod(component, window);
  // A gate asks about the current window whatever the thresholds look back to.
  const current: Component = { ...component, lag: { kind: 'current' } };
  const over = { days: [{ from: countsFrom, to: end }], first: whole };
  for (const term of gate.terms) {
    const measured = measureOf(term.measure, current, orders, over, window, facts);
    if (!measured.ok)
      return {
        state: 'gate-unknown',
        fact: {
          code: 'rebate.gate-unknown',
          component: component.name,
          window: whole.label,
          term,
          periods: term.measure.kind === 'fact' ? periodsOfFact(facts, term.measure.name) : [],
        },
      };
    if (measured.value === null || !holds(measured.value, term))
      return {
        state: 'gate-unmet',
        fact: {
          code: 'rebate.gate-unmet',
          component: component.name,
          window: whole.label,
          term,
          value: measured.value?.toDecimalPlaces(6).toString() ?? '0/0',
        },
      };
  }
  return MET;
}

/**
 * The gate where no window is known: facts that hold always. A fact that has a period as well, or
 * a measure of orders, leaves it unknown.
 */
export function gateState(gate: Gate | null, facts: Facts): GateState {
  if (gate === null) return 'none';
  let state: GateState = 'met';
  for (const term of gate.terms) {
    const fact =
      term.measure.kind === 'fact' && periodsOfFact(facts, term.measure.name).length === 0
        ? factFor(facts, term.measure.name, NO_DAYS, 1)
        : undefined;
    if (fact === undefined) return 'gate-unknown';
    if (!holds(fact.value, term)) state = 'gate-unmet';
  }
  return state;
}

/** No period holds it. */
const NO_DAYS = { from: -Infinity as LocalDate, to: Infinity as LocalDate };

function holds(value: Decimal, { operator, value: bound }: GateTerm): boolean {
  switch (operator) {
    case '>=':
      return value.gte(bound);
    case '>':
      return value.gt(bound);
    case '<=':
      return value.lte(bound);
    case '<':
      return value.lt(bound);
    case '=':
      return value.eq(bound);
  }
}

export const isGateFact = (fact: RebateFact | null): fact is GateFact =>
  fact?.code === 'rebate.gate-unmet' || fact?.code === 'rebate.gate-unknown';
