import { type LocalDate, dateOf } from '../calendar/local-date.ts';
import { type Period, periodOf } from '../calendar/period.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * The period a label means: one of the pay periods at hand, or any month, quarter, half or year,
 * calendar ("2025Q4") or fiscal ("FY2026Q3"). `undefined` when the text is none of them.
 */
export function reviewPeriod(
  label: string,
  known: readonly Period[],
  policy: Policy,
): Period | undefined {
  return (
    known.find((period) => period.label === label) ??
    labelled(label.trim().toUpperCase(), fiscalStart(policy))
  );
}

/**
 * The pay period a review is about when nobody says: the one that the as-of day lies in, else the
 * last before it.
 */
export function currentPeriod(known: readonly Period[], policy: Policy, asOf: LocalDate): Period {
  const started = known.filter((period) => period.from <= asOf);
  const latest = started.reduce<Period | undefined>(
    (best, period) => (best === undefined || period.from > best.from ? period : best),
    undefined,
  );
  if (latest !== undefined) return latest;
  const first = policy.components[0];
  return periodOf(asOf, first?.pay ?? 'quarter', first?.yearStart ?? 1);
}

/** First month of the policy's own year where it is not January; Alibaba's April stands in. */
const fiscalStart = (policy: Policy): number =>
  policy.components.find((component) => component.yearStart !== 1)?.yearStart ?? 4;

function labelled(label: string, fiscalMonth: number): Period | undefined {
  const match = /^(FY)?((?:19|2[01])\d{2})(?:-(0[1-9]|1[0-2])|Q([1-4])|H([12]))?$/.exec(label);
  if (!match) return undefined;
  const [, fiscal, yearText = '', month, quarter, half] = match;
  const year = Number(yearText);
  if (month !== undefined)
    return fiscal ? undefined : periodOf(dateOf(year, Number(month), 1), 'month', 1);
  const yearStart = fiscal ? fiscalMonth : 1;
  // A fiscal year is named by the year in which it ends.
  const startYear = fiscal && yearStart !== 1 ? year - 1 : year;
  const months =
    quarter !== undefined
      ? (Number(quarter) - 1) * 3
      : half !== undefined
        ? (Number(half) - 1) * 6
        : 0;
  const index = yearStart - 1 + months;
  const day = dateOf(startYear + Math.floor(index / 12), (index % 12) + 1, 1);
  return periodOf(
    day,
    quarter !== undefined ? 'quarter' : half !== undefined ? 'half' : 'year',
    yearStart,
  );
}

/** Periods share a day. */
export const overlaps = (a: Pick<Period, 'from' | 'to'>, b: Pick<Period, 'from' | 'to'>): boolean =>
  a.from <= b.to && b.from <= a.to;
