import { LONGEST_LIST } from '../bounds.ts';
import {
  type LocalDate,
  addDays,
  addMonths,
  daysInMonth,
  localDate,
  yearMonthDay,
} from '../calendar/local-date.ts';
import { orderOfColumn } from './date-order.ts';
import type { DateOrder } from './date-reading.ts';
import { parseDate } from './parse-date.ts';
import { pattern } from '../pattern.ts';

/** Days from the first to the last, both inclusive. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

// Of texts with single spaces: nothing here may be tried at any length.
const DASH = ' ?(?:至|到|to|through|until|and|~|-|—|–){1,3}:? ?';
const MONTH_NAME =
  '(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|' +
  'sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
/** A day in any way of writing it; in words the year may be missing. */
const DAY =
  '(?<!\\d)(?:\\d{4} ?(?:年 ?\\d{1,2} ?月 ?\\d{1,2} ?日?|([-/.]) ?\\d{1,2} ?\\# ?\\d{1,2})|' +
  '\\d{1,2}([-/.])\\d{1,2}\\@(?:\\d{4}|\\d{2})|' +
  `20\\d{6}|\\d{1,2}(?:st|nd|rd|th)?[ -]${MONTH_NAME},?(?:[ -]\\d{4})?|` +
  `${MONTH_NAME} \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?)(?!\\d)`;
const SHORT = '\\d{1,2} ?[-/.月] ?\\d{1,2} ?日?(?![\\d年])';
/** @param group - number of its first group */
const dayAt = (group: number): string =>
  DAY.replace('#', String(group)).replace('@', String(group + 1));
const TWO_DAYS = new RegExp(`(${dayAt(2)})${DASH}(${dayAt(5)}|${SHORT})`, 'i');
/** For the quarter ended March 31, 2026. */
const ENDED = new RegExp(
  '(quarter|three months|half[ -]?year|six months|year|month)s? (?:ended|ending)' +
    `(?: on)? (${dayAt(3)})`,
  'i',
);
const ONE_DAY = new RegExp(dayAt(1), 'gi');
const MONTHS_OF_A_YEAR = new RegExp(`(\\d{4}) ?年 ?(\\d{1,2}) ?月?${DASH}(\\d{1,2}) ?月`, 'i');
const MONTHS_OF_YEARS = new RegExp(
  `(\\d{4}) ?[-/.年] ?(\\d{1,2}) ?月?${DASH}(\\d{4}) ?[-/.年] ?(\\d{1,2})(?!\\d)`,
  'i',
);
const MONTHS_BY_NAME = new RegExp(
  `(?:(${MONTH_NAME})(?: (\\d{4}))?${DASH})?(${MONTH_NAME})[ ,-]{1,2}(\\d{4})(?!\\d)`,
  'i',
);
const PART = pattern('i')`
  (?<![\d-])(?:fy|财年)?\d{4}(?:财年|年度|年)? ?(?:第?[1-4一二三四]季度|q[1-4]|[上下]半年|h[12])
  |(?<![a-z])(?:q[1-4]|h[12])[ ,/-]{0,2}(?:fy)?\d{4}
`;
const MONTH = /(?<!\d)(\d{4}) ?(?:年 ?(\d{1,2}) ?月|[-/.](\d{1,2})(?![-/.\d]))/;
/** 账期：202503: six figures are a month only after a word that says so. */
const SIX = /(?:账期|期间|周期|月份|period|month) ?[:=]? ?(\d{4})(\d{2})(?!\d)/i;
/** Tells when the sheet was made or is paid, or how long something holds, not what it is about. */
const OTHER = pattern('i')`
  制表|打印|导出|生成|创建|更新|有效期|合同|协议|(?:发放|付款|支付|打款|出账|制单)(?:日期|月份?
  |时间)|created|issued|exported|printed|generated|valid|(?:statement|pay(?:ment|out)) (?:date
  |month)|paid (?:on|in)\b
`;
const OF_SOMETHING_ELSE = /有效期|合同|协议|valid|contract/i;

/**
 * The days that a title line says a sheet is about: 结算周期：2025-01-01 至 2025-03-31, Jan 1 – Mar
 * 31, 2026, 2025年1月-3月, 2025年第一季度, Q1 FY26, 2025年3月, 账期：202503. Empty where it says
 * none; a quarter has as many readings as years may begin in, 01/02/2026 to 03/04/2026 two.
 */
export function periodsInTitle(title: string): readonly Days[] {
  const text = usual(title.slice(0, LONGEST_LIST).normalize('NFKC').replace(/\s+/g, ' '));
  const figures = (pattern: RegExp, of = text): readonly number[] | undefined =>
    pattern.exec(of)?.slice(1).filter(Boolean).map(Number);
  const two = TWO_DAYS.exec(text);
  if (two !== null && !OF_SOMETHING_ELSE.test(text)) return betweenDays(two[1] ?? '', two[4] ?? '');
  if (OTHER.test(text)) return [];
  const ended = ENDED.exec(text);
  if (ended !== null) return endedOn(ended[1] ?? '', ended[2] ?? '');
  const rest = text.replace(ONE_DAY, ' ');
  const [year = 0, first = 0, last = 0] = figures(MONTHS_OF_A_YEAR, rest) ?? [];
  if (year > 0) return months(year, first, year, last);
  const years = figures(MONTHS_OF_YEARS, rest);
  if (years !== undefined) return months(years[0], years[1], years[2], years[3]);
  const named = MONTHS_BY_NAME.exec(rest);
  if (named !== null) return namedMonths(named);
  const part = PART.exec(rest)?.[0];
  if (part !== undefined) return partsOf(part);
  const [ofYear, month] = figures(MONTH, rest) ?? figures(SIX, rest) ?? [];
  return months(ofYear, month, ofYear, month);
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** FY26, FY2025-26, 1Q26, Q1'26, first quarter of 2026 as FY2026, Q1 2026. */
const usual = (text: string): string =>
  text
    .replace(/\bfy ?20\d\d[-/](\d\d)(?!\d)/gi, 'FY20$1')
    .replace(/\bfy[ '’-]?(\d\d)(?!\d)/gi, 'FY20$1')
    .replace(/\bfy (?=20\d\d)/gi, 'FY')
    .replace(
      /\b(?:quarter ([1-4])|([1-4])(?:st|nd|rd|th) quarter|([1-4])q(?= ?['’]?\d\d))/gi,
      'Q$1$2$3',
    )
    .replace(
      /\b(first|second|third|fourth) quarter/gi,
      (_, word: string) => `Q${ORDINALS.indexOf(word.toLowerCase()) + 1}`,
    )
    .replace(/\b(q[1-4]|h[12]),? of /gi, '$1 ')
    .replace(/\b(q[1-4]|h[12])[ '’-]{0,2}(2\d)(?!\d)/gi, '$1 20$2')
    .replace(/(?<=[a-z]\.?[ ,-]?)['’](\d\d)(?!\d)/gi, ' 20$1')
    .replace(/(?<=\d(?:st|nd|rd|th)?) of (?=[a-z])/gi, ' ');

const ORDERS: readonly (DateOrder | undefined)[] = ['mdy', 'dmy', 'ymd'];

/** Both days in one order, where the figures themselves tell it; else in each. */
function betweenDays(first: string, last: string): readonly Days[] {
  const [one, other] = [first.replace(/,/g, ''), last.replace(/,/g, '')];
  const told = /^\d{4}/.test(one) ? 'ymd' : orderOfColumn([one, other], { years: [] });
  const found: Days[] = [];
  for (const order of told === undefined ? ORDERS : [told]) {
    const to = dayIn(other, order, yearIn(one));
    const from = dayIn(one, order, yearIn(other));
    if (from === undefined || to === undefined || from > to) continue;
    if (!found.some((days) => days.from === from && days.to === to)) found.push({ from, to });
  }
  return found;
}

function dayIn(
  text: string,
  order: DateOrder | undefined,
  year: number | undefined,
): LocalDate | undefined {
  const reading = parseDate(text.trim(), { order, year });
  return reading.kind === 'date' ? reading.date : undefined;
}

const yearIn = (text: string): number | undefined => {
  const year = /(?<!\d)(?:19|20)\d\d/.exec(text)?.[0];
  return year === undefined ? undefined : Number(year);
};

function endedOn(length: string, day: string): readonly Days[] {
  const count = /^q|three/i.test(length)
    ? 3
    : /^half|six/i.test(length)
      ? 6
      : /^y/i.test(length)
        ? 12
        : 1;
  const ends = ORDERS.flatMap((order) => dayIn(day.replace(/,/g, ''), order, undefined) ?? []);
  return [...new Set(ends)]
    .filter((to) => yearMonthDay(addDays(to, 1)).day === 1)
    .map((to) => ({ from: addMonths(addDays(to, 1), -count), to }));
}

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Jan – Mar 2026, November 2025 to January 2026, March 2026. */
function namedMonths([, first, ofYear, last = '', year = '']: RegExpExecArray): readonly Days[] {
  return months(Number(ofYear ?? year), monthOf(first ?? last), Number(year), monthOf(last));
}

function months(y1 = 0, m1 = 0, y2 = 0, m2 = 0): readonly Days[] {
  const from = localDate(y1, m1, 1);
  const to = m2 >= 1 && m2 <= 12 ? localDate(y2, m2, daysInMonth(y2, m2)) : undefined;
  return from === undefined || to === undefined || from > to ? [] : [{ from, to }];
}

/** Months by which a vendor's year begins before the one that it is named by: July, October. */
const OTHER_YEARS = [6, 3];

/** A quarter or half by its last day, in each year that it may be of. */
function partsOf(text: string): readonly Days[] {
  const reading = parseDate(text.replace(/\s/g, ''));
  const ends = reading.kind === 'open' ? reading.choices : [];
  const length = /半年|h[12]/i.test(text) ? 6 : 3;
  const calendar = ends[1];
  const others =
    /^fy|fy\d|财年/i.test(text) && calendar !== undefined
      ? OTHER_YEARS.map((back) => addMonths(addDays(calendar, 1), -back))
      : [];
  return [...ends.map((to) => addDays(to, 1)), ...others].map((next) => ({
    from: addMonths(next, -length),
    to: addDays(next, -1),
  }));
}
