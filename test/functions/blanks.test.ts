import { callerOf } from '#hosts/template-file.ts';
import { templatePages } from '#pages/template/template-pages.ts';
import { setWorkbookDate1904 } from '#functions/workbook-dates.ts';
import { type ExcelError, POLICY, SIMPLE, excel, speak } from './excel.ts';

/**
 * Desktop Excel hands empty cells over as 0. What can be told apart is told apart; what cannot is
 * an error, never a figure.
 */
let call: Awaited<ReturnType<typeof excel>>['call'];
beforeAll(async () => {
  ({ call } = await excel());
});
beforeEach(() => speak('zh-CN'));
afterEach(() => void setWorkbookDate1904(false));

type Cells = readonly (readonly unknown[])[];
const withZeros = (cells: Cells): Cells =>
  cells.map((row) => row.map((cell) => (cell === '' || cell === null ? 0 : cell)));
const padded = (cells: Cells, rows: number): Cells => [
  ...cells,
  ...Array.from({ length: rows }, () => (cells[0] ?? []).map(() => '')),
];

const CAPPED = [
  [
    '返点项',
    '门槛',
    '比例',
    '奖励',
    '计算方式',
    '达线归属',
    '基数',
    '封顶',
    '保底',
    '税率',
    '年度起始月',
    '生效',
    '补差',
    '前提',
    '备注',
  ],
  ['云', 1000000, 0.06, '', '全额', '', '', '', '', '', '', '', '', '', ''],
  ['', 5000000, 0.08, '', '', '', '', '', '', '', '', '', '', '', '看合同'],
];

const ASKED = [
  ['REBATE_AMOUNT', [[5000000], [900000]]],
  ['REBATE_RATE', 1000000],
  ['REBATE_GAP', [[4999999.99]]],
  ['REBATE_GAIN', 4000000],
  ['REBATE_CUSHION', 5000001],
] as const;

describe('a policy with empty cells gives the same results when they arrive as 0', () => {
  const template = (language: 'zh-CN' | 'en-US'): Cells => {
    const page = templatePages(language, callerOf(language))[2];
    return (page?.rows ?? []).slice(3).map((row) => row.cells.map((cell) => cell?.value ?? ''));
  };
  const policies: Record<string, [Cells, string]> = {
    'the worked example': [POLICY, '安全'],
    'one component': [SIMPLE, ''],
    'every column, few cells': [CAPPED, '云'],
    'rows left over below': [padded(CAPPED, 40), '云'],
    'the template': [template('zh-CN'), '安全'],
    'the template in English': [template('en-US'), 'Security'],
  };
  it.each(
    Object.entries(policies).flatMap(([name, [policy, item]]) =>
      ASKED.map(([id, sales]) => [name, id, sales, policy, item] as const),
    ),
  )('%s: %s', (_name, id, sales, policy, item) => {
    const asTyped = call(id, sales, item === '' ? null : item, policy);
    expect(JSON.stringify(asTyped)).toMatch(/^[[\d.,\]]+$/);
    expect(call(id, sales, item === '' ? 0 : item, withZeros(policy), 0)).toEqual(asTyped);
  });

  it('an empty cap does not cap, whichever way it arrives', () => {
    for (const cells of [CAPPED, withZeros(CAPPED)])
      expect(call('REBATE_AMOUNT', 5000000, null, cells)).toBe(400000);
  });
});

describe('rows of nothing but zeros are empty rows', () => {
  it.each([
    ['REBATE_TIER', [[[5000000], [0]], [['基础'], [0]], POLICY], [[3], ['']]],
    ['REBATE_GAP', [[[4000000], [0]], [['基础'], [0]], POLICY, [[0], [0]]], [[1000000], ['']]],
    ['REBATE_TOTAL', [[['基础'], [0]], [[5000000], [0]], POLICY], 400000],
    ['REBATE_CHANCE', [4800000, [[200000], [0]], [[0.5], [0]], 3, null, SIMPLE], 0.5],
    ['REBATE_PULLIN', [4400000, [[600000], [0]], [[1000], [0]], 0, SIMPLE, 0, 0], [[1], ['']]],
    ['REBATE_PERIOD', [[[45700], [0]], 0, 0], [['2025Q1 (2025-01~2025-03)'], ['']]],
    [
      'REBATE_CATEGORY',
      [
        [['ECS'], [0]],
        [
          ['产品', '类别'],
          [0, 0],
          ['ECS', '基础'],
        ],
      ],
      [['基础'], ['']],
    ],
  ] as const)('%s', (id, args, expected) => expect(call(id, ...args)).toEqual(expected));

  it('sales of 0 beside a named item are sales of 0', () => {
    expect(call('REBATE_GAP', [[0], [1]], [['基础'], ['基础']], POLICY)).toEqual([
      [500000],
      [499999],
    ]);
    expect(call('REBATE_TIER', [[0], [500000]], null, SIMPLE)).toEqual([[0], [1]]);
  });
});

describe('a 0 that may be an empty cell is an error where it would change the figure', () => {
  const open = expect.objectContaining({
    code: '#VALUE!',
    message: expect.stringContaining('分不清') as string,
  }) as unknown;

  it('in the sales that set the tier', () => {
    expect(call('REBATE_AMOUNT', 1000000, null, SIMPLE, null, 0)).toEqual(open);
    expect(call('REBATE_AMOUNT', [[1000000], [1000]], null, SIMPLE, null, [[0], [0]])).toEqual([
      [open],
      [0],
    ]);
    expect(call('REBATE_AMOUNT', 1000000, null, SIMPLE, null, '0元')).toBe(0);
    expect(call('REBATE_AMOUNT', 1000000, null, SIMPLE, null, '')).toBe(40000);
    expect(call('REBATE_EXPLAIN', 1000000, null, SIMPLE, null, 0)).toEqual(open);
  });

  it('among probabilities with empty cells', () => {
    const deals = [[400000], [200000], ['']];
    expect(call('REBATE_EXPECTED', 4800000, deals, [[0.5], [0], ['']], null, SIMPLE)).toMatchObject(
      {
        message: expect.stringContaining('第 2 行') as string,
      },
    );
    expect(call('REBATE_CHANCE', 4800000, [[200000], [1]], [[0.5], [0]], 3, null, SIMPLE)).toBe(
      0.5,
    );
    expect(call('REBATE_CHANCE', 4800000, deals, [[0.5], ['0%'], ['']], 3, null, SIMPLE)).toBe(0.5);
  });

  it('as the tax rate of amounts net of tax', () => {
    const net = [
      ['门槛', '比例', '计佣口径', '税率'],
      [0, 0.1, '不含税', 0],
    ];
    expect(call('REBATE_AMOUNT', 106, null, net)).toEqual(open);
    const stated = [net[0] as unknown[], [0, 0.1, '不含税', '0%']];
    expect(call('REBATE_AMOUNT', 106, null, stated)).toBe(10.6);
    const below = [...net, [1000, 0.2, 0, 0]].map((row, at) =>
      at === 1 ? [0, 0.1, '不含税', 0.06] : row,
    );
    expect(call('REBATE_AMOUNT', 106, null, below)).toBe(10);
  });
});

describe('a claw-back period of 0', () => {
  const HEADER = [
    ...['返点项', '门槛', '比例', '计算方式', '达线归属', '累计周期', '退款口径'],
    ...['追回期', '生效', '失效'],
  ];
  const policy = (first: unknown, next: unknown): Cells => [
    HEADER,
    ['激励', 0, 0.1, '全额', '达到', '年', '按原单比例', first, '2025-01-01', '2025-06-30'],
    ['激励', 0, 0.04, '全额', '达到', '年', '按退款日', next, '2025-07-01', '无'],
  ];
  const LEDGER = [
    ['订单号', '原订单号', '签约日期', '实付金额'],
    ['A1', '', '2025-06-10', 100000],
    ['R1', 'A1', '2025-07-10', -40000],
  ];
  const total = (cells: Cells): unknown =>
    (call('REBATE_ORDERS', LEDGER, cells, '2025-12-31') as readonly (readonly unknown[])[])
      .slice(1)
      .reduce((sum, [share]) => sum + Number(share), 0);

  it('takes nothing back where an empty cell arrives as one, and an empty one goes on', () => {
    expect(total(policy(0, ''))).toBe(10000);
    expect(total(policy('', ''))).toBe(6000);
    expect(total(policy('0月', ''))).toBe(10000);
  });

  it('is an error where it may be an empty cell and the next version goes on', () => {
    const refusal = expect.objectContaining({
      message: expect.stringContaining('0月') as string,
    }) as unknown;
    expect(call('REBATE_ORDERS', LEDGER, policy(0, 0), '2025-12-31')).toEqual(refusal);
    const alone = policy(0, 0).slice(0, 2);
    expect(total(alone)).toBe(10000);
    const onTheDay = policy(0, 0).map((row) => row.map((c) => (c === '按原单比例' ? 0 : c)));
    expect(total(onTheDay)).toBe(10000);
  });
});

it('a 0 beside a 1 is a no, or an error where it may be an empty cell', () => {
  const policy = (...trueUp: readonly unknown[]): Cells => [
    ['返点项', '适用类别', '门槛', '比例', '补差'],
    ['基础', '基础', 0, 0.1, trueUp[0]],
    ['安全', '安全', 0, 0.1, trueUp[1]],
    ['网络', '网络', 0, 0.1, trueUp[2]],
  ];
  expect(call('REBATE_AMOUNT', 100, '基础', policy(1, 0, ''))).toBe(10);
  expect(call('REBATE_AMOUNT', 100, '基础', policy(0, 0, 0))).toBe(10);
  expect(call('REBATE_AMOUNT', 100, '基础', policy(1, 0, 0))).toMatchObject({
    message: expect.stringContaining('写成文本 否') as string,
  });
});

describe('an error value in any cell is an error in its own place, by its own name', () => {
  const na = { code: '#N/A', toString: () => 'CustomFunctions.Error' };
  const div = { basicValue: '#DIV/0!', toString: () => 'CustomFunctions.Error' };
  const named = (name: string): unknown =>
    expect.objectContaining({ code: '#VALUE!', message: expect.stringContaining(name) as string });

  it.each([
    ['item', [[[1], [2], ['']], [['基础'], [na], [div]], POLICY]],
    ['date', [[[1], [2], ['']], '基础', POLICY, [['2025-01-01'], [na], [div]]]],
    ['tier_sales', [[[1], [2], ['']], '基础', POLICY, null, [[1], [na], [div]]]],
  ])('%s', (_name, args) =>
    expect(call('REBATE_AMOUNT', ...args)).toEqual([[0], [named('#N/A')], [named('#DIV/0!')]]),
  );

  it.each([
    ['REBATE_AMOUNT', 'a policy', [1, '基础', [...POLICY, ['', '', na, '', '']]]],
    ['REBATE_TOTAL', 'items', [[['基础'], [na]], [[1], ['']], POLICY]],
    ['REBATE_CHANCE', 'a probability', [0, [[1]], [[na]], 1, null, SIMPLE]],
    ['REBATE_CHANCE', 'a tier', [0, [[1]], [[0.5]], na, null, SIMPLE]],
    ['REBATE_CHANCE', 'an item', [0, [[1]], [[0.5]], 1, [[na]], SIMPLE]],
    ['REBATE_PERIOD', 'a period', [45700, na]],
    ['REBATE_PERIOD', 'a month', [45700, null, na]],
    [
      'REBATE_CATEGORY',
      'a catalog',
      [
        'ECS',
        [
          ['产品', '类别'],
          ['ECS', na],
        ],
      ],
    ],
  ] as const)('%s: %s', (id, _name, args) => {
    const result = call(id, ...args);
    expect(result).toEqual(named('#N/A'));
    expect(String((result as ExcelError).message)).not.toContain('CustomFunctions');
  });

  it('leaves the other periods and products alone', () => {
    expect(call('REBATE_PERIOD', [[45700], [na]])).toEqual([
      ['2025Q1 (2025-01~2025-03)'],
      [named('#N/A')],
    ]);
    expect(call('REBATE_CATEGORY', [['ECS'], [na]])).toEqual([['基础'], [named('#N/A')]]);
  });
});

describe('whole columns', () => {
  const column = (blank: unknown, ...cells: unknown[]): unknown[][] =>
    Array.from({ length: 1_048_576 }, (_, row) => [row < cells.length ? cells[row] : blank]);

  it.each([
    ['""', ''],
    ['null', null],
    ['0', 0],
  ])('are computed as far as they are used (blanks as %s)', (_name, blank) => {
    const result = call(
      'REBATE_AMOUNT',
      column(blank, 5000000, 500000),
      column(blank, '基础', '安全'),
      POLICY,
    );
    expect(result).toEqual([[400000], [35000]]);
    const policy = SIMPLE.map(([threshold, rate]) => [threshold, rate]);
    const tall = Array.from({ length: 1_048_576 }, (_, row) => policy[row] ?? [blank, blank]);
    expect(call('REBATE_RATE', 2000000, null, tall)).toBe(0.06);
  });
});

describe('a workbook that counts its days from 1904', () => {
  it('has the same periods and versions', () => {
    const policy = [
      ['门槛', '比例', '生效', '失效'],
      [0, 0.05, '', 45657 - 1462],
      [0, 0.06, 45658 - 1462, ''],
    ].map((row, at) => (at === 0 ? ['返点项', ...row] : ['云', ...row]));
    setWorkbookDate1904(true);
    expect(call('REBATE_PERIOD', 45700 - 1462)).toBe('2025Q1 (2025-01~2025-03)');
    expect(call('REBATE_AMOUNT', 100, null, policy, 45657 - 1462)).toBe(5);
    expect(call('REBATE_AMOUNT', 100, null, policy, '2025-01-01')).toBe(6);
  });
});
