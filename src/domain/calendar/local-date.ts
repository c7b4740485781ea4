import { int32At } from '../columns.ts';
import { invariant } from '../result.ts';

declare const unit: unique symbol;

/** A day without a time zone: days since 1970-01-01. Sorts and subtracts as a number. */
export type LocalDate = number & { readonly [unit]: 'day' };

interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day, or `undefined` when there is no such day (2025-06-31). Years 1900…2199. */
export function localDate(year: number, month: number, day: number): LocalDate | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

/** The same for dates that code writes down itself. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  const date = localDate(year, month, day);
  invariant(date !== undefined, `no such day: ${year}-${month}-${day}`);
  return date;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days since 1970-01-01 of a proleptic Gregorian day (the era arithmetic counts years from March).
 */
function daysFromCivil(year: number, month: number, day: number): LocalDate {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as LocalDate;
}

export function yearMonthDay(date: LocalDate): YearMonthDay {
  const z = date + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** "2025-03-31". */
export function isoDate(date: LocalDate): string {
  const { year, month, day } = yearMonthDay(date);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day of "2025-03-31" and nothing else; `undefined` for other text and impossible days. */
export function parseIsoDate(text: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? localDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/**
 * The day of an Excel serial number (its whole part; the fraction is the time of day). Serials
 * below 61 are refused in the 1900 system: 60 is the day 1900-02-29 that never was.
 */
export function dateFromSerial(serial: number, date1904: boolean): LocalDate | undefined {
  const whole = Math.floor(serial);
  const days = date1904 ? whole - 24107 : whole - 25569;
  if (!date1904 && whole < 61) return undefined;
  if (days < daysFromCivil(1900, 3, 1) || days > daysFromCivil(2199, 12, 31)) return undefined;
  return days as LocalDate;
}

/** The Excel serial (1900 system) of a day. */
export const serialFromDate = (date: LocalDate): number => date + 25569;

/** The day in a column of days, at an index that is known to lie inside. */
export const dayAt = (days: Int32Array, index: number): LocalDate =>
  int32At(days, index) as LocalDate;

export const lastOf = (days: readonly LocalDate[]): LocalDate => Math.max(...days) as LocalDate;
export const firstOf = (days: readonly LocalDate[]): LocalDate => Math.min(...days) as LocalDate;

export const addDays = (date: LocalDate, days: number): LocalDate => (date + days) as LocalDate;

/**
 * The same day so many months later, or the last day of that month where it has no such day. The
 * last day of a month goes to the last day of a month when `keepMonthEnd` is set: half a year after
 * 30 June ends on 31 December.
 */
export function addMonths(date: LocalDate, months: number, keepMonthEnd = false): LocalDate {
  const { year, month, day } = yearMonthDay(date);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (((index % 12) + 12) % 12) + 1;
  const last = daysInMonth(toYear, toMonth);
  const atEnd = keepMonthEnd && day === daysInMonth(year, month);
  return dateOf(toYear, toMonth, atEnd ? last : Math.min(day, last));
}
