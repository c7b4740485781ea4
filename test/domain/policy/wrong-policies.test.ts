import { checkWithLedger } from '#domain/policy-check/check-with-ledger.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import { type PolicyReading, readPolicy } from '#domain/policy-check/read-policy.ts';
import { cellAddress } from '#domain/sheet.ts';
import { type Programme, run } from '../../examples/programme.ts';

/** Tables as lines, cells split by `|`; what is wrong with them as "cell code". */
const read = (text: string): PolicyReading =>
  readPolicy(
    text
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => (cell.trim() === '' ? null : cell.trim()))),
    { cellName: cellAddress },
  );
const said = (text: string, level: 'error' | 'warning' = 'error'): readonly string[] =>
  read(text)
    .findings.filter((finding) => finding.level === level)
    .map(({ cell, fact }) => `${cell} ${fact.code}`)
    .sort();

describe('all errors of a table are shown at once', () => {
  it.each([
    [
      'a rate that cannot be read hides no threshold out of order',
      '返点项|门槛|比例\n甲|100万|4%\n|50万|六\n|50万|7%',
      ['B3 policy.not-ascending', 'B4 policy.same-threshold', 'C3 policy.rate-unreadable'],
    ],
    [
      'a word and a number and a date',
      '返点项|门槛|比例|计算方式|生效|封顶\n甲|五十|7|一半|下周|多',
      [
        'B2 policy.threshold-unreadable',
        'C2 policy.rate-above-one',
        'D2 policy.word-unknown',
        'E2 policy.date-unreadable',
        'F2 policy.amount-unreadable',
      ],
    ],
    [
      'a decimal comma in a weight ends no list',
      '返点项|门槛|比例|定档口径\n甲|0|1%|安全×1,5、基础',
      ['D2 policy.weight-unreadable'],
    ],
    [
      'every row that says something else, not the first of them',
      '返点项|门槛|比例|累计周期\n甲|0|1%|年\n|1万|2%|季\n|2万|3%|月',
      ['D3 policy.contradiction', 'D4 policy.contradiction'],
    ],
    [
      'a further row that cannot be read is told as such',
      '返点项|门槛|比例|累计周期\n甲|0|1%|年\n|1万|2%|旬',
      ['D3 policy.word-unknown'],
    ],
    [
      'a column that stands twice does not end the reading',
      '返点项|门槛|比例|返点比例\n甲|0|7|7%',
      ['C2 policy.rate-above-one', 'D1 policy.column-twice'],
    ],
    [
      'what follows from an unreadable baseline is no second error',
      '返点项|门槛|比例|计算方式|基数\n甲|110%|5%|增量|去年',
      ['E2 policy.baseline-unreadable'],
    ],
    [
      'nor what follows from an unreadable measure',
      '返点项|门槛|比例|定档指标\n甲|90%|5%|心情',
      ['D2 policy.word-unknown'],
    ],
    [
      'a gate without a name',
      '返点项|门槛|比例|前提\n甲|0|5%|>=90%',
      ['D2 policy.gate-unreadable'],
    ],
    ['a rate above the whole', '返点项|门槛|比例\n甲|0|150%', ['C2 policy.rate-above-all']],
    ['dollars in a header', '返点项|门槛(USD)|比例\n甲|0|5%', ['B1 policy.header-currency']],
  ])('%s', (_, table, expected) => {
    expect(said(table)).toEqual(expected);
    expect(read(table).policy).toBeNull();
  });

  it('columns that the ledger lacks are found beside other errors', () => {
    const reading = read('返点项|门槛|比例|条件|累计对象\n甲|0|7|渠道=直销|门店');
    expect(reading.policy).toBeNull();
    const ledger = readLedger([
      {
        name: '台账',
        rowCount: 2,
        columns: [
          ['订单号', 'A1'],
          ['签约日期', '2025-01-10'],
          ['实付金额(元)', '100'],
        ],
      },
    ]);
    const missing = checkWithLedger({ components: reading.components ?? [] }, ledger);
    expect(missing.map(({ cell, fact }) => `${cell} ${fact.code}`)).toEqual([
      'D2 policy.header-not-in-ledger',
      'E2 policy.header-not-in-ledger',
    ]);
  });
});

describe('headers and cells as vendors write them', () => {
  const first = (text: string): string => {
    const { policy, findings } = read(text);
    const tier = policy?.components[0]?.tiers[0];
    return tier === undefined
      ? findings.map(({ fact }) => fact.code).join(' ')
      : `${tier.threshold / 100} ${tier.rate} ${tier.bonus / 100}`;
  };

  it.each([
    '门槛（万元，含税）|比例（％）',
    '门槛(单位：万元)|比例(单位:%)',
    '门槛/万元|比例/%',
    '门槛 万元|比例 %',
    '门槛：万元|比例(百分数)',
    '门槛_万元|比例(%，含税)',
    'Threshold (10k)|Rate (%)',
    'Threshold (RMB 10,000)|Rate (percent)',
    '销售额门槛（含税，万元）|返点（%）',
    '门槛(万元)≥|返点率%',
  ])('%s: 50 and 6 are 50万 and 6%%', (header) => {
    expect(first(`${header}\n50|6`)).toBe('500000 0.06 0');
  });

  it('a period beside the unit leaves the unit what it is', () => {
    expect(first('门槛（万）|奖励（万元/季）\n50|2')).toBe('500000 0 20000');
  });

  it.each([
    ['X<50万', 0],
    ['50万≤X<100万', 500_000],
    ['X≥100万', 1_000_000],
    ['500K to 800K', 500_000],
    ['over 500,000', 500_000],
    ['500,000 and above', 500_000],
    ['不超过50万', 0],
    ['50万（含）至100万（不含）', 500_000],
    ['50——100万', 500_000],
  ])('%s begins at %d', (threshold, from) => {
    expect(first(`门槛|比例\n${threshold}|6%`)).toBe(`${from} 0.06 0`);
  });

  it('takes the side of a threshold from its sign', () => {
    const edge = (threshold: string): string | undefined =>
      read(`门槛|比例\n${threshold}|6%`).policy?.components[0]?.edge;
    expect([edge('50万<X≤100万'), edge('50万≤X<100万'), edge('over 500K'), edge('≥50万')]).toEqual([
      'above',
      'at',
      'above',
      'at',
    ]);
  });

  it('a number of the tier beside its threshold is its name, and said not to be read', () => {
    const table = '返点项|档位|门槛|比例\n甲|1|0|1%\n|2|100万|2%';
    expect(first(table)).toBe('0 0.01 0');
    expect(said(table, 'warning')).toContain('B1 policy.column-unread');
  });

  it('names notes, rows and words of a header that nobody reads', () => {
    expect(
      said('返点项|门槛（台）|比例\n甲|0|1%\n合计||\n注：以厂商解释为准||', 'warning'),
    ).toEqual(['A3 policy.row-unread', 'A4 policy.row-unread', 'B1 policy.header-note']);
  });

  it.each(['六个月', '6个月', '半年', '6 months', '6M'])(
    'a claw-back of %s is half a year',
    (text) => {
      const policy = read(`门槛|比例|追回期|失效\n0|1%|${text}|2025-06-30`).policy;
      expect(policy?.components[0]?.clawback).toBe(6);
    },
  );
});

describe('what a ledger makes doubtful', () => {
  const LEDGER = `
    订单号|客户名称|产品|产品类别|订单类型|签约日期|实付金额(元)|状态
    A1|甲|云产品|云|新购|2025-01-10|800000|已付
    A2|乙|云产品|云|新购|2025-04-10|200000|已付
  `;
  const doubts = (policy: string, of: Partial<Programme> = {}): readonly string[] => {
    const outcome = run({ policy, ledger: LEDGER, ...of });
    return 'total' in outcome
      ? outcome.findings
          .filter(({ fact }) => !fact.code.endsWith('unstated'))
          .map(({ cell, fact, atStake }) => `${cell} ${fact.code} ${String(atStake)}`)
      : outcome;
  };

  it.each([
    [
      'rates under 比例(%) that are all factors',
      '返点项|门槛|比例(%)\n甲|0|0.06',
      // 1,000,000 × (6 % − 0.06 %)
      ['B2 policy.percents-small 5940000'],
    ],
    [
      'a category that only counts, and no order has',
      '返点项|定档口径|门槛|比例\n甲|云、硬件|0|1%',
      ['B2 policy.counted-nowhere null'],
    ],
    [
      'a category that earns and counts, and no order has: once',
      '返点项|适用类别|定档口径|门槛|比例\n甲|云、硬件|云、硬件|0|1%',
      ['B2 policy.category-nowhere null'],
    ],
    [
      'a share of something no order has',
      '返点项|定档指标|门槛|比例\n甲|占比 高端|20%|1%',
      ['B2 policy.share-nowhere null'],
    ],
    [
      'a gate on a share of something no order has',
      '返点项|前提|门槛|比例\n甲|占比 高端>=20%|0|1%',
      ['B2 policy.share-nowhere null'],
    ],
    [
      'thresholds ten thousand times too high, in a year that is still open',
      '返点项|门槛|比例\n甲|500亿|5%',
      // 5,000,000 yuan would not be reached either
      ['B2 policy.no-tier-reached 0'],
    ],
    [
      'all below the first tier: in yuan instead of 万 it would pay 5 % of a million',
      '返点项|门槛(万)|比例\n甲|500000|5%',
      ['B2 policy.no-tier-reached 5000000'],
    ],
    [
      'all in the top tier: in 万 nothing would be paid',
      '返点项|门槛|比例\n甲|20000|5%\n|50000|6%',
      ['B2 policy.all-in-top-tier 6000000'],
    ],
    [
      'a bare factor of a baseline is no small threshold as well',
      '返点项|门槛|比例|计算方式|基数\n甲|1.1|5%|增量|90万',
      ['B2 policy.bare-factor 0'],
    ],
  ])('%s', (_, policy, expected) => {
    expect(doubts(policy)).toEqual(expected);
  });

  it('0.95 beside >=90 is an error, 1 beside >=3 is a count', () => {
    const gate = (text: string, value: string): readonly string[] =>
      doubts(`返点项|前提|门槛|比例\n甲|${text}|0|1%`, {
        facts: `指标|值\n${text.slice(0, 3)}|${value}`,
      });
    expect(gate('续费率>=90', '0.95')).toEqual(['B2 policy.gate-not-percent']);
    expect(gate('认证数>=3', '1')).toEqual([]);
  });
});
