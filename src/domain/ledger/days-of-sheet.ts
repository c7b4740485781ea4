import { type LocalDate, addDays, addMonths, localDate } from '../calendar/local-date.ts';
import { yearsToChoose } from '../reading/date-reading.ts';
import { readMonthWords } from '../reading/period-text.ts';
import { foldText } from '../reading/fold-text.ts';

/** What a sheet's name says of the days of its rows. */
export interface DaysOfSheet {
  readonly month: number;
  /** Its own year, or those of the other sheets; the usual ones where nothing says any. */
  readonly years: readonly number[];
}

const YEAR_AND_MONTH =
  /(?<!\d)(?:20)?(2\d|3\d)(?:年|[-_./ ]|年度|(?=\d\d(?!\d)))(0?[1-9]|1[0-2])(?!\d)/;
const MONTH =
  /(?<!\d)(\d{1,2})月份?|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/i;

/**
 * 2025年1月, 1月订单, 202501, Jan 2025: the month that a sheet's name says; `undefined` where it
 * says none.
 *
 * @param others - years that the sheet's title or other sheets speak of
 */
export function daysOfSheet(
  name: string,
  others: () => readonly number[],
): DaysOfSheet | undefined {
  const text = numerals(foldText(name));
  const [, short, ofYear] = YEAR_AND_MONTH.exec(text) ?? [];
  if (ofYear !== undefined) return { month: Number(ofYear), years: [2000 + Number(short)] };
  const [word = '', figures] = MONTH.exec(text) ?? [];
  const month = figures === undefined ? readMonthWords(word)?.month : Number(figures);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const own = [...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year));
  return { month, years: own.length > 0 ? own : yearsToChoose(others()) };
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const numerals = (text: string): string =>
  text.replace(/([一二三四五六七八九]|十[一二]?)(?=月)/g, (word) =>
    String(NUMERALS.indexOf(word) + 1),
  );

/** The last day of the month, in each year that it may be of. */
export const lastDaysOf = ({ month, years }: DaysOfSheet): LocalDate[] =>
  years.flatMap((year) => {
    const first = localDate(year, month, 1);
    return first === undefined ? [] : [addDays(addMonths(first, 1), -1)];
  });

/** "5", "6号": that day of the month, in each year that it may be of; none of any other text. */
export function daysNamed({ month, years }: DaysOfSheet, text: string): LocalDate[] {
  const [, day = ''] = /^(\d{1,2})(?:日|号)?$/.exec(foldText(text)) ?? [];
  return years.flatMap((year) => localDate(year, month, Number(day)) ?? []);
}
