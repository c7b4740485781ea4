import { NO_DAY } from './ledger.ts';
import { type LocalDate, yearMonthDay } from '../calendar/local-date.ts';
import { madeList } from '../lazy-list.ts';
import { type Cell, type RepeatedTexts, repeatedTexts, cellAt } from '../sheet.ts';
import { CELL_READ, CELL_UNSETTLED } from './amount-column.ts';
import { orderOfColumn } from '../reading/date-order.ts';
import { parseDate } from '../reading/parse-date.ts';
import {
  type DateContext,
  type DateOrder,
  type DateReading,
  LAST_BELIEVED,
} from '../reading/date-reading.ts';
import { plainDate } from '../reading/plain-date.ts';
import type { RowRange } from './row-range.ts';
import { cellText, foldText } from '../reading/fold-text.ts';
import type { Section } from './sections.ts';

export interface DateColumn {
  readonly column: number;
  /** LocalDate; NO_DAY unless read. */
  readonly day: Int32Array;
  readonly state: Uint8Array;
  readonly unsettled: ReadonlyMap<number, DateReading>;
}

export interface DateHints {
  /**
   * The order a ledger of this language uses for 25.4.9 and 2/21, where the column itself does not
   * say.
   */
  readonly order?: DateOrder | undefined;
  /** Years named by the sheet's name and the lines above the table. */
  readonly years: readonly number[];
}

/**
 * Reads a date column: clean cells first, then what needs the column's own evidence (order,
 * neighbouring years).
 */
export function readDateColumn(
  { sheet, from, to }: RowRange,
  column: number,
  cells: readonly Cell[],
  hints: DateHints,
): DateColumn {
  const day = new Int32Array(to - from).fill(NO_DAY);
  const state = new Uint8Array(to - from);
  const later: number[] = [];
  const repeated = repeatedTexts(sheet, column, cells);
  let said: Pick<DateContext, 'order'> | undefined;
  const context: DateContext = {
    date1904: sheet.date1904,
    // Looked for when the first text asks: days that are numbers have none.
    get order() {
      const texts = (): readonly string[] =>
        repeated === undefined ? textsOf(cells, from, to) : textsIn(repeated, from, to);
      return (said ??= { order: orderOfColumn(texts(), hints) }).order;
    },
  };
  const readingAt = readerOf(cells, context, repeated);
  for (let row = from; row < to; row++) {
    const reading = readingAt(row);
    if (reading === undefined) later.push(row - from);
    else if (reading !== NO_DAY) {
      day[row - from] = reading;
      state[row - from] = CELL_READ;
    }
  }
  const unsettled = settleLater(cells, from, { day, state, later, context, hints });
  return { column, day, state, unsettled };
}

/** What `settledAlone` says of a row, asked once for each different text. */
function readerOf(
  cells: readonly Cell[],
  context: DateContext,
  repeated: RepeatedTexts | undefined,
): (row: number) => number | undefined {
  const alone = (cell: Cell | undefined): number | undefined =>
    cell === null || cell === undefined || cell === '' ? NO_DAY : settledAlone(cell, context);
  if (repeated === undefined) return onceInARow(cells, alone);
  const { codes, texts } = repeated;
  const readings = texts.map(alone);
  return (row) => (row < codes.length ? readings[codes[row]!] : NO_DAY);
}

/** Ledgers are kept by day: a cell mostly says what the one above says. */
function onceInARow(
  cells: readonly Cell[],
  read: (cell: Cell | undefined) => number | undefined,
): (row: number) => number | undefined {
  let last: Cell | undefined;
  let reading = read(last);
  return (row) => {
    const cell = cells[row];
    if (cell !== last) [last, reading] = [cell, read(cell)];
    return reading;
  };
}

/** The day; NO_DAY for an empty cell; `undefined` when the cell needs its neighbours or is open. */
function settledAlone(cell: Cell, context: DateContext): number | undefined {
  const plain = typeof cell === 'string' ? plainDate(cell) : undefined;
  if (plain !== undefined && plain <= LAST_BELIEVED) return plain;
  const reading = parseDate(cell, context);
  return reading.kind === 'date' ? reading.date : reading.kind === 'empty' ? NO_DAY : undefined;
}

interface Unread {
  readonly day: Int32Array;
  readonly state: Uint8Array;
  /** Offsets, ascending. */
  readonly later: readonly number[];
  readonly context: DateContext;
  readonly hints: DateHints;
}

function settleLater(
  cells: readonly Cell[],
  from: number,
  { day, state, later, context, hints }: Unread,
): Map<number, DateReading> {
  const unsettled = new Map<number, DateReading>();
  if (later.length === 0) return unsettled;
  const around = neighbours(day);
  const settled: (readonly [number, LocalDate])[] = [];
  for (const offset of later) {
    const years = [...new Set([...hints.years, ...around.years(offset)])];
    const reading = parseDate(cells[offset + from], {
      ...context,
      year: years.length === 1 ? years[0] : undefined,
      years: years.sort((a, b) => a - b),
    });
    if (reading.kind === 'date') settled.push([offset, reading.date]);
    else {
      state[offset] = CELL_UNSETTLED;
      unsettled.set(offset, reading);
    }
  }
  const beyond = hints.years.length > 0 ? new Set() : beyondNewYear(day, new Map(settled));
  for (const [offset, date] of settled) {
    if (beyond.has(offset)) {
      const { year } = yearMonthDay(date);
      const reading = parseDate(cells[offset + from], {
        ...context,
        years: [year - 1, year, year + 1],
      });
      if (reading.kind === 'open') {
        state[offset] = CELL_UNSETTLED;
        unsettled.set(offset, reading);
        continue;
      }
    }
    day[offset] = date;
    state[offset] = CELL_READ;
  }
  return unsettled;
}

/**
 * Years of the nearest full dates above and below; every year of the column when there is only one.
 */
function neighbours(day: Int32Array): { years: (offset: number) => number[] } {
  const yearOf = (date: number | undefined): number | undefined =>
    date === undefined || date === NO_DAY ? undefined : yearMonthDay(date as never).year;
  const below = new Int32Array(day.length + 1).fill(NO_DAY);
  for (let i = day.length - 1; i >= 0; i--)
    below[i] = day[i] !== NO_DAY ? (day[i] ?? NO_DAY) : (below[i + 1] ?? NO_DAY);
  let cursor = 0;
  let above = NO_DAY;
  return {
    years: (offset) => {
      for (; cursor < offset; cursor++) if (day[cursor] !== NO_DAY) above = day[cursor] ?? NO_DAY;
      return [yearOf(above), yearOf(below[offset])].filter((year) => year !== undefined);
    },
  };
}

/** Days apart, as orders that follow each other are where December ends and January begins. */
const OVER_NEW_YEAR = 270;

/**
 * Offsets of days that took their year from a row on the other side of a new year: 12月28日, 1月3日
 * below 2024-12-20. None in a column whose full dates follow no order.
 */
function beyondNewYear(
  full: Int32Array,
  settled: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const reached = new Set<number>();
  const walk = (offsets: readonly number[], days: ReadonlyMap<number, number>): boolean => {
    let last = NO_DAY;
    let isReached = false;
    let isEven = true;
    for (const offset of offsets) {
      const own = full[offset] ?? NO_DAY;
      const day = own === NO_DAY ? (days.get(offset) ?? NO_DAY) : own;
      if (day === NO_DAY) continue;
      const isLeap = last !== NO_DAY && Math.abs(day - last) > OVER_NEW_YEAR;
      isReached = own !== NO_DAY || (isReached && !isLeap);
      isEven &&= !isLeap;
      if (isReached) reached.add(offset);
      last = day;
    }
    return isEven;
  };
  const down = [...full.keys()];
  if (settled.size === 0 || !walk(down, new Map())) return new Set();
  walk(down, settled);
  walk(down.reverse(), settled);
  return new Set([...settled.keys()].filter((offset) => !reached.has(offset)));
}

/** The texts among the cells of some rows, a run of the same once: numbers have no order. */
function textsOf(given: readonly Cell[], from: number, to: number): readonly string[] {
  const cells = madeList(given);
  const texts: string[] = [];
  let last: Cell | undefined;
  for (let row = from; row < to; row++) {
    const cell = cells[row];
    if (typeof cell === 'string' && cell !== last) texts.push(cell);
    last = cell;
  }
  return texts;
}

/** The different texts of some rows. */
function textsIn({ codes, texts }: RepeatedTexts, from: number, to: number): readonly string[] {
  const isIn = new Uint8Array(texts.length);
  const last = Math.min(to, codes.length);
  for (let row = from; row < last; row++) isIn[codes[row]!] = 1;
  return texts.filter((_, code) => isIn[code] === 1);
}

/**
 * Calendar years that the sheet's name or the lines above the table name: 2025Q1, 25年一季度, "2025
 * orders". A fiscal year (FY2025) names two calendar years and so none.
 */
export function yearsAround({ sheet, layout }: Section): number[] {
  const fromName = yearsIn(sheet.name, true);
  if (fromName.length > 0) return fromName;
  const lines: number[] = [];
  for (let row = Math.max(0, layout.header.top - 20); row < layout.header.top; row++) {
    for (let column = 0; column < sheet.columns.length; column++)
      lines.push(...titleYears(cellText(cellAt(sheet, row, column))));
  }
  return [...new Set(lines)];
}

/** The day on which a list was made or printed says nothing about the orders in it. */
const titleYears = (text: string): number[] =>
  /更新|制表|打印|导出|编制|生成|printed|updated|exported|prepared/i.test(text)
    ? []
    : yearsIn(text, false);

function yearsIn(raw: string, isName: boolean): number[] {
  const text = foldText(raw).replace(/(?:FY|财年)\s?'?\d{2,4}|\d{2,4}\s?财年/gi, '');
  const full = [...text.matchAll(/(?<!\d)(20\d{2})(?!\d{3})/g)].map((match) => Number(match[1]));
  const short = isName
    ? [...text.matchAll(/(?<!\d)(2\d|3\d)(?=年|q[1-4]|\s?-?q[1-4])/gi)]
    : [...text.matchAll(/(?<!\d)(2\d|3\d)(?=年)/g)];
  return [...new Set([...full, ...short.map((match) => 2000 + Number(match[1]))])];
}
