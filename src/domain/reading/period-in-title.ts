import { LONGEST_LIST } from '../bounds.ts';
import {
  type LocalDate,
  addDays,
  addMonths,
  daysInMonth,
  localDate,
} from '../calendar/local-date.ts';
import { parseDate } from './parse-date.ts';

/** Days from the first to the last, both inclusive. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

// Of texts with single spaces: nothing here may be tried at any length.
const DASH = ' ?(?:至|到|to|~|-|—|–){1,3} ?';
const DAY = '(\\d{4}) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2}) ?日?';
const TWO_DAYS = new RegExp(`${DAY}${DASH}${DAY}`, 'i');
const ONE_DAY = /\d{4} ?(?:年 ?\d{1,2} ?月 ?\d{1,2} ?日?|([-/.]) ?\d{1,2} ?\1 ?\d{1,2})(?!\d)/g;
const MONTHS_OF_A_YEAR = new RegExp(`(\\d{4}) ?年 ?(\\d{1,2}) ?月?${DASH}(\\d{1,2}) ?月`, 'i');
const MONTHS_OF_YEARS = new RegExp(
  `(\\d{4}) ?[-/.年] ?(\\d{1,2}) ?月?${DASH}(\\d{4}) ?[-/.年] ?(\\d{1,2})(?!\\d)`,
  'i',
);
const PART =
  /(?<![\d-])(?:fy|财年)?\d{4}(?:财年|年度|年)? ?(?:第?[1-4一二三四]季度|q[1-4]|[上下]半年|h[12])|(?<![a-z])(?:q[1-4]|h[12])[ ,/-]{0,2}(?:fy)?\d{4}/i;
const MONTH = /(?<!\d)(\d{4}) ?(?:年 ?(\d{1,2}) ?月|[-/.](\d{1,2})(?![-/.\d]))/;
/** 账期：202503: six figures are a month only after a word that says so. */
const SIX = /(?:账期|期间|周期|月份|period|month) ?[:=]? ?(\d{4})(\d{2})(?!\d)/i;
/** Tells when the sheet was made, or how long something holds, not what it is about. */
const OTHER =
  /制表|打印|导出|生成|创建|更新|有效期|合同|协议|created|issued|exported|printed|generated|valid/i;

/**
 * The days that a title line says a sheet is about: 结算周期：2025-01-01 至 2025-03-31,
 * 2025年1月-3月, 2025年第一季度, Q1 2025, 2025年3月, 账期：202503. Empty where it says none; a
 * quarter has two readings, the calendar's and that of a year from April.
 */
export function periodsInTitle(title: string): readonly Days[] {
  const text = title.slice(0, LONGEST_LIST).normalize('NFKC').replace(/\s+/g, ' ');
  const figures = (pattern: RegExp, of = text): readonly number[] | undefined =>
    pattern.exec(of)?.slice(1).filter(Boolean).map(Number);
  const two = figures(TWO_DAYS);
  if (two !== undefined && !/有效期|合同|协议|valid|contract/i.test(text))
    return [daysOf(two)].flatMap((days) => days ?? []);
  if (OTHER.test(text)) return [];
  const rest = text.replace(ONE_DAY, ' ');
  const [year = 0, first = 0, last = 0] = figures(MONTHS_OF_A_YEAR, rest) ?? [];
  if (year > 0) return months(year, first, year, last);
  const years = figures(MONTHS_OF_YEARS, rest);
  if (years !== undefined) return months(years[0], years[1], years[2], years[3]);
  const part = PART.exec(rest)?.[0];
  if (part !== undefined) return partsOf(part);
  const [ofYear, month] = figures(MONTH, rest) ?? figures(SIX, rest) ?? [];
  return months(ofYear, month, ofYear, month);
}

function daysOf(figures: readonly number[]): Days | undefined {
  const [y1 = 0, m1 = 0, d1 = 0, y2 = 0, m2 = 0, d2 = 0] = figures;
  const [from, to] = [localDate(y1, m1, d1), localDate(y2, m2, d2)];
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

function months(y1 = 0, m1 = 0, y2 = 0, m2 = 0): readonly Days[] {
  const from = localDate(y1, m1, 1);
  const to = m2 >= 1 && m2 <= 12 ? localDate(y2, m2, daysInMonth(y2, m2)) : undefined;
  return from === undefined || to === undefined || from > to ? [] : [{ from, to }];
}

/** A quarter or half by its last day, in each year that it may be of. */
function partsOf(text: string): readonly Days[] {
  const reading = parseDate(text.replace(/\s/g, ''));
  const ends = reading.kind === 'open' ? reading.choices : [];
  const length = /半年|h[12]/i.test(text) ? 6 : 3;
  return ends.map((to) => ({ from: addMonths(addDays(to, 1), -length), to }));
}
