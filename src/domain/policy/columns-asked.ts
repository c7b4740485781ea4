import { daysInMonth } from '../calendar/local-date.ts';
import { placeIn, textOf, type Unspread } from './across.ts';
import type { PolicyFact } from './policy.facts.ts';

/** Rows of a table as texts, headers first. */
type Lines = readonly (readonly string[])[];

const QUARTER = /^(?:(20\d\d) ?年?)? ?(?:第?([1-4一二三四])季度?|q([1-4]))(?:\D*)$/i;
const MONTH = /^(?:(20\d\d) ?年?)? ?(\d{1,2})月份?(?:\D*)$/;

/** What is asked about columns that may be anything, with the rows to copy if they are classes. */
export function columnsAcross({
  rows,
  unknown,
  titles,
}: Unspread): readonly [number, number, PolicyFact] {
  const lines = rows.map((row) => row.map(textOf));
  const dated = periodsAcross(unknown, lines, titles);
  return [
    ...placeIn(rows)(1, 0),
    {
      code: 'policy.columns-across',
      names: unknown,
      rows: dated ?? lines,
      periods: dated !== undefined,
    },
  ];
}

/**
 * Rates in a column for each quarter or month, as rows with the days from which and to which each
 * holds; `undefined` where a column is headed by something else. A year that nobody has written
 * stands as YYYY, which no reader takes for one.
 *
 * @param lines - a row a tier: the column's head, a class, the rate, and what was kept
 */
function periodsAcross(
  names: readonly string[],
  lines: Lines,
  titles: readonly string[],
): Lines | undefined {
  const stated = titles.map((text) => /20\d\d/.exec(text)?.[0]).find((year) => year !== undefined);
  const days = new Map(names.map((name) => [name, daysOf(name, stated ?? 'YYYY')] as const));
  if ([...days.values()].includes(undefined)) return undefined;
  return lines.map(([name = '', , ...rest], at) => {
    if (at === 0) return [...rest, '生效', '失效'];
    return [...rest, ...(days.get(name) ?? [])];
  });
}

function daysOf(name: string, stated: string): readonly [string, string] | undefined {
  const [, ownYear, word, figure] = QUARTER.exec(name) ?? [];
  const quarter = figure ?? (word === undefined ? undefined : String('一二三四'.indexOf(word) + 1));
  const number = quarter === '0' ? word : quarter;
  if (number !== undefined) return spanOf(ownYear ?? stated, Number(number) * 3 - 2, 3);
  const [, year, month] = MONTH.exec(name) ?? [];
  const of = Number(month);
  return of >= 1 && of <= 12 ? spanOf(year ?? stated, of, 1) : undefined;
}

function spanOf(year: string, first: number, months: number): readonly [string, string] {
  const last = first + months - 1;
  const end = daysInMonth(Number(year) || 2025, last);
  const two = (number: number): string => String(number).padStart(2, '0');
  return [`${year}-${two(first)}-01`, `${year}-${two(last)}-${two(end)}`];
}
