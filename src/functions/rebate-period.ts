import { Refusal } from '#domain/refusal.ts';
import { refuse } from './cell-refusal.ts';
import { type PeriodLength, labelWithMonths, periodOf } from '#domain/calendar/period.ts';
import { isEmpty, mapCells } from './cells.ts';
import { onlyCellOf } from './only-cell.ts';
import { readDate } from './read-date.ts';
import { requiredCells } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

/**
 * `=REBATE_PERIOD(date,[period],[year_start])`: label of the period a day lies in, with its months.
 */
export const rebatePeriod: FunctionSpec = {
  id: 'REBATE_PERIOD',
  parameters: [
    { name: 'date', dimensionality: 'matrix' },
    { name: 'period', dimensionality: 'scalar', optional: true },
    { name: 'year_start', dimensionality: 'scalar', optional: true },
  ],
  result: 'matrix',
  run: ([date, period, yearStart], { date1904 }) => {
    const length = readLength(onlyCellOf('period', period));
    const firstMonth = readMonth(onlyCellOf('year_start', yearStart));
    return mapCells(requiredCells('date', date), (cell) => {
      if (isEmpty(cell)) return '';
      const day = readDate(cell, date1904);
      return day instanceof Refusal ? day : labelWithMonths(periodOf(day, length, firstMonth));
    });
  },
};

const LENGTHS = new Map<string, PeriodLength>([
  ...['月', '月度', '按月', 'month', 'monthly', 'm'].map((word) => [word, 'month'] as const),
  ...['季', '季度', '按季', 'quarter', 'quarterly', 'q'].map((word) => [word, 'quarter'] as const),
  ...['半年', '半年度', 'half', 'halfyear', 'half-year', 'h'].map(
    (word) => [word, 'half'] as const,
  ),
  ...['年', '年度', '按年', 'year', 'yearly', 'annual', 'y'].map((word) => [word, 'year'] as const),
]);

function readLength(value: unknown): PeriodLength {
  if (value === undefined) return 'quarter';
  const text = String(value);
  const length = LENGTHS.get(text.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
  if (length === undefined) throw refuse({ code: 'functions.not-a-period', text });
  return length;
}

function readMonth(value: unknown): number {
  if (value === undefined) return 1;
  const month =
    typeof value === 'string' && value.trim() !== ''
      ? Number(value.normalize('NFKC').replace('月', ''))
      : value;
  if (typeof month === 'number' && Number.isInteger(month) && month >= 1 && month <= 12)
    return month;
  throw refuse({ code: 'functions.not-a-month', text: String(value) });
}
