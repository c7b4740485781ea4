import type { FunctionId } from '#facts/functions.ts';
import type { Language } from '#domain/language.ts';

/** A cell range of the example: the name it has in the formula, and its cells. */
export interface ExampleRange {
  readonly address: string;
  readonly cells: readonly (readonly (string | number)[])[];
}

export type ExampleArgument = string | number | null | ExampleRange;

export interface Example {
  readonly arguments: readonly ExampleArgument[];
  readonly unit: 'money' | 'rate' | 'number' | 'text';
}

export const isRange = (argument: ExampleArgument): argument is ExampleRange =>
  typeof argument === 'object' && argument !== null;

interface Names {
  readonly header: readonly string[];
  readonly base: string;
  readonly security: string;
  readonly all: string;
  readonly products: readonly [string, string];
}

const NAMES: Readonly<Record<Language, Names>> = {
  'zh-CN': {
    header: ['返点项', '适用类别', '定档口径', '门槛', '比例'],
    base: '基础',
    security: '安全',
    all: '全部',
    products: ['云服务器 ECS', 'WAF'],
  },
  'en-US': {
    header: ['Component', 'Categories', 'Counts', 'Threshold', 'Rate'],
    base: 'Base',
    security: 'Security',
    all: 'all',
    products: ['ECS', 'WAF'],
  },
};

export const POLICY_ADDRESS = 'A1:E7';

/** The policy that all examples stand on. */
export function examplePolicyRange(language: Language): ExampleRange {
  const { header, base, security, all } = NAMES[language];
  return {
    address: POLICY_ADDRESS,
    cells: [
      header,
      [base, base, all, 500000, 0.04],
      ['', '', '', 2000000, 0.06],
      ['', '', '', 5000000, 0.08],
      [security, security, all, 500000, 0.07],
      ['', '', '', 2000000, 0.1],
      ['', '', '', 5000000, 0.12],
    ],
  };
}

/** One example a function, in yuan. */
export function examples(language: Language): Readonly<Record<FunctionId, Example>> {
  const { base, security, products } = NAMES[language];
  const policy = examplePolicyRange(language);
  const column = (address: string, ...cells: (string | number)[]): ExampleRange => ({
    address,
    cells: cells.map((cell) => [cell]),
  });
  const deals = column('G2:G4', 400000, 300000, 200000);
  const chances = column('H2:H4', 0.6, 0.5, 0.7);
  return {
    REBATE_TIER: { arguments: [4400000, base, policy], unit: 'number' },
    REBATE_RATE: { arguments: [4400000, security, policy], unit: 'rate' },
    REBATE_AMOUNT: { arguments: [4400000, base, policy], unit: 'money' },
    REBATE_GAP: { arguments: [4400000, base, policy], unit: 'money' },
    REBATE_GAIN: { arguments: [4400000, base, policy], unit: 'money' },
    REBATE_CUSHION: { arguments: [4400000, base, policy], unit: 'money' },
    REBATE_EXPLAIN: { arguments: [4400000, base, policy], unit: 'text' },
    REBATE_TOTAL: {
      arguments: [column('G2:G3', base, security), column('H2:H3', 3000000, 2000000), policy],
      unit: 'money',
    },
    REBATE_EXPECTED: { arguments: [4400000, deals, chances, base, policy], unit: 'money' },
    REBATE_CHANCE: { arguments: [4400000, deals, chances, 3, base, policy], unit: 'rate' },
    REBATE_PULLIN: {
      arguments: [
        4400000,
        column('G2:G4', 400000, 350000, 600000),
        column('H2:H4', 20000, 24000, 35000),
        base,
        policy,
        null,
        3,
      ],
      unit: 'number',
    },
    REBATE_POOL: { arguments: [column('G2:G3', 3800000, 1500000), base, policy], unit: 'money' },
    REBATE_CATEGORY: { arguments: [column('G2:G3', ...products)], unit: 'text' },
    REBATE_PERIOD: {
      arguments: ['2025-02-15', language === 'zh-CN' ? '季' : 'quarter', 4],
      unit: 'text',
    },
    REBATE_MONEY: {
      arguments: [column('G2:G4', '￥58,000.00', '12.5万', '(5,000.00)')],
      unit: 'money',
    },
    REBATE_ORDERS: { arguments: [orderRange(language), policy], unit: 'money' },
    REBATE_SUMMARY: { arguments: [orderRange(language), policy], unit: 'text' },
  };
}

/** A ledger of three orders. */
function orderRange(language: Language): ExampleRange {
  const { base, security } = NAMES[language];
  const header =
    language === 'zh-CN'
      ? ['订单号', '支付日期', '产品类别', '实付金额']
      : ['Order ID', 'Payment date', 'Category', 'Amount paid'];
  return {
    address: 'G1:J4',
    cells: [
      header,
      ['SO-1', '2025-01-15', base, 400000],
      ['SO-2', '2025-02-20', security, 200000],
      ['SO-3', '2025-03-10', base, 1400000],
    ],
  };
}
