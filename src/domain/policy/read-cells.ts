import { LONGEST_HEADER } from '../bounds.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import { cellText, foldKey, foldText } from '../reading/fold-text.ts';
import { type AmountContext, parseAmount } from '../reading/parse-amount.ts';
import type { AmountUnit } from '../reading/number-text.ts';
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

/**
 * Tiers reach into the 亿 where orders do not: under 万 only a hundred 亿 is too much to believe.
 */
const MOST_WAN = 1_000_000;

/** An amount as a ledger's cell is read; what a ledger would ask about is `undefined`. */
export function readFen(cell: Cell, context: AmountContext): Fen | undefined {
  const reading = parseAmount(cell, { tooManyWan: MOST_WAN, mark: 'open', ...context });
  return reading.kind === 'amount' && reading.amount >= 0 ? reading.amount : undefined;
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
  const reading = parseDate(cell);
  return reading.kind === 'date'
    ? ok(reading.date)
    : fail({ code: 'policy.date-unreadable', column, typed: typedText(cell) });
}

const LIST = /[、,，;；/|]+/;
const ALL = new Set([
  ...[
    '全部',
    '所有',
    '全部类别',
    '所有类别',
    '全部产品',
    '所有产品',
    '全线产品',
    '全系列',
    '全品类',
  ],
  ...['不限', 'all', 'any', 'allproducts', 'allcategories'],
]);
const isAllWord = (text: string): boolean => ALL.has(foldKey(text));

/** 除CDN外 · 全部(不含安全) · all except Security: a list names what is in it, not what is not. */
const EXCEPT =
  /^除.+外|^(?:不含|不包括|排除|剔除).|除外\)?$|[(](?:除|不含|不包括|excl)|^(?:all|everything|any)\b.*\b(?:except|but|excl|excluding|without)\b|^(?:except|excl|excluding)\b/i;

function exceptionIn(typed: string, column: PolicyColumn): PolicyFact | undefined {
  const isException = [typed, ...typed.split(LIST)].some((part) => EXCEPT.test(part.trim()));
  return isException ? { code: 'policy.list-excepts', column, typed } : undefined;
}

/** 全部 / all and nothing else. */
export const isAll = (cell: Cell): boolean => isAllWord(typedText(cell));

/** 全部 or a list of names. */
export function readCategories(cell: Cell): Read<Categories> {
  const exception = exceptionIn(typedText(cell), 'categories');
  if (exception !== undefined) return fail(exception);
  const names = withoutExamples(typedText(cell))
    .split(LIST)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return ok(
    names.length === 0 || names.some(isAllWord)
      ? 'all'
      : Object.fromEntries(names.map((name) => [categoryKey(name), name])),
  );
}

/** 全部, or names each with an optional weight: 安全×1.5. */
export function readCounts(cell: Cell): Read<Counts> {
  const exception = exceptionIn(typedText(cell), 'counts');
  if (exception !== undefined) return fail(exception);
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
    if (match?.[2] === undefined && LOOKS_WEIGHTED.test(part))
      return fail({ code: 'policy.weight-unreadable', typed: part });
    const weight = weightOf(match?.[2]);
    if (isAllWord(name)) others = weight;
    else weights.set(categoryKey(name), weight);
  }
  return ok({ weights: Object.fromEntries(weights), others });
}

/** 1.5×安全 · 安全1.5倍 · 安全 150% · 安全:1.5 · 安全(1.5): a weight that is no part of a name. */
const LOOKS_WEIGHTED = /[×*✕]|倍$|\d%$|[:：(]\s*\d+(?:\.\d+)?\)?$/;

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
    [
      'whole',
      '全额',
      'whole',
      '全量',
      '全额累进',
      '总量',
      '全额返',
      '按全额',
      '按总额',
      'retroactive',
      'volume',
      'all units',
      'first dollar',
      'back to first',
      'back to first dollar',
      'from dollar one',
      '全额回溯',
      '追溯全额',
    ],
    [
      'marginal',
      '超额',
      'marginal',
      '超额累进',
      '分段',
      '累进',
      'graduated',
      'stepped',
      'progressive',
      '超额部分',
      '超过部分',
      '分段累进',
      '分段计算',
      '逐段计算',
    ],
    ['increment', '增量', 'increment', 'incremental', 'growth', '增长部分', '增量部分'],
    ['rolling', '滚动', 'rolling', '滚动累进', '逐单滚动'],
    ['per-full', '每满', 'per full', '每满返', 'perfull', 'per-full', 'each full', '每满即返'],
  ]);

export const readEdge = (cell: Cell): Read<Edge> =>
  readWord<Edge>(cell, 'edge', [
    [
      'at',
      '达到',
      'at',
      '>=',
      '≥',
      '≧',
      '含',
      '达到即进档',
      '及以上',
      '含本数',
      '包含',
      '满',
      '大于等于',
      '不低于',
      '不少于',
      'at least',
      'at or above',
      'inclusive',
    ],
    [
      'above',
      '超过',
      'above',
      '>',
      '不含',
      '大于',
      '不含本数',
      '不包含',
      '高于',
      'over',
      'more than',
      'greater than',
      'exclusive',
    ],
  ]);

const PERIODS: readonly (readonly [Accumulation, ...string[]])[] = [
  [
    'order',
    '单',
    'order',
    '逐单',
    '每单',
    'per order',
    '单笔',
    '每笔',
    '按单',
    'per deal',
    'per transaction',
  ],
  [
    'month',
    '月',
    'month',
    '月度',
    'monthly',
    '按月',
    '按月度',
    '月结',
    '每月',
    '自然月',
    'per month',
  ],
  [
    'quarter',
    '季',
    'quarter',
    '季度',
    'quarterly',
    '按季',
    '按季度',
    '季结',
    '每季',
    '每季度',
    '自然季',
    '自然季度',
    'per quarter',
  ],
  [
    'half',
    '半年',
    'half',
    'half-year',
    'half year',
    '半年度',
    '每半年',
    'half-yearly',
    'semi-annual',
    'semiannual',
    'semi-annually',
  ],
  [
    'year',
    '年',
    'year',
    '年度',
    'yearly',
    'annual',
    '全年',
    '每年',
    '按年',
    '自然年',
    'annually',
    'per year',
  ],
];
export const readAccumulate = (cell: Cell): Read<Accumulation> =>
  readWord(cell, 'accumulate', PERIODS);
export const readPay = (cell: Cell): Read<Accumulation> => readWord(cell, 'pay', PERIODS.slice(1));

export const readYesNo = (cell: Cell, column: PolicyColumn): Read<boolean> =>
  readWord(cell, column, [
    [true, '是', 'yes', 'true', 'y', '1', '有', '√', '✓', '✔', '补差', '多退少补', '结转'],
    [false, '否', 'no', 'false', 'n', '0', '无', '×', '✗', '✕', '✘', '不补差', '不补', '不结转'],
  ]);

export const readBase = (cell: Cell): Read<'gross' | 'net'> =>
  readWord<'gross' | 'net'>(cell, 'base', [
    [
      'gross',
      '含税',
      'gross',
      '含税金额',
      '含税价',
      '价税合计',
      'tax included',
      'incl. VAT',
      'including VAT',
    ],
    [
      'net',
      '不含税',
      'net',
      '除税',
      '不含增值税',
      'ex VAT',
      'net of VAT',
      '未税',
      '不含税价',
      '不含税金额',
      'net of tax',
      'excluding tax',
      'excl. VAT',
      'excluding VAT',
    ],
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
 * "四舍五入 逐单", "truncate, on the total": the mode, the place, or both; what is not said stays
 * open.
 */
export function readRounding(
  cell: Cell,
): Read<{ readonly mode: 'half-up' | 'truncate' | null; readonly per: 'order' | 'total' | null }> {
  const typed = typedText(cell);
  let rest = foldKey(typed);
  const take = (words: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(words, '');
    return rest !== before;
  };
  const mode = take(/四舍五入|round(?:ed)?half-?up|half-?up/)
    ? 'half-up'
    : take(/截位|截断|舍去|去尾|truncated?|round(?:ed)?down(?!to)/)
      ? 'truncate'
      : take(/^round(?:ed)?$/)
        ? 'half-up'
        : null;
  const per = take(/逐单|每单|按单|perorder/)
    ? 'order'
    : take(/汇总|合计|总额|onthetotal|total/)
      ? 'total'
      : null;
  // To the fen is how it is anyway; to the yuan, upwards and the like would be another figure.
  take(/(?:精确|保留)?到分|保留(?:两|2)位(?:小数)?|tothe(?:fen|cent)|(?:to)?2decimals/);
  const isOpen = (mode === null && per === null) || !/^[,，、;；+()/]*$/.test(rest);
  return isOpen
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
  if (/^(可?叠加|累加|add|stack)$/i.test(typed)) return ok({ kind: 'add' });
  const topUp = /^(?:补足|补差至|top\s*-?up)\s*(?:[:：]\s*)?(\S.*)$/i.exec(typed);
  if (topUp !== null)
    return ok({
      kind: 'top-up',
      components: (topUp[1] ?? '')
        .split(LIST)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    });
  const match = /^(?:取高|择高|就高|highest|max|best of)\s*(?:[:：]\s*)?(\S.*)?$/i.exec(typed);
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
