import { foldKey } from '../reading/fold-text.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import type { Cell } from '../sheet.ts';
import { readFactPeriod } from './fact-period.ts';
import { readNotes, splitHeader } from './header-notes.ts';
import { typedText } from './read-cells.ts';
import { pattern } from '../pattern.ts';

type Column = 'name' | 'period' | 'value' | 'unit';
type Place = { readonly [C in Column]?: number };

/** What a bare number of the table counts: 92 under 值(%) is 92 %, 80 under 值(万元) is 800,000. */
export interface ValueUnit {
  readonly percent: boolean;
  readonly unit: AmountUnit;
}

/** How the table stands: a row a fact, periods across, or facts across. */
interface FactsLayout {
  /** The first row below the header. */
  readonly top: number;
  readonly place: Place;
  /** Columns of values, each with what its header says of it. */
  readonly values: readonly ValueColumn[];
}

interface ValueColumn {
  readonly column: number;
  readonly unit: ValueUnit | undefined;
  /** Headed by a period or by a fact's name; null where a column of its own says so. */
  readonly period: Cell;
  readonly name: string | null;
}

/** One figure with where its parts stand. */
interface StatedFact {
  readonly name: string;
  readonly period: Cell;
  readonly value: Cell;
  readonly unit: ValueUnit | undefined;
  readonly at: { readonly [C in 'name' | 'period' | 'value']: readonly [number, number] };
}

const VALUE = /^(?:值|数值|指标值|实际值?|完成值?|目标值?|任务[量值]?|value|actual|target)$/;
const HEADERS: readonly (readonly [Column, RegExp])[] = [
  ['name', /^(?:指标|指标名称?|考核指标|指标项|名称|name|fact|metric|kpi|indicator)$/],
  [
    'period',
    pattern()`
    ^(?:期间|期|周期|(?:统计|考核|指标)(?:周期|期间|期)|账期|对账期次|时间|日期|季度|月份|月|年度
    |period|quarter|month|date|time)$
  `,
  ],
  ['value', VALUE],
  ['unit', /^(?:单位|unit)$/],
];

const YUAN: ValueUnit = { percent: false, unit: 'yuan' };
/** Words beside a count that change nothing about it. */
const COUNTED = /^(?:个|家|单|户|名|人|次|台|套|项|-|—|\/|元|人民币)$/;

/** undefined: a unit that nobody knows, under which a number says nothing. */
function unitOf(text: string): ValueUnit | undefined {
  if (COUNTED.test(foldKey(text))) return YUAN;
  const { percent, unit, unread, currency } = readNotes([text], false);
  return unread.length > 0 || currency !== null ? undefined : { percent, unit };
}

export function factsLayout(table: readonly (readonly Cell[])[]): FactsLayout {
  for (let row = 0; row < Math.min(table.length, 50); row += 1) {
    const header = table[row] ?? [];
    const { place, values } = plainHeader(header);
    if (place.name !== undefined && values.length > 0) return { top: row + 1, place, values };
    const across = periodsAcross(header, place) ?? factsAcross(header, place);
    if (across !== undefined) return { top: row + 1, ...across };
  }
  return withoutHeader(table);
}

function plainHeader(header: readonly Cell[]): Pick<FactsLayout, 'place' | 'values'> {
  const place: { -readonly [C in Column]?: number } = {};
  const values: ValueColumn[] = [];
  header.forEach((cell, column) => {
    for (const { words, notes } of splitHeader(typedText(cell))) {
      const found = HEADERS.find(
        ([name, of]) => of.test(foldKey(words)) && place[name] === undefined,
      );
      if (found === undefined) continue;
      place[found[0]] = column;
      if (found[0] === 'value') values.push(valueColumn(column, notes));
      break;
    }
  });
  return { place, values };
}

const valueColumn = (
  column: number,
  notes: readonly string[],
  headed: Partial<Pick<ValueColumn, 'period' | 'name'>> = {},
): ValueColumn => ({
  column,
  unit: notes.length === 0 ? YUAN : unitOf(notes.join(' ')),
  period: null,
  name: null,
  ...headed,
});

/** 指标 | 2025Q1 | 2025Q2: a row a fact, a column a period. */
function periodsAcross(
  header: readonly Cell[],
  place: Place,
): Pick<FactsLayout, 'place' | 'values'> | undefined {
  const values = header.flatMap((cell, column): readonly ValueColumn[] => {
    if (column === place.name || readFactPeriod(cell) === undefined) return [];
    return [valueColumn(column, [], { period: cell })];
  });
  const name = place.name ?? (typedText(header[0] ?? null) === '' ? 0 : undefined);
  return name === undefined || values.length === 0
    ? undefined
    : { place: { ...(place.unit !== undefined && { unit: place.unit }), name }, values };
}

/** 期间 | 目标值: a figure of which nobody says what it is. */
export const namelessIn = ({ values }: FactsLayout): ValueColumn | undefined =>
  values.find(({ name }) => name !== null && VALUE.test(foldKey(name)));

/** 期间 | 续费率 | 满意度: a row a period, a column a fact. */
function factsAcross(
  header: readonly Cell[],
  place: Place,
): Pick<FactsLayout, 'place' | 'values'> | undefined {
  const { period } = place;
  if (period === undefined || place.name !== undefined) return undefined;
  const values = header.flatMap((cell, column): readonly ValueColumn[] => {
    const typed = typedText(cell);
    if (column === period || typed === '') return [];
    const known = splitHeader(typed).find(({ notes }) =>
      notes.some((n) => unitOf(n) !== undefined),
    );
    const { words, notes } = known ?? { words: typed, notes: [] };
    return [valueColumn(column, notes, { name: words })];
  });
  return values.length === 0 ? undefined : { place: { period }, values };
}

/** Name and value side by side; a first row without a number is taken for a header. */
function withoutHeader(table: readonly (readonly Cell[])[]): FactsLayout {
  const second = table[0]?.[1] ?? null;
  const isHeader = typeof second === 'string' && !/\d/.test(second);
  return { top: isHeader ? 1 : 0, place: { name: 0 }, values: [valueColumn(1, [])] };
}

/** Every figure of the table, row by row. */
export function* statedIn(
  table: readonly (readonly Cell[])[],
  { top, place, values }: FactsLayout,
): Generator<StatedFact> {
  for (let row = top; row < table.length; row += 1) {
    const at = (column: number | undefined): Cell => table[row]?.[column ?? -1] ?? null;
    const unit = typedText(at(place.unit));
    for (const { column, period, name, unit: headed } of values) {
      const isHeaded = period !== null;
      yield {
        name: name ?? typedText(at(place.name)),
        period: isHeaded ? period : at(place.period),
        value: at(column),
        unit: unit === '' ? headed : unitOf(unit),
        at: {
          name: [row, name === null && !isHeaded ? (place.name ?? 0) : column],
          period: isHeaded ? [top - 1, column] : [row, place.period ?? 0],
          value: [row, column],
        },
      };
    }
  }
}

interface UnreadColumn {
  readonly column: number;
  readonly header: string;
  readonly value: string;
}

/** Columns under a header that nobody reads: a period or a unit in one would be another figure. */
export function unreadIn(
  table: readonly (readonly Cell[])[],
  { top, place, values }: FactsLayout,
): readonly UnreadColumn[] {
  const read = new Set([...Object.values(place), ...values.map(({ column }) => column)]);
  return (table[top - 1] ?? []).flatMap((cell, column): readonly UnreadColumn[] => {
    const header = typedText(cell);
    const value = table
      .slice(top)
      .map((row) => typedText(row[column] ?? null))
      .find((text) => text !== '');
    return header === '' || value === undefined || read.has(column)
      ? []
      : [{ column, header, value }];
  });
}
