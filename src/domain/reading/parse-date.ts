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
import { readWrittenDate, withFigures } from './date-text.ts';
import { isBlank } from './fold-text.ts';
import {
  type WrittenPart,
  readYearPart,
  isMidnight,
  rangeHalves,
  readMonthWords,
} from './period-text.ts';
import { plainDate } from './plain-date.ts';
import {
  type DateContext,
  type DateReading,
  EMPTY,
  NOT_A_DATE,
  CLOUD_YEARS,
  believed,
  yearsToChoose,
} from './date-reading.ts';
import { settleDate } from './settle-date.ts';

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
