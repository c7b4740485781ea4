import { LARGEST_ARGUMENT } from '../bounds.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { Decimal, ONE } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import { cellText, foldText } from '../reading/fold-text.ts';
import { type AmountContext, parseAmount } from '../reading/parse-amount.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import { parseDate } from '../reading/parse-date.ts';
import { parseRate } from '../reading/parse-rate.ts';
import { type Result, fail, ok } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import type { PolicyFact } from './policy.facts.ts';

/** One reader a kind of policy cell: a value, or the fact that says what to write instead. */
export type Read<T> = Result<T, PolicyFact>;

/** What the reader sees of a cell: width folded, trimmed. */
export const typedText = (cell: Cell): string => foldText(cellText(cell));

/**
 * Tiers reach into the 亿 where orders do not: under 万 only a hundred 亿 is too much to believe.
 */
const MOST_WAN = 1_000_000;

/**
 * An amount as a ledger's cell is read; what a ledger would ask about, or no sum could hold, is
 * `undefined`.
 */
export function readFen(cell: Cell, context: AmountContext): Fen | undefined {
  const reading = parseAmount(cell, { tooManyWan: MOST_WAN, ...context });
  return reading.kind === 'amount' && reading.amount >= 0 && reading.amount <= LARGEST_ARGUMENT
    ? reading.amount
    : undefined;
}

/**
 * 0…1, 6 %, ６％, 4个点; "12%+" keeps its mark. A bare number above 1 is a slip that costs a factor
 * of 100.
 */
export function readRate(
  cell: Cell,
  column: { readonly percent: boolean; readonly format: string | null } = NO_UNIT,
): Read<{ readonly rate: Decimal; readonly isFloor: boolean }> {
  const typed = typedText(cell);
  // Under 比例(%) a bare 6 is 6 %; a cell that shows a per cent sign says so itself.
  const isBare = typeof cell === 'number' || /^[\d.]+\+?$/.test(typed);
  if (column.percent && isBare && column.format?.includes('%') !== true)
    return readRate(`${typed.replace(/\+$/, '')}%${typed.endsWith('+') ? '+' : ''}`);
  const bare = /^\d+(?:\.\d+)?$/.test(typed) ? new Decimal(typed) : undefined;
  if (bare?.eq(ONE) === true) return ok({ rate: ONE, isFloor: false });
  if (bare?.gt(ONE) === true) return fail(aboveOne(typed, bare));
  const reading = parseRate(cell);
  if (reading.kind !== 'rate' || reading.mark === 'about' || reading.rate.isNegative())
    return fail({ code: 'policy.rate-unreadable', typed });
  if (reading.written === 'bare') return fail(aboveOne(typed, reading.rate));
  if (reading.rate.gt(ONE)) return fail({ code: 'policy.rate-above-all', typed });
  return ok({ rate: reading.rate, isFloor: reading.mark === 'floor' });
}

const NO_UNIT = { percent: false, format: null };

const aboveOne = (typed: string, percents: Decimal): PolicyFact =>
  percents.gt(100)
    ? { code: 'policy.rate-above-all', typed }
    : {
        code: 'policy.rate-above-one',
        typed,
        percent: `${percents}%`,
        decimal: percents.div(100).toString(),
      };

/** Yuan of a bonus, baseline, cap or floor. */
export function readYuan(cell: Cell, column: PolicyColumn, unit: AmountUnit): Read<Fen> {
  const amount = readFen(cell, { unit });
  return amount === undefined
    ? fail({ code: 'policy.amount-unreadable', column, typed: typedText(cell) })
    : ok(amount);
}

/** A day as a ledger's cell is read; one that a ledger would ask about is an error. */
export function readDate(cell: Cell, column: PolicyColumn): Read<LocalDate> {
  // 2025年1月1日起 · 6月30日止
  const bare = typeof cell === 'string' ? cell.trim().replace(/(?<=[\d日])(?:起|止)$/, '') : cell;
  const reading = parseDate(bare);
  return reading.kind === 'date'
    ? ok(reading.date)
    : fail({ code: 'policy.date-unreadable', column, typed: typedText(cell) });
}

export function readYearStart(cell: Cell): Read<number> {
  const typed = typedText(cell);
  const month = Number(/^(\d{1,2})月?$/.exec(typed)?.[1]);
  return Number.isInteger(month) && month >= 1 && month <= 12
    ? ok(month)
    : fail({ code: 'policy.year-start-unreadable', typed });
}

export function readTaxRate(cell: Cell): Read<Decimal> {
  const rate = readRate(cell);
  return rate.ok
    ? ok(rate.value.rate)
    : fail({ code: 'policy.tax-rate-unreadable', typed: typedText(cell) });
}
