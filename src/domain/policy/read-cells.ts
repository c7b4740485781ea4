import type { LocalDate } from '../calendar/local-date.ts';
import { dateFromSerial, localDate } from '../calendar/local-date.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, fenFromCellNumber, fenFromYuan } from '../money/fen.ts';
import { type Result, fail, ok } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Accumulation, Categories, Counts, Edge, Gate, Scheme, Stack } from './policy.ts';

/** One reader a kind of policy cell: a value, or the fact that says what to write instead. */
type Read<T> = Result<T, PolicyFact>;

/** What the reader sees of a cell: width folded, trimmed. */
export const typedText = (cell: Cell): string =>
  (cell === null ? '' : typeof cell === 'object' ? cell.fault : String(cell))
    .normalize('NFKC')
    .trim();

const squeeze = (text: string): string =>
  text
    .replace(/[\s,_]/g, '')
    .replace(/[¥￥]/g, '')
    .toLowerCase();

export interface Threshold {
  readonly kind: 'yuan' | 'of-baseline';
  /** Fen, or the factor of the baseline. */
  readonly value: Decimal;
  /** Upper end when the cell gives a range (200-500), in fen. */
  readonly end: Decimal | null;
  /** "≥" states at, ">" states above. */
  readonly edge: Edge | null;
}

const NUMBER = '\\d+(?:\\.\\d+)?';
const MONEY = new RegExp(`^(${NUMBER})(万|w|亿|k)?(?:元|yuan|rmb)?$`);
const UNITS: Readonly<Record<string, number>> = { 万: 10_000, w: 10_000, 亿: 100_000_000, k: 1000 };

/** 500000 · 50万 · "500+" under 万 · ≥500万 · 200-500 · 110%. */
export function readThreshold(cell: Cell, unit: number, isPercent: boolean): Read<Threshold> {
  const typed = typedText(cell);
  const unreadable = fail<PolicyFact>({ code: 'policy.threshold-unreadable', typed });
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return unreadable;
    if (cell < 0) return fail({ code: 'policy.threshold-negative', typed });
    const value = new Decimal(cell.toPrecision(15));
    return ok({
      kind: isPercent ? 'of-baseline' : 'yuan',
      value: isPercent ? value : value.times(unit).times(100),
      end: null,
      edge: null,
    });
  }
  if (typeof cell !== 'string') return unreadable;
  const match = /^(>=|≥|>|超过|大于|达到|满|不低于)?(.*?)(\+|以上|及以上|起)?$/.exec(
    squeeze(typed),
  );
  const body = match?.[2] ?? '';
  const edge = edgeOfSign(match?.[1]);
  if (body.startsWith('-')) return fail({ code: 'policy.threshold-negative', typed });
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(body);
  if (percent)
    return ok({
      kind: 'of-baseline',
      value: new Decimal(percent[1] as string).div(100),
      end: null,
      edge,
    });
  const [low = '', high, ...more] = body.split(/[-~–—至到]/);
  if (more.length > 0) return unreadable;
  const highAmount = high === undefined ? null : yuanOf(high, unit, null);
  const lowAmount = yuanOf(low, unit, high === undefined ? null : unitOf(high));
  if (lowAmount === null || (high !== undefined && high !== '' && highAmount === null))
    return unreadable;
  return ok({ kind: 'yuan', value: lowAmount, end: highAmount, edge });
}

const unitOf = (text: string): number | null => UNITS[MONEY.exec(text)?.[2] ?? ''] ?? null;

/**
 * Fen of "50", "50万"; `fallback` is the unit of the other end of a range: 200-500万 means 万 on both.
 */
function yuanOf(text: string, headerUnit: number, fallback: number | null): Decimal | null {
  const match = MONEY.exec(text);
  if (!match) return null;
  const unit = UNITS[match[2] ?? ''] ?? fallback ?? (text.includes('元') ? 1 : headerUnit);
  return new Decimal(match[1] as string).times(unit).times(100);
}

function edgeOfSign(sign: string | undefined): Edge | null {
  if (sign === '>=' || sign === '≥' || sign === '达到' || sign === '满' || sign === '不低于')
    return 'at';
  return sign === '>' || sign === '超过' || sign === '大于' ? 'above' : null;
}

/**
 * 0…1, 6 %, ６％, 4个点; "12%+" keeps its mark. A bare number above 1 is a slip that costs a factor of
 * 100.
 */
export function readRate(cell: Cell): Read<{ readonly rate: Decimal; readonly isFloor: boolean }> {
  const typed = typedText(cell);
  const bare =
    typeof cell === 'number' && Number.isFinite(cell)
      ? new Decimal(cell.toPrecision(15)).toString()
      : squeeze(typed);
  const match = /^(\d+(?:\.\d+)?)(%|个点|个百分点)?(\+|起|以上)?$/.exec(bare);
  if (!match) return fail({ code: 'policy.rate-unreadable', typed });
  const number = new Decimal(match[1] as string);
  const rate = match[2] === undefined ? number : number.div(100);
  if (rate.gt(1)) {
    const percent = match[2] === undefined ? number : rate;
    return fail({
      code: 'policy.rate-above-one',
      typed,
      percent: `${percent}%`,
      decimal: percent.div(100).toString(),
    });
  }
  return ok({ rate, isFloor: match[3] !== undefined });
}

/** Yuan of a bonus, baseline, cap or floor. */
export function readYuan(cell: Cell, column: PolicyColumn, unit: number): Read<Fen> {
  const typed = typedText(cell);
  const amount =
    typeof cell === 'number'
      ? unit === 1
        ? fenFromCellNumber(cell)
        : fenFromYuan(new Decimal(cell.toPrecision(15)).times(unit))
      : fenOf(yuanOf(squeeze(typed), unit, null));
  return amount === undefined || amount < 0
    ? fail({ code: 'policy.amount-unreadable', column, typed })
    : ok(amount);
}

const fenOf = (amount: Decimal | null): Fen | undefined =>
  amount === null ? undefined : fenFromYuan(amount.div(100));

/** A serial, 2025-07-01, 2025/7/1, 2025.7.1, 2025年7月1日, 20250701. */
export function readDate(cell: Cell, column: PolicyColumn): Read<LocalDate> {
  const typed = typedText(cell);
  const date =
    typeof cell === 'number' && cell < 100_000 ? dateFromSerial(cell, false) : dateFromText(typed);
  return date === undefined ? fail({ code: 'policy.date-unreadable', column, typed }) : ok(date);
}

function dateFromText(text: string): LocalDate | undefined {
  const match =
    /^(\d{4})(?:[-/.年]\s*)(\d{1,2})(?:[-/.月]\s*)(\d{1,2})日?(?:\s+00:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? localDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

const LIST = /[、,，;；/|]+/;
const ALL = new Set(['全部', '所有', '全部类别', 'all']);

/** 全部 or a list of names. */
export function readCategories(cell: Cell): Categories {
  const names = typedText(cell)
    .split(LIST)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0 || names.some((name) => ALL.has(name.toLowerCase()))) return 'all';
  return Object.fromEntries(names.map((name) => [categoryKey(name), name]));
}

/** 全部, or names each with an optional weight: 安全×1.5. */
export function readCounts(cell: Cell): Read<Counts> {
  const weights: Record<string, Decimal> = {};
  const parts = typedText(cell)
    .split(LIST)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let others = parts.length === 0 ? ONE : ZERO;
  for (const part of parts) {
    const match = /^(.*?)(?:\s*[×x*✕]\s*(\d+(?:\.\d+)?%?))?$/i.exec(part);
    const name = (match?.[1] ?? part).trim();
    if (match?.[2] === undefined && /[×*✕]/.test(part))
      return fail({ code: 'policy.weight-unreadable', typed: part });
    const weight = weightOf(match?.[2]);
    if (ALL.has(name.toLowerCase())) others = weight;
    else weights[categoryKey(name)] = weight;
  }
  return ok({ weights, others });
}

const weightOf = (text: string | undefined): Decimal =>
  text === undefined
    ? ONE
    : text.endsWith('%')
      ? new Decimal(text.slice(0, -1)).div(100)
      : new Decimal(text);

/** Words of a closed list, in both languages. */
function readWord<T>(
  cell: Cell,
  column: PolicyColumn,
  words: readonly (readonly [T, ...string[]])[],
): Read<T> {
  const typed = typedText(cell);
  const text = squeeze(typed);
  const found = words.find(([, ...spellings]) => spellings.some((word) => squeeze(word) === text));
  return found
    ? ok(found[0])
    : fail({
        code: 'policy.word-unknown',
        column,
        typed,
        choices: words.map((entry) => entry[1] as string),
      });
}

export const readScheme = (cell: Cell): Read<Scheme> =>
  readWord<Scheme>(cell, 'scheme', [
    ['whole', '全额', 'whole', '全量', '全额累进', '总量'],
    ['marginal', '超额', 'marginal', '超额累进', '分段', '累进', 'graduated', 'stepped'],
    ['increment', '增量', 'increment', 'incremental', 'growth'],
  ]);

export const readEdge = (cell: Cell): Read<Edge> =>
  readWord<Edge>(cell, 'edge', [
    ['at', '达到', 'at', '>=', '≥', '含', '达到即进档'],
    ['above', '超过', 'above', '>', '不含', '大于'],
  ]);

const PERIODS: readonly (readonly [Accumulation, ...string[]])[] = [
  ['order', '单', 'order', '逐单', '每单', 'per order'],
  ['month', '月', 'month', '月度', 'monthly', '按月'],
  ['quarter', '季', 'quarter', '季度', 'quarterly', '按季'],
  ['half', '半年', 'half', 'half-year', 'half year', '半年度'],
  ['year', '年', 'year', '年度', 'yearly', 'annual', '全年'],
];
export const readAccumulate = (cell: Cell): Read<Accumulation> =>
  readWord(cell, 'accumulate', PERIODS);
export const readPay = (cell: Cell): Read<Accumulation> => readWord(cell, 'pay', PERIODS.slice(1));

export const readYesNo = (cell: Cell, column: PolicyColumn): Read<boolean> =>
  readWord(cell, column, [
    [true, '是', 'yes', 'true', 'y', '1', '有'],
    [false, '否', 'no', 'false', 'n', '0', '无'],
  ]);

export const readBase = (cell: Cell): Read<'gross' | 'net'> =>
  readWord<'gross' | 'net'>(cell, 'base', [
    ['gross', '含税', 'gross', '含税金额'],
    ['net', '不含税', 'net', '除税', '未税'],
  ]);

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

/**
 * "四舍五入 逐单", "truncate, on the total": the mode, the place, or both; what is not said stays open.
 */
export function readRounding(
  cell: Cell,
): Read<{ readonly mode: 'half-up' | 'truncate' | null; readonly per: 'order' | 'total' | null }> {
  const typed = typedText(cell);
  const text = squeeze(typed);
  const mode = /四舍五入|half-?up|round/.test(text)
    ? 'half-up'
    : /截位|截断|舍去|去尾|truncate|down/.test(text)
      ? 'truncate'
      : null;
  const per = /逐单|每单|按单|perorder/.test(text)
    ? 'order'
    : /汇总|合计|总额|total/.test(text)
      ? 'total'
      : null;
  return mode === null && per === null
    ? fail({
        code: 'policy.word-unknown',
        column: 'rounding',
        typed,
        choices: ['四舍五入 逐单', '四舍五入 汇总', '截位 逐单', '截位 汇总'],
      })
    : ok({ mode, per });
}

/** 叠加 / add, or 取高 GROUP / highest GROUP. */
export function readStack(cell: Cell): Read<Stack> {
  const typed = typedText(cell);
  if (/^(叠加|add|stack)$/i.test(typed)) return ok({ kind: 'add' });
  const match = /^(?:取高|highest|max)\s*[:：]?\s*(.*)$/i.exec(typed);
  return match
    ? ok({ kind: 'highest', group: (match[1] as string).trim() })
    : fail({ code: 'policy.word-unknown', column: 'stack', typed, choices: ['叠加', '取高 A'] });
}

/** 续费率>=90%. */
export function readGate(cell: Cell): Read<Gate> {
  const typed = typedText(cell);
  const match = /^(.+?)\s*(>=|<=|≥|≤|>|<|=)\s*(\d+(?:\.\d+)?)\s*(%|万)?$/.exec(typed);
  if (!match) return fail({ code: 'policy.gate-unreadable', typed });
  const signs: Readonly<Record<string, Gate['operator']>> = { '≥': '>=', '≤': '<=' };
  const sign = match[2] as string;
  const number = new Decimal(match[3] as string);
  const value =
    match[4] === '%' ? number.div(100) : match[4] === '万' ? number.times(10_000) : number;
  return ok({
    fact: (match[1] as string).trim(),
    operator: signs[sign] ?? (sign as Gate['operator']),
    value,
    text: typed,
  });
}
