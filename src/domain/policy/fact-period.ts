import { yearMonthDay } from '../calendar/local-date.ts';
import { foldKey } from '../reading/fold-text.ts';
import { parseDate } from '../reading/parse-date.ts';
import type { Cell } from '../sheet.ts';
import type { FactPeriod } from './facts.ts';

const NUMERALS = '一二三四';

/**
 * The period of a fact: 2025Q1 · 2025年第一季度 · 2025-03 · 2025年3月 · 2025H1 · 2025年上半年 ·
 * 2025 · FY2026 · FY2026Q1; a day is its month. `undefined` when it is none of these.
 */
export function readFactPeriod(cell: Cell): FactPeriod | undefined {
  const key = foldKey(
    typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell : '',
  );
  const [, fiscal, digits, rest = ''] =
    /^(fy|财年)?(\d{4}|\d{2}(?=q|h|$))年?(?:度|财年)?[-/.]?(.*)$/.exec(key) ?? [];
  const isFiscal = fiscal !== undefined || /^\d{2,4}财年/.test(key);
  if (digits === undefined || (digits.length === 2 && fiscal === undefined)) return ofDay(cell);
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  if (year < 1990 || year > 2199) return ofDay(cell);
  const prefix = isFiscal ? `FY${year}` : String(year);
  if (rest === '') return { length: 'year', fiscal: isFiscal, year, index: 0, label: prefix };
  const quarter = /^(?:q([1-4])|第?([一二三四1-4])季度?)$/.exec(rest);
  if (quarter !== null) {
    const index = numberOf(quarter[1] ?? quarter[2]) - 1;
    return { length: 'quarter', fiscal: isFiscal, year, index, label: `${prefix}Q${index + 1}` };
  }
  const half = /^(?:h([12])|(上|下)半年)$/.exec(rest);
  if (half !== null) {
    const index = half[1] === '2' || half[2] === '下' ? 1 : 0;
    return { length: 'half', fiscal: isFiscal, year, index, label: `${prefix}H${index + 1}` };
  }
  const month = /^(\d{1,2})月?$/.exec(rest)?.[1];
  if (month !== undefined && !isFiscal && Number(month) >= 1 && Number(month) <= 12)
    return monthOf(year, Number(month));
  return ofDay(cell);
}

const numberOf = (text: string | undefined): number =>
  text === undefined ? NaN : NUMERALS.includes(text) ? NUMERALS.indexOf(text) + 1 : Number(text);

const monthOf = (year: number, month: number): FactPeriod => ({
  length: 'month',
  fiscal: false,
  year,
  index: month - 1,
  label: `${year}-${String(month).padStart(2, '0')}`,
});

/** A spreadsheet turns 2025-03 into the first of March. */
function ofDay(cell: Cell): FactPeriod | undefined {
  const reading = parseDate(cell);
  if (reading.kind === 'month') return monthOf(reading.year, reading.month);
  if (reading.kind !== 'date') return undefined;
  const { year, month } = yearMonthDay(reading.date);
  return monthOf(year, month);
}
