import { type LocalDate, addDays, dateOf, daysInMonth, localDate } from '../calendar/local-date.ts';
import type { WrittenDate } from './date-text.ts';
import {
  type DateOrder,
  type DateContext,
  type DateReading,
  NOT_A_DATE,
  CLOUD_YEARS,
  believed,
  yearsToChoose,
} from './date-reading.ts';

const MINUTES_OF_DAY = 1440;

/** What the written figures mean here. */
export function settleDate(written: WrittenDate, context: DateContext): DateReading {
  switch (written.form) {
    case 'ymd':
      return exactly(written.year, written.month, written.day);
    case 'zoned': {
      const day = localDate(written.year, written.month, written.day);
      return day === undefined
        ? exactly(written.year, written.month, written.day)
        : believed(addDays(day, Math.floor(written.minutes / MINUTES_OF_DAY)));
    }
    case 'ym':
      return written.month >= 1 &&
        written.month <= 12 &&
        written.year >= 1990 &&
        written.year <= 2199
        ? { kind: 'month', year: written.year, month: written.month }
        : NOT_A_DATE;
    case 'xxy':
      return eitherOrder(
        written.year,
        written.first,
        written.second,
        context.order === 'ymd' ? undefined : context.order,
      );
    case 'xxx':
      return threeShort(written.first, written.second, written.third, context.order);
    case 'xx':
      return withoutYear(written, context);
  }
}

function exactly(year: number, month: number, day: number): DateReading {
  const date = localDate(year, month, day);
  return date === undefined ? impossible(year, month, day) : believed(date);
}

/**
 * No such day: the last of its month, the day it would spill into, and day and month exchanged may
 * be meant.
 */
function impossible(year: number, month: number, day: number): DateReading {
  const choices: LocalDate[] = [];
  if (month >= 1 && month <= 12 && day > 28 && day <= 31 && year >= 1900 && year < 2199) {
    const last = dateOf(year, month, daysInMonth(year, month));
    choices.push(last, addDays(last, 1));
  }
  const exchanged = localDate(year, day, month);
  if (exchanged !== undefined) choices.push(exchanged);
  return { kind: 'open', why: 'impossible', choices };
}

/** a/b of a known year: day first or month first. */
function eitherOrder(
  year: number,
  a: number,
  b: number,
  order: 'mdy' | 'dmy' | undefined,
): DateReading {
  const monthFirst = localDate(year, a, b);
  const dayFirst = localDate(year, b, a);
  const chosen = order === 'mdy' ? monthFirst : order === 'dmy' ? dayFirst : undefined;
  if (chosen !== undefined) return believed(chosen);
  if (monthFirst === undefined && dayFirst === undefined)
    return a > 12 ? impossible(year, b, a) : impossible(year, a, b);
  if (monthFirst !== undefined && dayFirst !== undefined && monthFirst !== dayFirst)
    return {
      kind: 'open',
      why: 'ambiguous',
      choices: [monthFirst, dayFirst],
      orders: ['mdy', 'dmy'],
    };
  return believed((monthFirst ?? dayFirst) as LocalDate);
}

function threeShort(a: number, b: number, c: number, order: DateOrder | undefined): DateReading {
  const plausible = (year: number, month: number, day: number): LocalDate | undefined =>
    2000 + year >= CLOUD_YEARS.from && 2000 + year <= CLOUD_YEARS.to
      ? localDate(2000 + year, month, day)
      : undefined;
  const readings = { ymd: plausible(a, b, c), mdy: plausible(c, a, b), dmy: plausible(c, b, a) };
  const chosen = order === undefined ? undefined : readings[order];
  if (chosen !== undefined) return believed(chosen);
  const possible = new Map<LocalDate, DateOrder>();
  for (const each of ['ymd', 'mdy', 'dmy'] as const) {
    const date = readings[each];
    if (date !== undefined && !possible.has(date)) possible.set(date, each);
  }
  const [only] = possible.keys();
  if (only === undefined)
    return a >= 10 && a + 2000 <= CLOUD_YEARS.to ? impossible(2000 + a, b, c) : NOT_A_DATE;
  return possible.size === 1
    ? believed(only)
    : {
        kind: 'open',
        why: 'ambiguous',
        choices: [...possible.keys()],
        orders: [...possible.values()],
      };
}

function withoutYear(
  { first, second, named }: Extract<WrittenDate, { form: 'xx' }>,
  { year, years, order }: DateContext,
): DateReading {
  const orders: readonly (readonly [number, number])[] =
    named || order === 'ymd' || order === 'mdy'
      ? [[first, second]]
      : order === 'dmy'
        ? [[second, first]]
        : [
            [first, second],
            [second, first],
          ];
  // 29 February exists in some years only; what no leap year has is no date at all.
  const sensible = orders.filter(
    ([month, day], index) =>
      localDate(2024, month, day) !== undefined && (index === 0 || first !== second),
  );
  if (sensible.length === 0)
    return year === undefined ? NOT_A_DATE : impossible(year, first, second);
  if (year === undefined)
    return {
      kind: 'open',
      why: 'no-year',
      choices: datesIn(yearsToChoose(years), sensible),
    };
  const dates = datesIn([year], sensible);
  const [only] = dates;
  if (only === undefined) return impossible(year, first, second);
  return dates.length === 1 ? believed(only) : { kind: 'open', why: 'ambiguous', choices: dates };
}

const datesIn = (
  years: readonly number[],
  monthDays: readonly (readonly [number, number])[],
): LocalDate[] =>
  years
    .flatMap((year) => monthDays.map(([month, day]) => localDate(year, month, day)))
    .filter((date) => date !== undefined);
