import { localDate, yearMonthDay } from '../calendar/local-date.ts';
import type { Cell } from '../sheet.ts';
import { type WrittenDate, readWrittenDate } from './date-text.ts';
import { CLOUD_YEARS, type DateOrder } from './date-reading.ts';
import { plainDate } from './plain-date.ts';

/** What is known besides the column itself. */
interface OrderHints {
  /** The order of the ledger's language, where the column does not say. */
  readonly order?: DateOrder | undefined;
  /** Years named around the column. */
  readonly years: readonly number[];
}

type OpenForm = Extract<WrittenDate, { readonly form: 'xxx' | 'xxy' | 'xx' }>;

const ORDERS: readonly DateOrder[] = ['ymd', 'mdy', 'dmy'];

/** A ledger spans this many years at most where another order would need many more. */
const FEW_YEARS = 1;

const MANY_YEARS = 3;

/** Who writes the year first in two digits does not mean a year before this by the day. */
const LONG_AGO = 2020;

/**
 * The one order in which a column writes its days, as far as all its cells together tell:
 * 15/01/25 cannot begin with a month, nor 06/01/25 beside it with a year; 2025 all through is
 * likelier than 2013, 2020 and 2031. `undefined` where they leave it open.
 */
export function orderOfColumn(cells: readonly Cell[], hints: OrderHints): DateOrder | undefined {
  const open = formsOf(cells);
  if (open.length === 0) return hints.order;
  const possible = ORDERS.filter((order) => open.every((form) => isPossible(form, order)));
  if (possible.length <= 1) return possible[0];
  const short = open.filter(({ form }) => form === 'xxx');
  if (short.length === 0) return hints.order;
  const spans = new Map(possible.map((order) => [order, yearsOf(short, order)]));
  return (
    besideKnown(spans, [...yearsIn(cells), ...hints.years]) ??
    (open.length > 1 ? closest(spans) : undefined) ??
    (hints.order === 'ymd' ? yearFirst(spans) : undefined)
  );
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** The cells whose figures may stand in several orders; a clean day costs one look. */
function formsOf(cells: readonly Cell[]): OpenForm[] {
  const open = new Map<string, OpenForm>();
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length > 24 || YEAR_FIRST.test(cell)) continue;
    if (open.has(cell)) continue;
    const written = readWrittenDate(cell);
    if (written?.form === 'xxx' || written?.form === 'xxy') open.set(cell, written);
    else if (written?.form === 'xx' && !written.named) open.set(cell, written);
  }
  return [...open.values()];
}

const YEAR_FIRST = /^(?:19|20)\d\d/;

/** Years of the days that are written in full. */
function yearsIn(cells: readonly Cell[]): ReadonlySet<number> {
  const years = new Set<number>();
  for (const cell of cells) {
    const plain = typeof cell === 'string' ? plainDate(cell) : undefined;
    if (plain !== undefined) years.add(yearMonthDay(plain).year);
  }
  return years;
}

function isPossible(form: OpenForm, order: DateOrder): boolean {
  switch (form.form) {
    case 'xxy':
      return order === 'mdy'
        ? localDate(form.year, form.first, form.second) !== undefined
        : order === 'dmy' && localDate(form.year, form.second, form.first) !== undefined;
    case 'xx':
      // 29 February is a day of some years.
      return order === 'dmy'
        ? localDate(2024, form.second, form.first) !== undefined
        : localDate(2024, form.first, form.second) !== undefined;
    case 'xxx':
      return shortDay(form, order) !== undefined;
  }
}

function shortDay(
  { first, second, third }: Extract<OpenForm, { form: 'xxx' }>,
  order: DateOrder,
): ReturnType<typeof localDate> {
  const [year, month, day] =
    order === 'ymd'
      ? [first, second, third]
      : order === 'mdy'
        ? [third, first, second]
        : [third, second, first];
  const full = 2000 + year;
  return full >= CLOUD_YEARS.from && full <= CLOUD_YEARS.to
    ? localDate(full, month, day)
    : undefined;
}

function yearsOf(forms: readonly OpenForm[], order: DateOrder): Span {
  const years = forms.map((form) =>
    form.form === 'xxx' ? 2000 + (order === 'ymd' ? form.first : form.third) : 0,
  );
  return { first: Math.min(...years), last: Math.max(...years) };
}

/** The order whose years are those that are named in full; none of it lies in their future. */
function besideKnown(
  spans: ReadonlyMap<DateOrder, Span>,
  known: readonly number[],
): DateOrder | undefined {
  if (known.length === 0) return undefined;
  const [first, last] = [Math.min(...known) - 1, Math.max(...known) + 1];
  const fits = [...spans].filter(([, span]) => span.first >= first && span.last <= last);
  return fits.length === 1 ? fits[0]?.[0] : undefined;
}

/** The order that needs a year or two where every other needs many. */
function closest(spans: ReadonlyMap<DateOrder, Span>): DateOrder | undefined {
  const close = [...spans].filter(([, span]) => span.last - span.first <= FEW_YEARS);
  const others = [...spans].filter(([, span]) => span.last - span.first < MANY_YEARS);
  return close.length === 1 && others.length === 1 ? close[0]?.[0] : undefined;
}

/** Year first, as the language has it, unless another order gives a year of these days. */
function yearFirst(spans: ReadonlyMap<DateOrder, Span>): DateOrder | undefined {
  const others = [...spans].filter(([order]) => order !== 'ymd');
  return spans.has('ymd') && others.every(([, { last }]) => last < LONG_AGO) ? 'ymd' : undefined;
}
