import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { parseAmount } from '#domain/reading/parse-amount.ts';
import { parseRate } from '#domain/reading/parse-rate.ts';
import type { Cell } from '#domain/sheet.ts';

const read = (...table: Cell[][]) =>
  readPolicy(table, { cellName: (row, column) => `${'ABCDEFG'.charAt(column)}${row + 1}` });
const only = (...table: Cell[][]) => read(...table).policy?.components[0];
const wrong = (...table: Cell[][]): readonly string[] =>
  read(...table)
    .findings.filter(({ level }) => level === 'error')
    .map(({ cell, fact }) => `${cell} ${fact.code}`);

describe('numbers in words', () => {
  it.each([
    ['千分之八', '0.008'],
    ['三个点', '0.03'],
    ['8个点', '0.08'],
    ['百分之五', '0.05'],
    ['百分之三点五', '0.035'],
    ['百分之3.5', '0.035'],
    ['一点五个百分点', '0.015'],
    ['十二个点', '0.12'],
    ['万分之五', '0.0005'],
    ['万五', '0.0005'],
    ['千三', '0.003'],
    ['5‱', '0.0005'],
  ])('the rate %s', (typed, rate) => {
    expect(only(['门槛', '比例'], ['50万', typed])?.tiers[0]?.rate.toString()).toBe(rate);
    expect(only(['门槛', '比例(%)'], ['50万', typed])?.tiers[0]?.rate.toString()).toBe(rate);
  });
  it('百分之十二以上 is a floor', () =>
    expect(only(['门槛', '比例'], ['50万', '百分之十二以上'])?.tiers[0]).toMatchObject({
      rateIsFloor: true,
    }));
  it.each(['一千二百分之五', '百分之', '几个点', '八五折', '三成', '二三个点', '百分之一百二'])(
    'the rate %s is refused by its cell',
    (typed) =>
      expect(wrong(['门槛', '比例'], ['50万', typed])).toEqual(['B2 policy.rate-unreadable']),
  );

  it.each([
    ['五十万', 500_000],
    ['三万元', 30_000],
    ['伍拾万元整', 500_000],
    ['贰佰万元', 2_000_000],
    ['一千二百万', 12_000_000],
    ['两百万', 2_000_000],
    ['五千元', 5_000],
    ['一百零五万', 1_050_000],
    ['十五万', 150_000],
    ['三万五千', 35_000],
    ['一亿', 100_000_000],
  ])('the amount %s', (typed, yuan) => {
    expect(parseAmount(typed)).toEqual({ kind: 'amount', amount: yuan * 100 });
    expect(only(['门槛', '比例'], [typed, '5%'])?.tiers[0]?.threshold).toBe(yuan * 100);
    const table = only(['门槛', '比例', '奖励', '封顶'], ['50万', '5%', typed, typed]);
    expect([table?.tiers[0]?.bonus, table?.cap]).toEqual([yuan * 100, yuan * 100]);
  });
  it.each([
    '一万五',
    '一千二',
    '百万',
    '几十万',
    '一',
    '十',
    '五十',
    '九',
    '二三十万',
    '第三',
    '一二百',
  ])('the amount %s is none', (typed) => {
    expect(parseAmount(typed).kind).not.toBe('amount');
    expect(wrong(['门槛', '比例'], [typed, '5%'])).toEqual(['A2 policy.threshold-unreadable']);
  });
  it('ends of ranges, on the side they say', () => {
    const tiers = only(
      ['门槛', '比例'],
      ['五十万(含)至一百万', '百分之五'],
      ['一百万(含)以上', '七个点'],
    );
    expect(tiers).toMatchObject({
      edge: 'at',
      tiers: [{ threshold: 500_000_00 }, { threshold: 1_000_000_00 }],
    });
    expect(only(['门槛', '比例'], ['超过五十万', '5%'])?.edge).toBe('above');
    expect(only(['门槛', '比例'], ['五十至一百万', '5%'])?.tiers[0]?.threshold).toBe(500_000_00);
  });
  it('a class each, with its rates in words', () =>
    expect(
      read(['门槛', '基础', '安全'], ['五十万', '百分之四', '七个点']).policy?.components,
    ).toMatchObject([{ name: '基础' }, { name: '安全' }]));
  it('a lone 一 is a dash as often as a number', () =>
    expect(parseRate('一').kind).toBe('not-a-rate'));
});

describe('the side of a threshold, in its header', () => {
  const of = (header: string, ...more: Cell[][]) =>
    only([header, '比例'], [500_000, '5%'], ...more);
  it.each([
    '门槛(不含)',
    '门槛（不含本数）',
    '门槛>',
    '门槛(元,不含)',
    '销售额超过',
    '销售额大于',
    'Threshold (over)',
    'Threshold (exclusive)',
    'Revenue over',
    'Sales above',
  ])('%s: above', (header) => {
    expect(of(header)).toMatchObject({ edge: 'above' });
    expect(of(header)?.unstated).not.toContain('edge');
  });
  it.each([
    '门槛(含)',
    '起点(含本数)',
    '门槛≥',
    '业绩达到',
    'Threshold (at or above)',
    'Threshold (incl.)',
  ])('%s: at', (header) => {
    expect(of(header)).toMatchObject({ edge: 'at' });
    expect(of(header)?.unstated).not.toContain('edge');
  });
  it.each(['门槛', '门槛(元)', '门槛(含税)', '门槛(元以上)'])('%s says nothing', (header) =>
    expect(of(header)?.unstated).toContain('edge'),
  );
  it('a cell or the column of edges that says otherwise contradicts it', () => {
    expect(wrong(['门槛(不含)', '比例'], ['≥50万', '5%'])).toEqual(['A2 policy.contradiction']);
    expect(wrong(['门槛(不含)', '比例', '达线归属'], ['50万', '5%', '达到'])).toEqual([
      'A2 policy.contradiction',
    ]);
    expect(wrong(['门槛(不含)', '比例', '达线归属'], ['>50万', '5%', '超过'])).toEqual([]);
  });
  it('beside another column it is named as not read', () =>
    expect(read(['门槛', '比例', '封顶(含)'], ['50万', '5%', '2万']).findings).toContainEqual(
      expect.objectContaining({ fact: { code: 'policy.header-note', column: 'cap', note: '含' } }),
    ));
});

it.each([
  ['年销售额', '累计周期', '年'],
  ['销售额(元)', '累计周期', '年'],
])('档位 beside %s is the name of the tier', (header, column, value) =>
  expect(
    only(
      ['档位', header, '返点比例', column],
      ['一档', '50万-200万', '4%', value],
      ['二档', '200万以上', '6%', null],
    )?.tiers,
  ).toMatchObject([{ threshold: 500_000_00 }, { threshold: 2_000_000_00 }]),
);
it('档位 alone heads the thresholds', () =>
  expect(only(['档位', '返点比例'], ['50万', '4%'])?.tiers[0]?.threshold).toBe(500_000_00));
