import { type LocalDate, addDays, yearMonthDay } from '#domain/calendar/local-date.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';

/** Why a component cannot be computed from sums by month. */
export type BeyondSums = 'per-order' | 'mixed-weights' | 'mid-month' | 'clause';

/**
 * The first component whose rebate depends on single orders or on days within a month; `undefined`
 * when sums tell all.
 */
export function beyondSums(
  policy: Policy,
): { readonly component: string; readonly why: BeyondSums } | undefined {
  for (const component of policy.components) {
    const why = whyBeyond(component);
    if (why !== undefined) return { component: component.name, why };
  }
  return undefined;
}

function whyBeyond(component: Component): BeyondSums | undefined {
  const { rounding, accumulate, scheme } = component;
  if (rounding.per === 'order' || accumulate === 'order' || scheme === 'rolling')
    return 'per-order';
  if (looksAtOrders(component)) return 'clause';
  if (component.scheme === 'marginal' && !hasOneWeight(component)) return 'mixed-weights';
  const { from, to } = component;
  if ((from !== null && !isFirst(from)) || (to !== null && !isFirst(addDays(to, 1))))
    return 'mid-month';
  return undefined;
}

/** Clauses that ask which orders, whose, how many, or which order a refund takes back. */
function looksAtOrders(component: Component): boolean {
  const { where, countsWhere, per, refund, clawback, measure, gate } = component;
  return (
    where !== null ||
    (countsWhere !== null && countsWhere !== 'all') ||
    per !== null ||
    refund !== 'on-its-day' ||
    (clawback ?? 0) > 0 ||
    HEADCOUNTS.has(measure.kind) ||
    (gate?.terms ?? []).some(({ measure: { kind } }) => HEADCOUNTS.has(kind))
  );
}

const HEADCOUNTS: ReadonlySet<string> = new Set(['orders', 'customers', 'new-customers']);

/**
 * Along the marginal tiers an order's share depends on what came before it, unless every order that
 * moves the tier earns, and moves it by its own amount: then only the total matters.
 */
function hasOneWeight({ categories, counts }: Component): boolean {
  const weights = Object.entries(counts.weights);
  if (categories === 'all') return counts.others.eq(1) && weights.every(([, w]) => w.eq(1));
  const earning = Object.keys(categories);
  return (
    counts.others.isZero() &&
    weights.length === earning.length &&
    weights.every(([key, weight]) => Object.hasOwn(categories, key) && weight.eq(1))
  );
}

const isFirst = (day: LocalDate): boolean => yearMonthDay(day).day === 1;
