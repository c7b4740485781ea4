import { analyze } from '#application/analyze/analyze.ts';
import { readSheets } from '#application/read/read-sheets.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { workbookPolicy } from '#application/read/workbook-policy.ts';
import { type Cell, cellAt, type Sheet } from '#domain/sheet.ts';
import { type BuiltFunctions, buildFunctions } from '../../functions/built-functions.ts';
import { opened } from '../../workbook/fixture.ts';
import { recalculated } from '../../workbook/libreoffice.ts';
import { type Variant, variantBook } from './template-variant.ts';

const SEE = '见加载项';
const tiers = (
  component: string,
  rows: readonly (readonly [threshold: string | number, rate: string | number])[],
  more: Record<string, string | number | null> = {},
) =>
  rows.map(([门槛, 比例], index) => ({
    返点项: component,
    适用类别: component,
    定档口径: '基础、安全',
    门槛,
    比例,
    ...(index === 0 ? more : blanks(more)),
  }));
/** Clauses stated once, on the component's first row: blanks below take the value above. */
const blanks = (more: Record<string, string | number | null>) =>
  Object.fromEntries(
    ['适用类别', '定档口径', '计算方式', '达线归属', '累计周期', '计佣口径', '舍入', '补差']
      .concat(Object.keys(more))
      .filter((name) => name !== '奖励')
      .map((name) => [name, null]),
  );
const THREE = [
  [500_000, 0.04],
  [2_000_000, 0.06],
  [5_000_000, 0.08],
] as const;
const both = (more: Record<string, string | number | null> = {}, rows = THREE) => [
  ...tiers('基础', rows as never, more),
  ...tiers('安全', rows as never, more),
];

/** Policies; `plain` says whether plain formulas are expected to follow them. */
const SHAPES: Readonly<Record<string, { policy: NonNullable<Variant['policy']>; plain: boolean }>> =
  {
    whole: { policy: both({ 计算方式: '全额' }), plain: true },
    marginal: { policy: both({ 计算方式: '超额' }), plain: true },
    'marginal of its own sales': {
      policy: [
        ...tiers('基础', THREE as never, { 计算方式: '超额', 定档口径: '基础' }),
        ...tiers(
          '安全',
          [
            [100_000, 0.05],
            [300_000, 0.09],
          ],
          { 计算方式: '超额', 定档口径: '安全' },
        ),
      ],
      plain: true,
    },
    'above, on the line': {
      policy: both({ 达线归属: '超过' }, [
        [500_000, 0.04],
        [1_878_152.5, 0.06],
        [5_000_000, 0.08],
      ] as never),
      plain: true,
    },
    'at, on the line': {
      policy: both({ 达线归属: '达到' }, [
        [500_000, 0.04],
        [1_878_152.5, 0.06],
        [5_000_000, 0.08],
      ] as never),
      plain: true,
    },
    'thresholds as text': {
      policy: both({}, [
        ['50万', '4%'],
        ['≥200万', '6％'],
        ['500 万元', '12%+'],
      ] as never),
      plain: true,
    },
    'named unlike its category': {
      policy: [
        ...tiers('云资源返点', THREE as never, { 适用类别: '基础' }),
        ...tiers('安全激励', THREE as never, { 适用类别: '安全' }),
      ],
      plain: true,
    },
    'one for all': {
      policy: tiers('返点', THREE as never, { 适用类别: '全部', 定档口径: '全部' }),
      plain: true,
    },
    quarterly: {
      policy: both({ 累计周期: '季' }, [
        [200_000, 0.03],
        [400_000, 0.05],
      ] as never),
      plain: true,
    },
    'net of tax': { policy: both({ 计佣口径: '不含税', 税率: 0.06 }), plain: true },
    bonus: {
      policy: [
        ...tiers('基础', THREE as never, { 奖励: 5_000 }),
        ...tiers('安全', THREE as never, { 奖励: 0 }),
      ],
      plain: true,
    },
    'bonus of marginal tiers': {
      policy: [
        ...tiers('基础', THREE as never, { 计算方式: '超额', 奖励: 5_000.37 }),
        ...tiers('安全', THREE as never, { 计算方式: '超额', 奖励: 0 }),
      ],
      plain: true,
    },
    'marginal, net of tax': {
      policy: both({ 计算方式: '超额', 计佣口径: '不含税', 税率: 0.06 }),
      plain: true,
    },
    'quarterly bonus without rates': {
      policy: [
        ...tiers('基础', [[200_000, 0]], { 累计周期: '季', 奖励: 1_000 }),
        ...tiers('安全', [[100_000, 0.0333]], { 累计周期: '季', 奖励: 0 }),
      ],
      plain: true,
    },
    'marginal rates finer than a hundredth of a percent': {
      policy: both({ 计算方式: '超额' }, [
        [500_000, 0.041234],
        [2_000_000, 0.061111],
      ] as never),
      plain: false,
    },
    'cut to the fen': { policy: both({ 舍入: '截位 汇总' }), plain: true },
    increment: { policy: both({ 计算方式: '增量' }), plain: false },
    'weights in the counts': { policy: both({ 定档口径: '基础、安全×1.5' }), plain: false },
    'no true-up': { policy: both({ 补差: '否' }), plain: false },
    monthly: { policy: both({ 累计周期: '月' }), plain: false },
    'half and half': { policy: both({ 累计周期: '半年' }), plain: true },
    'per order': { policy: both({ 舍入: '四舍五入 逐单' }), plain: false },
    'two versions': {
      policy: [
        ...tiers('基础', THREE as never, { 政策: '一', 生效: 45658, 失效: 45838 }),
        ...tiers('基础', THREE as never, { 政策: '二', 生效: 45839, 失效: 46022 }),
      ],
      plain: false,
    },
  };

const row = (
  订单号: string,
  类别: string,
  签约日期: number,
  订单金额: number,
  状态: string,
  订单类型 = '新购',
) => ({
  订单号,
  客户: '甲',
  产品: '',
  类别,
  订单类型,
  签约日期,
  订单金额,
  代金券: 0,
  状态,
  备注: '',
});
/** 2025-10-15 as a serial number. */
const OCTOBER = 45945;
const LEDGERS: Readonly<
  Record<string, { orders: NonNullable<Variant['orders']>; plain: boolean }>
> = {
  'as it is': { orders: [], plain: true },
  'void, refund, pending, other year': {
    orders: [
      row('X1', '基础', OCTOBER, 3_000_000, '作废'),
      row('X2', '安全', OCTOBER + 1, -45_000.55, '已付款', '退款'),
      row('X3', '安全', OCTOBER + 2, 900_000, '跟进中'),
      row('X4', '基础', OCTOBER - 400, 700_000, '已结算'),
      row('X5', '其他', OCTOBER + 3, 10_000, '已签'),
      row('X6', '基础', OCTOBER + 3, 250_000.01, '已签'),
      row('X7', '安全', OCTOBER + 3, 333_333.33, '已签'),
    ].filter(({ 类别 }) => 类别 !== '其他'),
    plain: true,
  },
  'alike, on one day, odd fen': {
    orders: [...Array(60).keys()].map((at) =>
      row(
        `Y${at}`,
        at % 3 === 0 ? '安全' : '基础',
        OCTOBER + (at % 7),
        [333.33, 1_000.01, 77.77, 333.33][at % 4] as number,
        '已签',
      ),
    ),
    plain: true,
  },
  'a word that nobody knows': {
    orders: [row('X1', '基础', OCTOBER, 3_000_000, '玄学')],
    plain: false,
  },
  'a number twice': {
    orders: [row('DD250001', '基础', 45667, 186_400, '已结算')],
    plain: false,
  },
  'a refund without its sign': {
    orders: [row('X1', '基础', OCTOBER, 3_000, '已签', '退款')],
    plain: false,
  },
  'a category that the policy does not name': {
    orders: [row('X1', '云通信', OCTOBER, 3_000, '已签')],
    plain: false,
  },
};

const CASES = [
  ...Object.keys(SHAPES).map((shape) => [shape, 'void, refund, pending, other year'] as const),
  ...Object.keys(SHAPES)
    .filter((shape) => SHAPES[shape]?.plain)
    .map((shape) => [shape, 'alike, on one day, odd fen'] as const),
  ...Object.keys(LEDGERS)
    .filter((ledger) => ledger !== 'alike, on one day, odd fen')
    .filter((ledger) => ledger !== 'void, refund, pending, other year')
    .map((ledger) => ['whole', ledger] as const),
  ['marginal', 'as it is'] as const,
];

/** What the command gives for a file: the rebate of the year's windows, by component. */
async function commanded(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const book = await opened(bytes);
  const sheets = await readSheets(book, {
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  const policy = workbookPolicy(sheets);
  const ledger = readOrders(sheets, { policy: policy?.policy ?? null } as never);
  const analysis = analyze({ ledger, policy, asOf: null, yearStart: null, nearShare: 0.1 });
  const found = new Map<string, number>();
  if (!analysis.ok) return found;
  for (const window of analysis.value.rebate.windows) {
    if (!window.period.label.startsWith('2025')) continue;
    const { name } = window.component;
    found.set(name, Math.round((found.get(name) ?? 0) + Number(window.rebate)));
  }
  return found;
}

/** The plain figures of the recalculated file: by component in fen, or the word. */
function plainFigures(sheet: Sheet): ReadonlyMap<string, number | string> {
  const found = new Map<string, number | string>();
  for (let at = 7; at < 15; at++) {
    const name = cellAt(sheet, at, 0);
    if (typeof name !== 'string' || name === '') continue;
    found.set(name, figure(cellAt(sheet, at, 5)));
  }
  return found;
}

const figure = (cell: Cell): number | string =>
  typeof cell === 'number' ? Math.round(cell * 100) : String(cell);

describe('plain columns of the template, recalculated by another program', () => {
  const files = Object.fromEntries(
    CASES.map(([shape, ledger], index) => [
      `f${index}`,
      variantBook('zh-CN', {
        policy: SHAPES[shape]!.policy,
        orders: LEDGERS[ledger]!.orders,
      }),
    ]),
  );
  let computed: Readonly<Record<string, Uint8Array>>;
  let functions: BuiltFunctions;
  beforeAll(async () => {
    functions = buildFunctions();
    computed = await recalculated(files);
  }, 300_000);

  test.each(CASES.map(([shape, ledger], index) => [shape, ledger, index] as const))(
    '%s, %s',
    async (shape, ledger, index) => {
      const wanted = await commanded(computed[`f${index}`]!);
      const book = await opened(computed[`f${index}`]!);
      const plain = plainFigures(await book.readSheet('测算'));
      if (SHAPES[shape]!.plain && LEDGERS[ledger]!.plain) {
        expect(plain).toEqual(wanted);
        expect(plainShares(await book.readSheet('订单'))).toEqual(
          addInShares(functions, await book.readSheet('订单'), await book.readSheet('返点政策')),
        );
      } else expect([...new Set(plain.values())]).toEqual([SEE]);
    },
  );
});

/** The header and its rows, from the first column to the state: what the functions are given. */
const rowsOf = (sheet: Sheet, from: number, columns: number): Cell[][] =>
  Array.from({ length: sheet.rowCount - from }, (_, at) =>
    Array.from({ length: columns }, (__, column) => cellAt(sheet, from + at, column) ?? ''),
  );

/**
 * What the add-in's own column shows, in fen by row, as the bundle that ships works it out. Orders
 * of another year than the one that is worked out have no plain figure, but the word.
 */
function addInShares(functions: BuiltFunctions, orders: Sheet, policy: Sheet): unknown[] {
  const rows = rowsOf(orders, 0, 10);
  const table = rowsOf(policy, 3, policy.columns.length);
  const [head, ...shares] = functions.get('REBATE_ORDERS')!(
    rows,
    table,
    null,
    null,
    null,
  ) as Cell[][];
  expect(head).toEqual(['返点']);
  const summary = functions.get('REBATE_SUMMARY')!(rows, table, null, null) as Cell[][];
  const total = summary.find(([name]) => name === '合计')?.[5];
  expect(shares.reduce((sum, [share]) => sum + fenOf(share), 0)).toBe(fenOf(total));
  return shares.map(([share], at) => {
    const day = rows[at + 1]?.[5];
    if (share === '') return '';
    return typeof day === 'number' && day < 45658 ? SEE : fenOf(share);
  });
}
const fenOf = (yuan: unknown): number => (yuan === '' ? 0 : Math.round(Number(yuan) * 100));

const plainShares = (sheet: Sheet): unknown[] =>
  rowsOf(sheet, 1, 15).map((cells) => {
    const share = cells[14];
    return typeof share === 'number' ? wholeFen(share) : share === '作废' ? '' : share;
  });

/** Whole fen, or what is no whole fen as it stands. */
const wholeFen = (yuan: number): number =>
  Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6 ? Math.round(yuan * 100) : yuan;
