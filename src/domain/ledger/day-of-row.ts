import {
  type LocalDate,
  addDays,
  dateOf,
  daysInMonth,
  yearMonthDay,
} from '../calendar/local-date.ts';
import { CELL_EMPTY, CELL_READ } from './amount-column.ts';
import { type RowQuestion, dateChoice } from './row-question.ts';
import { type DaysOfSheet, daysNamed, lastDaysOf } from './days-of-sheet.ts';
import type { DateColumn } from './date-column.ts';
import { type FarOffDays, farOffDays } from './far-off-days.ts';
import { NO_DAY, type QuestionChoice } from './ledger.ts';
import type { DateReading, OpenDate } from '../reading/date-reading.ts';
import type { SectionColumns } from './section-columns.ts';

/**
 * The day a row counts on, `asAbove` when it is blank under a filled one; or what has to be asked.
 */
type RowDay = { readonly day: number; readonly asAbove: boolean } | { readonly ask: RowQuestion };

const CODES = {
  impossible: 'ledger.date-impossible',
  ambiguous: 'ledger.date-ambiguous',
  'no-year': 'ledger.date-no-year',
  far: 'ledger.date-far',
  part: 'ledger.date-part',
  'part-of-month': 'ledger.date-part-of-month',
  'day-or-year': 'ledger.date-day-or-year',
  midnight: 'ledger.date-midnight',
} as const satisfies Record<OpenDate, string>;

/** The month in a sheet's name, and what stands in its column of days. */
export interface SheetSays {
  readonly name: string;
  readonly days: DaysOfSheet;
  readonly textAt: (offset: number) => string;
}

/** What is asked of a row that has days of another kind. */
type AskBeside = (offset: number) => RowQuestion | undefined;

/** Days of a section's rows, from top to bottom: a blank day is the day above. */
export class RowDays {
  private readonly columns: SectionColumns;
  private readonly main: DateColumn | undefined;
  private readonly other: DateColumn | undefined;
  /** What the sheet's name says, for rows that do not. */
  private readonly ofSheet: SheetSays | undefined;
  private readonly lone: FarOffDays | undefined;
  private above = NO_DAY;

  constructor(
    columns: SectionColumns,
    ofSheet: SheetSays | undefined,
    private readonly askBeside: AskBeside,
  ) {
    this.columns = columns;
    this.ofSheet = ofSheet;
    // The paid date if the ledger has one, else the signing date, else the month.
    this.main = columns.paidOn ?? columns.signedOn;
    this.other = columns.paidOn === undefined ? undefined : columns.signedOn;
    this.lone = this.main && farOffDays(this.main);
  }

  /** Nothing above counts any more: a new group, a new header. */
  startGroup(): void {
    this.above = NO_DAY;
  }

  remember(day: number): void {
    this.above = day;
  }

  /** Writes the days of rows that have days of their own. */
  take(from: number, to: number, into: Int32Array, base: number): void {
    if (this.main === undefined || from === to) return;
    into.set(this.main.day.subarray(from, to), base + from);
    this.above = into[base + to - 1] ?? NO_DAY;
  }

  /** The day written in the row itself, or NO_DAY. */
  own(offset: number): number {
    const isOwn = this.main?.state[offset] === CELL_READ && this.lone?.has(offset) !== true;
    return isOwn ? (this.main?.day[offset] ?? NO_DAY) : NO_DAY;
  }

  /** The first row that has no day of its own, of rows whose days were read. */
  endOfOwn(from: number, most: number): number {
    if (this.main !== undefined && this.lone === undefined) return most;
    let offset = from;
    while (offset < most && this.own(offset) !== NO_DAY) offset++;
    return offset;
  }

  of(offset: number): RowDay {
    const main = this.main;
    if (main === undefined) return this.fromPeriod(offset);
    if (this.lone?.has(offset) === true)
      return { ask: askLone(main.column, this.lone.choices(offset)) };
    if (main.state[offset] === CELL_READ)
      return { day: main.day[offset] ?? NO_DAY, asAbove: false };
    if (main.state[offset] !== CELL_EMPTY) return { ask: this.askMain(main, offset) };
    const other = this.other;
    // Signed on a day of its own but no paid date: it is not the day above on which it was paid.
    if (other !== undefined && other.state[offset] !== CELL_EMPTY)
      return { ask: this.askPaid(main, other, offset) };
    if (this.above !== NO_DAY) return { day: this.above, asAbove: true };
    return {
      ask: {
        reason: 'date',
        fact: { code: 'ledger.date-missing' },
        column: main.column,
        choices: this.choicesOfSheet(),
        alike: '',
      },
    };
  }

  /** "5" on a sheet 2025年1月 may be the fifth of it. */
  private askMain(main: DateColumn, offset: number): RowQuestion {
    const { ofSheet } = this;
    const days = ofSheet === undefined ? [] : daysNamed(ofSheet.days, ofSheet.textAt(offset));
    const ask = askUnread(main, offset);
    return days.length === 0 ? ask : { ...ask, choices: inYears(days) };
  }

  private choicesOfSheet(): QuestionChoice[] {
    const { ofSheet } = this;
    return ofSheet === undefined ? [] : inYears(lastDaysOf(ofSheet.days));
  }

  private askPaid(main: DateColumn, other: DateColumn, offset: number): RowQuestion {
    const signed = other.day[offset] ?? NO_DAY;
    return {
      reason: 'date',
      fact: { code: 'ledger.paid-date-missing' },
      column: main.column,
      choices: signed === NO_DAY ? [] : [{ ...dateChoice(signed as LocalDate), id: 'signing-day' }],
      alike: '',
    };
  }

  /** A ledger by month counts on the last day of the month. */
  private fromPeriod(offset: number): RowDay {
    const { period } = this.columns;
    const reading = period?.unsettled.get(offset);
    if (period?.state[offset] === CELL_READ)
      return { day: period.day[offset] ?? NO_DAY, asAbove: false };
    if (reading?.kind === 'month')
      return { day: lastOf(reading.year, reading.month), asAbove: false };
    if (period !== undefined && reading?.kind === 'open') return { ask: askUnread(period, offset) };
    if (period?.state[offset] === CELL_EMPTY && this.above !== NO_DAY)
      return { day: this.above, asAbove: true };
    const beside = period === undefined && !this.ofSheet ? this.askBeside(offset) : undefined;
    if (beside !== undefined) return { ask: beside };
    return {
      ask: {
        reason: 'date',
        fact: { code: reading === undefined ? 'ledger.date-missing' : 'ledger.date-unreadable' },
        column: period?.column ?? -1,
        choices: this.choicesOfSheet(),
        alike: '',
        // A sheet of one month is asked about once.
        ...(reading === undefined && this.ofSheet ? { together: this.ofSheet.name } : {}),
      },
    };
  }
}

/** A day in one year or in several: then the year said of one sheet serves all the others. */
const inYears = (days: readonly LocalDate[]): QuestionChoice[] =>
  days.length < 2 ? days.map(dateChoice) : days.map(yearChoice);

const yearChoice = (date: LocalDate): QuestionChoice => ({
  id: `year-${yearMonthDay(date).year}`,
  kind: 'date',
  date,
});

const askLone = (column: number, days: readonly LocalDate[]): RowQuestion => ({
  reason: 'date',
  fact: { code: 'ledger.date-apart' },
  column,
  choices: days.map(dateChoice),
  alike: '',
});

function askUnread(column: DateColumn, offset: number): RowQuestion {
  const reading = column.unsettled.get(offset);
  const base = { reason: 'date', column: column.column } as const;
  if (reading?.kind === 'month')
    return {
      ...base,
      fact: { code: 'ledger.date-month' },
      choices: daysOf(reading.year, reading.month),
      alike: '',
    };
  if (reading?.kind !== 'open')
    return { ...base, fact: { code: 'ledger.date-unreadable' }, choices: [], alike: '' };
  return { ...base, fact: { code: CODES[reading.why] }, choices: choicesOf(reading), alike: '' };
}

const IDS = { ymd: 'year-first', mdy: 'month-first', dmy: 'day-first' } as const;

const PART_IDS = ['as-calendar', 'as-fiscal'] as const;

const MIDNIGHT_IDS = ['end-of-range', 'day-before'] as const;

/** The same id in every cell alike, so that one answer can serve them all. */
function choicesOf({
  why,
  choices,
  orders,
}: Extract<DateReading, { kind: 'open' }>): QuestionChoice[] {
  const seen = new Set<string>();
  return choices.map((date, index) => {
    const order = orders?.[index];
    const id =
      order !== undefined
        ? IDS[order]
        : why === 'part'
          ? PART_IDS[index]
          : why === 'midnight'
            ? MIDNIGHT_IDS[index]
            : why === 'no-year'
              ? `year-${yearMonthDay(date).year}`
              : undefined;
    if (id === undefined || seen.has(id)) return dateChoice(date);
    seen.add(id);
    return { id, kind: 'date', date };
  });
}

const daysOf = (year: number, month: number): RowQuestion['choices'] => [
  { id: 'first-of-month', kind: 'date', date: dateOf(year, month, 1) },
  { id: 'last-of-month', kind: 'date', date: lastOf(year, month) },
];

const lastOf = (year: number, month: number): LocalDate =>
  addDays(dateOf(year, month, 1), daysInMonth(year, month) - 1);
