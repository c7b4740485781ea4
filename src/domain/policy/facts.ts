import { type LocalDate, dateOf } from '../calendar/local-date.ts';
import { type Period, type PeriodLength, nextPeriod, periodOf } from '../calendar/period.ts';
import { type Decimal } from '../money/decimal.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { CellName } from '../sheet.ts';

/** The period a fact is stated for. A fiscal year is named by the year in which it ends. */
export interface FactPeriod {
  readonly length: PeriodLength;
  readonly fiscal: boolean;
  readonly year: number;
  /** 0-based inside the year: month, quarter or half; 0 for a year. */
  readonly index: number;
  /** "2025Q1", "2025-03", "FY2026". */
  readonly label: string;
}

/** One row of 指标 / Facts. */
export interface FactValue {
  readonly name: string;
  /** null: always. */
  readonly period: FactPeriod | null;
  /** 0.92 for 92%; yuan for an amount. */
  readonly value: Decimal;
  /** Written as a percentage. */
  readonly percent: boolean;
  readonly cell: CellName;
}

/** 指标 / Facts by `factKey`. */
export type Facts = ReadonlyMap<string, readonly FactValue[]>;

export const factKey = foldKey;

/**
 * What a window looks up: the fact of its own period, then of the longer ones that hold it,
 * shortest first, then the one without a period.
 */
export function factFor(
  facts: Facts,
  name: string,
  window: Pick<Period, 'from' | 'to'>,
  yearStart: number,
): FactValue | undefined {
  const stated = facts.get(factKey(name)) ?? [];
  let best: FactValue | undefined;
  let bestDays = Infinity;
  for (const fact of stated) {
    if (fact.period === null) {
      best ??= fact;
      continue;
    }
    const { from, to } = daysOf(fact.period, yearStart);
    const days = to - from;
    if (from <= window.from && window.to <= to && days < bestDays) [best, bestDays] = [fact, days];
  }
  return best;
}

/** Periods for which a fact is stated, as they were written. */
export const periodsOfFact = (facts: Facts, name: string): readonly string[] =>
  (facts.get(factKey(name)) ?? []).flatMap(({ period }) => (period === null ? [] : [period.label]));

function daysOf(period: FactPeriod, yearStart: number): { from: LocalDate; to: LocalDate } {
  const first = period.fiscal ? yearStart : 1;
  const firstYear = first === 1 ? period.year : period.year - 1;
  let found = periodOf(dateOf(firstYear, first, 1), period.length, first);
  for (let step = 0; step < period.index; step += 1)
    found = nextPeriod(found, period.length, first);
  return { from: found.from, to: found.to };
}
