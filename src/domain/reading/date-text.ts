import { LONGEST_DAYS } from '../bounds.ts';
import { figuresOf, valueOf } from './chinese-numerals.ts';
import { foldText } from './fold-text.ts';
import { simplified } from './simplified.ts';
import { pattern } from '../pattern.ts';

/** The figures of a written date before anyone decides which is which. */
export type WrittenDate =
  /** Year first with four digits, or with 年. */
  | { readonly form: 'ymd'; readonly year: number; readonly month: number; readonly day: number }
  /** Four-digit year last: 03/04/2025. */
  | { readonly form: 'xxy'; readonly first: number; readonly second: number; readonly year: number }
  /** Three numbers of at most two digits: 25.4.9. */
  | {
      readonly form: 'xxx';
      readonly first: number;
      readonly second: number;
      readonly third: number;
    }
  /**
   * Two numbers, no year: 2/21. `named` when 月 or a month's name says which is the month (then it
   * comes first).
   */
  | {
      readonly form: 'xx';
      readonly first: number;
      readonly second: number;
      readonly named: boolean;
    }
  /** A month without a day: 202502, 2025年2月. */
  | { readonly form: 'ym'; readonly year: number; readonly month: number }
  /**
   * Moment in a zone other than China's: minutes to add to reach UTC+8, with the civil time
   * written.
   */
  | {
      readonly form: 'zoned';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly minutes: number;
    };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = pattern()`
  (?:[t ]|(?<=日|号)|(?<=\d)(?=上午|下午|[ap]m))\s*(?:(?:上午|下午|早上|晚上|中午
  |[ap]\.?m\.?) ?)?(\d{1,2}):(\d{1,2})(?::\d{1,2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)? ?(?:(z|utc
  |gmt)?(?: ?([+-])(\d{1,2}):?(\d{2})?)?)?$
`;
const CHINA_MINUTES = 8 * 60;

/**
 * Takes a date text apart; `undefined` when it is none of the known forms. Time of day and weekday
 * are dropped.
 */
export function readWrittenDate(text: string): WrittenDate | undefined {
  const folded = clockTime(withFigures(withoutWeekday(simplified(foldText(text).toLowerCase()))));
  const time = TIME.exec(folded);
  const written = readDay(time ? folded.slice(0, time.index) : folded);
  return time && written?.form === 'ymd' ? inChina(written, time) : written;
}

/** 14时, 14点30分: the hour as other writers have it. */
const clockTime = (text: string): string =>
  text.replace(
    / ?(?<=[日号\d ]|上午|下午|晚上|早上|中午)(\d{1,2})[时点](?:(\d{1,2})分?)?(?:(\d{1,2})秒?)?$/,
    (_, hour: string, minute = '00') => ` ${hour}:${minute}`,
  );

/** 二〇二五年三月十一日, 民国114年3月5日: the figures as other writers have them. */
export function withFigures(text: string): string {
  if (text.length > LONGEST_DAYS) return text;
  const years = text.replace(/^民国(\d{2,3})(?=年)/, (_, year: string) => `${1911 + Number(year)}`);
  if (!/[〇零一二三四五六七八九十](?=[〇零一二三四五六七八九十]*[年月日号])/.test(years))
    return years;
  return years.replace(
    /[一二三]?十[一二三四五六七八九]?(?=[月日号])|[〇零一二三四五六七八九]+(?=[年月日号])/g,
    (all) => (all.includes('十') ? valueOf(all) : figuresOf(all)),
  );
}

const withoutWeekday = (text: string): string =>
  text
    .replace(/ ?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/, '')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /, '')
    .replace(/^'|[.,;、]$/g, '');

function inChina(
  date: Extract<WrittenDate, { form: 'ymd' }>,
  [, hour, minute, zone, sign, hours, minutes]: RegExpExecArray,
): WrittenDate {
  if (zone === undefined && sign === undefined) return date;
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  if (offset === CHINA_MINUTES) return date;
  return {
    ...date,
    form: 'zoned',
    minutes: Number(hour) * 60 + Number(minute) + CHINA_MINUTES - offset,
  };
}

function readDay(raw: string): WrittenDate | undefined {
  const text = raw.trim().replace(/ ?([年月日号./、-]) ?/g, '$1');
  return readChinese(text) ?? readNumbers(text) ?? readCompact(text) ?? readEnglish(text);
}

function readChinese(text: string): WrittenDate | undefined {
  const full = /^(\d{4}|\d{2})年(\d{1,2})月(?:(\d{1,2})[日号]?)?(?:份)?$/.exec(text);
  if (full) {
    const year = fourDigits(Number(full[1]));
    const month = Number(full[2]);
    return full[3] === undefined
      ? { form: 'ym', year, month }
      : { form: 'ymd', year, month, day: Number(full[3]) };
  }
  const short = /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(text);
  return short
    ? { form: 'xx', first: Number(short[1]), second: Number(short[2]), named: true }
    : undefined;
}

function readNumbers(text: string): WrittenDate | undefined {
  const match = /^(\d{1,4})([-/.、 ])(\d{1,4})(?:\2(\d{1,4}))?$/.exec(text);
  if (!match) return undefined;
  const [, a = '', , b = '', c] = match;
  const [first, second] = [Number(a), Number(b)];
  if (c === undefined) {
    if (a.length === 4 && b.length <= 2) return { form: 'ym', year: first, month: second };
    return a.length <= 2 && b.length <= 2 ? { form: 'xx', first, second, named: false } : undefined;
  }
  if (b.length > 2) return undefined;
  if (a.length === 4 && c.length <= 2)
    return { form: 'ymd', year: first, month: second, day: Number(c) };
  if (a.length <= 2 && c.length === 4) return { form: 'xxy', first, second, year: Number(c) };
  return a.length <= 2 && c.length <= 2
    ? { form: 'xxx', first, second, third: Number(c) }
    : undefined;
}

/** 20250116, 20250116102030, 250409, 202502. */
function readCompact(text: string): WrittenDate | undefined {
  const long = /^((?:19|20|21)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text);
  if (long)
    return { form: 'ymd', year: Number(long[1]), month: Number(long[2]), day: Number(long[3]) };
  const six = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (!six) return undefined;
  const [first, second, third] = [Number(six[1]), Number(six[2]), Number(six[3])];
  if ((first === 19 || first === 20) && third >= 1 && third <= 12 && second > 12)
    return { form: 'ym', year: first * 100 + second, month: third };
  return second >= 1 && second <= 12 ? { form: 'xxx', first, second, third } : undefined;
}

/** "6 Jan 2025", "Jan 6, 2025", "6-Jan-25", "Jan 6". */
function readEnglish(text: string): WrittenDate | undefined {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[- /.]([a-z]{3,9})\.?(?:[- /,.]+(\d{4}|\d{2}))?$/.exec(text);
  const monthFirst =
    /^([a-z]{3,9})\.?[- ](\d{1,2})(?:st|nd|rd|th)?(?:[, -]{1,3}(\d{4}|\d{2}))?$/.exec(text);
  const month = MONTHS.indexOf((dayFirst?.[2] ?? monthFirst?.[1] ?? '').slice(0, 3)) + 1;
  if (month === 0) return undefined;
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  return year === undefined
    ? { form: 'xx', first: month, second: day, named: true }
    : { form: 'ymd', year: fourDigits(Number(year)), month, day };
}

const fourDigits = (year: number): number => (year < 100 ? 2000 + year : year);
