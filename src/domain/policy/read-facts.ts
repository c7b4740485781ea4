import { foldKey } from '../reading/fold-text.ts';
import { UNIT_YUAN } from '../reading/number-text.ts';
import type { Cell } from '../sheet.ts';
import { readFactPeriod } from './fact-period.ts';
import { type ValueUnit, factsLayout, namelessIn, statedIn, unreadIn } from './facts-layout.ts';
import { type FactPeriod, type FactValue, type Facts, factKey } from './facts.ts';
import type { PolicyFinding } from './finding.ts';
import type { PolicyFact } from './policy.facts.ts';
import { typedText } from './read-cells.ts';
import { type Level, isExact, readLevel } from './read-conditions.ts';

/** What the facts table says, and what is wrong with it, by cell. */
export interface FactsReading {
  readonly facts: Facts;
  readonly findings: readonly PolicyFinding[];
}

interface FactsOptions {
  readonly cellName: (row: number, column: number) => string;
  readonly format?: (row: number, column: number) => string | null;
}

/**
 * 指标 / Facts: 指标/Name · 期间/Period · 值/Value by header in any order, or periods or facts
 * across; without a header, name and value in the first two columns. A name twice for one period is
 * an error that names both cells.
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
  const layout = factsLayout(table);
  for (const { column, ...unread } of unreadIn(table, layout))
    report(
      cellName(layout.top - 1, column),
      { code: 'policy.column-unread', ...unread },
      'warning',
    );
  const nameless = namelessIn(layout);
  if (nameless?.name != null)
    report(cellName(layout.top - 1, nameless.column), {
      code: 'policy.fact-nameless',
      header: nameless.name,
    });
  const facts = new Map<string, FactValue[]>();
  for (const stated of statedIn(table, layout)) {
    const { name, value, at } = stated;
    if (name === '' || typedText(value) === '') continue;
    const valueCell = cellName(...at.value);
    const level = levelIn(value, format?.(...at.value) ?? null, stated.unit);
    if (level === undefined) {
      report(valueCell, { code: 'policy.fact-unreadable', name, typed: typedText(value) });
      continue;
    }
    const period = periodAt(stated.period);
    if (period === undefined) {
      report(cellName(...at.period), {
        code: 'policy.fact-period',
        name,
        typed: typedText(stated.period),
      });
      continue;
    }
    const known = facts.get(factKey(name)) ?? [];
    const twice = known.find((other) => other.period?.label === period?.label);
    const own = cellName(...at.name);
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
  const inYuan = { ...level, value: level.value.times(UNIT_YUAN[unit.unit]) };
  return isExact(inYuan) ? inYuan : undefined;
}

/** Cells that hold the names: what a person looks for when a name stands twice. */
const nameCells = new WeakMap<FactValue, string>();

/** null: always. */
function periodAt(cell: Cell): FactPeriod | null | undefined {
  const key = foldKey(typedText(cell));
  return key === '' || /^(?:全部|长期|始终|always|all)$/.test(key) ? null : readFactPeriod(cell);
}
