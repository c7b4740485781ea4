import { foldKey } from '../reading/fold-text.ts';
import type { Cell } from '../sheet.ts';
import { readFactPeriod } from './fact-period.ts';
import { type FactPeriod, type FactValue, type Facts, factKey } from './facts.ts';
import type { PolicyFinding } from './finding.ts';
import type { PolicyFact } from './policy.facts.ts';
import { typedText } from './read-cells.ts';
import { readLevel } from './read-conditions.ts';

/** What the facts table says, and what is wrong with it, by cell. */
export interface FactsReading {
  readonly facts: Facts;
  readonly findings: readonly PolicyFinding[];
}

export interface FactsOptions {
  readonly cellName: (row: number, column: number) => string;
  readonly format?: (row: number, column: number) => string | null;
}

type Place = { readonly [C in 'name' | 'period' | 'value']?: number };

const HEADERS: readonly (readonly [keyof Place, RegExp])[] = [
  ['name', /^(?:指标|指标名称?|名称|name|fact|metric)$/],
  ['period', /^(?:期间|期|周期|季度|月份|月|年度|period|quarter|month)$/],
  ['value', /^(?:值|数值|指标值|实际值?|完成值?|value|actual)$/],
];

/**
 * 指标 / Facts: 指标/Name · 期间/Period · 值/Value by header in any order; without a header, name and
 * value in the first two columns. A name twice for one period is an error that names both cells.
 */
export function readFacts(
  table: readonly (readonly Cell[])[],
  { cellName, format }: FactsOptions,
): FactsReading {
  const findings: PolicyFinding[] = [];
  const report = (cell: string, fact: PolicyFact): void => {
    findings.push({ level: 'error', cell, fact, atStake: null });
  };
  const { top, place } = headerOf(table);
  const facts = new Map<string, FactValue[]>();
  for (let row = top; row < table.length; row += 1) {
    const at = (column: keyof Place): Cell => table[row]?.[place[column] ?? -1] ?? null;
    const name = typedText(at('name'));
    if (name === '' || typedText(at('value')) === '') continue;
    const valueCell = cellName(row, place.value ?? 1);
    const level = readLevel(at('value'), format?.(row, place.value ?? 1) ?? null);
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

/** Cells that hold the names: what a person looks for when a name stands twice. */
const nameCells = new WeakMap<FactValue, string>();

/** null: always. */
function periodAt(cell: Cell): FactPeriod | null | undefined {
  const key = foldKey(typedText(cell));
  return key === '' || /^(?:全部|长期|始终|always|all)$/.test(key) ? null : readFactPeriod(cell);
}

function headerOf(table: readonly (readonly Cell[])[]): { top: number; place: Place } {
  for (let row = 0; row < Math.min(table.length, 50); row += 1) {
    const place: { -readonly [C in keyof Place]: number } = {};
    (table[row] ?? []).forEach((cell, column) => {
      const key = foldKey(typedText(cell)).replace(/[([{][^]*$/, '');
      const found = HEADERS.find(([name, words]) => words.test(key) && place[name] === undefined);
      if (found !== undefined) place[found[0]] = column;
    });
    if (place.name !== undefined && place.value !== undefined) return { top: row + 1, place };
  }
  return withoutHeader(table);
}

/** Name and value side by side; a first row without a number is taken for a header. */
function withoutHeader(table: readonly (readonly Cell[])[]): { top: number; place: Place } {
  const second = table[0]?.[1] ?? null;
  const isHeader = typeof second === 'string' && !/\d/.test(second);
  return { top: isHeader ? 1 : 0, place: { name: 0, value: 1 } };
}
