import { LONGEST_AMOUNT, LONGEST_HEADER } from '../bounds.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import { cellText, foldKey, foldText } from '../reading/fold-text.ts';
import { type AmountContext, parseAmount } from '../reading/parse-amount.ts';
import { type AmountUnit, writtenUnit } from '../reading/number-text.ts';
import { parseDate } from '../reading/parse-date.ts';
import { parseRate } from '../reading/parse-rate.ts';
import { type Result, fail, ok } from '../result.ts';
import type { Cell } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import type { PolicyFact } from './policy.facts.ts';
import { withoutExamples } from './product-examples.ts';
import type { Accumulation, Categories, Counts, Edge, Scheme, Stack } from './policy.ts';

/** One reader a kind of policy cell: a value, or the fact that says what to write instead. */
type Read<T> = Result<T, PolicyFact>;

/** What the reader sees of a cell: width folded, trimmed. */
export const typedText = (cell: Cell): string => foldText(cellText(cell));

/** Tiers reach into the 亿 where orders do not: under 万 only a hundred 亿 is too much to believe. */
const MOST_WAN = 1_000_000;

export interface Threshold {
  readonly kind: 'yuan' | 'of-baseline';
  /** Fen, or the factor of the baseline. */
  readonly value: Decimal;
  /** Upper end when the cell gives a range (200-500), in fen. */
  readonly end: Decimal | null;
  /** "≥" states at, ">" states above. */
  readonly edge: Edge | null;
}

/** What a threshold's column says about a bare number in it. */
export interface ThresholdColumn {
  readonly unit: AmountUnit;
  readonly format: string | null;
}

/** 500000 · 50万 · "500+" under 万 · ≥500万 · 200-500 · 110%. */
export function readThreshold(cell: Cell, { unit, format }: ThresholdColumn): Read<Threshold> {
  const typed = typedText(cell);
  const text = foldKey(typed);
  const [, sign, body = '', plus] =
    /^(>=|≥|>|超过|大于|达到|满|不低于|over|above|from|atleast)?(.*?)(\+|以上|及以上|起|andabove|andover|ormore|andup)?$/.exec(
      withoutVariable(text),
    ) ?? [];
  if (body.startsWith('-')) return fail({ code: 'policy.threshold-negative', typed });
  const isPercent = typeof cell === 'number' && format?.includes('%') === true;
  const rate =
    isPercent || /^[\d.]+%$/.test(body) ? parseRate(isPercent ? percent(cell) : body) : null;
  if (rate?.kind === 'rate')
    return ok({ kind: 'of-baseline', value: rate.rate, end: null, edge: edgeOfSign(sign) });
  const hasMarks = sign !== undefined || plus !== undefined;
  const [low, high] = typeof cell === 'string' ? endsOf(body) : [cell, undefined];
  const context: AmountContext = { unit, tooManyWan: MOST_WAN };
  const from = readFen(hasMarks || high !== undefined ? low : cell, {
    ...context,
    // 200-500万 means 万 on both ends.
    unit: high === undefined ? unit : (writtenUnit(high) ?? unit),
    format,
  });
  const to = high === undefined || high === '' ? null : readFen(high, context);
  if (from === undefined || to === undefined)
    return fail({ code: 'policy.threshold-unreadable', typed });
  return ok({
    kind: 'yuan',
    value: new Decimal(from),
    end: to === null ? null : new Decimal(to),
    edge: edgeOfSign(sign),
  });
}

const percent = (value: number): string =>
  `${new Decimal(value.toPrecision(15)).times(100).toString()}%`;

/** X≥50万 · 50万≤X<100万 · 50万<销售额≤100万: what stands for the sales says nothing. */
function withoutVariable(text: string): string {
  if (text.length > LONGEST_AMOUNT) return text;
  const between = /^([\d.,]+[^\d<≤=]*)(<=?|≤)[^\d<≤=]*(?:<=?|≤)([\d.,].*)$/.exec(text);
  if (between !== null) {
    const [, low = '', sign = '', high = ''] = between;
    return `${sign === '<' ? '>' : '≥'}${low}-${high}`;
  }
  return text.replace(/^(?:x|s|销售额|业绩|sales)(?=[<>=≤≥])/, '');
}

/** The two ends of "200-500"; one of "500". */
function endsOf(body: string): readonly [string, string | undefined] {
  const below =
    /^(?:<=?|≤|低于|不足|小于|不超过|below|under|upto|lessthan)(.+)$/.exec(body)?.[1] ??
    /^(.+?)(?:以下|以内)$/.exec(body)?.[1];
  if (below !== undefined) return ['0', below];
  const [low = '', high, ...more] = body
    .replace(/\((?:不?含)\)|(?:不?含)$/g, '')
    .split(/(?:[-~‐‑‒–—―−至到]|\.\.|(?<=[\dkw])to(?=\d))+/);
  return more.length > 0 ? [body, undefined] : [low, high];
}

/** An amount as a ledger's cell is read; what a ledger would ask about is `undefined`. */
function readFen(cell: Cell, context: AmountContext): Fen | undefined {
  const reading = parseAmount(cell, { tooManyWan: MOST_WAN, mark: 'open', ...context });
  return reading.kind === 'amount' && reading.amount >= 0 ? reading.amount : undefined;
}

export function edgeOfSign(sign: string | undefined): Edge | null {
  if (sign === '>=' || sign === '≥' || sign === '达到' || sign === '满' || sign === '不低于')
    return 'at';
  if (sign === 'atleast') return 'at';
  return sign === '>' || sign === '超过' || sign === '大于' || sign === 'over' || sign === 'above'
    ? 'above'
    : null;
}

/**
 * 0…1, 6 %, ６％, 4个点; "12%+" keeps its mark. A bare number above 1 is a slip that costs a factor of
 * 100.
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
  const reading = parseDate(cell);
  return reading.kind === 'date'
    ? ok(reading.date)
    : fail({ code: 'policy.date-unreadable', column, typed: typedText(cell) });
}

const LIST = /[、,，;；/|]+/;
const ALL = new Set(['全部', '所有', '全部类别', 'all']);

/** 全部 / all and nothing else. */
export const isAll = (cell: Cell): boolean => ALL.has(foldKey(typedText(cell)));

/** 全部 or a list of names. */
export function readCategories(cell: Cell): Categories {
  const names = withoutExamples(typedText(cell))
    .split(LIST)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0 || names.some((name) => ALL.has(name.toLowerCase()))) return 'all';
  return Object.fromEntries(names.map((name) => [categoryKey(name), name]));
}

/** 全部, or names each with an optional weight: 安全×1.5. */
export function readCounts(cell: Cell): Read<Counts> {
  const weights = new Map<string, Decimal>();
  const parts = withoutExamples(typedText(cell))
    .split(LIST)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let others = parts.length === 0 ? ONE : ZERO;
  for (const part of parts) {
    const match =
      part.length > LONGEST_HEADER ? null : /^(.*?)(?:\s*[×x*✕]\s*(\d+(?:\.\d+)?%?))?$/i.exec(part);
    const name = (match?.[1] ?? part).trim();
    if (match?.[2] === undefined && /[×*✕]/.test(part))
      return fail({ code: 'policy.weight-unreadable', typed: part });
    const weight = weightOf(match?.[2]);
    if (ALL.has(name.toLowerCase())) others = weight;
    else weights.set(categoryKey(name), weight);
  }
  return ok({ weights: Object.fromEntries(weights), others });
}

const weightOf = (text: string | undefined): Decimal =>
  text === undefined
    ? ONE
    : text.endsWith('%')
      ? new Decimal(text.slice(0, -1)).div(100)
      : new Decimal(text);

/** Words of a closed list, in both languages. */
export function readWord<T>(
  cell: Cell,
  column: PolicyColumn,
  words: readonly (readonly [T, ...string[]])[],
): Read<T> {
  const typed = typedText(cell);
  const text = foldKey(typed);
  const found = words.find(([, ...spellings]) => spellings.some((word) => foldKey(word) === text));
  return found
    ? ok(found[0])
    : fail({
        code: 'policy.word-unknown',
        column,
        typed,
        choices: words.map(([, zh = '', en = zh]) => ({ zh, en })),
      });
}

export const readScheme = (cell: Cell): Read<Scheme> =>
  readWord<Scheme>(cell, 'scheme', [
    ['whole', '全额', 'whole', '全量', '全额累进', '总量'],
    ['marginal', '超额', 'marginal', '超额累进', '分段', '累进', 'graduated', 'stepped'],
    ['increment', '增量', 'increment', 'incremental', 'growth'],
    ['rolling', '滚动', 'rolling', '滚动累进', '逐单滚动'],
    ['per-full', '每满', 'per full', '每满返', 'perfull', 'per-full', 'each full', '每满即返'],
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
  const text = foldKey(typed);
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
        choices: [
          { zh: '四舍五入 逐单', en: 'half-up per order' },
          { zh: '四舍五入 汇总', en: 'half-up on the total' },
          { zh: '截位 逐单', en: 'truncate per order' },
          { zh: '截位 汇总', en: 'truncate on the total' },
        ],
      })
    : ok({ mode, per });
}

/** 叠加 / add, or 取高 GROUP / highest GROUP. */
export function readStack(cell: Cell): Read<Stack> {
  const typed = typedText(cell);
  if (/^(叠加|add|stack)$/i.test(typed)) return ok({ kind: 'add' });
  const topUp = /^(?:补足|补差至|top\s*-?up)\s*(?:[:：]\s*)?(\S.*)$/i.exec(typed);
  if (topUp !== null)
    return ok({
      kind: 'top-up',
      components: (topUp[1] as string)
        .split(LIST)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    });
  const match = /^(?:取高|highest|max)\s*(?:[:：]\s*)?(\S.*)?$/i.exec(typed);
  return match
    ? ok({ kind: 'highest', group: (match[1] ?? '').trim() })
    : fail({
        code: 'policy.word-unknown',
        column: 'stack',
        typed,
        choices: [
          { zh: '叠加', en: 'add' },
          { zh: '取高 A', en: 'highest A' },
          { zh: '补足 季度', en: 'top up Quarter' },
        ],
      });
}
