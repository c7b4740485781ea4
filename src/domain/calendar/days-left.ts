import type { LocalDate } from './local-date.ts';
import type { Period } from './period.ts';

/**
 * Days a period still has: after today where it is open today, else after the as-of day of the
 * figures. null: nobody said what today is, or the figures are asked for another day on purpose.
 */
export function daysLeft(period: Period, asOf: LocalDate, today: LocalDate | null): number {
  const isOpenToday = today !== null && today >= asOf && today >= period.from && today <= period.to;
  return Math.max(0, period.to - (isOpenToday ? today : asOf));
}
