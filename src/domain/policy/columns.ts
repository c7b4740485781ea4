import { foldKey } from '../reading/fold-text.ts';
import { moneyNote } from '../reading/headers.ts';
import type { AmountUnit } from '../reading/number-text.ts';

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

const ALSO: readonly (readonly [string, PolicyColumn])[] = [
  ['政策名称', 'policy'],
  ['版本', 'policy'],
  ['返点项目', 'component'],
  ['项目', 'component'],
  ['类别', 'categories'],
  ['适用产品', 'categories'],
  ['category', 'categories'],
  ['档位', 'threshold'],
  ['档位门槛', 'threshold'],
  ['起点', 'threshold'],
  ['from amount', 'threshold'],
  ['返点比例', 'rate'],
  ['返点', 'rate'],
  ['费率', 'rate'],
  ['奖金', 'bonus'],
  ['固定奖励', 'bonus'],
  ['达到或超过', 'edge'],
  ['基线', 'baseline'],
  ['true-up', 'trueUp'],
  ['year start', 'yearStart'],
  ['生效日期', 'from'],
  ['开始日期', 'from'],
  ['失效日期', 'to'],
  ['截止日期', 'to'],
  ['上限', 'cap'],
  ['下限', 'floor'],
  ['tax rate', 'taxRate'],
  ['门槛金额', 'threshold'],
  ['业绩门槛', 'threshold'],
  ['销售额门槛', 'threshold'],
  ['档位金额', 'threshold'],
  ['达标金额', 'threshold'],
  ['佣金比例', 'rate'],
  ['返佣比例', 'rate'],
  ['返利比例', 'rate'],
  ['激励比例', 'rate'],
  ['rebate rate', 'rate'],
  ['commission rate', 'rate'],
  ['奖励金额', 'bonus'],
  ['适用条件', 'where'],
  ['返点条件', 'where'],
  ['condition', 'where'],
  ['conditions', 'where'],
  ['counts where', 'countsWhere'],
  ['退款处理', 'refund'],
  ['退款', 'refund'],
  ['追回期限', 'clawback'],
  ['claw-back', 'clawback'],
  ['claw back', 'clawback'],
  ['group cap', 'groupCap'],
  ['joint cap', 'groupCap'],
  ['合计封顶', 'groupCap'],
  ['来源', 'source'],
  ['recorded on', 'recordedOn'],
];

export interface HeaderMeaning {
  readonly column: PolicyColumn;
  /** What a bare number counts: 万 under 门槛(万元). */
  readonly unit: AmountUnit;
  /** 比例(%): a bare 6 is 6 %. */
  readonly percent: boolean;
}

/** What a header cell stands for, with the unit it states; `undefined` for other headers. */
export function policyColumnOf(header: string): HeaderMeaning | undefined {
  const text = fold(header);
  const [, tail = ''] = /(万元|千元|元|万|wan)$/.exec(text) ?? [];
  const inside = /[(\[【]([^)\]】]*)/.exec(text)?.[1] ?? tail;
  const bare = text
    .replace(/%$/, '')
    .replace(/[(\[【][^)\]】]*[)\]】]?/g, '')
    .replace(/(万元|千元|元|万|wan)$/, '');
  const column = COLUMN_BY_HEADER.get(bare) ?? COLUMN_BY_HEADER.get(text);
  return column === undefined
    ? undefined
    : {
        column,
        unit: moneyNote(inside)?.unit ?? 'yuan',
        percent: /^(?:%|百分比|percent)$/.test(inside) || /%$/.test(text),
      };
}

const fold = (text: string): string => foldKey(text).replace(/_/g, '');

const COLUMN_BY_HEADER = new Map<string, PolicyColumn>([
  ...POLICY_COLUMNS.flatMap(
    (column) =>
      [
        [fold(POLICY_HEADERS[column].zh), column],
        [fold(POLICY_HEADERS[column].en), column],
      ] as const,
  ),
  ...ALSO.map(([header, column]) => [fold(header), column] as const),
]);
