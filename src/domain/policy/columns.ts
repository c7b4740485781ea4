import { foldKey } from '../reading/fold-text.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import { COLUMN_WORDS, YIELDING_WORDS } from './column-words.ts';
import { readNotes, splitHeader } from './header-notes.ts';

/** Columns of the policy table, found by header in either language and in any order. */
export const POLICY_COLUMNS = [
  'policy',
  'component',
  'categories',
  'counts',
  'threshold',
  'rate',
  'bonus',
  'scheme',
  'edge',
  'baseline',
  'accumulate',
  'pay',
  'trueUp',
  'yearStart',
  'from',
  'to',
  'cap',
  'floor',
  'stack',
  'gate',
  'base',
  'taxRate',
  'rounding',
  'carry',
  'where',
  'countsWhere',
  'per',
  'refund',
  'clawback',
  'measure',
  'lag',
  'groupCap',
  'source',
  'recordedOn',
] as const;
export type PolicyColumn = (typeof POLICY_COLUMNS)[number];

/** The header each column is written with. */
export const POLICY_HEADERS: Readonly<
  Record<PolicyColumn, { readonly zh: string; readonly en: string }>
> = {
  policy: { zh: '政策', en: 'Policy' },
  component: { zh: '返点项', en: 'Component' },
  categories: { zh: '适用类别', en: 'Categories' },
  counts: { zh: '定档口径', en: 'Counts' },
  threshold: { zh: '门槛', en: 'Threshold' },
  rate: { zh: '比例', en: 'Rate' },
  bonus: { zh: '奖励', en: 'Bonus' },
  scheme: { zh: '计算方式', en: 'Scheme' },
  edge: { zh: '达线归属', en: 'Edge' },
  baseline: { zh: '基数', en: 'Baseline' },
  accumulate: { zh: '累计周期', en: 'Accumulate' },
  pay: { zh: '结算周期', en: 'Pay' },
  trueUp: { zh: '补差', en: 'TrueUp' },
  yearStart: { zh: '年度起始月', en: 'YearStart' },
  from: { zh: '生效', en: 'From' },
  to: { zh: '失效', en: 'To' },
  cap: { zh: '封顶', en: 'Cap' },
  floor: { zh: '保底', en: 'Floor' },
  stack: { zh: '叠加', en: 'Stack' },
  gate: { zh: '前提', en: 'Gate' },
  base: { zh: '计佣口径', en: 'Base' },
  taxRate: { zh: '税率', en: 'TaxRate' },
  rounding: { zh: '舍入', en: 'Rounding' },
  carry: { zh: '结转', en: 'Carry' },
  where: { zh: '条件', en: 'Where' },
  countsWhere: { zh: '定档条件', en: 'CountsWhere' },
  per: { zh: '累计对象', en: 'Per' },
  refund: { zh: '退款口径', en: 'Refund' },
  clawback: { zh: '追回期', en: 'Clawback' },
  measure: { zh: '定档指标', en: 'Measure' },
  lag: { zh: '回看', en: 'Lag' },
  groupCap: { zh: '总封顶', en: 'GroupCap' },
  source: { zh: '依据', en: 'Source' },
  recordedOn: { zh: '登记日期', en: 'RecordedOn' },
};

export interface HeaderMeaning {
  readonly column: PolicyColumn;
  /** What a bare number counts: 万 under 门槛(万元). */
  readonly unit: AmountUnit;
  /** 比例(%): a bare 6 is 6 %. */
  readonly percent: boolean;
  /** Gives way to another header of the same column. */
  readonly yields: boolean;
  /** Words of the header's note that nobody understands: 台 of 门槛(台). */
  readonly unread: readonly string[];
  /** A currency other than the yuan. */
  readonly currency: string | null;
}

/** What a header cell stands for, with the unit it states; `undefined` for other headers. */
export function policyColumnOf(header: string): HeaderMeaning | undefined {
  for (const { words, notes, apart } of splitHeader(header)) {
    const known = COLUMN_BY_HEADER.get(fold(words));
    if (known === undefined) continue;
    // 门槛 Threshold is one header in both languages.
    const others = notes.filter(
      (note) => COLUMN_BY_HEADER.get(fold(note))?.column !== known.column,
    );
    // "Per unit" is no 累计对象: only what counts something has a unit beside it.
    if (apart === true && others.length > 0 && !COUNTING.has(known.column)) continue;
    return { ...known, ...readNotes(others) };
  }
  return undefined;
}

const COUNTING: ReadonlySet<PolicyColumn> = new Set([
  ...(['threshold', 'rate', 'bonus', 'baseline', 'cap', 'floor', 'groupCap'] as const),
  ...(['taxRate', 'clawback'] as const),
]);

const fold = (text: string): string => foldKey(text).replace(/_/g, '');

type Known = Pick<HeaderMeaning, 'column' | 'yields'>;
const entries = (
  words: { readonly [C in PolicyColumn]?: readonly string[] },
  yields: boolean,
): readonly (readonly [string, Known])[] =>
  POLICY_COLUMNS.flatMap((column) =>
    (words[column] ?? []).map((header) => [fold(header), { column, yields }] as const),
  );

const COLUMN_BY_HEADER = new Map<string, Known>([
  ...POLICY_COLUMNS.flatMap((column) => {
    const known = { column, yields: false };
    const { zh, en } = POLICY_HEADERS[column];
    return [[fold(zh), known] as const, [fold(en), known] as const];
  }),
  ...entries(COLUMN_WORDS, false),
  ...entries(YIELDING_WORDS, true),
]);
