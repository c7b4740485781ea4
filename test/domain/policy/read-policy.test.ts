import { readPolicyJson } from '#domain/policy-check/policy-json.ts';
import { type PolicyReading, readPolicy } from '#domain/policy-check/read-policy.ts';
import type { PolicyTable } from '#domain/policy/table-rows.ts';
import { priceSilence } from '#domain/policy-check/unstated-clauses.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { isoDate } from '#domain/calendar/local-date.ts';
import { policy as chinese } from '#i18n/zh-CN/policy.ts';
import { policy as english } from '#i18n/en-US/policy.ts';
import { sentenceOf } from '#i18n/sentences.ts';
import { on, yearBook } from '../../examples/year-2025.ts';

const read = (...table: PolicyTable): PolicyReading =>
  readPolicy(table, {
    cellName: (row, column) => `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column]}${row + 1}`,
  });
const tiers = (reading: PolicyReading): readonly string[] =>
  (reading.policy?.components ?? []).flatMap((component) =>
    component.tiers.map(
      (tier) =>
        `${component.id}: ${tier.threshold / 100} ` +
        `${tier.rate}${tier.rateIsFloor ? '+' : ''}` +
        `${tier.bonus > 0 ? ` +${tier.bonus / 100}` : ''}`,
    ),
  );
const errors = (reading: PolicyReading): readonly string[] =>
  reading.findings
    .filter(({ level }) => level === 'error')
    .map(({ cell, fact }) => `${cell} ${fact.code}`);

describe('a valid table', () => {
  it('needs no more than thresholds and rates', () => {
    const reading = read(
      ['Threshold', 'Rate'],
      [500_000, 0.04],
      ['200万', '6%'],
      ['≥500万', '８％'],
    );
    expect(tiers(reading)).toEqual([
      '返点: 500000 0.04',
      '返点: 2000000 0.06',
      '返点: 5000000 0.08',
    ]);
    expect(reading.policy?.components[0]).toMatchObject({
      scheme: 'whole',
      edge: 'at',
      accumulate: 'year',
      pay: 'quarter',
      trueUp: true,
      yearStart: 1,
      base: 'gross',
      rounding: { mode: 'half-up', per: 'total' },
    });
  });

  it.each([
    [['门槛(万)', '比例'], [50, 0.04], '返点: 500000 0.04'],
    [['门槛（万元）', '比例'], ['500+', 0.04], '返点: 5000000 0.04'],
    [['门槛', '比例'], ['1,200,000元', '12%+'], '返点: 1200000 0.12+'],
    [['门槛', '比例', '奖励'], ['50万', '4个点', 2000], '返点: 500000 0.04 +2000'],
    [['比例', '门槛'], ['4%', '0.5亿'], '返点: 50000000 0.04'],
    [['门槛', '比例'], ['200万-500万', '6%'], '返点: 2000000 0.06'],
    [['门槛(万)', '比例'], ['200-500', '6%'], '返点: 2000000 0.06'],
  ])('%j with %j', (header, row, expected) => {
    expect(tiers(read(header, row))).toEqual([expected]);
  });

  it('takes percent thresholds of the baseline', () => {
    expect(
      tiers(
        read(
          ['门槛', '比例', '基数', '计算方式'],
          ['110%', '2%', 2_000_000, '增量'],
          ['115%', '3%', null, null],
        ),
      ),
    ).toEqual(['返点: 2200000 0.02', '返点: 2300000 0.03']);
  });

  it(
    'fills blanks from the row above inside the component, not thresholds, rates and ' + 'bonuses',
    () => {
      const reading = read(
        ['返点项', '适用类别', '门槛', '比例', '计算方式', '年度起始月'],
        ['A', '基础、安全', '50万', '4%', '超额', 4],
        [null, null, '200万', '6%', null, null],
        ['B', '全部', '10万', null, null, null],
      );
      expect(tiers(reading)).toEqual(['A: 500000 0.04', 'A: 2000000 0.06', 'B: 100000 0']);
      expect(
        reading.policy?.components.map(({ scheme, yearStart, trueUp, categories }) => [
          scheme,
          yearStart,
          trueUp,
          categories === 'all' ? 'all' : Object.keys(categories),
        ]),
      ).toEqual([
        ['marginal', 4, false, ['基础', '安全']],
        ['whole', 1, true, 'all'],
      ]);
    },
  );

  it('reads versions of one component by date', () => {
    const reading = read(
      ['Component', 'Threshold', 'Rate', 'From', 'To', 'Scheme'],
      ['A', 100, '4%', '2025-01-01', '2025/6/30', 'marginal'],
      ['', 200, '5%', '', '', ''],
      ['A', 100, '6%', 45_839, '', ''],
    );
    expect(
      reading.policy?.components.map(({ id, from, to, scheme }) => [
        id,
        from === null ? '' : isoDate(from),
        to === null ? '' : isoDate(to),
        scheme,
      ]),
    ).toEqual([
      ['A', '2025-01-01', '2025-06-30', 'marginal'],
      ['A 2', '2025-07-01', '', 'marginal'],
    ]);
  });

  it('reads every other column', () => {
    const reading = read(
      [
        '返点项',
        '门槛',
        '比例',
        '定档口径',
        '达线归属',
        '累计周期',
        '结算周期',
        '补差',
        '封顶',
        '保底',
        '叠加',
        '前提',
        '计佣口径',
        '税率',
        '舍入',
        '结转',
        '依据',
      ],
      [
        'A',
        100,
        '4%',
        '基础、安全×1.5',
        '超过',
        '半年',
        '月',
        '否',
        '50万',
        1000,
        '取高 G1',
        '续费率>=90%',
        '不含税',
        '13%',
        '截位 逐单',
        '是',
        '“全额，含税”（第 3 条）',
      ],
    );
    const [component] = reading.policy?.components ?? [];
    expect(component).toMatchObject({
      edge: 'above',
      accumulate: 'half',
      pay: 'month',
      trueUp: false,
      cap: 50_000_000,
      floor: 100_000,
      stack: { kind: 'highest', group: 'G1' },
      base: 'net',
      rounding: { mode: 'truncate', per: 'order' },
      carry: true,
      source: '“全额，含税”（第 3 条）',
      gate: { terms: [{ measure: { kind: 'fact', name: '续费率' }, operator: '>=' }] },
    });
    expect([
      component?.counts.weights['安全']?.toString(),
      component?.counts.others.toString(),
      component?.taxRate.toString(),
    ]).toEqual(['1.5', '0', '0.13']);
    expect(reading.findings.map(({ level, fact }) => `${level} ${fact.code}`)).toEqual([
      'warning policy.gate-unknown',
    ]);
  });
});

describe('a table with an error computes nothing and names the cell', () => {
  it.each<[string, PolicyTable, string]>([
    ['nothing at all', [[]], 'A1 policy.empty'],
    [
      'no header',
      [
        [1, 2],
        [3, 4],
      ],
      'A1 policy.no-header',
    ],
    [
      'a rate of 7',
      [
        ['门槛', '比例'],
        [100, 7],
      ],
      'B2 policy.rate-above-one',
    ],
    [
      'a rate of "7"',
      [
        ['门槛', '比例'],
        [100, '7'],
      ],
      'B2 policy.rate-above-one',
    ],
    [
      'a rate that is a range',
      [
        ['门槛', '比例'],
        [100, '6%-8%'],
      ],
      'B2 policy.rate-unreadable',
    ],
    [
      'a rate that is a guess',
      [
        ['门槛', '比例'],
        [100, '近12%'],
      ],
      'B2 policy.rate-unreadable',
    ],
    [
      'a negative rate',
      [
        ['门槛', '比例'],
        [100, '-4%'],
      ],
      'B2 policy.rate-unreadable',
    ],
    [
      'an error cell',
      [
        ['门槛', '比例'],
        [{ fault: '#REF!' }, '4%'],
      ],
      'A2 policy.threshold-unreadable',
    ],
    [
      'a missing threshold',
      [
        ['门槛', '比例'],
        [null, '4%'],
      ],
      'A2 policy.threshold-missing',
    ],
    [
      'thresholds that fall',
      [
        ['门槛', '比例'],
        [200, '4%'],
        [100, '6%'],
      ],
      'A3 policy.not-ascending',
    ],
    [
      'the same threshold twice',
      [
        ['门槛', '比例'],
        [200, '4%'],
        [200, '6%'],
      ],
      'A3 policy.same-threshold',
    ],
    [
      'ranges with a gap',
      [
        ['门槛(万)', '比例'],
        ['50-200', '4%'],
        ['300-500', '6%'],
      ],
      'A2 policy.gap-between-tiers',
    ],
    [
      'a percent without a baseline',
      [
        ['门槛', '比例'],
        ['110%', '4%'],
      ],
      'A2 policy.threshold-needs-baseline',
    ],
    [
      'increment without a baseline',
      [
        ['门槛', '比例', '计算方式'],
        [100, '4%', '增量'],
      ],
      'A2 policy.baseline-missing',
    ],
    [
      'rows that contradict',
      [
        ['门槛', '比例', '计算方式'],
        [100, '4%', '全额'],
        [200, '6%', '超额'],
      ],
      'C3 policy.contradiction',
    ],
    [
      'an unknown word',
      [
        ['门槛', '比例', '计算方式'],
        [100, '4%', '随缘'],
      ],
      'C2 policy.word-unknown',
    ],
    [
      'an impossible date',
      [
        ['门槛', '比例', '生效'],
        [100, '4%', '2025-06-31'],
      ],
      'C2 policy.date-unreadable',
    ],
    [
      'dates the wrong way round',
      [
        ['门槛', '比例', '生效', '失效'],
        [100, '4%', '2025-06-01', '2025-05-01'],
      ],
      'D2 policy.dates-reversed',
    ],
    [
      'two versions on one day',
      [
        ['返点项', '门槛', '比例', '生效', '失效'],
        ['A', 100, '4%', '2025-01-01', '2025-07-01'],
        ['A', 100, '5%', '2025-07-01', null],
      ],
      'B3 policy.overlap',
    ],
    [
      'a year that starts in month 13',
      [
        ['门槛', '比例', '年度起始月'],
        [100, '4%', 13],
      ],
      'C2 policy.year-start-unreadable',
    ],
    [
      'a column twice',
      [
        ['门槛', '比例', '比例'],
        [100, '4%', '5%'],
      ],
      'C1 policy.column-twice',
    ],
    [
      'a group over different windows',
      [
        ['返点项', '门槛', '比例', '叠加', '累计周期'],
        ['A', 100, '4%', '取高 G', '年'],
        ['B', 100, '5%', '取高 G', '季'],
      ],
      'B3 policy.group-windows-differ',
    ],
    [
      'a cap below the floor',
      [
        ['门槛', '比例', '封顶', '保底'],
        [100, '4%', 10, 20],
      ],
      'A2 policy.cap-below-floor',
    ],
  ])('%s', (_, table, expected) => {
    const reading = read(...table);
    expect(reading.policy).toBeNull();
    expect(errors(reading)).toEqual([expected]);
    for (const { fact } of reading.findings) {
      expect(sentenceOf(chinese, fact)).toMatch(/。$/);
      expect(sentenceOf(english, fact)).toMatch(/\.$/);
    }
  });
});

describe('warnings', () => {
  it.each<[string, PolicyTable, string]>([
    [
      'a tier that changes nothing',
      [
        ['门槛', '比例'],
        [100, '4%'],
        [200, '4%'],
      ],
      'A3 policy.dead-tier',
    ],
    [
      'a total that falls',
      [
        ['门槛', '比例'],
        [100, '10%'],
        [200, '2%'],
      ],
      'A3 policy.total-falls',
    ],
    [
      'a rate that is a floor',
      [
        ['门槛', '比例'],
        [100, '12%+'],
      ],
      'A2 policy.rate-floor',
    ],
  ])('%s', (_, table, expected) => {
    expect(read(...table).findings.map(({ cell, fact }) => `${cell} ${fact.code}`)).toEqual([
      expected,
    ]);
  });

  it('what an unstated scheme and edge are worth on a ledger', () => {
    const silences = priceSilence(examplePolicy, yearBook(), on('2025-12-25'));
    expect(silences.map(({ fact, atStake }) => [fact.code, atStake])).toEqual([
      ['policy.scheme-unstated', 18_243_914 - 15_031_120],
      ['policy.edge-unstated', 0],
      ['policy.scheme-unstated', 18_248_023 - 13_761_414],
      ['policy.edge-unstated', 0],
    ]);
    expect(silences[1]?.fact).toMatchObject({
      threshold: 500_000_000,
      at: 40_000_000,
      above: 30_000_000,
    });
  });
});

describe('a policy in JSON', () => {
  it('reads every field beside the tiers as a clause of the table, or names it', () => {
    const { policy, findings } = readPolicyJson(
      {
        cap: 30_000,
        remark: ['a', 'b'],
        threshold_unit: '万元',
        tiers: [{ from: 50, rate: '4%', bonus: 100 }],
      },
      {},
    );
    expect(tiers({ policy, findings })).toEqual(['返点: 500000 0.04 +100']);
    expect(policy?.components[0]?.cap).toBe(30_000_00);
    expect(findings.map(({ cell, fact }) => [cell, fact])).toContainEqual([
      'remark',
      { code: 'policy.column-unread', header: 'remark', value: 'a、b' },
    ]);
  });

  it.each([
    ['比例', { v: '4%' }],
    ['比例', [['4%']]],
    ['封顶', { yuan: 30_000 }],
    ['前提', [[]]],
  ])('does not pass over a value that no cell holds: %s %j', (header, value) => {
    const row = { 门槛: 0, 比例: '4%', [header]: value };
    const { policy, findings } = readPolicyJson({ rows: [row] }, {});
    expect(policy).toBeNull();
    expect(findings.find(({ level }) => level === 'error')?.cell).toBe(`tiers[0].${header}`);
  });

  it('reads a list as the cell that has the same words', () => {
    const listed = { rows: [{ 门槛: 0, 比例: '4%', 适用类别: ['安全', '数据库'] }] };
    const written = { rows: [{ 门槛: 0, 比例: '4%', 适用类别: '安全、数据库' }] };
    expect(readPolicyJson(listed, {})).toEqual(readPolicyJson(written, {}));
  });

  it('is read as the same table', () => {
    const reading = readPolicyJson(
      {
        name: '例子',
        boundary: '>= 达到即进档',
        tiers: [
          { from_wan: 50, base: '0.04', security: '0.07' },
          { from_wan: 500, base: '0.08', security: '0.12', security_open_ended: true },
        ],
      },
      {},
    );
    expect(tiers(reading)).toEqual([
      '基础: 500000 0.04',
      '基础: 5000000 0.08',
      '安全: 500000 0.07',
      '安全: 5000000 0.12+',
    ]);
    expect(
      reading.policy?.components.map(({ unstated, edge }) => [
        edge,
        unstated.includes('edge'),
        unstated.includes('scheme'),
      ]),
    ).toEqual([
      ['at', false, true],
      ['at', false, true],
    ]);
  });

  it.each([
    [null, '{}'],
    [{}, 'tiers'],
    [{ tiers: [{ base: '0.04' }] }, 'tiers[].from_wan'],
    [{ tiers: [{ from_wan: 50 }] }, 'tiers[0].rate'],
    [{ tiers: [{ from: 5, base: '4%', security: '7%', bonus: 100 }] }, 'tiers[].bonus'],
    [{ tiers: [{ from: 5, base: '4%' }], threshold_basis: '季度，分别定档' }, 'threshold_basis'],
  ])('%j lacks %s', (json, field) => {
    expect(readPolicyJson(json, {}).findings[0]?.fact).toEqual({
      code: 'policy.json-unreadable',
      field,
    });
  });
});
