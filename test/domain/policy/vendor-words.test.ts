import { type PolicyReading, readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Component } from '#domain/policy/policy.ts';
import { policyColumnOf } from '#domain/policy/column-of-header.ts';
import { cellAddress } from '#domain/sheet.ts';

/** A table as lines, cells split by `|`. */
const read = (text: string): PolicyReading =>
  readPolicy(
    text.split('\n').map((line) => line.split('|').map((cell) => (cell === '' ? null : cell))),
    { cellName: cellAddress },
  );
const errors = (text: string): readonly string[] =>
  read(text)
    .findings.filter(({ level }) => level === 'error')
    .map(({ cell, fact }) => `${cell} ${fact.code}`);
const component = (text: string): Component => {
  const [first] = read(text).policy?.components ?? [];
  if (first === undefined) throw new Error(errors(text).join(', '));
  return first;
};
/** What one cell of one column makes of a component, or its errors. */
const of =
  <C extends keyof Component>(header: string, field: C, rest = '') =>
  (cell: string): Component[C] | string => {
    const table = `返点项|门槛|比例|${header}\n甲|50万|3%|${cell}${rest}`;
    const [error] = errors(table);
    return error ?? component(table)[field];
  };

describe('which side of a threshold its bound is on', () => {
  const edge = (threshold: string): string => {
    const table = `门槛|比例\n${threshold}|6%`;
    const [error] = errors(table);
    if (error !== undefined) return error;
    const { edge: side, unstated, tiers } = component(table);
    return `${(tiers[0]?.threshold ?? NaN) / 100} ${unstated.includes('edge') ? 'open' : side}`;
  };

  it.each([
    ['50万(含)-100万', '500000 at'],
    ['50万（不含）-100万', '500000 above'],
    ['50万-100万(含)', '500000 above'],
    ['50万-100万（不含）', '500000 at'],
    ['50万(含50万)-100万(不含100万)', '500000 at'],
    ['50万以上（不含）', '500000 above'],
    ['50万（含）以上', '500000 at'],
    ['50万及以上', '500000 at'],
    ['50万以上', '500000 open'],
    ['50万以上100万以下', '500000 open'],
    ['超过50万的部分', '500000 above'],
    ['高于50万', '500000 above'],
    ['不少于50万', '500000 at'],
    ['≧50万', '500000 at'],
    ['>=50万且<100万', '500000 at'],
    ['[50万,100万)', '500000 at'],
    ['(50,100]万', '500000 above'],
    ['[100万,+∞)', '1000000 at'],
    ['不足50万', '0 at'],
    ['不超过50万', '0 above'],
    ['0<X≤50万', '0 above'],
    ['无门槛', '0 open'],
    ['more than 500,000', '500000 above'],
    ['500,000 or more', '500000 at'],
    ['between 500,000 and 1,000,000', '500000 open'],
    ['500,000 (incl.) - 1,000,000', '500000 at'],
    ['500,000 (exclusive) to 1,000,000', '500000 above'],
    ['50万(含)-100万(含)', 'A2 policy.threshold-edges'],
    ['50万<X<100万', 'A2 policy.threshold-edges'],
    ['(50万,100万)', 'A2 policy.threshold-unreadable'],
  ])('%s: %s', (threshold, expected) => {
    expect(edge(threshold)).toBe(expected);
  });

  it('signs that contradict each other or the column are an error', () => {
    expect(errors('返点项|门槛|比例\n甲|≥50万|3%\n|>100万|4%')).toEqual([
      'B3 policy.contradiction',
    ]);
    expect(errors('返点项|门槛|比例|达线归属\n甲|>50万|3%|达到')).toEqual([
      'B2 policy.contradiction',
    ]);
    expect(errors('返点项|门槛|比例|达线归属\n甲|>0|1%|达到\n|≥50万|3%|')).toEqual([]);
  });

  it('ranges of percentages and of counts have to meet as amounts do', () => {
    const target = (second: string): readonly string[] =>
      errors(`返点项|门槛|比例|基数\n甲|80%-100%|1%|100万\n|${second}|2%|`);
    expect(target('100%-120%')).toEqual([]);
    expect(target('110%以上')).toEqual(['B2 policy.gap-between-levels']);
    const counted = (second: string): readonly string[] =>
      errors(`返点项|门槛|比例|定档指标\n甲|5-9家|1%|客户数\n|${second}|2%|`);
    expect(counted('10家以上')).toEqual([]);
    expect(counted('12家以上')).toEqual(['B2 policy.gap-between-levels']);
    const { tiers } = component('返点项|门槛|比例|定档指标\n甲|20%-30%|1%|占比 安全\n|30%+|2%|');
    expect(tiers.map(({ level }) => level?.toString())).toEqual(['0.2', '0.3']);
  });
});

describe('cells that would be another figure if half of them were read', () => {
  it.each([
    ['舍入', 'round up'],
    ['舍入', '四舍五入到元'],
    ['舍入', 'round down to yuan'],
    ['适用类别', '除CDN外'],
    ['适用类别', '全部，不含CDN'],
    ['适用类别', 'all except CDN'],
    ['定档口径', '全部(不含安全)'],
    ['定档口径', '安全1.5倍'],
    ['定档口径', '安全 150%'],
    ['定档口径', '1.5×安全'],
    ['条件', '实付金额>=10000'],
    ['条件', '订单类型=新购，区域=华东'],
    ['总封顶', '80000'],
    ['封顶', '3万/户'],
  ])('%s %s is an error', (header, cell) => {
    expect(of(header, 'name')(cell)).toMatch(/^D2 policy\./);
  });

  it('a rate with a plus sign beside one without', () => {
    expect(errors('返点项|门槛|比例\n甲|0|3%\n|50万|+2%')).toEqual(['C3 policy.rate-added']);
    expect(errors('返点项|门槛|比例\n甲|50万|+1%\n|100万|+2%')).toEqual([]);
  });

  it('parts of a thousand in the header', () => {
    expect(errors('返点项|门槛|比例(‰)\n甲|0|0.3')).toEqual(['C1 policy.header-note']);
  });

  it('a column of rates per unit is nobody’s 累计对象', () => {
    expect(policyColumnOf('Per unit')).toBeUndefined();
    expect(policyColumnOf('门槛 Threshold')).toMatchObject({ column: 'threshold', unread: [] });
    expect(policyColumnOf('返点项/Component')).toMatchObject({ column: 'component' });
  });
});

describe('words that vendors use', () => {
  it.each([
    ['达线归属', 'edge', '不含本数', 'above'],
    ['达线归属', 'edge', 'at least', 'at'],
    ['累计周期', 'accumulate', '每季度', 'quarter'],
    ['累计周期', 'accumulate', '自然年', 'year'],
    ['累计周期', 'accumulate', 'semi-annual', 'half'],
    ['结算周期', 'pay', 'annually', 'year'],
    ['计算方式', 'scheme', '超过部分', 'marginal'],
    ['计佣口径', 'base', '不含税价', 'net'],
    ['补差', 'trueUp', '×', false],
    ['退款口径', 'refund', '按原返点扣回', 'original-rate'],
    ['封顶', 'cap', '不封顶', null],
    ['封顶', 'cap', '—', null],
    ['失效', 'to', '长期', null],
    ['前提', 'gate', '无', null],
    ['追回期', 'clawback', '两年', 24],
    ['追回期', 'clawback', '无', 0],
    ['追回期', 'clawback', '0', 0],
    ['追回期', 'clawback', '一个季度', 3],
    ['适用类别', 'categories', '所有产品', 'all'],
    ['计算方式', 'scheme', '全额回溯', 'whole'],
    ['计算方式', 'scheme', 'back to first dollar', 'whole'],
    ['计算方式', 'scheme', '逐段计算', 'marginal'],
    ['达线归属', 'edge', '及以上', 'at'],
    ['累计周期', 'accumulate', 'per transaction', 'order'],
    ['结算周期', 'pay', '季结', 'quarter'],
    ['补差', 'trueUp', '多退少补', true],
    ['补差', 'trueUp', '不补差', false],
    ['计佣口径', 'base', 'net of VAT', 'net'],
    ['计佣口径', 'base', '价税合计', 'gross'],
    ['退款口径', 'refund', '从当期扣减', 'on-its-day'],
    ['退款口径', 'refund', '追溯原期', 'restate'],
    ['叠加', 'stack', '可叠加', { kind: 'add' }],
    ['叠加', 'stack', '择高 级别', { kind: 'highest', group: '级别' }],
  ] as const)('%s: %s %s', (header, field, cell, expected) => {
    expect(of(header, field)(cell)).toEqual(expected);
  });

  it('gates in words', () => {
    for (const gate of ['续费率不低于90%', '续费率达到90%', '续费率90%以上', '续费率≧90%'])
      expect(of('前提', 'gate')(gate)).toMatchObject({
        terms: [{ operator: '>=', percent: true, measure: { kind: 'fact', name: '续费率' } }],
      });
    expect(of('前提', 'gate')('新客数不少于5家且续费率高于90%')).toMatchObject({
      terms: [
        { operator: '>=', measure: { kind: 'new-customers' } },
        { operator: '>', measure: { kind: 'fact', name: '续费率' } },
      ],
    });
  });

  it('values joined by 或, members named with 每, a factor before its baseline', () => {
    expect(of('条件', 'where')('订单类型=新购或续费')).toMatchObject({
      terms: [{ values: ['新购', '续费'] }],
    });
    expect(of('累计对象', 'per')('每个客户')).toMatchObject({ header: '客户' });
    expect(of('累计对象', 'per')('单位名称')).toMatchObject({ header: '单位名称' });
    for (const baseline of ['110%×去年同期', '去年同期的110%', '110% of last year'])
      expect(String(Object.entries(of('基数', 'baselineFrom')(baseline) ?? {}))).toContain(
        'factor,1.1',
      );
  });

  it('none, said of a later version, lifts what the earlier one had', () => {
    const { policy } = read(
      '政策|返点项|门槛|比例|生效|失效|封顶\nA|甲|0|1%|2024-01-01|2024-12-31|5000\nB|甲|0|' +
        '1%|2025-01-01||无',
    );
    expect(policy?.components.map(({ cap }) => cap)).toEqual([500_000, null]);
  });

  it.each([
    ['产品线', 'categories'],
    ['激励类型', 'component'],
    ['销售额(万)', 'threshold'],
    ['Revenue', 'threshold'],
    ['返利', 'rate'],
    ['Rebate %', 'rate'],
    ['最高返利', 'cap'],
    ['Expiry date', 'to'],
    ['兑现周期', 'pay'],
    ['Clawback period', 'clawback'],
    ['周期', 'accumulate'],
  ])('%s heads %s', (header, column) => {
    expect(policyColumnOf(header)).toMatchObject({ column, unread: [] });
  });

  it('a column of sales beside one of thresholds is not read', () => {
    const { findings, policy } = read('返点项|门槛|销售额|比例|返利\n甲|50万|60万|3%|18000');
    expect(policy?.components[0]?.tiers[0]).toMatchObject({ threshold: 50_000_000 });
    expect(
      findings.filter(({ fact }) => fact.code === 'policy.column-unread').map(({ cell }) => cell),
    ).toEqual(['C1', 'E1']);
  });

  it('季度销售额 heads thresholds where the table says over what sales add up', () => {
    const table = '返点项|季度销售额（万元）|比例|累计周期\n甲|50–100|3%|季\n|100及以上|5%|';
    expect(component(table)).toMatchObject({
      accumulate: 'quarter',
      tiers: [{ threshold: 50_000_000 }, { threshold: 100_000_000 }],
    });
    expect(errors('返点项|季度销售额|比例\n甲|50万|3%')).toEqual(['B1 policy.header-period']);
    expect(errors('Component|Annual revenue|Rate\nA|500K|3%')).toEqual(['B1 policy.header-period']);
  });

  it.each([
    ['1M', 100_000_000],
    ['1.5m', 150_000_000],
    ['2 million', 200_000_000],
    ['≥1M', 100_000_000],
    ['1M-3M', 100_000_000],
  ])('%s is in millions', (cell, threshold) => {
    expect(component(`返点项|门槛|比例\n甲|${cell}|3%`).tiers[0]).toMatchObject({ threshold });
  });

  it('retroactive is on all sales', () => {
    expect(of('计算方式', 'scheme')('retroactive')).toBe('whole');
    expect(of('计算方式', 'scheme')('阶梯')).toBe('D2 policy.word-unknown');
  });

  it('dates the wrong way round are named where the later one stands', () => {
    expect(errors('返点项|门槛|比例|生效|失效\n甲|0|3%|2025-06-01|2025-01-01')).toEqual([
      'E2 policy.dates-reversed',
    ]);
  });

  it('周期 alone is the one of accumulation, and says so', () => {
    const table = '返点项|门槛|比例|周期\n甲|50万|3%|季';
    expect(component(table)).toMatchObject({ accumulate: 'quarter' });
    expect(read(table).findings).toContainEqual(
      expect.objectContaining({
        cell: 'D1',
        level: 'warning',
        fact: { code: 'policy.period-read' },
      }),
    );
  });
});
