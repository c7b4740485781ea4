import type { Decimal } from '../money/decimal.ts';
import { isoDate, type LocalDate } from '../calendar/local-date.ts';
import { POLICY_COLUMNS, POLICY_HEADERS, type PolicyColumn } from './columns.ts';
import type { Component, Policy, Tier } from './policy.ts';
import { type Fen, yuanText } from '../money/fen.ts';
import type { Language } from '../language.ts';

/**
 * A policy as the table a person would type: texts under headers, one row a tier; a component's
 * clauses on its first row.
 */
export interface TypedPolicy {
  readonly columns: readonly PolicyColumn[];
  /** The table's own headers, with their units, where it came with some: 门槛(万). */
  readonly headers?: readonly string[];
  /** Without the header row. */
  readonly rows: readonly (readonly string[])[];
  /** Facts that come with it, header row first; absent: those of the workbook hold. */
  readonly facts?: readonly (readonly string[])[];
}

/** The header row: the draft's own, or ours in the language. */
export const headerRowOf = (
  { columns, headers }: TypedPolicy,
  language: Language,
): readonly string[] => headers ?? headersOf(columns, language);

export const headersOf = (
  columns: readonly PolicyColumn[],
  language: Language,
): readonly string[] =>
  columns.map((column) => POLICY_HEADERS[column][language === 'zh-CN' ? 'zh' : 'en']);

/**
 * The policy as typed; columns that no component uses are left out. Reading it back gives the same
 * policy.
 */
export function typedPolicy(policy: Policy, language: Language): TypedPolicy {
  const rows = policy.components.flatMap((component) =>
    component.tiers.map((tier, index) => rowOf(component, tier, index === 0, language)),
  );
  const columns = ORDER.filter(
    (column) =>
      ALWAYS.includes(column) ||
      rows.some((row) => row[column] !== undefined && row[column] !== ''),
  );
  return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? '')) };
}

/** What people change most comes first. */
const FIRST: readonly PolicyColumn[] = ['component', 'threshold', 'rate', 'bonus'];
const ORDER: readonly PolicyColumn[] = [
  ...FIRST,
  ...POLICY_COLUMNS.filter((column) => !FIRST.includes(column)),
];
const ALWAYS: readonly PolicyColumn[] = [
  'component',
  'categories',
  'counts',
  'threshold',
  'rate',
  'scheme',
  'edge',
];

type Row = { readonly [C in PolicyColumn]?: string };

function rowOf(component: Component, tier: Tier, isFirst: boolean, language: Language): Row {
  const own: Row = {
    component: component.name,
    threshold: thresholdText(tier),
    rate: `${tier.rate.times(100).toString()}%${tier.rateIsFloor ? '+' : ''}`,
    bonus: tier.bonus === 0 ? '' : plainYuan(tier.bonus),
  };
  return isFirst ? { ...clausesOf(component, WORDS[language]), ...own } : own;
}

type Vocabulary = (typeof WORDS)[Language];

function clausesOf(component: Component, words: Vocabulary): Row {
  const stated = <T>(field: Component['unstated'][number], text: T): T | '' =>
    component.unstated.includes(field) ? '' : text;
  return {
    policy: component.policy,
    categories:
      component.categories === 'all' ? words.all : Object.values(component.categories).join(', '),
    counts: stated('counts', countsText(component, words.all)),
    scheme: stated('scheme', words.scheme[component.scheme]),
    edge: stated('edge', words.edge[component.edge]),
    baseline: component.baselineFrom?.text ?? decimalYuan(component.baseline),
    accumulate: stated('accumulate', words.period[component.accumulate]),
    pay: words.period[component.pay],
    trueUp: component.trueUp ? words.yes : words.no,
    yearStart: component.yearStart === 1 ? '' : String(component.yearStart),
    from: dayText(component.from),
    to: dayText(component.to),
    cap: orNothing(component.cap),
    floor: orNothing(component.floor),
    stack: stackText(component.stack, words),
    gate: component.gate?.text ?? '',
    base: stated('base', words.base[component.base]),
    taxRate: component.base === 'gross' ? '' : `${component.taxRate.times(100).toString()}%`,
    rounding: stated(
      'rounding',
      `${words.rounding[component.rounding.mode]} ${words.rounding[component.rounding.per]}`,
    ),
    carry: component.carry ? words.yes : '',
    where: component.where?.text ?? '',
    countsWhere: component.countsWhere === 'all' ? words.all : (component.countsWhere?.text ?? ''),
    per: component.per?.header ?? '',
    refund: stated('refund', words.refund[component.refund]),
    clawback: component.clawback === null ? '' : `${component.clawback}${words.months}`,
    measure: measureText(component.measure, words),
    lag: lagText(component.lag, words),
    groupCap:
      component.groupCap === null
        ? ''
        : `${component.groupCap.group} ${plainYuan(component.groupCap.amount)}`,
    source: component.source,
    recordedOn: component.recordedOn,
  };
}

/** In the unit of the measure, as a factor of the baseline, or in yuan. */
function thresholdText({ threshold, level, levelIsPercent, ofBaseline }: Tier): string {
  const percent = (value: Decimal): string => `${value.times(100).toString()}%`;
  if (ofBaseline !== undefined) return percent(ofBaseline);
  if (level === undefined) return plainYuan(threshold);
  return levelIsPercent === true ? percent(level) : level.toString();
}

function stackText(stack: Component['stack'], words: Vocabulary): string {
  if (stack.kind === 'add') return '';
  return stack.kind === 'highest'
    ? `${words.highest} ${stack.group}`
    : `${words.topUp} ${stack.components.join('、')}`;
}

function measureText(measure: Component['measure'], words: Vocabulary): string {
  if (measure.kind === 'share') return `${words.share} ${measure.category}`;
  if (measure.kind === 'fact') return `${words.fact} ${measure.name}`;
  return measure.kind === 'sales' ? '' : words.measure[measure.kind];
}

function lagText(lag: Component['lag'], words: Vocabulary): string {
  if (lag.kind === 'current') return '';
  return lag.kind === 'last' ? words.last(lag.windows) : words.previous;
}

/** 安全×1.5; 全部×w stands for the categories that are not named. */
function countsText({ counts }: Component, all: string): string {
  const named = Object.entries(counts.weights).map(([name, weight]) =>
    weight.equals(1) ? name : `${name}×${weight.toString()}`,
  );
  const others = counts.others.isZero()
    ? []
    : [counts.others.equals(1) ? all : `${all}×${counts.others.toString()}`];
  return [...others, ...named].join(', ');
}

const plainYuan = (amount: Fen): string => yuanText(amount).replace(/\.00$/, '');
const orNothing = (amount: Fen | null): string => (amount === null ? '' : plainYuan(amount));
const decimalYuan = (amount: Decimal | null): string =>
  amount === null ? '' : amount.div(100).toString();
const dayText = (day: LocalDate | null): string => (day === null ? '' : isoDate(day));

/** The words of the table's closed lists, as the reader knows them. */
const WORDS = {
  'zh-CN': {
    all: '全部',
    yes: '是',
    no: '否',
    highest: '取高',
    topUp: '补足',
    share: '占比',
    fact: '指标',
    previous: '上期',
    last: (windows: number) => `近${windows}期`,
    months: '月',
    measure: { orders: '订单数', customers: '客户数', 'new-customers': '新客数' },
    refund: {
      'on-its-day': '按退款日',
      'original-rate': '按原单比例',
      restate: '按原期重算',
    },
    scheme: {
      whole: '全额',
      marginal: '超额',
      increment: '增量',
      rolling: '滚动',
      'per-full': '每满',
    },
    edge: { at: '达到', above: '超过' },
    base: { gross: '含税', net: '不含税' },
    period: { order: '单', month: '月', quarter: '季', half: '半年', year: '年' },
    rounding: { 'half-up': '四舍五入', truncate: '截位', order: '逐单', total: '汇总' },
  },
  'en-US': {
    all: 'all',
    yes: 'yes',
    no: 'no',
    highest: 'highest',
    topUp: 'top up',
    share: 'share',
    fact: 'fact',
    previous: 'previous',
    last: (windows: number) => `last ${windows}`,
    months: 'm',
    measure: { orders: 'orders', customers: 'customers', 'new-customers': 'new customers' },
    refund: {
      'on-its-day': 'on its day',
      'original-rate': 'original rate',
      restate: 'restate',
    },
    scheme: {
      whole: 'whole',
      marginal: 'marginal',
      increment: 'increment',
      rolling: 'rolling',
      'per-full': 'per full',
    },
    edge: { at: 'at', above: 'above' },
    base: { gross: 'gross', net: 'net' },
    period: { order: 'order', month: 'month', quarter: 'quarter', half: 'half', year: 'year' },
    rounding: {
      'half-up': 'half-up',
      truncate: 'truncate',
      order: 'per order',
      total: 'on the total',
    },
  },
} as const;
