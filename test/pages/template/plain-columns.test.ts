import { analyze } from '#application/analyze/analyze.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { workbookPolicy } from '#application/read/workbook-policy.ts';
import { type Cell, cellAt, type Sheet } from '#domain/sheet.ts';
import { type BuiltFunctions, builtFunctions } from '../../functions/built-functions.ts';
import type { Language } from '#domain/language.ts';
import { computedSheets } from '../../workbook/computed-sheets.ts';
import { type Variant, variantBook } from './template-variant.ts';
import { inEnglish } from './variant-in-english.ts';

/** What the two templates call what is read here. */
const WORDS = {
  'zh-CN': {
    see: '见加载项',
    figures: '测算',
    orders: '订单',
    policy: '返点政策',
  },
  'en-US': {
    see: 'see the add-in',
    figures: 'Figures',
    orders: 'Orders',
    policy: 'Rebate policy',
  },
} as const;
type Words = (typeof WORDS)[Language];
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
    'all products': {
      policy: tiers('返点', THREE as never, { 适用类别: '全部产品', 定档口径: '不限' }),
      plain: true,
    },
    'spelt in two ways': {
      policy: [
        ...tiers('基础', THREE as never, { 适用类别: 'Base products' }),
        ...tiers('安全', THREE as never),
      ],
      plain: false,
    },
    'a category with an example': {
      policy: [
        ...tiers('基础', THREE as never),
        ...tiers('安全', THREE as never, { 适用类别: '安全产品如乾坤云一体机' }),
      ],
      plain: false,
    },
    'at by its signs, above by its word': {
      policy: both({ 达线归属: '超过' }, [
        [500_000, 0.04],
        ['≥2000000', 0.06],
      ] as never),
      plain: false,
    },
    increment: { policy: both({ 计算方式: '增量' }), plain: false },
    'weights in the counts': { policy: both({ 定档口径: '基础、安全×1.5' }), plain: false },
    'no true-up': { policy: both({ 补差: '否' }), plain: false },
    monthly: { policy: both({ 累计周期: '月' }), plain: false },
    'a tax rate that is none': { policy: both({ 计佣口径: '不含税', 税率: 13 }), plain: false },
    'a pay period that is none': { policy: both({ 结算周期: '随便' }), plain: false },
    'a true-up that is none': { policy: both({ 计算方式: '超额', 补差: '随便' }), plain: false },
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
  'a category that the policy does not name': {
    orders: [row('X1', '云通信', OCTOBER, 3_000, '已签')],
    plain: false,
  },
};

const MESSY = 'void, refund, pending, other year';
const ALIKE = 'alike, on one day, odd fen';
const PLAIN = Object.keys(SHAPES).filter((shape) => SHAPES[shape]?.plain);

/**
 * Every shape in one language, those that plain formulas follow in the other one, too, over another
 * ledger: opening a workbook in another program is what takes the time.
 */
const CASES: readonly (readonly [language: Language, shape: string, ledger: string])[] = [
  ...Object.keys(SHAPES).map((shape, at) => [languageFor(shape, at), shape, MESSY] as const),
  ...PLAIN.map((shape) => {
    const at = Object.keys(SHAPES).indexOf(shape);
    return [languageFor(shape, at + 1), shape, ALIKE] as const;
  }),
  ...Object.keys(LEDGERS)
    .filter((ledger) => ledger !== ALIKE && ledger !== MESSY)
    .map((ledger, at) => [languageOf(at), 'whole', ledger] as const),
  ['zh-CN', 'marginal', 'as it is'],
];

/** Amounts in words are Chinese. */
function languageFor(shape: string, at: number): Language {
  return shape === 'thresholds as text' ? 'zh-CN' : languageOf(at);
}

function languageOf(at: number): Language {
  return at % 2 === 0 ? 'zh-CN' : 'en-US';
}

/** What the command gives for a file: the rebate of the year's windows, by component. */
function commanded(sheets: readonly Sheet[]): ReadonlyMap<string, number> {
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
    CASES.map(([language, shape, ledger], index) => {
      const variant = { policy: SHAPES[shape]!.policy, orders: LEDGERS[ledger]!.orders };
      const own = language === 'zh-CN' ? variant : inEnglish(variant);
      return [`f${index}`, variantBook(language, own)];
    }),
  );
  let computed: Readonly<Record<string, readonly Sheet[]>>;
  let functions: BuiltFunctions;
  beforeAll(async () => {
    functions = await builtFunctions();
    computed = await computedSheets(files);
  }, 300_000);

  test.each(CASES.map((each, index) => [...each, index] as const))(
    '%s, %s, %s',
    async (language, shape, ledger, index) => {
      const words = WORDS[language];
      const sheets = computed[`f${index}`]!;
      const named = (name: string): Sheet => sheets.find((sheet) => sheet.name === name)!;
      const wanted = commanded(sheets);
      const plain = plainFigures(named(words.figures));
      const orders = named(words.orders);
      const added = addInOrNothing(functions, orders, named(words.policy), words);
      expect(summarized(added.summary)).toEqual(wanted);
      if (SHAPES[shape]!.plain && LEDGERS[ledger]!.plain) {
        expect(plain).toEqual(wanted);
        expect(plainShares(orders)).toEqual(added.shares);
      } else expect([...new Set(plain.values())]).toEqual([words.see]);
    },
  );
});

/** The header and its rows, from the first column to the remark: what the functions are given. */
const rowsOf = (sheet: Sheet, from: number, columns: number): Cell[][] =>
  Array.from({ length: sheet.rowCount - from }, (_, at) =>
    Array.from({ length: columns }, (__, column) => cellAt(sheet, from + at, column) ?? ''),
  );

/** What the add-in shows over the template's own rows, as the bundle that ships works it out. */
function addIn(functions: BuiltFunctions, orders: Sheet, policy: Sheet, words: Words) {
  const rows = rowsOf(orders, 0, 11);
  const table = rowsOf(policy, 3, policy.columns.length);
  const ask = (name: string, ...more: readonly null[]): readonly (readonly Cell[])[] =>
    functions.get(name)!(rows, table, null, null, ...more) as Cell[][];
  const [, ...shares] = ask('REBATE_ORDERS', null);
  const summary = ask('REBATE_SUMMARY');
  const total = summary.find(([name]) => name === '合计')?.[5];
  expect(shares.reduce((sum, [share]) => sum + fenOf(share), 0)).toBe(fenOf(total));
  return { shares: shares.map(([share], at) => shown(share, rows[at + 1]?.[5], words)), summary };
}

/** A policy with an error gives no figure anywhere. */
function addInOrNothing(...of: Parameters<typeof addIn>): ReturnType<typeof addIn> {
  try {
    return addIn(...of);
  } catch (error) {
    if (/政策 第 \d+ 行/.test(String(error))) return { shares: [], summary: [] };
    throw error;
  }
}

/**
 * In fen. Orders of another year than the one that is worked out have no plain figure, but the
 * word.
 */
const shown = (share: Cell | undefined, day: Cell | undefined, { see }: Words): unknown => {
  if (share === '') return '';
  return typeof day === 'number' && day < 45658 ? see : fenOf(share);
};

/** What REBATE_SUMMARY gives for the year's windows, by component in fen. */
function summarized(summary: readonly (readonly Cell[])[]): ReadonlyMap<unknown, number> {
  const found = new Map<unknown, number>();
  for (const [name = '', period, , , , rebate] of summary)
    if (String(period).startsWith('2025')) found.set(name, (found.get(name) ?? 0) + fenOf(rebate));
  return found;
}

/** A row that is a question shows an error: no figure. */
const fenOf = (yuan: unknown): number => (typeof yuan === 'number' ? Math.round(yuan * 100) : 0);

const plainShares = (sheet: Sheet): unknown[] =>
  rowsOf(sheet, 1, 16).map((cells) => {
    const share = cells[15];
    return typeof share === 'number'
      ? wholeFen(share)
      : share === '作废' || share === 'void'
        ? ''
        : share;
  });

/** Whole fen, or what is no whole fen as it stands. */
const wholeFen = (yuan: number): number =>
  Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6 ? Math.round(yuan * 100) : yuan;
