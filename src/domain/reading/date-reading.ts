import { type LocalDate, dateOf } from '../calendar/local-date.ts';

/** In which order a column writes day, month and two-digit year. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

/** What stands around a date and helps to read it. */
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

/** What a cell of a date column comes to. */
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

export const EMPTY: DateReading = { kind: 'empty' };

export const NOT_A_DATE: DateReading = { kind: 'not-a-date' };

/** Two-digit years are believed only inside the trade's lifetime: 25.4.9 is not the year 2009. */
export const CLOUD_YEARS = { from: 2010, to: 2039 };

/** To choose from where nothing at all names a year; any other may be typed. */
const USUAL_YEARS = [2022, 2023, 2024, 2025, 2026, 2027, 2028];

/** Orders of the cloud trade are of this century. */
const FIRST_BELIEVED = dateOf(2000, 1, 1);

export const LAST_BELIEVED = dateOf(2099, 12, 31);

/** A day, or the question whether so far a year is meant. */
export function believed(date: LocalDate): DateReading {
  return date < FIRST_BELIEVED || date > LAST_BELIEVED
    ? { kind: 'open', why: 'far', choices: [date] }
    : { kind: 'date', date };
}

/** The years that the ledger names, else the usual ones. */
export const yearsToChoose = (years: readonly number[] | undefined): readonly number[] =>
  years === undefined || years.length === 0 ? USUAL_YEARS : years;
