import { foldKey, foldText } from './fold-text.ts';
import { LONGEST_DAYS } from '../bounds.ts';
import { simplified } from './simplified.ts';

/** A quarter or a half of a year as people write it. */
export interface WrittenPart {
  readonly year: number;
  /** 1-based, of the year: second quarter, first half. */
  readonly part: number;
  readonly months: 3 | 6;
  /** FY, 财年: a year that may begin in April. */
  readonly isFiscal: boolean;
}

const YEAR = '(fy|财年|财政年度)?(\\d{4}|\\d{2})(财年|财政年度|年度|年)?';

const YEAR_FIRST = new RegExp(
  `^${YEAR}[-/._]?(?:第?([1-4一二三四])季度?|q([1-4])|(上|下)半年|h([12]))$`,
);

const YEAR_LAST = new RegExp(`^(?:q([1-4])|h([12]))[-/._,]?${YEAR}$`);

const NUMERALS = '一二三四';

/** 2025Q4 · FY2025Q4 · 25Q1 · 2025年第四季度 · Q4 2025 · 2025H1 · 2025年上半年. */
export function readYearPart(text: string): WrittenPart | undefined {
  const key = foldKey(text).replace(/['’]/g, '');
  if (key.length > 20) return undefined;
  const first = YEAR_FIRST.exec(key);
  if (first) {
    const [, before, year, after, named, quarter, half, h] = first;
    return partOf({ year, isFiscal: isFiscal(before, after) }, named ?? quarter, half ?? h);
  }
  const last = YEAR_LAST.exec(key);
  if (!last) return undefined;
  const [, quarter, half, before, year, after] = last;
  return partOf({ year, isFiscal: isFiscal(before, after) }, quarter, half);
}

/** Days of other years are nobody's orders, and the calendar does not have them. */
const isYear = (year: number): boolean => year >= 1990 && year < 2199;

const isFiscal = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined || after === '财年' || after === '财政年度';

function partOf(
  {
    year = '',
    isFiscal: fiscal,
  }: { readonly year: string | undefined; readonly isFiscal: boolean },
  quarter: string | undefined,
  half: string | undefined,
): WrittenPart | undefined {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (!isYear(full)) return undefined;
  if (quarter !== undefined) {
    const numeral = NUMERALS.indexOf(quarter);
    const part = numeral >= 0 ? numeral + 1 : Number(quarter);
    return { year: full, part, months: 3, isFiscal: fiscal };
  }
  const part = half === '上' ? 1 : half === '下' ? 2 : Number(half);
  return { year: full, part, months: 6, isFiscal: fiscal };
}

/** Marks between the two days of a range, with the spaces around them. */
const BETWEEN = / ?(?:~|～|至|到|—|–|-{1,2}|\bto\b|\bthrough\b|\buntil\b) ?/gi;

/** The two halves of "2025-03-31 21:00 - 2025-03-31 22:00", every way it can be cut. */
export function* rangeHalves(text: string): Generator<readonly [string, string], void, void> {
  const folded = foldText(text);
  if (folded.length > LONGEST_DAYS) return;
  for (const { index, 0: mark } of folded.matchAll(BETWEEN)) {
    const [start, end] = [folded.slice(0, index), folded.slice(index + mark.length)];
    if (start.length >= 3 && end.length >= 2) yield [start, end];
  }
}

/** The end of a range on its stroke of midnight: 24:00 of the day before, or 0:00 of this one. */
export const isMidnight = (text: string): boolean =>
  /(?:^|[ t])0?0:00(?::00)?(?:\.0+)?(?: ?(?:z|utc|gmt)?(?: ?[+-]\d{1,2}:?\d{2})?)?$/i.test(
    text.trim(),
  );

/** A month without a day, and perhaps only a part of it or no year. */
interface WrittenMonth {
  readonly year: number | undefined;
  readonly month: number;
  /** First and last day of the part; a month's own end where the last is missing. */
  readonly part: { readonly first: number; readonly last?: number } | undefined;
}

const PARTS: Readonly<Record<string, WrittenMonth['part']>> = {
  上旬: { first: 1, last: 10 },
  初: { first: 1, last: 10 },
  中旬: { first: 11, last: 20 },
  中: { first: 11, last: 20 },
  下旬: { first: 21 },
  底: { first: 21 },
  末: { first: 21 },
  上半月: { first: 1, last: 15 },
  下半月: { first: 16 },
  early: { first: 1, last: 10 },
  beginningof: { first: 1, last: 10 },
  mid: { first: 11, last: 20 },
  late: { first: 21 },
  end: { first: 21 },
  endof: { first: 21 },
};

const PART_OF = new Map(Object.entries(PARTS));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const CHINESE =
  /^(?:(\d{4}|\d{2})年?[-/.]?)?(\d{1,2})月份?(上旬|中旬|下旬|上半月|下半月|初|中|底|末)?$/;

const ENGLISH = /^(early|mid|late|endof|end|beginningof)?-?([a-z]{3,9})[.,'-]*(\d{4})?$/;

/** 3月 · 2025年3月上旬 · 三月底 (numerals read before) · March · mid March 2025. */
export function readMonthWords(text: string): WrittenMonth | undefined {
  if (text.length > 24) return undefined;
  const key = simplified(foldText(text).toLowerCase()).replace(/\s/g, '');
  const chinese = CHINESE.exec(key);
  if (chinese) return monthOf(chinese[1], Number(chinese[2]), chinese[3]);
  const [, part, name = '', year] = ENGLISH.exec(key) ?? [];
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  return month > 0 && isMonthName(name) ? monthOf(year, month, part) : undefined;
}

const FULL =
  'january february march april may june july august september sept october november december';

const isMonthName = (name: string): boolean => name.length === 3 || FULL.split(' ').includes(name);

function monthOf(
  year: string | undefined,
  month: number,
  part: string | undefined,
): WrittenMonth | undefined {
  if (month < 1 || month > 12) return undefined;
  const full = year?.length === 2 ? 2000 + Number(year) : Number(year);
  if (year !== undefined && !isYear(full)) return undefined;
  return {
    year: year === undefined ? undefined : full,
    month,
    part: part === undefined ? undefined : PART_OF.get(part),
  };
}
