import {
  type LocalDate,
  addDays,
  dateFromSerial,
  dateOf,
  yearMonthDay,
  daysInMonth,
  localDate,
} from '../calendar/local-date.ts';
import type { Cell } from '../sheet.ts';
import { type WrittenDate, readWrittenDate, withFigures } from './date-text.ts';
import { isBlank } from './fold-text.ts';
import {
  type WrittenPart,
  readYearPart,
  isMidnight,
  rangeHalves,
  readMonthWords,
} from './period-text.ts';
import { plainDate } from './plain-date.ts';

/** In which order a column writes day, month and two-digit year. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

export interface DateContext {
  readonly date1904?: boolean | undefined;
  /**
   * What the column's other cells, or the ledger's language, say about 3/4/25. Never settles
   * 03/04/2025 by `ymd`.
   */
  readonly order?: DateOrder | undefined;
  /** The year of dates without one, when the context leaves one only. */
  readonly year?: number | undefined;
  /** Years that it may be otherwise, for the choices. */
  readonly years?: readonly number[] | undefined;
}

export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly date: LocalDate }
  /** A month, not a day. */
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | {
      readonly kind: 'open';
      readonly why: OpenDate;
      readonly choices: readonly LocalDate[];
      /** In which order each choice reads the figures, where that is what is open. */
      readonly orders?: readonly DateOrder[];
    }
  | { readonly kind: 'not-a-date' };

/**
 * `impossible` 2025/6/31 · `ambiguous` 03/04/2025 · `no-year` 2/21 · `far` a year before 2000 or
 * after 2099 · `part` 2025Q4, whose year may begin in January or in April · `midnight` a range that
 * ends at 0:00 · `part-of-month` 2025年3月上旬 · `day-or-year`
 * Jan-25.
 */
export type OpenDate =
  | 'impossible'
  | 'ambiguous'
  | 'no-year'
  | 'far'
  | 'part'
  | 'part-of-month'
  | 'day-or-year'
  | 'midnight';

const EMPTY: DateReading = { kind: 'empty' };

const NOT_A_DATE: DateReading = { kind: 'not-a-date' };

/** Two-digit years are believed only inside the trade's lifetime: 25.4.9 is not the year 2009. */
export const CLOUD_YEARS = { from: 2010, to: 2039 };

/** To choose from where nothing at all names a year; any other may be typed. */
const USUAL_YEARS = [2022, 2023, 2024, 2025, 2026, 2027, 2028];

/** Orders of the cloud trade are of this century. */
const FIRST_BELIEVED = dateOf(2000, 1, 1);

export const LAST_BELIEVED = dateOf(2099, 12, 31);

const MINUTES_OF_DAY = 1440;

const CHINA_SECONDS = 8 * 3600;

/**
 * A cell of a date column to a day, or the question it leaves open. Serial numbers, 20250116, epoch
 * seconds and milliseconds (as a day in China) and every written form of date-text.ts.
 */
export function parseDate(cell: Cell | undefined, context: DateContext = {}): DateReading {
  if (typeof cell === 'number') return fromNumber(cell, context);
  if (typeof cell !== 'string') return cell === null || cell === undefined ? EMPTY : NOT_A_DATE;
  const plain = plainDate(cell);
  if (plain !== undefined) return believed(plain);
  if (isBlank(cell) || /^\s*[-–—/]+\s*$/.test(cell)) return EMPTY;
  const written = readWrittenDate(cell);
  if (written !== undefined) return dayOrYear(cell, context) ?? settleDate(written, context);
  const more = fromPart(cell, context) ?? fromMonth(cell, context) ?? fromRange(cell, context);
  if (more !== undefined) return more;
  const digits = /^\s*'?(\d+(?:\.\d+)?)\s*$/.exec(cell)?.[1];
  return digits === undefined ? NOT_A_DATE : fromNumber(Number(digits), context);
}

/** "Jan-25" is the 25th, or what Excel shows of a month of 2025. */
function dayOrYear(text: string, context: DateContext): DateReading | undefined {
  const [, name = '', figures = ''] = /^\s*([a-z]{3,9})[-' ](\d{2})\s*$/i.exec(text) ?? [];
  const month = figures === '' ? undefined : readMonthWords(name)?.month;
  const year = 2000 + Number(figures);
  if (month === undefined || year < CLOUD_YEARS.from || year > CLOUD_YEARS.to) return undefined;
  const day = localDate(context.year ?? year, month, Number(figures));
  const choices = [lastOfMonth(year, month), ...(day === undefined ? [] : [day])];
  return { kind: 'open', why: 'day-or-year', choices };
}

/** The last day of 2025Q4: of the calendar's, and of the one that Alibaba means. */
function fromPart(text: string, { year, years }: DateContext): DateReading | undefined {
  const part = readYearPart(text) ?? (year === undefined ? undefined : partIn(year, text));
  if (part !== undefined) return eitherYear(part);
  const ends = yearsToChoose(years).flatMap((each) => {
    const own = partIn(each, text);
    return own === undefined ? [] : [lastOfMonth(each, own.part * own.months)];
  });
  return ends.length === 0 ? undefined : { kind: 'open', why: 'no-year', choices: ends };
}

/** 上半年, Q1, 第二季度 of a year that is written elsewhere. */
const partIn = (year: number, text: string): WrittenPart | undefined =>
  /^[\d一二三四]{3,}|^\d*$/.test(text.trim()) ? undefined : readYearPart(`${year}${text}`);

function eitherYear({ year, part, months, isFiscal }: WrittenPart): DateReading {
  const end = part * months;
  const calendar = lastOfMonth(year, end);
  const fiscal = end + 3 > 12 ? lastOfMonth(year, end - 9) : lastOfMonth(year - 1, end + 3);
  return { kind: 'open', why: 'part', choices: isFiscal ? [fiscal, calendar] : [calendar, fiscal] };
}

const lastOfMonth = (year: number, month: number): LocalDate =>
  dateOf(year, month, daysInMonth(year, month));

/** A range counts on its end; one that ends on the stroke of midnight may mean the day before. */
function fromRange(text: string, context: DateContext): DateReading | undefined {
  for (const [start, end] of rangeHalves(text)) {
    const from = parseSingle(start, context);
    if (from.kind !== 'date') continue;
    const to = endOf(end, from.date, context);
    if (to === undefined || to < from.date) continue;
    return isMidnight(end) && to > from.date
      ? { kind: 'open', why: 'midnight', choices: [to, addDays(to, -1)] }
      : believed(to);
  }
  return undefined;
}

/** "1.31" and "22:00" at the end of a range take the year, or the day, from its beginning. */
function endOf(text: string, from: LocalDate, context: DateContext): LocalDate | undefined {
  if (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(text)) return from;
  const { year, month } = yearMonthDay(from);
  const dayAlone = /^(\d{1,2})[日号]?$/.exec(text)?.[1];
  if (dayAlone !== undefined) return localDate(year, month, Number(dayAlone));
  const reading = parseSingle(text, { ...context, year });
  return reading.kind === 'date' ? reading.date : undefined;
}

function parseSingle(text: string, context: DateContext): DateReading {
  const plain = plainDate(text);
  if (plain !== undefined) return believed(plain);
  const written = readWrittenDate(text);
  return written === undefined ? NOT_A_DATE : settleDate(written, context);
}

function fromNumber(value: number, context: DateContext): DateReading {
  if (value >= 1e9 && value < 5e9) return fromEpoch(value);
  if (value >= 1e12 && value < 5e12) return fromEpoch(value / 1000);
  if (Number.isInteger(value) && value >= 200001 && value <= 21991231) {
    const written = readWrittenDate(String(value));
    return written === undefined ? NOT_A_DATE : settleDate(written, context);
  }
  // From 1990 on: a smaller number in a date column is a mistake, not a date.
  if (!(value >= 31000 && value < 110000)) return NOT_A_DATE;
  const date = dateFromSerial(value, context.date1904 ?? false);
  return date === undefined ? NOT_A_DATE : believed(date);
}

function fromEpoch(seconds: number): DateReading {
  return believed(addDays(dateOf(1970, 1, 1), Math.floor((seconds + CHINA_SECONDS) / 86400)));
}

function believed(date: LocalDate): DateReading {
  return date < FIRST_BELIEVED || date > LAST_BELIEVED
    ? { kind: 'open', why: 'far', choices: [date] }
    : { kind: 'date', date };
}

/** What the written figures mean here. */
function settleDate(written: WrittenDate, context: DateContext): DateReading {
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

const yearsToChoose = (years: readonly number[] | undefined): readonly number[] =>
  years === undefined || years.length === 0 ? USUAL_YEARS : years;

/**
 * A month, or a part of one, with or without its year: its last day where only the year is open.
 */
function fromMonth(text: string, context: DateContext): DateReading | undefined {
  const written = readMonthWords(withFigures(text));
  if (written === undefined) return undefined;
  const { month, part } = written;
  const endIn = (year: number): LocalDate =>
    part?.last === undefined ? lastOfMonth(year, month) : dateOf(year, month, part.last);
  const year = written.year ?? context.year;
  if (year === undefined)
    return { kind: 'open', why: 'no-year', choices: yearsToChoose(context.years).map(endIn) };
  if (year < 1990 || year > 2199) return undefined;
  if (part === undefined) return { kind: 'month', year, month };
  const choices = [dateOf(year, month, part.first), endIn(year)];
  return { kind: 'open', why: 'part-of-month', choices };
}

const datesIn = (
  years: readonly number[],
  monthDays: readonly (readonly [number, number])[],
): LocalDate[] =>
  years
    .flatMap((year) => monthDays.map(([month, day]) => localDate(year, month, day)))
    .filter((date) => date !== undefined);
