import { type LocalDate, addDays, dateOf, yearMonthDay } from './local-date.ts';

/** 月 · 季 · 半年 · 年. */
export type PeriodLength = 'month' | 'quarter' | 'half' | 'year';

export interface Period {
  /**
   * "2025-03", "2025Q1", "2025H1", "2025"; a year that does not start in January: "FY2025Q4",
   * "FY2026".
   */
  readonly label: string;
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
}

const MONTHS: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/**
 * The period a day lies in.
 *
 * @param yearStart - first month of the year, 1…12; a year that does not start in January is
 *   named by the year in which it ends (4: Alibaba's FY2026 = 2025-04…2026-03)
 */
export function periodOf(date: LocalDate, length: PeriodLength, yearStart: number): Period {
  const { year, month } = yearMonthDay(date);
  const startYear = month >= yearStart ? year : year - 1;
  const months = MONTHS[length];
  const index = Math.floor(((month - yearStart + 12) % 12) / months);
  const fromMonth = yearStart - 1 + index * months;
  const from = firstOfMonth(startYear, fromMonth);
  const to = addDays(firstOfMonth(startYear, fromMonth + months), -1);
  return { label: labelOf(length, from, index, yearStart, startYear), from, to };
}

/** The period after this one. */
export const nextPeriod = (period: Period, length: PeriodLength, yearStart: number): Period =>
  periodOf(addDays(period.to, 1), length, yearStart);

/**
 * "2025-01~2025-03": always printed beside a label, because Alibaba's 2025Q4 is January to March
 * 2025.
 */
export function monthsOf(period: Pick<Period, 'from' | 'to'>): string {
  return `${monthLabel(period.from)}~${monthLabel(period.to)}`;
}

/** "FY2025Q4 (2025-01~2025-03)". */
export const labelWithMonths = (period: Period): string => `${period.label} (${monthsOf(period)})`;

function labelOf(
  length: PeriodLength,
  from: LocalDate,
  index: number,
  yearStart: number,
  startYear: number,
): string {
  if (length === 'month') return monthLabel(from);
  const year = yearStart === 1 ? `${startYear}` : `FY${startYear + 1}`;
  if (length === 'year') return year;
  return `${year}${length === 'quarter' ? 'Q' : 'H'}${index + 1}`;
}

function monthLabel(date: LocalDate): string {
  const { year, month } = yearMonthDay(date);
  return `${year}-${String(month).padStart(2, '0')}`;
}

function firstOfMonth(year: number, monthIndex: number): LocalDate {
  return dateOf(year + Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 1);
}
