import { int32At } from '../columns.ts';
import {
  type LocalDate,
  dayAt,
  yearMonthDay,
  dateOf,
  daysInMonth,
} from '../calendar/local-date.ts';
import { CELL_READ } from './amount-column.ts';
import type { DateColumn } from './date-column.ts';
import { NO_DAY } from './ledger.ts';

const YEAR = 366;
/** Nobody's order is paid so long after all others: 2052 for 2025, 2028 for 2025. */
const TOO_LATE = 2 * YEAR;
/** Old orders are entered late, and some are ten years old: 2015 for 2025 is a slip. */
const TOO_EARLY = 5 * YEAR;
/** With one other day only nobody can tell which of the two is apart, unless it is absurd. */
const ABSURD = 10 * YEAR;
/** One day, or one in twenty, is alone; more are a habit of the ledger. */
const ONE_OF = 20;

/** Days of a column that lie years away from all its other days, by offset. */
export interface FarOffDays {
  has(offset: number): boolean;
  /** The day as written, and the same day in the years of the others. */
  choices(offset: number): readonly LocalDate[];
}

/** `undefined` of nearly every column. */
export function farOffDays({ day, state }: DateColumn): FarOffDays | undefined {
  let [first, last, before] = [Infinity, -Infinity, NO_DAY];
  for (let offset = 0; offset < day.length; offset++) {
    const own = int32At(day, offset);
    // Ledgers are kept by day: most rows say what the one above says.
    if (own === before || state[offset] !== CELL_READ) continue;
    before = own;
    first = Math.min(first, own);
    last = Math.max(last, own);
  }
  if (last - first <= TOO_LATE || !hasGap({ day, state }, first, last)) return undefined;
  const days = day.filter((_, offset) => state[offset] === CELL_READ).sort();
  const { from, to } = rangeOfMost(days);
  if (from === days[0] && to === days.at(-1)) return undefined;
  return {
    has: (offset) => {
      const own = int32At(day, offset);
      return state[offset] === CELL_READ && (own < from || own > to);
    },
    choices: (offset) => {
      const own = dayAt(day, offset);
      return [...inYears(own, from, to), own];
    },
  };
}

/** Whether years lie between any two neighbours; without a sort of a million days. */
function hasGap(
  { day, state }: Pick<DateColumn, 'day' | 'state'>,
  first: number,
  last: number,
): boolean {
  const isThere = new Uint8Array(last - first + 1);
  for (let offset = 0; offset < day.length; offset++)
    if (state[offset] === CELL_READ) isThere[day[offset]! - first] = 1;
  let before = 0;
  for (let at = 1; at < isThere.length; at++) {
    if (isThere[at] === 0) continue;
    if (at - before > TOO_LATE) return true;
    before = at;
  }
  return false;
}

/** The days that are not apart, sorted days given. */
function rangeOfMost(days: Int32Array): { readonly from: number; readonly to: number } {
  const most = Math.max(1, Math.floor(days.length / ONE_OF));
  let [from, to] = [0, days.length - 1];
  const late = days.length > 2 ? TOO_LATE : ABSURD;
  for (let at = days.length - most; at < days.length; at++)
    if (at > 0 && int32At(days, at) - int32At(days, at - 1) > late) {
      to = at - 1;
      break;
    }
  for (let at = most - 1; days.length > 2 && at >= 0; at--)
    if (at + 1 <= to && int32At(days, at + 1) - int32At(days, at) > TOO_EARLY) {
      from = at + 1;
      break;
    }
  return { from: days[from] ?? 0, to: days[to] ?? 0 };
}

/** The same month and day in each year of a range; none where the range is long. */
function inYears(day: LocalDate, from: number, to: number): readonly LocalDate[] {
  const { month, day: ofMonth } = yearMonthDay(day);
  const yearOf = (end: number): number => yearMonthDay(end as LocalDate).year;
  const [first, last] = [yearOf(from), yearOf(to)];
  if (last - first > 2) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter((year) => ofMonth <= daysInMonth(year, month))
    .map((year) => dateOf(year, month, ofMonth));
}
