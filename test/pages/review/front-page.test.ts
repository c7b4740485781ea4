import { analyze } from '#application/analyze/analyze.ts';
import { readPolicySheet } from '#application/read/workbook-policy.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { parseIsoDate } from '#domain/calendar/local-date.ts';
import type { Language } from '#domain/language.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import type { Page } from '#pages/page.ts';
import { reviewPages } from '#pages/review/page/review-page.ts';
import { textOf } from './read-page.ts';

const sheet = (name: string, rows: readonly (readonly Cell[])[]): Sheet => ({
  name,
  rowCount: rows.length,
  columns: (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null)),
});
const POLICY = sheet('返点政策', [
  ['返点项', '适用类别', '门槛', '比例'],
  ['返点', '全部', 100_000, 0.04],
  [null, null, 200_000, 0.06],
]);

/** The rows' texts, a sentence in one piece where the page parts it in two lines. */
const front = (...[amounts, language, more]: Parameters<typeof frontOf>): string =>
  frontOf(amounts, language, more)
    .rows.map((row) => row.cells.map((cell) => textOf(cell)).join(' '))
    .map((row) => row.replaceAll('\n', language === 'zh-CN' ? '' : ' '))
    .join('\n');

function frontOf(
  amounts: readonly Cell[],
  language: Language,
  {
    policyTable = POLICY,
    received = null as Cell,
    asOf = null as string | null,
    inTalks = [] as readonly (readonly Cell[])[],
    part = 0 as 0 | 1,
  } = {},
): Page {
  const orders = sheet('订单', [
    ['订单号', '签约日期', '产品类别', '实付金额', '状态', '实返', '概率'],
    ...amounts.map((amount, at): Cell[] => [
      `D${at}001`,
      45700 + at,
      '基础',
      amount,
      '已付款',
      received,
      null,
    ]),
    ...inTalks,
  ]);
  const policy = readPolicySheet(policyTable);
  const result = analyze({
    ledger: readOrders([orders], { policy: policy.policy }),
    policy,
    asOf: asOf === null ? null : (parseIsoDate(asOf) ?? null),
    yearStart: null,
    nearShare: 0.1,
  });
  if (!result.ok) throw new Error(result.error.code);
  const input = { ...result.value, title: 'a.xlsx', advised: [], restatements: [] };
  return reviewPages(input, { language, sheets: [orders] })[part];
}

describe('page one says what open questions could change in the rebate', () => {
  // 5,800 more at 4 % are 232.
  test.each([
    [
      'zh-CN',
      '1 个问题待确认，相应的行没有计入；按不同的答复，截至 2025-02-13 的累计返点变动 ¥0.00 ' +
        '至 +¥232.00',
    ],
    [
      'en-US',
      '1 open question, its row is not counted; depending on the answers, the rebate up to ' +
        '2025-02-13 changes by ¥0.00 to +¥232.00',
    ],
  ] as const)('exactly, tier and all, %s', (language, sentence) =>
    expect(front(['58,00', 120_000], language)).toContain(sentence),
  );
  // 125,000 earn 5,000; with eight times 98,000 they are 909,000 at 6 %. 6,561 sets of answers.
  test.each([
    [
      'zh-CN',
      '8 个问题待确认，相应的行没有计入；全按最低的读法，截至 2025-02-20 的累计返点变动 ¥0.00，' +
        '全按最高的读法变动 +¥49,540.00，',
    ],
    [
      'en-US',
      'with all at their lowest reading the rebate up to 2025-02-20 changes by ¥0.00, at their ' +
        'highest by +¥49,540.00; what lies between was not tried. See the appendix.',
    ],
  ] as const)('and in yuan of rebate where there are many, %s', (language, sentence) =>
    expect(front([...Array<Cell>(8).fill(9.8), '12.5万'], language)).toContain(sentence),
  );
  test('or that an amount which cannot be read leaves that open', () => {
    expect(front(['12x34', 120_000], 'zh-CN')).toContain(
      '1 个问题待确认，相应的行没有计入；1 个读不出金额，影响有多大无从算起。',
    );
    expect(front(['12x34', '58,00', 120_000], 'en-US')).toContain(
      'of 1 the amount cannot be read, nobody can say what it is worth; depending on the ' +
        'answers to the others, the rebate up to 2025-02-14 changes by ¥0.00 to +¥232.00',
    );
  });
  test('or that none waits', () =>
    expect(front([120_000, 30_000], 'zh-CN')).toContain('没有待确认的行。'));
});

describe('the one sentence', () => {
  const marginal = sheet('返点政策', [
    ['返点项', '适用类别', '门槛', '比例', '计算方式'],
    ['返点', '全部', 100_000, 0.04, '超额'],
  ]);
  test('promises nothing where reaching the tier pays nothing by itself', () => {
    const policyTable = marginal;
    expect(front([60_000], 'zh-CN', { policyTable })).toContain(
      '2025-12-31 前再签 ¥40,000.00 进入返点的 10 万档；进档本身不增加返点',
    );
    expect(front([60_000], 'en-US', { policyTable })).toContain(
      'Sign ¥40,000.00 more by 2025-12-31 to reach the ¥100,000 tier of 返点; reaching it ' +
        'pays nothing more by itself',
    );
  });
  // 150,000 at 4 % are 6,000; the year is over.
  const ended = sheet('返点政策', [
    ['返点项', '适用类别', '门槛', '比例', '失效'],
    ['返点', '全部', 100_000, 0.04, '2025-12-31'],
  ]);
  const closed = { policyTable: ended, asOf: '2026-02-01' };
  test.each([
    ['zh-CN', null, '累计返点 ¥6,000.00，待收 ¥6,000.00，请催款。'],
    ['zh-CN', 6_000, '累计返点 ¥6,000.00，已全部到账。'],
    ['zh-CN', 7_500, '累计返点 ¥6,000.00，已到账的多出 ¥1,500.00，请与厂商核对。'],
    ['en-US', null, 'No period is open. Rebate to date ¥6,000.00: ¥6,000.00 is still to be coll'],
    ['en-US', 6_000, 'No period is open. Rebate to date ¥6,000.00, all of it received.'],
    ['en-US', 7_500, '¥1,500.00 more than that was received, so check it with the vendor.'],
  ] as const)('asks for money only where it is owed, %s, received %p', (language, received, text) =>
    expect(front([150_000], language, { ...closed, received })).toContain(text),
  );
});

describe('the appendix explains a true-up of a fen', () => {
  // 180,000.24 at 4 % are 7,200.01; the quarters by themselves 4,800.00 and 2,400.00.
  const details = (language: Language, second: number): string =>
    front([120_000.12], language, {
      part: 1,
      inTalks: [['D9', 45_800, '基础', second, '已付款', null, null]],
    });
  test.each([
    ['zh-CN', '返点项的补差 ±0.01 是舍入差：返点按累计销售额计算，到期末只舍入一次。'],
    ['en-US', "A component's true-up of ±0.01 is rounding: its rebate is worked out on the sales"],
  ] as const)('%s', (language, sentence) => {
    expect(details(language, 60_000.12)).toContain(sentence);
    expect(details(language, 60_000)).not.toContain(sentence);
  });
});

test('the table holds what the one sentence speaks of, however small its rebate', () => {
  // Eleven components have passed their only threshold; the twelfth lacks 40,000 of its second.
  const names = Array.from({ length: 12 }, (_, at) => `第${at}项`);
  const policyTable = sheet('返点政策', [
    ['返点项', '适用类别', '门槛', '比例'],
    ...names.map((name): Cell[] => [name, '全部', 100_000, 0.04]),
    ['冲刺项', '全部', 10_000, 0.01],
    ['冲刺项', '全部', 190_000, 0.03],
  ]);
  const page = frontOf([150_000], 'zh-CN', { policyTable });
  const labels = page.rows.map((row) => textOf(row.cells[1]));
  expect(labels.some((label) => label.includes('再签 ¥40,000.00 进入冲刺项的 19 万档'))).toBe(true);
  expect(labels.filter((label) => /^\d (第\d+|冲刺)项$/.test(label))).toHaveLength(7);
  expect(labels).toContain('7 冲刺项');
  expect(labels).toContain('其余 6 个返点项');
});

describe('what to do has columns for cost and chance only where something stands in them', () => {
  const columns = (page: Page): readonly string[] => {
    const head = page.rows.find((row) => textOf(row.cells[1]) === '事项');
    return (head?.cells ?? []).map((cell) => textOf(cell)).filter((title) => title !== '');
  };
  test('none', () => expect(columns(frontOf([180_000], 'zh-CN'))).toEqual(['事项', '多返']));
  test('a chance', () =>
    expect(
      columns(
        frontOf([90_000], 'zh-CN', {
          inTalks: [['P1', 45700, '基础', 30_000, '商机', null, '60%']],
        }),
      ),
    ).toEqual(['事项', '多返', '成本', '把握']));
});

test.each(['zh-CN', 'en-US'] as const)('a source ends with one full stop, %s', (language) => {
  const policyTable = sheet('返点政策', [
    ['返点项', '适用类别', '门槛', '比例', '依据'],
    ['返点', '全部', 100_000, 0.04, '协议第 3 条：次季补差。'],
  ]);
  expect(front([120_000], language, { policyTable })).toMatch(/次季补差[。.](?![。.])/);
});

test('a long name has room, so that its row is no higher than the others', () => {
  const policyTable = sheet('返点政策', [
    ['返点项', '适用类别', '门槛', '比例'],
    ['Security bonus 1', '全部', 100_000, 0.04],
    ['云安全产品专项激励', '全部', 100_000, 0.04],
  ]);
  const { rows } = frontOf([120_000], 'zh-CN', { policyTable });
  const heights = rows
    .filter((row) => /Security bonus 1$|专项激励$/.test(textOf(row.cells[1])))
    .map(({ height }) => height);
  expect(heights).toEqual([18, 18]);
});

test('every figure of page one fits its column, however large', () => {
  const {
    rows,
    columnWidths,
    merges = [],
  } = frontOf([98_765_432_100.5], 'zh-CN', {
    received: 1_234_567_890.12,
  });
  const narrow = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      if (typeof cell?.value !== 'number' || column > 8) return [];
      const merge = merges.find((one) => one.row === row && one.column === column);
      const width = columnWidths
        .slice(column, column + (merge?.columns ?? 1))
        .reduce((sum, each) => sum + each, 0);
      const size = cell.style?.startsWith('figure') === true ? 1.5 : 1;
      const written = cell.value.toLocaleString('en', { minimumFractionDigits: 2 });
      return written.length * size > width ? [[written, width]] : [];
    }),
  );
  expect(narrow).toEqual([]);
});

describe('page one recommends no set of deals that hardly comes in as a whole', () => {
  const deals = (count: number, chance: string): readonly (readonly Cell[])[] =>
    Array.from({ length: count }, (_, at) => [
      `P${at}`,
      45700,
      '基础',
      3_000,
      '商机',
      null,
      chance,
    ]);
  test.each([
    ['zh-CN', '提前签下 60 单'],
    ['en-US', 'Bring 60 deals forward'],
  ] as const)('%s', (language, words) => {
    const page = front([90_000], language, { inTalks: deals(60, '60%') });
    expect(page).not.toContain(words);
    expect(front([90_000], language, { inTalks: deals(60, '100%') })).toContain(words);
  });
});

test.each([
  ['across its middle', 400_000, false],
  ['close to its middle', 390_000, false],
  ['elsewhere alone', 280_000, true],
] as const)('a threshold %s: whether the column says its figure', (_, sales, says) =>
  expect(frontOf([sales], 'zh-CN').charts[0]?.labels).toBe(says),
);

describe('a policy that counts net of tax says so where its figures stand', () => {
  const policyTable = sheet('返点政策', [
    ['返点项', '适用类别', '门槛', '比例', '计佣口径', '税率'],
    ['返点', '全部', 100_000, 0.04, '不含税', 0.06],
    ['其他', '安全', 100_000, 0.04, '含税', null],
  ]);
  const said = (language: Language, part: 0 | 1 = 0) =>
    front([120_000], language, { policyTable, part });
  test('once, whatever else the policy has', () => {
    expect(
      said('zh-CN').match(/销售额 ÷ 1\.06 后定档、计返；差额和余量是含税的订单金额。/g),
    ).toHaveLength(1);
    expect(said('en-US')).toContain('sales ÷ 1.06 set the tier and earn; gap and cushion are');
  });
  test('in the way that its figures came about, too', () => {
    expect(said('zh-CN', 1)).toContain('全额, 销售额 ÷ 1.06 后定档、计返');
    expect(said('en-US', 1)).toContain('whole, sales ÷ 1.06 for tier and rebate');
  });
  test('one that counts gross does not', () => {
    expect(front([120_000], 'zh-CN')).not.toContain('÷');
    expect(front([120_000], 'en-US')).not.toContain('÷');
  });
});

test('the same sales that bring three components to their next tiers are one thing to do', () => {
  const policyTable = sheet('返点政策', [
    ['返点项', '适用类别', '门槛', '比例'],
    ...['甲', '乙', '丙'].flatMap((name): Cell[][] => [
      [name, '全部', 100_000, 0.01],
      [name, '全部', 200_000, 0.02],
    ]),
  ]);
  // 150,000 and 50,000 more at 2 % instead of 1 %: 2,500 more for each of the three.
  const rows = frontOf([150_000], 'zh-CN', { policyTable, part: 1 }).rows.map(({ cells }) =>
    textOf(cells[2]),
  );
  const ways = rows.filter((text) => text.startsWith('再签') && text.includes('多返'));
  expect(ways.map((text) => text.split('；')[0])).toEqual([
    '再签基础 ¥50,000.00 进入 20 万档，多返 ¥7,500.00',
  ]);
});
