import type { Cell } from '../sheet.ts';

/** Kinds of programmes that the pane and the template offer as a start. */
export const EXAMPLE_KINDS = [
  'quarter-targets',
  'new-customers',
  'customer-cap',
  'growth',
  'renewal-gate',
  'year-top-up',
] as const;

export type ExampleKind = (typeof EXAMPLE_KINDS)[number];

/** A complete policy table of a few rows to change, header row first; facts where it needs some. */
interface ExampleOfKind {
  readonly policy: readonly (readonly Cell[])[];
  readonly facts: readonly (readonly Cell[])[] | null;
}

/**
 * Examples by kind in both languages. The rates are invented: no vendor's terms, and every screen
 * that shows one says so until its owner has changed it.
 */
export const EXAMPLES_BY_KIND: Readonly<
  Record<ExampleKind, { readonly zh: ExampleOfKind; readonly en: ExampleOfKind }>
> = {
  'quarter-targets': {
    zh: {
      policy: [
        [
          '返点项',
          '门槛(万元)',
          '比例',
          '计算方式',
          '达线归属',
          '累计周期',
          '结算周期',
          '退款口径',
        ],
        ['季度返点', 50, '3%', '全额', '达到', '季', '季', '按退款日'],
        [null, 100, '5%', null, null, null, null, null],
        [null, 200, '7%', null, null, null, null, null],
      ],
      facts: null,
    },
    en: {
      policy: [
        ['Component', 'Threshold', 'Rate', 'Scheme', 'Edge', 'Accumulate', 'Pay', 'Refund'],
        ['Quarter rebate', 500000, '3%', 'whole', 'at', 'quarter', 'quarter', 'on its day'],
        [null, 1000000, '5%', null, null, null, null, null],
        [null, 2000000, '7%', null, null, null, null, null],
      ],
      facts: null,
    },
  },
  'new-customers': {
    zh: {
      policy: [
        [
          '返点项',
          '条件',
          '定档条件',
          '门槛',
          '比例',
          '计算方式',
          '达线归属',
          '累计周期',
          '结算周期',
        ],
        ['基础', null, null, 0, '3%', '全额', '达到', '季', '季'],
        ['新客奖励', '新客(12月)', '新客(12月)', 0, '5%', '全额', '达到', '季', '季'],
      ],
      facts: null,
    },
    en: {
      policy: [
        [
          'Component',
          'Where',
          'CountsWhere',
          'Threshold',
          'Rate',
          'Scheme',
          'Edge',
          'Accumulate',
          'Pay',
        ],
        ['Base', null, null, 0, '3%', 'whole', 'at', 'quarter', 'quarter'],
        [
          'New customers',
          'new customer(12m)',
          'new customer(12m)',
          0,
          '5%',
          'whole',
          'at',
          'quarter',
          'quarter',
        ],
      ],
      facts: null,
    },
  },
  'customer-cap': {
    zh: {
      policy: [
        [
          '返点项',
          '门槛',
          '比例',
          '计算方式',
          '达线归属',
          '累计对象',
          '累计周期',
          '结算周期',
          '封顶',
        ],
        ['每户返点', 0, '15%', '全额', '达到', '客户', '年', '月', 30000],
      ],
      facts: null,
    },
    en: {
      policy: [
        ['Component', 'Threshold', 'Rate', 'Scheme', 'Edge', 'Per', 'Accumulate', 'Pay', 'Cap'],
        ['Per customer', 0, '15%', 'whole', 'at', 'customer', 'year', 'month', 30000],
      ],
      facts: null,
    },
  },
  growth: {
    zh: {
      policy: [
        ['返点项', '门槛', '比例', '计算方式', '达线归属', '基数', '累计周期', '结算周期'],
        ['基础', 0, '3%', '全额', '达到', null, '季', '季'],
        ['增长奖励', '110%', '5%', '增量', '达到', '去年同期', '季', '季'],
      ],
      facts: null,
    },
    en: {
      policy: [
        ['Component', 'Threshold', 'Rate', 'Scheme', 'Edge', 'Baseline', 'Accumulate', 'Pay'],
        ['Base', 0, '3%', 'whole', 'at', null, 'quarter', 'quarter'],
        ['Growth', '110%', '5%', 'increment', 'at', 'last year', 'quarter', 'quarter'],
      ],
      facts: null,
    },
  },
  'renewal-gate': {
    zh: {
      policy: [
        ['返点项', '门槛', '比例', '计算方式', '达线归属', '累计周期', '结算周期', '前提', '叠加'],
        ['季度佣金足额', 0, '10%', '全额', '达到', '季', '季', '续费率>=90%', '取高 佣金'],
        ['季度佣金打折', 0, '5%', '全额', '达到', '季', '季', '续费率>=80%', '取高 佣金'],
      ],
      facts: [
        ['指标', '期间', '值'],
        ['续费率', '2025Q1', '92%'],
        ['续费率', '2025Q2', '85%'],
      ],
    },
    en: {
      policy: [
        ['Component', 'Threshold', 'Rate', 'Scheme', 'Edge', 'Accumulate', 'Pay', 'Gate', 'Stack'],
        [
          'Full commission',
          0,
          '10%',
          'whole',
          'at',
          'quarter',
          'quarter',
          'Renewal rate>=90%',
          'highest Commission',
        ],
        [
          'Reduced commission',
          0,
          '5%',
          'whole',
          'at',
          'quarter',
          'quarter',
          'Renewal rate>=80%',
          'highest Commission',
        ],
      ],
      facts: [
        ['Name', 'Period', 'Value'],
        ['Renewal rate', '2025Q1', '92%'],
        ['Renewal rate', '2025Q2', '85%'],
      ],
    },
  },
  'year-top-up': {
    zh: {
      policy: [
        ['返点项', '门槛(万元)', '比例', '计算方式', '达线归属', '累计周期', '结算周期', '叠加'],
        ['季度', 100, '2%', '全额', '达到', '季', '季', '叠加'],
        ['年度', 400, '2%', '全额', '达到', '年', '年', '补足 季度'],
      ],
      facts: null,
    },
    en: {
      policy: [
        ['Component', 'Threshold', 'Rate', 'Scheme', 'Edge', 'Accumulate', 'Pay', 'Stack'],
        ['Quarter', 1000000, '2%', 'whole', 'at', 'quarter', 'quarter', 'add'],
        ['Year', 4000000, '2%', 'whole', 'at', 'year', 'year', 'top up Quarter'],
      ],
      facts: null,
    },
  },
};

type Table = readonly (readonly Cell[])[];

/**
 * Whether a policy's table is one of ours as it was offered: its rates are invented, and everything
 * that rests on them says so until one of its cells is another.
 */
export function isUnchangedExample(table: Table): boolean {
  const text = textOf(table);
  return EXAMPLE_KINDS.some((kind) =>
    Object.values(EXAMPLES_BY_KIND[kind]).some(({ policy }) => textOf(policy) === text),
  );
}

/** Cells as they read, empty cells at the end of a row and empty rows left out. */
const textOf = (table: Table): string =>
  table
    .map((row) => row.map((cell) => (cell === null ? '' : String(cell).trim())).join('\t'))
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
