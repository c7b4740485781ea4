import { foldText } from './fold-text.ts';
import { simplified } from './simplified.ts';

/** A month without a day, and perhaps only a part of it or no year. */
export interface WrittenMonth {
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
  return {
    year: year === undefined ? undefined : full,
    month,
    part: part === undefined ? undefined : PART_OF.get(part),
  };
}
