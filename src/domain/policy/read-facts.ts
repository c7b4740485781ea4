import { foldKey } from '../reading/fold-text.ts';
import { type AmountUnit, UNIT_YUAN } from '../reading/number-text.ts';
import type { Cell } from '../sheet.ts';
import { readFactPeriod } from './fact-period.ts';
import { type FactPeriod, type FactValue, type Facts, factKey } from './facts.ts';
import type { PolicyFinding } from './finding.ts';
import type { PolicyFact } from './policy.facts.ts';
import { typedText } from './read-cells.ts';
import { readNotes, splitHeader } from './header-notes.ts';
import { type Level, readLevel } from './read-conditions.ts';

/** What the facts table says, and what is wrong with it, by cell. */
export interface FactsReading {
  readonly facts: Facts;
  readonly findings: readonly PolicyFinding[];
}

export interface FactsOptions {
  readonly cellName: (row: number, column: number) => string;
  readonly format?: (row: number, column: number) => string | null;
}

type Place = { readonly [C in 'name' | 'period' | 'value' | 'unit']?: number };

/** What a bare number of the table counts: 92 under 值(%) is 92 %, 80 under 值(万元) is 800,000. */
interface ValueUnit {
  readonly percent: boolean;
  readonly unit: AmountUnit;
}

const HEADERS: readonly (readonly [keyof Place, RegExp])[] = [
  ['name', /^(?:指标|指标名称?|考核指标|名称|name|fact|metric|kpi|indicator)$/],
  [
    'period',
    /^(?:期间|期|周期|(?:统计|考核|指标)(?:周期|期间|期)|账期|对账期次|时间|日期|季度|月份|月|年度|period|quarter|month|date|time)$/,
  ],
  ['value', /^(?:值|数值|指标值|实际值?|完成值?|value|actual)$/],
  ['unit', /^(?:单位|unit)$/],
];

/**
 * 指标 / Facts: 指标/Name · 期间/Period · 值/Value by header in any order; without a header, name
 * and value in the first two columns. A name twice for one period is an error that names both
 * cells.
 */
export function readFacts(
  table: readonly (readonly Cell[])[],
  { cellName, format }: FactsOptions,
): FactsReading {
  const findings: PolicyFinding[] = [];
  const report = (
    cell: string,
    fact: PolicyFact,
    level: PolicyFinding['level'] = 'error',
  ): void => {
    findings.push({ level, cell, fact, atStake: null });
  };
  const { top, place, unit } = headerOf(table);
  for (const { column, ...unread } of unreadIn(table, top, place))
    report(cellName(top - 1, column), { code: 'policy.column-unread', ...unread }, 'warning');
  const facts = new Map<string, FactValue[]>();
  for (let row = top; row < table.length; row += 1) {
    const at = (column: keyof Place): Cell => table[row]?.[place[column] ?? -1] ?? null;
    const name = typedText(at('name'));
    if (name === '' || typedText(at('value')) === '') continue;
    const valueCell = cellName(row, place.value ?? 1);
    const level = levelIn(
      at('value'),
      format?.(row, place.value ?? 1) ?? null,
      typedText(at('unit')) === '' ? unit : unitOf(typedText(at('unit'))),
    );
    if (level === undefined) {
      report(valueCell, { code: 'policy.fact-unreadable', name, typed: typedText(at('value')) });
      continue;
    }
    const period = periodAt(at('period'));
    if (period === undefined) {
      report(cellName(row, place.period ?? 0), {
        code: 'policy.fact-period',
        name,
        typed: typedText(at('period')),
      });
      continue;
    }
    const known = facts.get(factKey(name)) ?? [];
    const twice = known.find((other) => other.period?.label === period?.label);
    const own = cellName(row, place.name ?? 0);
    if (twice !== undefined)
      report(own, {
        code: 'policy.fact-twice',
        name,
        period: period?.label ?? '',
        first: nameCells.get(twice) ?? twice.cell,
        second: own,
      });
    else {
      const fact: FactValue = { name, period, ...level, cell: valueCell };
      nameCells.set(fact, own);
      facts.set(factKey(name), [...known, fact]);
    }
  }
  return { facts, findings };
}

const YUAN: ValueUnit = { percent: false, unit: 'yuan' };
/** Words beside a count that change nothing about it. */
const COUNTED = /^(?:个|家|单|户|名|人|次|台|套|项|-|—|\/|元|人民币)$/;

/** undefined: a unit that nobody knows, under which a number says nothing. */
function unitOf(text: string): ValueUnit | undefined {
  if (COUNTED.test(foldKey(text))) return YUAN;
  const { percent, unit, unread, currency } = readNotes([text]);
  return unread.length > 0 || currency !== null ? undefined : { percent, unit };
}

function levelIn(
  cell: Cell,
  format: string | null,
  unit: ValueUnit | undefined,
): Level | undefined {
  const level = readLevel(cell, format);
  const isBare = typeof cell === 'number' || /^[\d.,]+$/.test(typedText(cell));
  if (level === undefined || level.percent || !isBare) return level;
  if (unit === undefined) return undefined;
  if (unit.percent) return { value: level.value.div(100), percent: true };
  return { ...level, value: level.value.times(UNIT_YUAN[unit.unit]) };
}

/** Cells that hold the names: what a person looks for when a name stands twice. */
const nameCells = new WeakMap<FactValue, string>();

/** null: always. */
function periodAt(cell: Cell): FactPeriod | null | undefined {
  const key = foldKey(typedText(cell));
  return key === '' || /^(?:全部|长期|始终|always|all)$/.test(key) ? null : readFactPeriod(cell);
}

interface FactsHeader {
  /** The first row below it. */
  readonly top: number;
  readonly place: Place;
  readonly unit: ValueUnit | undefined;
}

function headerOf(table: readonly (readonly Cell[])[]): FactsHeader {
  for (let row = 0; row < Math.min(table.length, 50); row += 1) {
    const place: { -readonly [C in keyof Place]: number } = {};
    let unit: ValueUnit | undefined = YUAN;
    (table[row] ?? []).forEach((cell, column) => {
      for (const { words, notes } of splitHeader(typedText(cell))) {
        const found = HEADERS.find(
          ([name, of]) => of.test(foldKey(words)) && place[name] === undefined,
        );
        if (found === undefined) continue;
        place[found[0]] = column;
        if (found[0] === 'value' && notes.length > 0) unit = unitOf(notes.join(' '));
        break;
      }
    });
    if (place.name !== undefined && place.value !== undefined) return { top: row + 1, place, unit };
  }
  return withoutHeader(table);
}

/** Name and value side by side; a first row without a number is taken for a header. */
function withoutHeader(table: readonly (readonly Cell[])[]): FactsHeader {
  const second = table[0]?.[1] ?? null;
  const isHeader = typeof second === 'string' && !/\d/.test(second);
  return { top: isHeader ? 1 : 0, place: { name: 0, value: 1 }, unit: YUAN };
}

interface UnreadColumn {
  readonly column: number;
  readonly header: string;
  readonly value: string;
}

/** Columns under a header that nobody reads: a period or a unit in one would be another figure. */
function unreadIn(
  table: readonly (readonly Cell[])[],
  top: number,
  place: Place,
): readonly UnreadColumn[] {
  const read = new Set(Object.values(place));
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
